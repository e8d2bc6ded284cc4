import { readAttributes } from '../../../markdown/directives/attributes.ts';
import type { BlockValues } from './block.ts';

/** The file of a picture, and its caption. */
const TARGET = String.raw`\([ \t]*(?:<([^>\n]*)>|([^\s()<>]+))(?:[ \t]+"((?:[^"\\\n]|\\.)*)")?[ \t]*\)`;

/** A picture alone in its paragraph, with its caption in quotes and its attributes in braces. */
export const PICTURE = new RegExp(
  String.raw`^!\[((?:[^\]\\\n]|\\.)*)\]${TARGET}(\{[^\n]*\})?[ \t]*(?=\n[ \t]*(?:\n|$)|\n?$)`,
);

/** The key under which a picture has what it was read from. */
const WRITTEN = 'broadsheet_written';
const WIDTHS = ['wide', 'full'] as const;

/** What the fields show of a picture that the pattern has found. */
export function readPicture([written = '', alt = '', bracketed, bare, caption = '', braces = '']: readonly (
  | string
  | undefined
)[]): BlockValues {
  const values = readAttributes(braces, 0)?.values ?? new Map<string, string>();
  return {
    src: bracketed ?? bare ?? '',
    alt: values.has('decorative') ? '""' : unescaped(alt),
    caption: unescaped(caption),
    credit: values.get('credit') ?? '',
    width: WIDTHS.find((width) => values.has(`.${width}`)) ?? '',
    zoom: values.has('.zoom'),
    [WRITTEN]: written,
  };
}

/** The Markdown of a picture: as it was written where nothing was changed. */
export function writePicture(values: BlockValues): string {
  const written = textOf(values[WRITTEN]);
  const before = written === '' ? undefined : readPicture(PICTURE.exec(written) ?? []);
  const fields = ['src', 'alt', 'caption', 'credit', 'width', 'zoom'];
  if (before && fields.every((field) => textOf(before[field]) === textOf(values[field]))) return written;
  const [src, alt, caption, credit] = ['src', 'alt', 'caption', 'credit'].map((field) => lineOf(values[field]));
  const isDecorative = alt === '""';
  const known = [...(readAttributes(PICTURE.exec(written)?.[5] ?? '', 0)?.values ?? [])].filter(
    ([name]) => !['credit', 'decorative', '.wide', '.full', '.zoom'].includes(name),
  );
  const attributes = [
    ...WIDTHS.filter((width) => values['width'] === width).map((width) => `.${width}`),
    ...(values['zoom'] === true ? ['.zoom'] : []),
    ...(isDecorative ? ['decorative'] : []),
    ...known.map(([name, value]) => (value === '' ? name : `${name}=${quoted(value)}`)),
    ...(credit ? [`credit=${quoted(credit)}`] : []),
  ];
  const words = isDecorative ? '' : escaped(alt ?? '', /[[\]\\]/g);
  const file = /^[^\s()<>]+$/.test(src ?? '') ? src : `<${(src ?? '').replaceAll(/[<>]/g, '')}>`;
  const title = caption ? ` "${escaped(caption, /["\\]/g)}"` : '';
  return `![${words}](${file}${title})${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`;
}

/**
 * The files of pictures of a text for which nobody said what they show, without those that another text has as well.
 *
 * @param before The text as it was, of which nothing is told.
 */
export function findPicturesWithoutWords(text: string, before: string): readonly string[] {
  const known = new Set([...before.matchAll(BARE)].map(([written]) => written));
  return [...text.matchAll(BARE)].flatMap(([written, bracketed, bare, _caption, braces = '']) =>
    known.has(written) || readAttributes(braces, 0)?.values.has('decorative') ? [] : [bracketed ?? bare ?? ''],
  );
}

/** A picture without words, wherever it stands. */
const BARE = new RegExp(String.raw`!\[[ \t]*\]${TARGET}(\{[^}\n]*\})?`, 'g');

function escaped(text: string, signs: RegExp): string {
  return text.replaceAll(signs, '\\$&');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? `"${text.replaceAll('"', '”')}"` : `'${text}'`;
}

function lineOf(value: unknown): string {
  return textOf(value).replaceAll(/\s+/g, ' ').trim();
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
