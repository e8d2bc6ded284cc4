import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { quote } from '../../diagnostics/wording.ts';
import { textOfLine } from '../directives/lines.ts';
import { type Environment, linesOf } from '../environment.ts';
import { attributesOf, PICTURE_ATTRIBUTES } from '../extensions/pictures.ts';
import { contentsToken } from './contents.ts';
import { readKramdown } from './kramdown.ts';
import { nameHeading } from './name-heading.ts';

const ON_LINE = /^\{:(?!:)([^{}\n]{0,300})\}[ \t]*$/;
const IN_LINE = /\{:(?!:)([^{}\n]{0,300})\}/y;

/**
 * Attributes of kramdown, `{: .wide}`, behind what they belong to or on the line below it. Pictures and headings understand theirs, and
 * `{:toc}` makes a table of contents; all others do nothing, and their editor is told.
 */
export function attributes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'block-attributes', readBlock, { alt: ['paragraph', 'blockquote', 'list'] });
  markdown.core.ruler.before('inline', 'block-attributes', (state) => {
    if (state.src.includes('{:')) state.tokens = withoutBlocks(state);
  });
  markdown.inline.ruler.before('picture-attributes', 'span-attributes', readSpan);
  markdown.core.ruler.after('lines', 'span-attributes', ({ src, tokens, env }) => {
    if (!src.includes('{:')) return;
    for (const block of tokens) {
      if (block.type === 'inline' && block.content.includes('{:')) dropSpans(block, env as Environment);
    }
  });
}

interface Meta {
  readonly written: string;
  /** What they stand behind. */
  readonly after: 'a link' | 'a picture' | 'words' | 'a block';
}

function readBlock(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 0x7b /* { */ || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const text = textOfLine(state, line);
  if (!ON_LINE.test(text)) return false;
  if (silent) return true;
  const token = state.push('attributes', '', 0);
  token.map = [line, line + 1];
  token.meta = { written: text.trimEnd(), after: 'a block' } satisfies Meta;
  state.line = line + 1;
  return true;
}

function withoutBlocks(state: StateCore): Token[] {
  const kept: Token[] = [];
  for (const token of state.tokens) {
    if (token.type === 'attributes') give(token, kept, state);
    else kept.push(token);
  }
  return kept;
}

/** Gives the attributes of a line to the block right above it. */
function give(token: Token, kept: Token[], state: StateCore): void {
  const environment = state.env as Environment;
  const { written } = token.meta as Meta;
  const read = readKramdown(ON_LINE.exec(written)?.[1] ?? '');
  const drop = (what: string): void => noteDropped(environment, token.map, { written: what, after: 'a block' });
  const line = token.map?.[0];
  if (read.values.has('toc') && environment.site.markdown.contents && token.level === 0) {
    cutList(kept, line);
    kept.push(contentsToken(state, token.map));
    return;
  }
  const [opening, inline] = kept.slice(-3);
  const isBelow = opening?.map?.[1] === line;
  if (isBelow && opening?.type === 'heading_open') nameHeading(opening, read, environment);
  else if (isBelow && opening?.type === 'paragraph_open' && inline && /^!\[.*[)\]}]$/s.test(inline.content)) {
    inline.content += written;
  } else drop(written);
}

/** Takes away the list that ends above a line: `* TOC`, in whose place the table of contents stands. */
function cutList(tokens: Token[], line: number | undefined): void {
  const last = tokens.at(-1);
  if (!last?.type.endsWith('_list_close')) return;
  const opening = last.type.replace('_close', '_open');
  const start = tokens.findLastIndex(({ type, level }) => type === opening && level === last.level);
  if (tokens[start]?.map?.[1] === line) tokens.length = start;
}

function readSpan(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b /* { */) return false;
  IN_LINE.lastIndex = state.pos;
  const [written, inside = ''] = IN_LINE.exec(state.src) ?? [];
  const before = state.tokens.at(-1);
  if (written === undefined || (!silent && (state.pending !== '' || !before))) return false;
  state.pos += written.length;
  if (silent || !before) return true;
  const dropped = before.type === 'image' ? withoutKnown(before, inside) : written;
  if (dropped === '') return true;
  const after = before.type === 'image' ? 'a picture' : before.type === 'link_close' ? 'a link' : 'words';
  state.push('attributes', '', 0).meta = { written, after } satisfies Meta;
  return true;
}

/** Gives a picture the attributes that pictures have, and returns the names of the others. */
function withoutKnown(image: Token, inside: string): string {
  const { id, values } = readKramdown(inside);
  const known = [...values].filter(([name]) => PICTURE_ATTRIBUTES.includes(name));
  image.meta = { ...image.meta, attributes: new Map([...attributesOf(image), ...known]) };
  const others = [...values.keys()].filter((name) => !PICTURE_ATTRIBUTES.includes(name));
  return [...(id === undefined ? [] : [`#${id}`]), ...others].join(' ');
}

function dropSpans(block: Token, environment: Environment): void {
  const seen = new Map<string, number>();
  block.children = (block.children ?? []).filter((token) => {
    if (token.type !== 'attributes') return true;
    const meta = token.meta as Meta;
    const nth = seen.get(meta.written) ?? 0;
    seen.set(meta.written, nth + 1);
    noteDropped(environment, block.map, { ...meta, nth });
    return false;
  });
}

/** Tells of attributes that do nothing, and are left out. */
export function noteDropped(
  environment: Environment,
  map: [number, number] | null,
  { written, after, nth = 0 }: Meta & { readonly nth?: number },
): void {
  const { values } = readKramdown(written.replace(/^\{:|\}$/g, ''));
  environment.findings.push({
    code: 'attributes-dropped',
    path: environment.path,
    at: { kind: 'text', lines: linesOf(environment, map), needles: [{ before: '', text: written }], nth },
    message: `Unexpected ${quote(written)} behind ${after}, expected nothing; it is left out`,
    hint: hintFor(after, values),
  });
}

function hintFor(after: Meta['after'], values: ReadonlyMap<string, string>): string {
  if (after === 'a picture') return 'remove it: a picture has `credit`, `decorative`, `.wide`, `.full` and `.zoom`';
  if (after === 'a link' && values.has('target')) {
    return 'remove it: readers decide for themselves where a link opens';
  }
  return 'remove it: only pictures and headings have attributes';
}
