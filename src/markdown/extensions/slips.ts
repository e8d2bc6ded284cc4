import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Environment } from '../environment.ts';
import { fitsALine, fitsAt } from '../look-for.ts';
import { leftovers } from './leftovers.ts';
import { countItems } from '../slips/lists.ts';
import { mayHaveLineSlips, slipsOfWritten } from '../slips/texts/line-slips.ts';
import { isPlaceholderAlone, mayHavePlaceholder } from '../slips/texts/placeholder-words.ts';
import { linesOfPictures, wordsOf } from '../slips/texts/written-lines.ts';
import { MOST, type Slip } from '../slips/slip.ts';
import { mayHaveOtherMarkup } from '../slips/programs/other-markup.ts';
import { DOUBLED_SIGNS } from '../slips/quotations.ts';
import { SLIP_RULES } from '../slips/slips.ts';
import { WIDE_SIGNS } from '../slips/wide-signs.ts';
import { pairBrackets, Places, type WrittenBlock, type WrittenPlace, type WrittenText } from '../slips/written-text.ts';

/**
 * Tells editors of Markdown that was meant and did not become it. The parser says which signs it has made nothing of; most texts have
 * none, and are not looked at again.
 */
export function slips(markdown: MarkdownIt): void {
  leftovers(markdown);
  // Before notes are moved to the end, or left out.
  markdown.core.ruler.after('inline', 'slips', ({ src, tokens, env }) => {
    const environment = env as Environment & Parsed;
    if (!mayHaveSlips(src, tokens, environment)) return;
    const text = readText(src, tokens, environment);
    const { firstLine, path, findings, writtenLines } = environment;
    const tell = (slip: Slip): void => {
      const { code, place, length, message, hint } = slip;
      const at = { kind: 'position', line: firstLine + place.line, column: place.column + 1, length } as const;
      findings.push({ code, path, at, message, hint });
    };
    // The words of a picture stand in a paragraph, too.
    const ofLines = new Set<string>();
    for (const slip of [...writtenLines, ...text.blocks.flatMap(linesOfPictures)]
      .flatMap(slipsOfWritten)
      .slice(0, MOST)) {
      ofLines.add(keyOf(slip.place));
      tell(slip);
    }
    // What stands in a note that is written in its place is looked at with that, and with what it stands in.
    const told = new Set<string>();
    for (const rule of SLIP_RULES) {
      for (const slip of rule(text).slice(0, MOST)) {
        const key = `${slip.code} ${keyOf(slip.place)}`;
        if (told.has(key) || ofLines.has(keyOf(slip.place))) continue;
        told.add(key);
        tell(slip);
      }
    }
  });
}

function keyOf({ line, column }: WrittenPlace): string {
  return `${line}:${column}`;
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

function mayHaveSlips(source: string, tokens: readonly Token[], environment: Environment & Parsed): boolean {
  const { signs, marks, references, footnotes, writtenLines } = environment;
  if (signs.size > 0 || marks.size > 0 || references !== undefined || footnotes !== undefined) return true;
  if (haveWrittenSigns(source) || source.includes('：') || WIDE_SIGNS.test(source)) return true;
  if (mayHavePlaceholder(source) || mayHaveOtherMarkup(source)) return true;
  if (DOUBLED_SIGNS.some((sign) => source.includes(sign)) || fitsAt(source, '\t', /(?<=\S)\t/y)) return true;
  if (writtenLines.some(({ text }) => mayHaveLineSlips(text))) return true;
  return tokens.some((token, index) => mayBeTold(token, index, tokens));
}

/** What begins a line; strokes; numbers with stars between them; a name of a character whose `&` was named itself; links without words. */
function haveWrittenSigns(source: string): boolean {
  if (source.includes('|') || source.includes('! [') || fitsALine(source, LINE_SIGNS)) return true;
  if (fitsAt(source, '*', /\*\d+(?:[.,]\d+)?\*\d/y)) return true;
  return fitsAt(source, '[', /\[\s*\]\(/y) || fitsAt(source, '&', /&amp;#?\w{2,8};/y);
}

/** What may have been meant to begin an item, a box, a rule of a table. */
const LINE_SIGNS =
  /[\t >]*(?:!!!|\?\?\?|[-=]{3,}[ \t]+[-=]{3}|[•‣▪◦●○■·・–—−－＊＋\uf0a7\uf0b7\uf0d8\uf0fc→⇒⇨§\p{So}]|o(?:\t| {2})|[-*+][\p{L}\u00a0\u2000-\u200b\u202f]|[(（]?[\d０-９]{1,3} ?[.)．）、]|\(?[a-z]{1,4}[.)]\s)/uy;

/** Whether a block may be one that a rule tells of by itself. Most stories have headings, quotations and lists, of which none is. */
function mayBeTold(
  { type, markup, level, content, children }: Token,
  index: number,
  tokens: readonly Token[],
): boolean {
  switch (type) {
    case 'inline':
      return isPlaceholderAlone(content) || (content.includes('![') && havePictureSlips(children ?? []));
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
      return type === 'code_block' || type === 'fence' || type === 'html_block';
  }
}

function havePictureSlips(children: readonly Token[]): boolean {
  return children.some((token) => token.type === 'image' && wordsOf(token).some(({ text }) => mayHaveLineSlips(text)));
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
