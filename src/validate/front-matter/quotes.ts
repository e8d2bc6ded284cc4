/** A text on one line, as YAML takes it whatever is in it: between the quotes that need the fewest signs more. */
export function inQuotes(text: string): string {
  const line = oneLine(text);
  if (!/["\\]/.test(line)) return `"${line}"`;
  return line.includes("'") ? `"${line.replace(/["\\]/g, '\\$&')}"` : `'${line}'`;
}

/** What YAML takes for a number, a flag or nothing where it has no quotes, or was hardly meant as a text: a date, `yes`. */
const NO_TEXT = /^(?:[-+.]?\d[\w.+:-]*|[-+]?\.(?:inf|nan)|true|false|null|~|yes|no|on|off|y|n|\d{4}-\d\d?-\d\d?)$/i;

/** Whether YAML reads a text on one line as it is, without quotes: by itself, or within brackets. */
export function isPlain(text: string, where: 'block' | 'flow'): boolean {
  if (text === '' || text !== oneLine(text) || NO_TEXT.test(text)) return false;
  if (/^[!&*|>%@`"'#{}[\],]|^[-?:](?:\s|$)|:(?:\s|$)|\s#/.test(text)) return false;
  return where === 'block' || !/[,[\]{}]/.test(text);
}

/** A text as YAML takes it: without quotes where it needs none. */
export function asYaml(text: string, where: 'block' | 'flow'): string {
  return isPlain(text, where) ? text : inQuotes(text);
}

/** A text of several lines as YAML reads it without quotes. */
export function oneLine(text: string): string {
  return text.includes('\n')
    ? text
        .split('\n')
        .flatMap((line) => line.trim() || [])
        .join(' ')
    : text.trim();
}

/** The hint that shows a text between quotes. */
export function putQuotesAround(text: string): string {
  return `put quotes around it: \`${inQuotes(text)}\``;
}

const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '「': '」',
};

/** What was meant by a text between quotes that do not do what they should: without them, where two of them hold all of it. */
export function withoutQuotes(text: string): string {
  const opening = text[0] ?? '';
  const closing = PAIRS[opening];
  if (closing === undefined || text.length < 3 || !(text.endsWith(closing) || text.endsWith('”'))) return text;
  const holdsAll = opening === closing ? isAroundAll(text) : closesAtEnd(text, opening, closing);
  return holdsAll ? text.slice(1, -1).trim() : text;
}

/** What was meant by a text that begins with a straight quote, without the signs that stand for quotes within quotes. */
export function meantText(text: string): string {
  const inner = withoutQuotes(text);
  return text.startsWith('"')
    ? inner.replace(/\\(["\\])/g, '$1')
    : inner.replace(/(?<=[\p{L}\p{N}])''(?=[\p{L}\p{N}])/gu, "'");
}

/**
 * Whether the straight quotes at both ends belong together: all within are in pairs where the second one opens (`"He said "yes" to me"`,
 * but not `"one" and "two"`), and one alone within is an apostrophe or a mark of inches.
 */
function isAroundAll(text: string): boolean {
  const mark = text[0] ?? '';
  const places = [...text.matchAll(/\\.|["']/gs)].filter(([sign]) => sign === mark).map(({ index }) => index);
  if (places.length <= 2 || places.length % 2 === 1) return true;
  const second = places[1] ?? 0;
  return second === 1 || /[\s([]/.test(text[second - 1] ?? '');
}

/** Whether the quote at the beginning is closed by the one at the end, and no sooner. An apostrophe closes nothing. */
function closesAtEnd(text: string, opening: string, closing: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const isApostrophe = closing === '’' && /\p{L}/u.test(text[at + 1] ?? '');
    if (text[at] === opening) depth += 1;
    else if (text[at] === closing && !isApostrophe) depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
