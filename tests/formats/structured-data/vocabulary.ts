import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
export function readVocabulary(): ReadonlyMap<string, VocabularyType> {
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
