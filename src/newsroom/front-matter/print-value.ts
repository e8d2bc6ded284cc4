import { Document, Pair, parse, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { readYaml } from '../../parse/yaml.ts';

/** How a value is to be written. */
export interface Style {
  /** Lists and groups of keys: in `[ ]` and `{ }`, on lines of their own, or as it suits each. */
  readonly lists: 'in-brackets' | 'on-lines' | 'as-it-suits';
  /** How many spaces further to the right what stands below a key begins. */
  readonly indent: number;
  /** Whether the dashes of a list stand further to the right than its key. */
  readonly indentsDashes: boolean;
  /** `single` and `double` are for texts on one line; `everywhere` is for texts of which no plainer way is sure to be read as they are. */
  readonly quotes: 'where-needed' | 'single' | 'double' | 'everywhere';
}

export const USUAL_STYLE: Style = {
  lists: 'as-it-suits',
  indent: 2,
  indentsDashes: true,
  quotes: 'where-needed',
};

/** Keys whose texts are moments: those look like dates to other readers of YAML, and are meant as dates. */
const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'updated', 'start', 'end', 'until', 'before']);

/** The longest line that a list in brackets makes unless the file had it so. */
const MOST_COLUMNS = 80;

/**
 * A key with its value as a careful person writes it: quotes only where some reader of YAML would take the text for something else, a
 * list of short texts in brackets, texts of several lines and groups of keys below their key. Line by line, without line ends.
 *
 * @param value Texts, numbers, flags, `null`, and lists and objects of such.
 */
export function printKey(key: string, value: unknown, style: Style = USUAL_STYLE): readonly string[] {
  const document = new Document(null, { version: '1.2', schema: 'core' });
  const root = new YAMLMap();
  root.items.push(new Pair(new Scalar(key), nodeOf(value, key, style)));
  document.contents = root as never;
  const printed = document.toString({
    lineWidth: 0,
    indent: style.indent,
    indentSeq: style.indentsDashes,
    flowCollectionPadding: !Array.isArray(value),
    nullStr: '',
  });
  return printed.trimEnd().split('\n');
}

/** Keys with their values, each line with its end. Keys without a value are left out. */
export function printKeys(keys: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return given.map(([key, value]) => `${printKey(key, value).join('\n')}\n`).join('');
}

function nodeOf(value: unknown, key: string, style: Style): Scalar | YAMLMap | YAMLSeq {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = value.map((item: unknown) => nodeOf(item, key, style));
    list.flow = style.lists === 'in-brackets' || (style.lists === 'as-it-suits' && fitsInBrackets(key, value));
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const group = new YAMLMap();
    group.items = Object.entries(value).map(([name, inner]) => new Pair(new Scalar(name), nodeOf(inner, name, style)));
    group.flow = style.lists === 'in-brackets';
    return group;
  }
  const scalar = new Scalar(value);
  if (typeof value === 'string') scalar.type = quotesFor(value, key, style);
  return scalar;
}

function fitsInBrackets(key: string, list: readonly unknown[]): boolean {
  const texts = list.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  const isShort = `${key}: [${texts.join(', ')}]`.length <= MOST_COLUMNS;
  return isShort && list.every((item) => typeof item !== 'object' && !/[\n,]/.test(String(item)));
}

/** Whether a text of one line is written in quotes, or somebody who is careful would do so. */
export function needsQuotes(text: string, key: string): boolean {
  return !isReadAsItself(text.trim(), key);
}

/** Which quotes a text gets; the printer puts some around one that cannot do without in its place, such as one that begins with `@`. */
function quotesFor(text: string, key: string, { quotes }: Style): Scalar.Type {
  if (quotes === 'everywhere') return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n')) return /^[^\r\t]*\S[^\r\t]*$/.test(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  if (quotes === 'single') return Scalar.QUOTE_SINGLE;
  if (quotes === 'double') return Scalar.QUOTE_DOUBLE;
  if (isReadAsItself(text, key)) return Scalar.PLAIN;
  return /["\\]/.test(text) && !text.includes("'") ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE;
}

/** Whether a text without quotes is that text for YAML as we read it, and for older readers, to which `no` and `12:30` are none. */
function isReadAsItself(text: string, key: string): boolean {
  if (/^[“”„«‘’]/.test(text)) return false;
  const read = readYaml(`- ${text}\n`, 1);
  if (read.kind === 'broken' || !Array.isArray(read.values) || read.values[0] !== text) return false;
  if (DATE_KEYS.has(key) && /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d|$)/.test(text)) return true;
  return !/^(?:y|n)$/i.test(text) && parse(`- ${text}\n`, { version: '1.1', logLevel: 'silent' })?.[0] === text;
}
