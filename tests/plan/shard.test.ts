import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, readShard, type Shard } from '../../src/plan/plan-pages.ts';

describe('a part of the site', () => {
  it.each<[string, Shard]>([
    ['1/1', { index: 1, count: 1 }],
    ['3/8', { index: 3, count: 8 }],
    ['8/8', { index: 8, count: 8 }],
    [' 2/10 ', { index: 2, count: 10 }],
  ])('is read from %j', (text, shard) => {
    expect(readShard(text)).toEqual(shard);
  });

  it.each(['', '1', '/', '1/', '/2', '0/2', '3/2', '-1/2', '1/0', '0/0', '1.5/2', '1/2/3', 'one/two', '1 / 2', '١/٢'])(
    'is not read from %j',
    (text) => {
      expect(readShard(text)).toBeUndefined();
    },
  );
});

describe('the parts of a site', () => {
  const counts = fc.integer({ min: 1, max: 40 });

  it('have every file once', () => {
    fc.assert(
      fc.property(fc.string(), counts, (path, count) => {
        const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));

        expect(shards.filter((shard) => isInShard(path, shard))).toHaveLength(1);
      }),
    );
  });

  it('are about as large as each other', () => {
    const paths = Array.from({ length: 4_000 }, (_, number) => `2026/11/23/story-${number}/index.html`);
    const sizes = [1, 2, 3, 4].map((index) => paths.filter((path) => isInShard(path, { index, count: 4 })).length);

    for (const size of sizes) expect(Math.abs(size - 1_000)).toBeLessThan(150);
  });
});
