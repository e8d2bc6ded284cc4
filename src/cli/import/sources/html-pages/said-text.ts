import type { Element } from 'hast';
import { wordsIn } from '../../convert/elements.ts';

/** Whether the words of an element stand in the text that a page says it has; `undefined` where that cannot be told. */
export type IsSaid = (node: Element) => boolean | undefined;

/** Letters in a row that are compared. */
const WINDOW = 20;
const LONGEST_TEXT = 300_000;

/**
 * Compares elements with the text that a page has in its structured data, `articleBody`: in whatever language, what is in it is of the article.
 *
 * @param body Plain text; only its letters and digits count.
 */
export function isSaidBy(body: string | undefined): IsSaid {
  const said = lettersOf((body ?? '').slice(0, LONGEST_TEXT));
  if (said.length < WINDOW * 10) return () => undefined;
  const windows = new Set<string>();
  for (let at = 0; at + WINDOW <= said.length; at += 1) windows.add(said.slice(at, at + WINDOW));
  return (node) => {
    const letters = lettersOf(wordsIn(node).slice(0, LONGEST_TEXT));
    if (letters.length < WINDOW) return undefined;
    let [all, met] = [0, 0];
    for (let at = 0; at + WINDOW <= letters.length; at += WINDOW / 2) {
      all += 1;
      if (windows.has(letters.slice(at, at + WINDOW))) met += 1;
    }
    return met / all > 0.5 ? true : met === 0 ? false : undefined;
  };
}

/** Whether most paragraphs of an element are in the text, so that what is not in it is something else. */
export function saysAll(isSaid: IsSaid, paragraphs: readonly Element[]): boolean {
  const judged = paragraphs.map(isSaid).filter((answer) => answer !== undefined);
  return judged.length > 0 && judged.filter(Boolean).length >= judged.length * 0.7;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
