import { hintForAddress } from '../../diagnostics/address-faults.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import { hrefOf, pathToCheck } from '../../domain/site/site.ts';
import { readAddress } from '../../domain/site/written-address.ts';
import { needlesFor } from '../../domain/content/source.ts';
import type { DirectiveUse } from './directive.ts';
import { readChoice } from './read-choice.ts';

/** What an own directive takes as one of its attributes, and whether it can do without. */
export type OwnAttribute =
  /** Words as they were written; a number such as `12` or `-0.5`; the address of a page, on the site or elsewhere. */
  | { readonly kind: 'text' | 'number' | 'address'; readonly required?: boolean }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly required?: boolean };

/** By name. */
export type OwnAttributes = Readonly<Record<string, OwnAttribute>>;

/** The values of attributes, by name. One that the directive can do without may not be there. */
export type ValuesOf<Attributes extends OwnAttributes> = {
  readonly [Name in keyof Attributes]:
    | ValueOf<Attributes[Name]>
    | (Attributes[Name] extends { readonly required: true } ? never : undefined);
};

type ValueOf<Attribute extends OwnAttribute> = Attribute extends { readonly of: readonly (infer Choice)[] }
  ? Choice
  : Attribute extends { readonly kind: 'number' }
    ? number
    : Attribute extends { readonly kind: 'text' | 'address' }
      ? string
      : string | number;

const NAME = /^[A-Za-z][\w-]*$/;

/** Whether a value says what a directive takes as its attributes. */
export function isAttributes(given: unknown): given is OwnAttributes {
  return isObject(given) && faultOfAttributes(given) === undefined;
}

/** What is wrong with the first of a directive's attributes that has something wrong with it; nothing where it has none by name. */
export function faultOfAttributes(
  given: unknown,
): { readonly name: string; readonly expected: string; readonly hint: string } | undefined {
  if (!isObject(given)) return undefined;
  const [name, attribute] = Object.entries(given).find(([key, value]) => !NAME.test(key) || !isAttribute(value)) ?? [];
  if (name === undefined) return undefined;
  if (!NAME.test(name))
    return { name, expected: 'a name of letters, digits, `-` and `_`', hint: 'begin it with a letter' };
  if (isObject(attribute) && attribute['kind'] === 'choice')
    return {
      name,
      expected: 'a list `of` words to choose from',
      hint: "write `of: ['daily', 'weekly']` behind its kind",
    };
  return { name, expected: `a kind: ${quoteAll(Object.keys(READERS))}`, hint: `write \`${name}: { kind: 'text' }\`` };
}

function isAttribute(given: unknown): boolean {
  if (!isObject(given)) return false;
  const { kind, of } = given;
  if (kind !== 'choice') return typeof kind === 'string' && Object.hasOwn(READERS, kind);
  return Array.isArray(of) && of.length > 0 && of.every((choice) => typeof choice === 'string');
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Reads the attributes of an own directive, and notes what is wrong with them; `undefined` where it cannot be printed for that. */
export function readOwnAttributes(use: DirectiveUse, attributes: OwnAttributes): ValuesOf<OwnAttributes> | undefined {
  const values: [string, string | number | undefined][] = [];
  let isWhole = true;
  for (const [name, attribute] of Object.entries(attributes)) {
    const written = use.attributes.get(name)?.trim() || undefined;
    const value = written === undefined ? undefined : READERS[attribute.kind](written, { name, attribute, use });
    values.push([name, value]);
    if (value === undefined && (written !== undefined || attribute.required)) isWhole = false;
  }
  return isWhole ? Object.fromEntries(values) : undefined;
}

/** An attribute that has a value, in a text. */
interface Written {
  readonly name: string;
  readonly attribute: OwnAttribute;
  readonly use: DirectiveUse;
}

/** Reads a value of each kind, or notes what is wrong with it. */
const READERS: Readonly<
  Record<OwnAttribute['kind'], (written: string, place: Written) => string | number | undefined>
> = { text: (written) => written, number: readNumber, address: readLink, choice: readOwnChoice };

const NUMBER = /^[-−]?\d{1,15}(?:\.\d{1,15})?$/;

function readNumber(written: string, { name, use }: Written): number | undefined {
  if (NUMBER.test(written)) return Number(written.replace('−', '-'));
  const message = `Unexpected ${quote(written)}, expected a number`;
  use.note(name, {
    code: 'directive-attribute',
    message,
    hint: 'write digits, with a point before decimals: `12`, `0.5`',
  });
  return undefined;
}

function readOwnChoice(_written: string, { name, attribute, use }: Written): string | undefined {
  const of = attribute.kind === 'choice' ? attribute.of : [];
  return readChoice(name, { of, isRequired: attribute.required }, use);
}

/** An address of the site is looked up with those of links, and printed as it is. */
function readLink(written: string, { name, use }: Written): string | undefined {
  const { lines, environment, note } = use;
  const { site, leads } = environment;
  const address = readAddress(written);
  if (address.kind !== 'web' && address.kind !== 'path') {
    const message = `Unexpected address ${quote(written)}, expected one like \`https://example.com/page\` or \`/page/\``;
    note(name, {
      code: 'url-invalid',
      message,
      hint: hintForAddress(address, 'copy the address from the browser, with `https://`'),
    });
    return undefined;
  }
  const target = pathToCheck(written, site);
  if (target !== undefined) {
    const needles = needlesFor([written], [`${name}=`, `${name}="`, `${name}='`, '']);
    leads.push({ kind: 'link', target, place: { lines, needles, nth: 0 }, isOfKey: true });
  }
  return address.kind === 'web' ? address.url : hrefOf(site, address.path);
}
