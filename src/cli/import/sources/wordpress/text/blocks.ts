import { isFolding, titlesOf, withTitles } from './block-titles.ts';

/** A comment with which the block editor begins, ends or replaces a block. */
interface Delimiter {
  readonly start: number;
  readonly end: number;
  /** `paragraph`, `jetpack/slideshow`: without `core/`. */
  readonly name: string;
  readonly isCloser: boolean;
  /** Whether it is all of its block. */
  readonly isVoid: boolean;
  readonly attributes: BlockAttributes;
}

/** Values of a block by their names, as JSON has them. */
export type BlockAttributes = Readonly<Record<string, unknown>>;

/** What becomes of the parts of a text of blocks. */
export interface BlockPrinter {
  /** HTML of a block of which the text has only attributes. */
  readonly printVoid: (name: string, attributes: BlockAttributes) => string;
  /** HTML of text in no block, or in one that has text as older editors wrote it. */
  readonly printClassic: (html: string) => string;
  /** Told of a block whose inner blocks are a pattern for others and no text. */
  readonly leaveOut: (name: string) => void;
}

/** Blocks with text as older editors wrote it. */
const CLASSIC = new Set(['freeform', 'shortcode']);

/** Blocks that list other posts, in which patterns stand. */
const PATTERNS = new Set([
  'query',
  'comments',
  'latest-posts',
  'navigation',
  'terms-query',
  'post-template',
  'comments-query-loop',
]);

const OPENING = /<!--\s{1,9}(\/?)wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s/y;

/** Whether a text was written with the block editor. */
export function hasBlocks(text: string): boolean {
  return text.includes('<!-- wp:');
}

/** HTML of a text of blocks without their comments. */
export function printBlocks(text: string, printer: BlockPrinter): string {
  const out: string[] = [];
  const open: OpenBlock[] = [];
  let done = 0;
  let pattern: { readonly name: string; depth: number } | undefined;
  const flush = (end: number): void => {
    const html = text.slice(done, end);
    const inner = open.at(-1);
    if (!inner || CLASSIC.has(inner.name)) out.push(html.trim() === '' ? '\n' : printer.printClassic(html));
    else
      out.push(
        inner.language === ''
          ? html
          : html.replace(/^(\s*<pre)\b/, (_, start: string) => `${start} data-lang="${inner.language}"`),
      );
    if (inner) inner.language = '';
  };
  for (const { start, end, name, isCloser, isVoid, attributes } of delimitersIn(text)) {
    if (pattern) {
      if (name === pattern.name && !isVoid) pattern.depth += isCloser ? -1 : 1;
      if (pattern.depth === 0) pattern = undefined;
    } else {
      flush(start);
      if (isVoid) out.push(printer.printVoid(name, attributes));
      else if (isCloser) close(name, open, out);
      else if (PATTERNS.has(name)) {
        pattern = { name, depth: 1 };
        printer.leaveOut(name);
      } else open.push(opened(name, attributes, { parent: open.at(-1), start: out.length }));
    }
    done = end;
  }
  if (!pattern) flush(text.length);
  return out.join('');
}

/** A block whose end is still to come. */
interface OpenBlock {
  readonly name: string;
  /** Of the code that it shows. */
  language: string;
  /** How many pieces there were before it. */
  readonly start: number;
  /** What is to stand over what is in it, unless it has it. */
  readonly titles: readonly string[];
  /** What is to stand over those in it that are still to come. */
  readonly innerTitles: string[];
}

function opened(
  name: string,
  attributes: BlockAttributes,
  { parent, start }: { readonly parent: OpenBlock | undefined; readonly start: number },
): OpenBlock {
  const { own, inner } = titlesOf(name, attributes);
  const given = parent?.innerTitles.shift() ?? '';
  const titles = own.length === 0 && given !== '' ? [given] : own;
  return { name, language: languageOf(attributes), start, titles, innerTitles: [...inner] };
}

function close(name: string, open: OpenBlock[], out: string[]): void {
  // Looking far back for what was never opened would take long.
  const from = Math.max(0, open.length - 100);
  for (let index = open.length - 1; index >= from; index -= 1)
    if (open[index]?.name === name) {
      const { start = 0, titles = [], innerTitles = [] } = open[index] ?? {};
      open.length = index;
      // Those of blocks that are not there are words all the same.
      if (innerTitles.length > 0) out.push(withTitles('', innerTitles, false));
      if (titles.length > 0) out.push(withTitles(out.splice(start).join(''), titles, isFolding(name)));
      return;
    }
}

function* delimitersIn(text: string): Generator<Delimiter> {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const stop = text.indexOf('-->', start + 4);
    if (stop < 0) return;
    OPENING.lastIndex = start;
    const match = OPENING.exec(text);
    if (match && OPENING.lastIndex <= stop) {
      const rest = text.slice(OPENING.lastIndex, stop).trim();
      const isVoid = rest.endsWith('/');
      yield {
        start,
        end: stop + 3,
        name: (match[2] ?? '').replace(/^core\//, ''),
        isCloser: match[1] === '/',
        isVoid,
        attributes: readAttributes(isVoid ? rest.slice(0, -1) : rest),
      };
      start = text.indexOf('<!--', stop + 3);
    } else start = text.indexOf('<!--', start + 4);
  }
}

function readAttributes(json: string): BlockAttributes {
  const written = json.trim();
  if (!written.startsWith('{')) return {};
  try {
    return JSON.parse(written) as BlockAttributes;
  } catch {
    return {};
  }
}

/** The language of the code that a block shows. */
function languageOf(attributes: BlockAttributes): string {
  const language = Object.hasOwn(attributes, 'language') ? attributes['language'] : undefined;
  return typeof language === 'string' && /^[\w+#.-]{1,30}$/.test(language) ? language : '';
}
