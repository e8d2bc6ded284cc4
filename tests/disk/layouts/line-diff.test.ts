import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/disk/layouts/line-diff.ts';

const lines = (text: string): string => text.split(' ').join('\n');

describe('what differs between two texts', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'a line that is another',
      'a b c d e f g',
      'a b c X e f g',
      ['@@ -2,5 +2,5 @@', ' b', ' c', '-d', '+X', ' e', ' f'],
    ],
    ['a line more', 'a b', 'a X b', ['@@ -1,2 +1,3 @@', ' a', '+X', ' b']],
    ['a line less, at the end', 'a b c', 'a b', ['@@ -1,3 +1,2 @@', ' a', ' b', '-c']],
    [
      'two places',
      'a b c d e f g h',
      'X b c d e f g Y',
      ['@@ -1,3 +1,3 @@', '-a', '+X', ' b', ' c', '@@ -6,3 +6,3 @@', ' f', ' g', '-h', '+Y'],
    ],
    ['nothing', 'a b', 'a b', []],
  ])('is told with the lines around it: %s', (_name, before, after, told) => {
    expect(unifiedDiff(lines(before), lines(after))).toEqual(told);
  });

  it('leads from one text to the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const told = unifiedDiff(before, after);
        const count = (sign: string): number => told.filter((line) => line.startsWith(sign)).length;
        expect(after.split('\n').length - before.split('\n').length).toBe(count('+') - count('-'));
        expect(told.length === 0).toBe(before === after);
        expect(patched(before, told)).toBe(after);
      }),
    );
  });

  it('is all of both where they have ten thousand lines each', () => {
    const text = (sign: string): string => Array.from({ length: 10_000 }, (_, index) => `${sign}${index}`).join('\n');

    expect(unifiedDiff(text('a'), text('b'))).toHaveLength(20_001);
  });
});

/** A text in which what is told has been put. */
function patched(before: string, told: readonly string[]): string {
  const left = before.split('\n');
  const made: string[] = [];
  let taken = 0;
  for (const line of told) {
    const start = /^@@ -(\d+)/.exec(line)?.[1];
    if (start !== undefined) while (taken < Number(start) - 1) made.push(left[taken++] ?? '');
    else if (line.startsWith('+')) made.push(line.slice(1));
    else {
      expect(left[taken]).toBe(line.slice(1));
      taken += 1;
      if (line.startsWith(' ')) made.push(line.slice(1));
    }
  }
  return [...made, ...left.slice(taken)].join('\n');
}
