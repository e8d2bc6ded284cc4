import { hintForAddress } from '../../diagnostics/address-faults.ts';
import { quote } from '../../diagnostics/wording.ts';
import { withoutForbidden } from '../../domain/invisible.ts';
import { hrefOf, pathToCheck } from '../../domain/site/site.ts';
import { readAddress } from '../../domain/site/written-address.ts';
import type { Environment } from '../environment.ts';
import { noteHtml } from './notes.ts';

/** Attributes as they are printed. */
export type Attributes = readonly [name: string, value: string][];

/** Where an element stands. */
export interface ElementPlace {
  readonly line: number;
  readonly environment: Environment;
}

/**
 * The attributes of an element that is kept, as they are printed, but for those that say where a link leads and what a picture shows.
 * What is wrong with a value is noted, and the attribute left out.
 */
export function readAttributes(properties: Readonly<Record<string, string>>, place: ElementPlace): Attributes {
  const attributes: [string, string][] = [];
  for (const name in properties) {
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    const value = reader?.(withoutForbidden(properties[name] ?? ''), place);
    if (value !== undefined) attributes.push([name === 'name' ? 'id' : name, value]);
  }
  return attributes;
}

/** What an attribute is printed as; `undefined` where it is not. */
type ReadAttribute = (value: string, place: ElementPlace) => string | undefined;

const READERS: Readonly<Record<string, ReadAttribute>> = {
  id: readId,
  name: readId,
  class: readClasses,
  lang: oneLike(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, 'lang', 'the code of a language like `fr` or `pt-BR`'),
  dir: oneLike(/^(?:ltr|rtl|auto)$/i, 'dir', '`ltr`, `rtl` or `auto`'),
  title: (value) => value.replace(/\s+/g, ' ').trim() || undefined,
  cite: readSource,
  datetime: oneLike(/^[\dTZPWYMDHSs:.+\-\s]{1,40}$/, 'datetime', 'a date like `2026-11-23` or `2026-11-23T14:05Z`'),
  colspan: oneLike(/^(?:[1-9]\d{0,2}|1000)$/, 'colspan', 'a number from 1 to 1000'),
  rowspan: oneLike(/^(?:\d|[1-9]\d{1,3})$/, 'rowspan', 'a number from 0 to 9999'),
  scope: oneLike(/^(?:row|col|rowgroup|colgroup)$/i, 'scope', '`row`, `col`, `rowgroup` or `colgroup`'),
  headers: oneLike(
    /^[\p{L}\p{M}\p{N}_.:-]{1,100}(?:\s+[\p{L}\p{M}\p{N}_.:-]{1,100}){0,19}$/u,
    'headers',
    'identifiers of cells',
  ),
  start: oneLike(/^-?\d{1,9}$/, 'start', 'a number'),
  reversed: () => '',
  open: () => '',
};

/** Takes a value that has some shape. */
function oneLike(shape: RegExp, name: string, expected: string): ReadAttribute {
  return (value, { line, environment }) => {
    const written = value.trim();
    if (shape.test(written)) return written;
    noteHtml(environment, {
      code: 'html-removed',
      line,
      needles: [value, `${name}=`, name],
      message: `Unexpected ${quote(value)} for ${quote(name)} in HTML, expected ${expected}; it is left out`,
      hint: 'correct it, or remove the attribute',
    });
    return undefined;
  };
}

const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]{0,99}$/u;

/** What footnotes, posts, corrections and updates have. */
const OURS = /^(?:fn(?:ref)?|update-|correction-)\d/;

/** An identifier that nothing else on the page has; it can be linked to. */
function readId(value: string, { line, environment }: ElementPlace): string | undefined {
  const { ids, anchors } = environment;
  const id = value.trim().normalize('NFC');
  const isTaken = ids.has(id) || OURS.test(id);
  if (ID.test(id) && !isTaken) {
    ids.add(id);
    anchors.push(id);
    return id;
  }
  if (id === '') return undefined;
  noteHtml(environment, {
    code: 'html-removed',
    line,
    needles: [value, 'id=', 'id'],
    message: isTaken
      ? `Unexpected identifier ${quote(id)}, expected one that nothing else on the page has; it is left out`
      : `Unexpected identifier ${quote(id)}, expected letters, digits, hyphens and \`_\`; it is left out`,
    hint: 'give it another `id`, or remove it',
  });
  return undefined;
}

/** What stands before the name of each class: no name of ours begins with it, so that nothing can look like a part of the site. */
export const CLASS_PREFIX = 'own-';

const CLASS = /^[\p{L}_][\p{L}\p{M}\p{N}_-]{0,63}$/u;
const MOST_CLASSES = 10;

function readClasses(value: string): string | undefined {
  const names = value.split(/\s+/).filter((name) => CLASS.test(name));
  const classes = [...new Set(names)].slice(0, MOST_CLASSES).map((name) => CLASS_PREFIX + name);
  return classes.join(' ') || undefined;
}

/** Where something is quoted from. An address of the site is looked up with those of links. */
function readSource(value: string, { line, environment }: ElementPlace): string | undefined {
  const { site, leads } = environment;
  const written = value.trim();
  const address = readAddress(written);
  if (address.kind !== 'web' && address.kind !== 'path') {
    noteHtml(environment, {
      code: address.kind === 'fault' ? 'link-unsafe' : 'html-removed',
      line,
      needles: [value, 'cite='],
      message: `Unexpected source ${quote(written)}, expected an address like \`https://example.com/page\` or \`/page/\`; it is left out`,
      hint: hintForAddress(address, 'copy the address from the browser, with `https://`'),
    });
    return undefined;
  }
  const target = pathToCheck(written, site);
  if (target !== undefined) {
    const needles = [{ before: '', text: written }];
    leads.push({ kind: 'link', target, place: { lines: [line, line], needles, nth: 0 }, isOfKey: true });
  }
  return address.kind === 'web' ? address.url : hrefOf(site, address.path);
}
