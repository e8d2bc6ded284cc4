import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline, Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { textOfLine } from '../directives/lines.ts';
import { type Environment, linesOf } from '../environment.ts';
import { printMath } from './math-markup.ts';

/** The longest formula, and what all of one text may have, in characters; and over how many lines one may stand. */
const MOST = { ofFormula: 2000, ofText: 20_000, lines: 100 } as const;

/** What formulas stand between in a line, and what it looks like where it is one. Each is bounded, so that no text takes longer than it is long. */
const SPANS = {
  /** `` $`x^2`$ ``, as GitHub has it. */
  backticks: /\$`([^`]{1,2000})`\$/y,
  double: /\$\$(?![\s$])((?:[^$\\]|\\[\s\S]){1,2000})(?<![\s\\])\$\$(?!\$)/y,
  round: /\\\(((?:[^\\]|\\(?![()])[\s\S]){1,2000}?)\\\)/y,
  square: /\\\[((?:[^\\]|\\(?![[\]])[\s\S]){1,2000}?)\\\]/y,
  /** As in Pandoc: no space inside, and no figure behind, so that prices remain prices. */
  single: /\$(?![\s$])((?:[^$\\\n]|\\[^\n]){1,2000})(?<![\s\\])\$(?![\d$])/y,
} as const;

/** Formulas in TeX, which become MathML: `$$…$$`, `\(…\)`, `\[…\]`, fences of the language `math`. */
export function math(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'math', readBlock, { alt: ['paragraph', 'blockquote', 'list'] });
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    switch (state.src.charCodeAt(state.pos)) {
      case 0x24 /* $ */:
        return state.src[state.pos + 1] === '`'
          ? read(state, silent, { pattern: SPANS.backticks, isDisplay: false })
          : read(state, silent, { pattern: SPANS.double, isDisplay: true });
      case 0x5c /* \ */:
        if (state.src[state.pos + 1] === '(') return read(state, silent, { pattern: SPANS.round, isDisplay: false });
        if (state.src[state.pos + 1] === '[') return read(state, silent, { pattern: SPANS.square, isDisplay: true });
        return false;
      default:
        return false;
    }
  });
  markdown.core.ruler.before('inline', 'math-fences', ({ src, tokens }) => {
    if (!src.includes('math')) return;
    for (const token of tokens) {
      if (token.type !== 'fence' || token.info.trim() !== 'math') continue;
      token.type = 'math_block';
      token.content = token.content.trim();
    }
  });
  markdown.core.ruler.after('lines', 'math', ({ src, tokens, env }) => {
    if (!/[$\\]|math/.test(src)) return;
    for (const block of tokens) {
      if (block.type === 'math_block') make(block, { isDisplay: true, map: block.map, nth: 0 }, env as Environment);
      else if (block.type === 'inline' && /[$\\]/.test(block.content)) makeAll(block, env as Environment);
    }
  });
  markdown.renderer.rules['math'] = (tokens, index) => String(tokens[index]?.meta?.html ?? '');
  markdown.renderer.rules['math_block'] = (tokens, index) =>
    `<p class="formula" tabindex="0">${tokens[index]?.meta?.html ?? ''}</p>\n`;
}

/** Formulas between single dollars. */
export function dollarMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'dollar-math', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x24) return false;
    // “US$5”
    if (/[\p{L}\p{N}]$/u.test(state.src.slice(Math.max(0, state.pos - 2), state.pos))) return false;
    return read(state, silent, { pattern: SPANS.single, isDisplay: false });
  });
}

function read(
  state: StateInline,
  silent: boolean,
  { pattern, isDisplay }: { readonly pattern: RegExp; readonly isDisplay: boolean },
): boolean {
  pattern.lastIndex = state.pos;
  const [written, tex = ''] = pattern.exec(state.src) ?? [];
  if (written === undefined || tex.trim() === '' || state.pos + written.length > state.posMax) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = tex.trim();
    token.meta = { isDisplay };
  }
  state.pos += written.length;
  return true;
}

const CLOSING: Readonly<Record<string, string>> = { $$: '$$', '\\[': '\\]' };

/** A formula that has lines of its own: it begins the first and ends the last. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const code = state.src.charCodeAt(start);
  if ((code !== 0x24 && code !== 0x5c) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = textOfLine(state, startLine);
  const opening = first.slice(0, 2);
  const closing = Object.hasOwn(CLOSING, opening) ? CLOSING[opening] : undefined;
  if (closing === undefined) return false;
  const last = lineThatCloses(state, { startLine, endLine, closing });
  if (last === undefined) return false;
  const written = state.getLines(startLine, last + 1, state.sCount[startLine] ?? 0, false).trim();
  const tex = written.slice(2, -2).trim();
  if (tex === '' || written.length < 4 || written.length > MOST.ofFormula || hasInside(tex, opening)) return false;
  if (silent) return true;
  const token = state.push('math_block', '', 0);
  token.content = tex;
  token.map = [startLine, last + 1];
  state.line = last + 1;
  return true;
}

/** `$$a$$ and $$b$$` are two formulas of a paragraph. */
function hasInside(tex: string, opening: string): boolean {
  return tex.replace(/\\[^[]/g, '').includes(opening);
}

function lineThatCloses(
  state: StateBlock,
  { startLine, endLine, closing }: { readonly startLine: number; readonly endLine: number; readonly closing: string },
): number | undefined {
  for (let line = startLine; line < Math.min(endLine, startLine + MOST.lines); line += 1) {
    if (line > startLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const text = textOfLine(state, line).trimEnd();
    if (text.endsWith(closing) && (line > startLine || text.length > 4)) return line;
  }
  return undefined;
}

interface Place {
  readonly isDisplay: boolean;
  readonly map: Token['map'];
  /** Which of the same formulas of its block it is. */
  readonly nth: number;
}

function makeAll(block: Token, environment: Environment): void {
  const seen = new Map<string, number>();
  for (const token of block.children ?? []) {
    if (token.type !== 'math') continue;
    const nth = seen.get(token.content) ?? 0;
    seen.set(token.content, nth + 1);
    make(token, { isDisplay: Boolean(token.meta?.isDisplay), map: block.map, nth }, environment);
  }
}

/** Makes MathML of a formula, or says what is wrong with it and shows it as it is. */
function make(token: Token, place: Place, environment: Environment): void {
  const { content: tex } = token;
  const { spent } = environment;
  spent.math += tex.length;
  const isTooLong = tex.length > MOST.ofFormula || spent.math > MOST.ofText;
  const printed = isTooLong
    ? { fault: `there is more than ${MOST.ofText} characters of it` }
    : printMath(tex, place.isDisplay);
  token.meta = { html: 'html' in printed ? printed.html : `<code>${escapeHtml(tex)}</code>` };
  if ('html' in printed) return;
  environment.findings.push({
    code: 'math-invalid',
    path: environment.path,
    at: {
      kind: 'text',
      lines: linesOf(environment, place.map),
      needles: [{ before: '', text: tex.split('\n', 1)[0] ?? '' }],
      nth: place.nth,
    },
    message: `Unexpected formula, expected TeX: ${printed.fault}`,
    hint: 'correct the formula; until then it is shown as it was written',
  });
}
