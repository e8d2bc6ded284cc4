import type { Mark } from './read-marks.ts';

/** Which marks of a block belong together, and which stand alone. */
export interface PairedMarks {
  readonly pairs: readonly (readonly [opening: Mark, closing: Mark])[];
  readonly unclosed: readonly Mark[];
  readonly unopened: readonly Mark[];
}

/** A mark that may open a quotation, and the place on the stack of the next of its kind below. */
interface Opener {
  readonly mark: Mark;
  readonly below: number;
}

/** Pairs the marks of a block, the innermost first. Takes time in proportion to their number. */
export function pairMarks(marks: readonly Mark[], words: string): PairedMarks {
  const pairs: (readonly [Mark, Mark])[] = [];
  const unclosed: Mark[] = [];
  const unopened: Mark[] = [];
  const stack: Opener[] = [];
  const top: Record<Mark['kind'], number> = { '"': -1, "'": -1 };

  const cutTo = (length: number): void => {
    while (stack.length > length) {
      const { mark, below } = stack.pop() as Opener;
      top[mark.kind] = below;
      unclosed.push(mark);
    }
  };

  for (const mark of marks) {
    while ((stack.at(-1)?.mark.level ?? -1) > mark.level) cutTo(stack.length - 1);
    if (mark.role === 'apostrophe' || mark.role === 'none') continue;
    const place = top[mark.kind];
    const opening = stack[place]?.mark;
    if (opening && mayClose(opening, mark, words)) {
      cutTo(place + 1);
      top[mark.kind] = stack.pop()?.below ?? -1;
      pairs.push([opening, mark]);
    } else if (mark.role === 'closes') {
      unopened.push(mark);
    } else {
      stack.push({ mark, below: place });
      top[mark.kind] = stack.length - 1;
    }
  }
  cutTo(0);
  return { pairs, unclosed, unopened };
}

function mayClose(opening: Mark, mark: Mark, words: string): boolean {
  if (mark.role === 'opens' || opening.level !== mark.level) return false;
  // Between letters a mark opens only what is surely closed (`ل"حماس"`), and closes only what was surely opened (`"Hürriyet"in`).
  if (opening.role === 'inside' && mark.role === 'inside') return false;
  return !(isYear(opening, words) && isPossessive(mark, words));
}

/** `'69`, which may be a year, and may begin a quotation: `'50 dead'`. */
export function isYear({ at, kind }: Mark, words: string): boolean {
  return kind === "'" && /^\d\d(?![\d%])/.test(words.slice(at + 1, at + 4));
}

/** `the dogs' dinner`. */
function isPossessive({ at }: Mark, words: string): boolean {
  return /^s' \p{Ll}/u.test(words.slice(at - 1, at + 3));
}
