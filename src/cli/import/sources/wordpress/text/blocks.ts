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
  /** Names and languages of the blocks that are open. */
  const open: { readonly name: string; language: string }[] = [];
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
      else if (isCloser) close(name, open);
      else if (PATTERNS.has(name)) {
        pattern = { name, depth: 1 };
        printer.leaveOut(name);
      } else open.push({ name, language: languageOf(attributes) });
    }
    done = end;
  }
  if (!pattern) flush(text.length);
  return out.join('');
}

function close(name: string, open: { readonly name: string }[]): void {
  // Looking far back for what was never opened would take long.
  const from = Math.max(0, open.length - 100);
  for (let index = open.length - 1; index >= from; index -= 1)
    if (open[index]?.name === name) {
      open.length = index;
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
