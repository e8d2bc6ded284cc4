import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseUrl } from '../../../src/domain/addresses.ts';

const VOCABULARY = readVocabulary();

/** Whether a type is a kind of another, at any distance. */
function isKindOf(type: string, other: string): boolean {
  if (type === other) return true;
  return [...(VOCABULARY.get(type)?.parents ?? [])].some((parent) => isKindOf(parent, other));
}

/** What a property's value may be, if the type or anything that it is a kind of has the property. */
function rangeOf(type: string, property: string): readonly string[] | undefined {
  const known = VOCABULARY.get(type);
  const own = known?.properties.get(property);
  if (own) return own;
  for (const parent of known?.parents ?? []) {
    const found = rangeOf(parent, property);
    if (found) return found;
  }
  return undefined;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

function isOfLiteral(value: unknown, type: string): boolean {
  switch (type) {
    case 'Text':
    case 'CssSelectorType':
      return typeof value === 'string' && value !== '';
    case 'URL':
      return typeof value === 'string' && parseUrl(value) !== undefined && /^https?:|^mailto:/.test(value);
    case 'Date':
      return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));
    case 'DateTime':
      return typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));
    case 'Duration':
      return typeof value === 'string' && /^PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?$/.test(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Integer':
      return Number.isInteger(value);
    case 'Number':
    case 'Float':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return false;
  }
}

/** All that is wrong with a node of JSON-LD by the vocabulary of schema.org: each with the way to it. */
export function faultsOfNode(node: unknown, path = ''): readonly string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [`${path}: no node`];
  const { '@context': context, '@type': type, '@id': id, ...properties } = node as Readonly<Record<string, unknown>>;
  if (path === '' && context !== 'https://schema.org') return [`${path}: the context ${String(context)}`];
  if (path !== '' && context !== undefined) return [`${path}: a context within`];
  if (id !== undefined && !isOfLiteral(id, 'URL')) return [`${path}: the id ${String(id)}`];
  if (typeof type !== 'string' || !VOCABULARY.has(type) || !isKindOf(type, 'Thing')) {
    return [`${path}: no type ${String(type)}`];
  }
  return Object.entries(properties).flatMap(([property, value]) => {
    const here = `${path}${type}.${property}`;
    const range = rangeOf(type, property);
    if (!range) return [`${here}: no property of this type`];
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${here}: an empty list`];
    return values.flatMap((one: unknown) => faultsOfValue(one, range, here));
  });
}

function faultsOfValue(value: unknown, range: readonly string[], here: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return range.some((type) => isOfLiteral(value, type))
      ? []
      : [`${here}: ${JSON.stringify(value)} is not ${range.join(' or ')}`];
  }
  const { '@type': type, '@id': id } = value as Readonly<Record<string, unknown>>;
  if (type === undefined && isOfLiteral(id, 'URL') && Object.keys(value).length === 1) return [];
  if (!range.some((wanted) => isKindOf(String(type), wanted))) {
    return [`${here}: ${String(type)} is not ${range.join(' or ')}`];
  }
  return faultsOfNode(value, `${here} → `);
}

/** What schema.org says of a type: what it is a kind of, and which properties it has of its own. */
interface VocabularyType {
  readonly parents: Set<string>;
  /** Each property with the types that its value may have. */
  readonly properties: Map<string, readonly string[]>;
}

/**
 * The vocabulary of schema.org, as the type declarations of schema-dts have it, which are made of the published one. They are
 * read as text: for each type there are a `…Base` with its properties, a `…Leaf`, and a union of its kinds.
 */
function readVocabulary(): ReadonlyMap<string, VocabularyType> {
  const path = join(import.meta.dirname, '../../../node_modules/schema-dts/dist/schema.d.ts');
  const text = readFileSync(path, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const types = new Map<string, VocabularyType>();
  const typeOf = (name: string): VocabularyType => {
    const known = types.get(name) ?? { parents: new Set(), properties: new Map() };
    types.set(name, known);
    return known;
  };
  for (const [, name = '', bases = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+?)(?:Base|Leaf) (?:extends ([^{]+) )?\{([\s\S]*?)^\}/gm,
  )) {
    const type = typeOf(name);
    for (const [, base] of bases.matchAll(/(\w+)Base/g)) if (base && base !== name) type.parents.add(base);
    for (const [, property = '', range = ''] of body.matchAll(/^\s+"(\w+)"\?: SchemaValue<([^<>]*?), "/gm)) {
      type.properties.set(
        property,
        range.split('|').map((part) => part.trim()),
      );
    }
  }
  for (const [, name = '', union = ''] of text.matchAll(/^export type (\w+?)(?:<[^=]*>)? = ([^;{}]*);/gm)) {
    if (/Leaf$/.test(name)) continue;
    typeOf(name);
    for (const [part] of union.matchAll(/\b[A-Z]\w*\b/g)) {
      if (part !== name && part !== `${name}Leaf` && !union.includes(`"${part}"`)) typeOf(part).parents.add(name);
    }
  }
  if (types.size < 800) throw new Error(`Only ${types.size} types were read of ${path}`);
  return types;
}
