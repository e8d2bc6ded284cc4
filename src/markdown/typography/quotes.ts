import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Typography } from './marks.ts';
import { pairMarks, type PairedMarks } from './pair-marks.ts';
import { type Mark, type Reading, readMarks, shownOf, wordsOfBlock } from './read-marks.ts';

const APOSTROPHE = '’';

/**
 * Straight quotation marks become those of the language, and straight apostrophes typographic ones. Takes the place of
 * markdown-it's rule, which knows neither scripts without spaces, nor letters left out (`'90s`), nor quotations over several
 * paragraphs.
 */
export function quotesOf(typography: Typography): (markdown: MarkdownIt) => void {
  return (markdown) => {
    const { isMdAsciiPunct, isPunctCharCode, isWhiteSpace } = markdown.utils;
    const isSign = (code: number): boolean => isMdAsciiPunct(code) || isPunctCharCode(code);
    const reading: Reading = {
      ...typography,
      neighbour: (code) => {
        if (isPlainLetter(code)) return 'letter';
        return isWhiteSpace(code) ? 'space' : isSign(code) ? 'sign' : 'letter';
      },
    };
    markdown.core.ruler.at('smartquotes', ({ tokens }) => {
      let left = NONE;
      tokens.forEach((block, index) => {
        if (block.type !== 'inline') return;
        const before = isNextParagraph(tokens, index) ? left : NONE;
        left = NONE;
        if (!block.content.includes("'") && !block.content.includes('"')) return;
        const goesOn = isNextParagraph(tokens, index + 3) && tokens[index + 3]?.content.startsWith("'") === true;
        const children = block.children ?? [];
        if (!setWithinWords(children)) return;
        left = setMarks(children, { typography, reading, before, goesOn });
      });
    });
  };
}

/** `a` to `z` and `A` to `Z`, which nearly all marks stand beside. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Which quotations a paragraph leaves open. */
type Openings = Readonly<Record<Mark['kind'], boolean>>;
const NONE: Openings = { '"': false, "'": false };

/** Whether a paragraph stands right after another. */
function isNextParagraph(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 2]?.type === 'paragraph_close';
}

/** Sets apostrophes between plain letters, which most straight marks are; whether others are left. */
function setWithinWords(children: readonly Token[]): boolean {
  let areLeft = false;
  for (const token of children) {
    if (token.type !== 'text') continue;
    const { content } = token;
    const hasDouble = content.includes('"');
    if (content.includes("'")) {
      token.content = content.replace(WITHIN_WORD, `$1${APOSTROPHE}`);
      areLeft ||= token.content.includes("'");
    }
    areLeft ||= hasDouble;
  }
  return areLeft;
}

const WITHIN_WORD = /([A-Za-z])'(?=[A-Za-z])/g;

/** What marks of a block depend on. */
interface Setting {
  readonly typography: Typography;
  readonly reading: Reading;
  /** What the paragraph before left open. */
  readonly before: Openings;
  /** Whether the next paragraph begins with a single mark. */
  readonly goesOn: boolean;
}

function setMarks(children: readonly Token[], setting: Setting): Openings {
  const words = wordsOfBlock(children);
  const marks = readMarks(children, words, setting.reading);
  const printed = new Map<number, string>();
  const paired = pairMarks(marks, { ...setting.typography, words });
  for (const { at } of paired.apostrophes) printed.set(at, APOSTROPHE);
  const [open, close, innerOpen, innerClose] = setting.typography.quotes;
  for (const [opening, closing] of paired.pairs) {
    printed.set(opening.at, opening.kind === '"' ? open : innerOpen);
    printed.set(closing.at, closing.kind === '"' ? close : innerClose);
  }
  const left = setLonely(paired, words, { ...setting, printed });
  if (setting.before['"'] && printed.get(0) === open) printed.set(0, setting.typography.resuming);
  write(children, printed);
  return left;
}

/** Sets marks without a partner: of quotations that go on in the next paragraph, and apostrophes. What is neither stays straight. */
function setLonely(
  { unclosed, unopened }: PairedMarks,
  words: string,
  { typography, before, goesOn, printed }: Setting & { readonly printed: Map<number, string> },
): Openings {
  const [open, close, innerOpen, innerClose] = typography.quotes;
  const left = { ...NONE };
  let closedAt = -1;
  for (const mark of unopened) {
    if (mark.kind === "'") {
      const from = Math.max(closedAt + 1, mark.at - FARTHEST, 0);
      const isBegun = isOpenAt(words.slice(from, mark.at), innerOpen, innerClose);
      if (isBegun) closedAt = mark.at;
      printed.set(mark.at, isBegun || before["'"] ? innerClose : APOSTROPHE);
    }
    // Without a quotation it may be inches.
    else if (before['"'] || !/\d/.test(words[mark.at - 1] ?? '')) printed.set(mark.at, close);
  }
  const last = unclosed.findLast(({ kind, role }) => kind === "'" && role === 'opens');
  for (const mark of unclosed) {
    const isQuotation = mark.role === 'opens' && /^[\s\p{Ps}\p{Pi}\p{Pd}]?$/u.test(words[mark.at - 1] ?? '');
    if (mark.kind === '"') {
      if (!isQuotation) continue;
      printed.set(mark.at, open);
      left['"'] = true;
    } else {
      const isResumed = mark.at === 0 && before["'"];
      left["'"] = isQuotation && mark.elides !== 'year' && (isResumed || (goesOn && mark === last));
      printed.set(mark.at, left["'"] ? innerOpen : APOSTROPHE);
    }
  }
  return left;
}

/** How far back somebody looks for where a quotation begins. */
const FARTHEST = 300;

/** Whether a quotation that begins with the mark of the language is open at the end of some words: `‚so'`. */
function isOpenAt(words: string, open: string, close: string): boolean {
  const begin = words.lastIndexOf(open);
  return begin >= 0 && !words.includes(close, begin);
}

function write(children: readonly Token[], printed: ReadonlyMap<number, string>): void {
  if (printed.size === 0) return;
  let begin = 0;
  for (const token of children) {
    const { length } = shownOf(token);
    const start = begin;
    if (token.type === 'text') {
      token.content = token.content.replace(/["']/g, (mark, index: number) => printed.get(start + index) ?? mark);
    }
    begin += length;
  }
}
