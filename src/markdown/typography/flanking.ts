import type MarkdownIt from 'markdown-it';
import { codePointAfter, codePointBefore, isUnspaced } from './unspaced.ts';

/** What a run of marks may do, and how long it is; named as markdown-it names them. */
interface Delimiters {
  readonly can_open: boolean;
  readonly can_close: boolean;
  readonly length: number;
}

/**
 * Emphasis beside scripts that put no spaces between words. CommonMark wants a space or a sign before `**“Open.”**`, and after it; in
 * Chinese there is none, and it would print the asterisks. Here a letter or sign of such a script beside a mark will do. The
 * rules are those of https://github.com/tats-u/markdown-cjk-friendly (version 2), for more scripts.
 */
export function flanking(markdown: MarkdownIt): void {
  const { isMdAsciiPunct, isPunctCharCode, isWhiteSpace } = markdown.utils;
  const isSign = (code: number): boolean => isMdAsciiPunct(code) || isPunctCharCode(code);

  markdown.inline.State = class extends markdown.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): Delimiters {
      const plain = super.scanDelims(start, canSplitWord);
      const ofWord = withinWord(this.src, start, plain);
      if (ofWord) return ofWord;
      const last = codePointBefore(this.src, start);
      const end = start + plain.length;
      const next = end < this.posMax ? codePointAfter(this.src, end) : codePointAfter('', 0);
      const [isAfter, isBefore] = [isUnspaced(last), isUnspaced(next)];
      if (!isAfter && !isBefore) return plain;
      const [isLastSign, isNextSign] = [isSign(last), isSign(next)];
      const isLeft = !isWhiteSpace(next) && (!isNextSign || isBefore || isWhiteSpace(last) || isLastSign || isAfter);
      const isRight = !isWhiteSpace(last) && (!isLastSign || isAfter || isWhiteSpace(next) || isNextSign || isBefore);
      return {
        can_open: isLeft && (canSplitWord || !isRight || isLastSign),
        can_close: isRight && (canSplitWord || !isLeft || isNextSign),
        length: plain.length,
      };
    }
  };
}

/**
 * What a mark may do that belongs to a word or a name; `undefined` where it is as any other. The star of `Leser*innen` is part of the word: it emphasises
 * only together with another in the same word (`un*be*lievable`), or ends what began before it (`*Aurora*s`). The stroke of `@_jane_` is
 * part of the handle.
 */
function withinWord(text: string, start: number, plain: Delimiters): Delimiters | undefined {
  if (text[start] === '_' && text[start - 1] === '@') return { ...plain, can_open: false };
  if (text[start] !== '*' || plain.length !== 1 || !plain.can_open) return undefined;
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const after = text.slice(start + 1, start + 1 + FARTHEST);
  if (!ENDS_LETTER.test(before.slice(-2)) || !BEGINS_LETTER.test(after.slice(0, 2))) return undefined;
  if (isUnspaced(codePointBefore(text, start)) || isUnspaced(codePointAfter(text, start + 1))) return undefined;
  const isBegun = /(?:^|[^\p{L}\p{M}\p{N}*])\*(?![\s*])[^*]*$/u.test(before);
  const partner = /^[\p{L}\p{M}\p{N}]+\*(?!\*)(\p{L})?/u.exec(after);
  if (/(?:^|[^*])\*[\p{L}\p{M}\p{N}]+$/u.test(before) || (partner && (partner[1] !== undefined || !isBegun)))
    return undefined;
  const isEndedLater = /^[^*]*[^\s*]\*(?![*\p{L}\p{M}\p{N}])/u.test(after);
  return { ...plain, can_open: false, can_close: isBegun && !isEndedLater };
}

const ENDS_LETTER = /[\p{L}\p{M}]$/u;
const BEGINS_LETTER = /^\p{L}/u;
/** How far emphasis reaches around such a star: nothing is looked for farther away, so that no text takes longer than it is long. */
const FARTHEST = 200;
