import { distance } from 'fastest-levenshtein';
import { isOpenMark } from '../domain/invisible.ts';
import { slipsBetween } from './slips.ts';

const LONGEST = 60;

/** What an editor wrote, in backticks, on one line, without anything that a terminal would obey or nobody could see. */
export function quote(written: unknown): string {
  const text = typeof written === 'string' ? written : (JSON.stringify(written) ?? 'nothing');
  const characters = [...visible(text).replace(INVISIBLE, spell)];
  return `\`${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('')}\``;
}

/** Names that Broadsheet knows, each in backticks: `a`, `b`, `c`. */
export function quoteAll(names: readonly string[], between = ', '): string {
  return names.map((name) => `\`${name}\``).join(between);
}

/** Marks that take no room and join nothing: soft hyphen, zero-width space, word joiner. */
const INVISIBLE = /[\u00ad\u200b\u2060]/g;

/** A text whose control and bidirectional characters are spelt out, so that printing it cannot do anything. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t]|[\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, spell);
}

function spell(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const MOST_SLIPS = 5;

/** The known name that someone most likely meant: at most a third of its letters differ, and no more than five. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  let best: { readonly name: string; readonly off: number } | undefined;
  for (const name of known) {
    const other = name.toLowerCase();
    const allowed = Math.min(MOST_SLIPS, Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3)));
    // There may be 100,000 names, and most cannot be near.
    if (Math.abs(wanted.length - other.length) > allowed) continue;
    // Two letters that changed places count twice here, and half of that is the least it can be.
    if (distance(wanted, other) > 2 * allowed) continue;
    const off = slipsBetween(wanted, other);
    if (off <= allowed && (!best || off < best.off)) best = { name, off };
  }
  return best?.name;
}

/** The hint that goes with an unknown name: `did you mean …?`, and otherwise which there are. */
export function didYouMean(written: string, known: readonly string[], otherwise: string): string {
  const name = nearest(written, known);
  return name === undefined ? otherwise : `did you mean \`${name}\`?`;
}

/** What to do about an id that no entry of a list of `site.yaml` has; `key` is that list. */
export function hintForListed(id: string, key: string, entries: readonly { readonly id: string }[]): string {
  const ids = entries.map((entry) => entry.id);
  const otherwise = ids.length > 0 ? `the ${key} are ${quoteAll(ids)}` : `add \`${key}:\` to content/site.yaml`;
  return didYouMean(id, ids, otherwise);
}

/** What a character is called that no text may have: `control character U+000B`. */
export function describeForbidden(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (isOpenMark(character)) return `mark of direction ${code} without its end on the same line`;
  if (/[\u202d\u202e]/.test(character)) return `mark ${code}, which turns the direction of letters around`;
  return /\p{Cs}/u.test(character) ? `half of a character, ${code}` : `control character ${code}`;
}

/** What to do where a text or a file's name would make a file that hosts obey, see `domain/site/host-files.ts`. */
export const PUT_INTO_PUBLIC =
  'write another name; a file that is meant for the host goes into content/public/, which is copied as it is';

/** Where a document of Broadsheet's lies in a newsroom, as messages name it: `writing.md`. */
export function documentAt(name: string): string {
  return `node_modules/broadsheet/docs/${name}`;
}
