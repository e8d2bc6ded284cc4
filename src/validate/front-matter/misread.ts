import { entryOf } from '../../diagnostics/catalogue.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { groupBy } from '../../domain/lists/grouping.ts';
import { findCommas } from './commas.ts';
import { type DoubtfulYaml, leadOf } from './doubtful-yaml.ts';
import { isAnswer, misreadOf } from './misread-values.ts';
import { asYaml, inQuotes, isPlain, oneLine, withoutQuotes } from './quotes.ts';
import { type Keys, readWritten, type WrittenValue } from './written-values.ts';

/**
 * Signs by which YAML may read something else than was meant: `#` behind a space, a quote, a comma or a bracket, `\`, an anchor or
 * a tag, `null`, a dash without a space, a colon without one, `|` or `>` at the end of a line, a list of several lines.
 */
const SIGNS =
  /[ \t\]}"',]#|\\|[:,[{-]\s*[&!]|[:,[{-]\s*(?:~|null|Null|NULL)\s*(?:[,\]}#\n]|$)|:[ \t]*\n\s+-[^\s-]|\n([ \t]*)- [^\n:]*[^\n:]\n\1[ \t]+-[ \t]|\n[ \t]+[A-Za-z][\w-]*:[^\s/]|[:-][ \t]+[|>][-+\d]*[ \t]*\n|\[[^[\]\n]*\n/;

/**
 * Finds what YAML reads otherwise than an editor most likely meant it, although it can be read; and has what `found` says of
 * the same places show the mended line.
 */
export function findMisread(source: DoubtfulYaml, found: readonly Finding[]): readonly Finding[] {
  const isWrong = found.some(({ at }) => at.kind === 'key' || at.kind === 'value');
  if (!isWrong && !SIGNS.test(source.yaml) && !hasLooseEntry(source) && !hasAnswer(source, source.values, []))
    return found;
  const written = readWritten(source.yaml);
  const ofShape = groupBy(found, (finding) => [keysOfShape(finding, source.path)]);
  // What nobody knows has no value that could be misread, and is told of whatever the value is.
  const isUnknown = ({ keys }: WrittenValue): boolean =>
    ofShape.get(JSON.stringify(keys))?.some(({ code }) => code === 'key-unknown') ?? false;
  const commas = findCommas(written, source, found);
  const others = written.values.flatMap((value) => (isUnknown(value) ? [] : misreadOf(value, written, source)));
  const told = [...commas, ...others];
  const byKeys = new Map(written.values.map((value) => [JSON.stringify(value.keys), value]));
  const covered = new Set<string | undefined>(told.flatMap(({ covers }) => covers.map((keys) => JSON.stringify(keys))));
  const rest = found.filter((finding) => !covered.has(keysOfShape(finding, source.path)));
  return [
    ...told.map(({ finding, covers }) =>
      asGraveAs(
        covers.flatMap((keys) => ofShape.get(JSON.stringify(keys)) ?? []),
        finding,
      ),
    ),
    ...rest.map((finding) => mendHint(finding, byKeys, source)),
  ];
}

/** The keys, as JSON, of which a finding says that their shape is wrong. */
function keysOfShape({ at, path, code }: Finding, of: string): string | undefined {
  const isOfShape = path === of && OF_SHAPE.includes(code) && (at.kind === 'key' || at.kind === 'value');
  return isOfShape ? JSON.stringify(at.keys) : undefined;
}

/**
 * A finding in place of others, as grave as they are: with the code of the first of them if its own were less grave, for what cannot
 * be published stays an error, and fixed if one of them is.
 */
function asGraveAs(others: readonly Finding[], finding: Finding): Finding {
  const graver = others.find(({ code }) => entryOf(code).severity === 'error');
  const code = graver && entryOf(finding.code).severity !== 'error' ? graver.code : finding.code;
  return others.some(({ isFixed }) => isFixed) ? { ...finding, code, isFixed: true } : { ...finding, code };
}

/** What is said of a key or a value by its shape alone. */
const OF_SHAPE: readonly string[] = ['key-unknown', 'key-missing', 'value-type', 'redirect-invalid'];

/** Whether there may be an entry without a colon in `{ }`, or one whose key is a piece of a text. */
function hasLooseEntry({ yaml, values }: DoubtfulYaml): boolean {
  if (!yaml.includes('{')) return false;
  const open: unknown[] = [values];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries(next)) {
      if (inner === null || /\s/.test(key)) return true;
      if (typeof inner === 'object') open.push(inner);
    }
  }
  return false;
}

/** Whether `yes`, `no` or a date is where a text is wanted. */
function hasAnswer(source: DoubtfulYaml, value: unknown, keys: Keys): boolean {
  if (typeof value === 'string') return isAnswer(value) && source.takesText(keys, value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((inner, index) => hasAnswer(source, inner, [...keys, index]));
  return Object.entries(value).some(([key, inner]) => hasAnswer(source, inner, [...keys, key]));
}

/** Has a finding about a value show how it is written, if its signs are what made it something else. */
function mendHint(finding: Finding, byKeys: ReadonlyMap<string, WrittenValue>, source: DoubtfulYaml): Finding {
  const { at, code } = finding;
  if (finding.path !== source.path || at.kind !== 'value') return finding;
  const value = byKeys.get(JSON.stringify(at.keys));
  if (!value) return finding;
  const written = oneLine(source.yaml.slice(value.start, value.end));
  const isFlow = (value.kind === 'map' || value.kind === 'list') && (value.isInFlow || /^[[{]/.test(written));
  if (code === 'value-type' && value.kind === 'map' && isFlow && isEntry(at.keys, source)) {
    return { ...finding, hint: `write it in a list: \`${leadOf(value)}[${written}]\`` };
  }
  if (code === 'value-type' && isFlow && source.takesText(at.keys, '')) {
    const [, alone] = /^\[([^[\]{},"']+)\]$/.exec(written) ?? [];
    const quoted = `${leadOf(value)}${inQuotes(written)}`;
    if (alone === undefined || !isPlain(alone.trim(), 'block'))
      return { ...finding, hint: `put quotes around it: \`${quoted}\`` };
    const hint = `put quotes around it: \`${quoted}\`, or leave the brackets out: \`${leadOf(value)}${alone.trim()}\``;
    return { ...finding, hint };
  }
  if (code === 'value-type' && value.kind === 'plain' && /^(?!(?:https?|mailto|tel):)[\w-]+:\S/i.test(written)) {
    return { ...finding, hint: 'put a space after each colon' };
  }
  const lines =
    value.kind === 'plain' && finding.hint?.startsWith('write it as a list: ')
      ? source.yaml.slice(value.start, value.end).split('\n')
      : [];
  if (lines.length > 1 && !/^[-–—•*·]\s/.test(lines[0] ?? '')) {
    const entries = lines.map((line) => line.trim()).filter((line) => line !== '');
    return {
      ...finding,
      hint: `write it as a list: \`[${entries.map((entry) => asYaml(entry, 'flow')).join(', ')}]\``,
    };
  }
  const isCurly = value.kind === 'plain' && /^[“”„«‘’]/.test(written) && withoutQuotes(written) !== written;
  return isCurly
    ? { ...finding, hint: `leave out the quotes, or write straight ones: \`${withoutQuotes(written)}\`` }
    : finding;
}

/** Whether a group of keys may stand in a list there: `contributors: { id: jane-doe }`. */
function isEntry(keys: Keys, { values, takesText }: DoubtfulYaml): boolean {
  const value = keys.reduce<unknown>((within, key) => (within as Record<string, unknown> | undefined)?.[key], values);
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return names.some((name) => name === 'id' || name === 'name') && takesText([...keys, 0, 'name'], '');
}
