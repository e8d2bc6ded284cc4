import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutList, type ListCut } from '../../src/domain/lists/lists.ts';

const LENGTH = fc.nat({ max: 1000 });

/** A list of so many items, the newest first; the oldest is `story-0`. */
function listOf(length: number): readonly string[] {
  return Array.from({ length }, (_, index) => `story-${length - 1 - index}`);
}

function cut(newestFirst: readonly string[]): ListCut<string> {
  return cutList(newestFirst, (name) => name);
}

/** How many pages there are in one of two cuts that are not in the other. */
function countChanged({ closed: before }: ListCut<string>, { closed: after }: ListCut<string>): number {
  const [longer, shorter] = before.length > after.length ? [before, after] : [after, before];
  return longer.filter((page, index) => page.join() !== shorter[index]?.join()).length;
}

describe('a list that is cut into pages', () => {
  it('has every item on exactly one of them, in its order', () => {
    fc.assert(
      fc.property(LENGTH, (length) => {
        const { front, closed } = cut(listOf(length));

        expect([...front, ...[...closed].reverse().flat()]).toEqual(listOf(length));
      }),
    );
  });

  it('has pages of 40 to 100 items, and some fifty on average', () => {
    const lengths = cut(listOf(100_000)).closed.map((page) => page.length);

    expect(Math.min(...lengths)).toBe(40);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
    expect(lengths.length).toBeGreaterThan(100_000 / 55);
    expect(lengths.length).toBeLessThan(100_000 / 45);
  });

  it('ends a page with its hundredth item where no name ends it', () => {
    const { front, closed } = cutList(listOf(350), () => 'ends nothing');

    expect([front.length, ...closed.map((page) => page.length)]).toEqual([50, 100, 100, 100]);
  });

  it('keeps its pages as they are, whatever newer is added', () => {
    fc.assert(
      fc.property(LENGTH, LENGTH, (length, added) => {
        const before = cut(listOf(length)).closed;
        const after = cut(listOf(length + added)).closed;

        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('keeps from 25 to 124 items on its front, or all of them', () => {
    fc.assert(
      fc.property(LENGTH, (length) => {
        const { front, closed } = cut(listOf(length));

        expect(front.length).toBeLessThanOrEqual(124);
        expect(front.length).toBeGreaterThanOrEqual(closed.length > 0 ? 25 : length);
      }),
    );
  });

  it('has one page or a few others when an item is taken away, in nineteen of twenty cases', () => {
    const all = listOf(10_000);
    const before = cut(all);
    const changed = Array.from({ length: 500 }, (_, index) => {
      const taken = (index * 7919) % all.length;
      return countChanged(before, cut(all.filter((_item, place) => place !== taken)));
    }).sort((one, other) => one - other);

    expect(before.closed.length).toBeGreaterThan(150);
    expect([changed[250], (changed[475] ?? 0) <= 5]).toEqual([1, true]);
  });
});
