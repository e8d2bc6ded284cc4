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
