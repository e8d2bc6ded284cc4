import { type Finding, keyAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { REDIRECTS_PATH } from '../../domain/redirects/redirects.ts';
import { isKnownKey } from './key-groups.ts';
import { type DoubtfulYaml, leadOf, type Misread, placeIn } from './doubtful-yaml.ts';
import { inQuotes, oneLine } from './quotes.ts';
import type { Keys, LooseEntry, WrittenValue, WrittenYaml } from './written-values.ts';

/** A text that was cut by commas, as far as it was followed. */
interface CutText {
  readonly before: WrittenValue;
  end: number;
  readonly covers: Keys[];
}

/** Commas within `{ }` that end a text which was meant to go on: `{ alt: Jane, John and Bob }`. */
export function findCommas(
  { values, loose }: WrittenYaml,
  source: DoubtfulYaml,
  found: readonly Finding[],
): readonly Misread[] {
  const pieces = entriesOfPieces(values);
  const texts = new Map(values.flatMap((value) => (value.isInFlow ? [[value.end, value] as const] : [])));
  // Something may be said already of an entry, or of what it stands in.
  const isTold = new Set(
    found.flatMap(({ at }) => (at.kind === 'key' || at.kind === 'value' ? [JSON.stringify(at.keys)] : [])),
  );
  const isLoose = new Set(loose.map(({ start }) => start));
  const cuts: CutText[] = [];
  const told: Misread[] = [];
  for (const { keys, start, end } of [...loose, ...pieces].sort((one, other) => one.start - other.start)) {
    const endBefore = endBeforeComma(source.yaml, start);
    const last = cuts.at(-1);
    const before = endBefore === undefined ? undefined : texts.get(endBefore);
    if (last && last.end === endBefore) {
      last.end = end;
      last.covers.push(keys);
    } else if (before && mayGoOn(before, keys) && source.takesText(before.keys, before.value)) {
      cuts.push({ before, end, covers: [keys] });
    } else if (isLoose.has(start) && ![keys, keys.slice(0, -1)].some((way) => isTold.has(JSON.stringify(way)))) {
      told.push(entryWithoutColon(keys, source));
    }
  }
  return [...told, ...cuts.map((cut) => commaMisread(cut, source))];
}

/** Whether a text may go on behind a comma: one without quotes, or one that ends in them too soon, `"A", B`. */
function mayGoOn({ kind }: WrittenValue, next: Keys): boolean {
  return kind === 'plain' || ((kind === 'single' || kind === 'double') && !isKnownKey(String(next.at(-1))));
}

/** Entries in `{ }` whose keys have spaces, as no key has: they are pieces of texts. */
function entriesOfPieces(values: readonly WrittenValue[]): readonly LooseEntry[] {
  return values.flatMap(({ keys, isInFlow, keyStart, end }) =>
    isInFlow && keyStart !== undefined && /\s/.test(String(keys.at(-1))) ? [{ keys, start: keyStart, end }] : [],
  );
}

/** Where what stands before a comma ends, if nothing but that comma is before an offset. */
function endBeforeComma(yaml: string, offset: number): number | undefined {
  let end = offset;
  while (end > 0 && /\s/.test(yaml[end - 1] ?? '')) end -= 1;
  if (yaml[end - 1] !== ',') return undefined;
  end -= 1;
  while (end > 0 && /\s/.test(yaml[end - 1] ?? '')) end -= 1;
  return end;
}

function commaMisread({ before, end, covers }: CutText, source: DoubtfulYaml): Misread {
  const whole = oneLine(source.yaml.slice(before.start, end));
  const message = 'Unexpected `,` in a text without quotes, expected the next key';
  const hint = `put quotes around the text: \`${leadOf(before)}${inQuotes(whole)}\``;
  // What is said of a redirect by its shape is that this is no reason.
  const group = source.path === REDIRECTS_PATH ? [before.keys.slice(0, -1)] : [];
  const at = placeIn(source, before.end + source.yaml.slice(before.end).indexOf(','));
  return {
    finding: { code: 'comma-in-text', path: source.path, at, message, hint },
    covers: [before.keys, ...covers, ...group],
  };
}

function entryWithoutColon(keys: Keys, { path }: DoubtfulYaml): Misread {
  const key = String(keys.at(-1));
  const message = `Unexpected ${quote(key)} without a colon, expected a key and its value`;
  const finding: Finding = {
    code: 'key-missing',
    path,
    at: keyAt(...keys),
    message,
    hint: `write \`${key}: …\`, or remove it`,
  };
  return { finding, covers: [] };
}
