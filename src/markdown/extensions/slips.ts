import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Environment, MarkRun } from '../environment.ts';
import { countItems } from '../slips/lists.ts';
import { isPlaceholderAlone, mayHavePlaceholder } from '../slips/texts/placeholder-words.ts';
import { MOST } from '../slips/slip.ts';
import { mayHaveOtherMarkup } from '../slips/programs/other-markup.ts';
import { DOUBLED_SIGNS } from '../slips/quotations.ts';
import { SLIP_RULES } from '../slips/slips.ts';
import { WIDE_SIGNS } from '../slips/wide-signs.ts';
import { pairBrackets, Places, type WrittenBlock, type WrittenText } from '../slips/written-text.ts';

/**
 * Tells editors of Markdown that was meant and did not become it. The parser says which signs it has made nothing of; most texts have
 * none, and are not looked at again.
 */
export function slips(markdown: MarkdownIt): void {
  // Asked last, so nothing else wanted the sign.
  markdown.inline.ruler.push('leftover-signs', (state, silent) => {
    if (silent || !isOfInterest(state.src, state.pos) || isAfterPicture(state)) return false;
    const { signs } = state.env as Environment;
    const known = signs.get(state.tokens);
    if (known) known.push(state.pos);
    else signs.set(state.tokens, [state.pos]);
    return false;
  });
  leftoverMarks(markdown);
  // Before notes are moved to the end, or left out.
  markdown.core.ruler.after('inline', 'slips', ({ src, tokens, env }) => {
    const environment = env as Environment & Parsed;
    if (!mayHaveSlips(src, tokens, environment)) return;
    const text = readText(src, tokens, environment);
    const { firstLine, path, findings } = environment;
    // What stands in a note that is written in its place is looked at with that, and with what it stands in.
    const told = new Set<string>();
    for (const rule of SLIP_RULES) {
      for (const { code, place, length, message, hint } of rule(text).slice(0, MOST)) {
        const at = { kind: 'position', line: firstLine + place.line, column: place.column + 1, length } as const;
        const key = `${code} ${at.line}:${at.column}`;
        if (told.has(key)) continue;
        told.add(key);
        findings.push({ code, path, at, message, hint });
      }
    }
  });
}

/** Has each block know which marks of emphasis belong to no other: the parser says of each run where it stands, and then what it has paired. */
function leftoverMarks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('strikethrough', 'marks', (state, silent) => {
    if (silent || !MARKS.has(state.src.charCodeAt(state.pos))) return false;
    const { length } = runAt(state.src, state.pos);
    // What waits to become a token becomes the one before.
    const token = state.tokens.length + (state.pending === '' ? 0 : 1);
    const { runs } = state.env as Environment;
    const known = runs.get(state.tokens);
    const run = { token, index: state.pos, length };
    if (known) known.push(run);
    else runs.set(state.tokens, [run]);
    return false;
  });
  markdown.inline.ruler2.after(
    'balance_pairs',
    'leftover-marks',
    ({ tokens, delimiters, tokens_meta: metas, env, src }) => {
      const { runs, marks } = env as Environment;
      const known = runs.get(tokens);
      if (!known) return false;
      const alone = new Set<number>();
      for (const list of [delimiters, ...Array.from(metas, (meta) => meta?.delimiters ?? [])]) {
        const ends = new Set(list.map(({ end }) => end));
        for (const [index, { end, token }] of list.entries()) if (end < 0 && !ends.has(index)) alone.add(token);
      }
      const left: { index: number; length: number }[] = [];
      for (const run of known) left.push(...leftOf(run, alone, /[*_]/.test(src[run.index] ?? '') ? 1 : 2));
      if (left.length > 0) marks.set(tokens, left);
      return false;
    },
  );
}

/** `*`, `_`, `~` and `=`. */
const MARKS: ReadonlySet<number> = new Set([0x2a, 0x5f, 0x7e, 0x3d]);

function runAt(text: string, at: number): { readonly length: number } {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return { length: end - at };
}

/** What is left of a run: its marks are a token each, or two of them are, and then one may come before. */
function leftOf(
  { token, index, length }: MarkRun,
  alone: ReadonlySet<number>,
  width: 1 | 2,
): { index: number; length: number }[] {
  if (length > LONGEST_RUN) return [];
  const odd = width === 2 && length % 2 === 1 ? 1 : 0;
  const left: { index: number; length: number }[] = [];
  for (let at = odd, nth = odd; at < length; at += width, nth += 1) {
    if (!alone.has(token + nth)) continue;
    const last = left.at(-1);
    if (last && last.index + last.length === index + at) last.length += width;
    else left.push({ index: index + at, length: width });
  }
  return left;
}

/** Longer ones are rules, or stand for what is left out. */
const LONGEST_RUN = 3;

/** What markdown-it and its footnotes keep in an environment. */
interface Parsed {
  readonly references?: WrittenText['definitions'];
  readonly footnotes?: {
    readonly refs?: WrittenText['notes'];
    /** Notes that are written in their place have tokens of their own. */
    readonly list?: readonly { readonly content?: string; readonly tokens?: Token[] }[];
  };
}

/** Signs of Markdown that often stand for themselves count only where they could begin something. */
function isOfInterest(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x5b /* [ */:
    case 0x5d /* ] */:
    case 0x7b /* { */:
      return true;
    case 0x3a /* : */:
      return text.charCodeAt(at - 1) !== 0x3a && (text.charCodeAt(at + 1) === 0x3a || isLineStart(text, at));
    case 0x23 /* # */:
      return isLineStart(text, at);
    case 0x25 /* % */:
      return text.charCodeAt(at + 1) === 0x25 && (at === 0 || /\s/.test(text[at - 1] ?? ''));
    case 0x26 /* & */:
      return NO_ENTITY.test(text.slice(at, at + 12));
    case 0x3c /* < */:
      return /^<(?:!|--|[–—])/.test(text.slice(at, at + 3));
    default:
      return false;
  }
}

/** `&eactue;`, and names that lack their `;`; not `AT&T`. */
const NO_ENTITY =
  /^&(?:[a-z]{2,10};|(?:nbsp|amp|copy|reg|quot|lt|gt|[mn]dash|hellip|[lr][sd]quo|eacute|egrave|euro|pound)(?![\w;=])|#(?:\d{2,6}|[xX][\da-fA-F]{2,5})(?![\w;]))/;

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a;
}

/** Braces there have findings of their own. */
function isAfterPicture(state: {
  readonly src: string;
  readonly pos: number;
  readonly pending: string;
  readonly tokens: readonly Token[];
}): boolean {
  return state.src[state.pos] === '{' && state.pending === '' && state.tokens.at(-1)?.type === 'image';
}

function mayHaveSlips(source: string, tokens: readonly Token[], environment: Environment & Parsed): boolean {
  const { signs, marks, references, footnotes } = environment;
  if (signs.size > 0 || marks.size > 0 || references !== undefined || footnotes !== undefined) return true;
  if (WRITTEN_SIGNS.test(source) || source.includes('：') || WIDE_SIGNS.test(source)) return true;
  if (mayHavePlaceholder(source) || mayHaveOtherMarkup(source)) return true;
  if (DOUBLED_SIGNS.some((sign) => source.includes(sign)) || /\S\t/.test(source)) return true;
  return tokens.some((token, index) => mayBeTold(token, index, tokens));
}

/** What begins a line, and may have been meant to begin an item, a box, a rule of a table; a name of a character whose `&` was named itself; links without words. */
const WRITTEN_SIGNS =
  /&amp;#?\w{2,8};|\[\s*\]\(|! \[|\||^[\t >]*(?:!!!|\?\?\?|[-=]{3,}[ \t]+[-=]{3}|[•‣▪◦●○■·・–—−－＊＋\uf0a7\uf0b7\uf0d8\uf0fc→⇒⇨§\p{So}]|o(?:\t| {2})|[-*+][\p{L}\u00a0\u2000-\u200b\u202f]|[(（]?[\d０-９]{1,3} ?[.)．）、]|\(?[a-z]{1,4}[.)]\s)/mu;

/** Whether a block may be one that a rule tells of by itself. Most stories have headings, quotations and lists, of which none is. */
function mayBeTold({ type, markup, level, content }: Token, index: number, tokens: readonly Token[]): boolean {
  switch (type) {
    case 'inline':
      return isPlaceholderAlone(content);
    case 'heading_open': {
      const words = tokens[index + 1]?.content ?? '';
      return markup === '-' || words.trim() === '' || words.endsWith('##');
    }
    case 'blockquote_open':
      return level === 0 && hasSeveralLines(tokens, index);
    case 'ordered_list_open':
      return countItems(tokens, index) < 2;
    case 'bullet_list_open':
      return markup === '+';
    default:
      return type === 'code_block' || type === 'fence';
  }
}

/** Whether a paragraph of a quotation goes on in a second line. */
function hasSeveralLines(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || (token.level === 0 && token.nesting === -1)) return false;
    if (token.type === 'inline' && token.content.includes('\n')) return true;
  }
  return false;
}

function readText(
  source: string,
  tokens: readonly Token[],
  { signs, marks, references, footnotes, site }: Environment & Parsed,
): WrittenText {
  const lines = source.split('\n');
  const places = new Places(lines);
  const blocks: WrittenBlock[] = [];
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0];
    if (token.type !== 'inline') continue;
    const opening = tokens[index - 1]?.type;
    const isCell = opening === 'td_open' || opening === 'th_open';
    blocks.push(
      blockOf(token.content, token.children ?? [], {
        kind: opening === 'paragraph_open' ? 'paragraph' : opening === 'heading_open' ? 'heading' : 'other',
        isFollowed: tokens[index + 2]?.nesting === 1,
        placeOf: places.finderOf(token.content, line, isCell),
      }),
    );
  }
  for (const { content, tokens: children } of footnotes?.list ?? []) {
    if (content === undefined || !children) continue;
    const placeOf = places.finderOf(content, 0, false);
    blocks.push(blockOf(content, children, { kind: 'other', isFollowed: false, placeOf }));
  }
  return {
    lines,
    tokens,
    blocks,
    notes: footnotes?.refs ?? {},
    definitions: references ?? {},
    hasEmoji: site.markdown.emoji,
  };

  function blockOf(
    content: string,
    children: Token[],
    rest: Pick<WrittenBlock, 'kind' | 'isFollowed' | 'placeOf'>,
  ): WrittenBlock {
    const own = signs.get(children) ?? [];
    return {
      content,
      children,
      signs: own,
      marks: marks.get(children) ?? [],
      brackets: own.length === 0 ? [] : pairBrackets(content, own),
      ...rest,
    };
  }
}
