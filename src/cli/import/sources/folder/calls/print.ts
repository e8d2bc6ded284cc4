import type { Pieces } from '../text/pieces.ts';

interface FigureFacts {
  readonly src: string;
  readonly alt: string | undefined;
  /** Lines of Markdown. */
  readonly caption: string | undefined;
  /** Plain text. */
  readonly credit: string | undefined;
}

/** A picture that stands alone. Its address stands as it is given, and is looked at again with those of the text around it. */
export function figure({ src, alt, caption, credit }: FigureFacts, pieces: Pieces): string {
  const title = caption === undefined || caption === '' ? '' : ` "${oneLine(caption).replace(/\\?"/g, '\\"')}"`;
  const attributes = credit === undefined || credit === '' ? '' : `{credit=${quoted(credit)}}`;
  const picture = `![${label(alt ?? '')}](${destination(src)}${title})${attributes}`;
  const apart = pieces.block('', '');
  return `${apart}${picture}${apart}`;
}

/** A directive on one line; what has no value is left out. */
export function directive(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${quoted(value)}`],
  );
  return `::${name}{${written.join(' ')}}`;
}

export function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^[ \t]*(`{3,})/gm)].map(([, ticks = '']) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language.replace(/[\s`]/g, '')}\n${code}\n${ticks}`;
}

/** Lines without the white space that all of them begin with. */
export function dedented(text: string): string {
  const indents = text
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const least = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  if (least === 0 || least === Number.POSITIVE_INFINITY) return text;
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : line.slice(least)))
    .join('\n');
}

export function link(words: string, address: string): string {
  return `[${label(words)}](${destination(address)})`;
}

/** An address between the parentheses of a link. */
export function destination(address: string): string {
  const line = address.replace(/[\n\r\t]/g, ' ').trim();
  if (line !== '' && !/[\s<>()\\]/.test(line)) return line;
  return /[<>\\]/.test(line)
    ? line.replace(/[\s<>()\\]/g, (sign) => (/[()]/.test(sign) ? `\\${sign}` : encodeURIComponent(sign)))
    : `<${line}>`;
}

/** Plain words between brackets. */
export function label(words: string): string {
  return oneLine(words).replace(/[\\[\]`*_<]/g, '\\$&');
}

/** A value in quotes; one that has both kinds gets typographic ones in itself. */
function quoted(value: string): string {
  const line = oneLine(value);
  if (!line.includes('"')) return `"${line}"`;
  return line.includes("'") ? `"${line.replace(/"([^"]*)"/g, '“$1”').replaceAll('"', '”')}"` : `'${line}'`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
