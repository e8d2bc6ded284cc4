import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedPages } from '../../src/domain/closed-pages.ts';
import { cutList } from '../../src/domain/cut-list.ts';

const LENGTH = fc.nat({ max: 1000 });

/** A list of so many items, the newest first; the oldest is 0. */
function listOf(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => length - 1 - index);
}

describe('a list that is cut into pages', () => {
  it('has every item on exactly one of them, in its order', () => {
    fc.assert(
      fc.property(LENGTH, (length) => {
        const { front, closed } = cutList(listOf(length));

        expect([...front, ...[...closed].reverse().flat()]).toEqual(listOf(length));
      }),
    );
  });

  it('has full pages, page k with the items 50(k − 1) … 50k − 1 from the oldest', () => {
    fc.assert(
      fc.property(LENGTH, (length) => {
        cutList(listOf(length)).closed.forEach((page, index) => {
          expect([page.length, page.at(-1), page[0]]).toEqual([50, index * 50, index * 50 + 49]);
        });
      }),
    );
  });

  it('keeps its pages as they are, whatever is added', () => {
    fc.assert(
      fc.property(LENGTH, LENGTH, (length, added) => {
        const before = cutList(listOf(length)).closed;
        const after = cutList(listOf(length + added)).closed;

        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('keeps from 25 to 74 items on its front, or all of them', () => {
    fc.assert(
      fc.property(LENGTH, (length) => {
        const { front, closed } = cutList(listOf(length));

        expect(front.length).toBeLessThanOrEqual(74);
        expect(front.length).toBeGreaterThanOrEqual(closed.length > 0 ? 25 : length);
      }),
    );
  });

  it('closes one page with every fiftieth item, and none with the others', () => {
    const closing = Array.from({ length: 300 }, (_, length) => length).filter(
      (length) => closedPages(length + 1) > closedPages(length),
    );

    expect(closing).toEqual([74, 124, 174, 224, 274]);
  });
});
