import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Environment } from '../environment.ts';
import { MOST } from '../slips/slip.ts';
import { SLIP_RULES } from '../slips/slips.ts';
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
  // Before notes are moved to the end, or left out.
  markdown.core.ruler.after('inline', 'slips', ({ src, tokens, env }) => {
    const environment = env as Environment & Parsed;
    if (!mayHaveSlips(src, environment)) return;
    const text = readText(src, tokens, environment);
    const { firstLine, path, findings } = environment;
    for (const rule of SLIP_RULES) {
      for (const { code, place, length, message, hint } of rule(text).slice(0, MOST)) {
        const at = { kind: 'position', line: firstLine + place.line, column: place.column + 1, length } as const;
        findings.push({ code, path, at, message, hint });
      }
    }
  });
}

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
    default:
      return false;
  }
}

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

function mayHaveSlips(source: string, { signs, references, footnotes }: Environment & Parsed): boolean {
  return signs.size > 0 || references !== undefined || footnotes !== undefined || source.includes('|');
}

function readText(
  source: string,
  tokens: readonly Token[],
  { signs, references, footnotes }: Environment & Parsed,
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
  return { lines, tokens, blocks, notes: footnotes?.refs ?? {}, definitions: references ?? {} };

  function blockOf(
    content: string,
    children: Token[],
    rest: Pick<WrittenBlock, 'kind' | 'isFollowed' | 'placeOf'>,
  ): WrittenBlock {
    const own = signs.get(children) ?? [];
    return { content, children, signs: own, brackets: own.length === 0 ? [] : pairBrackets(content, own), ...rest };
  }
}
