import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { SITEMAP_BYTES, type SitemapPart, splitSitemap } from '../../../src/formats/sitemaps/split-sitemap.ts';

interface Entry {
  readonly url: UrlPath;
}

function entriesOf(count: number, prefix = '/topics/'): readonly Entry[] {
  return Array.from({ length: count }, (_, index) => ({ url: `${prefix}${index}/` as UrlPath }));
}

function split(entries: readonly Entry[], most: number, size = 100): readonly SitemapPart<Entry>[] {
  return splitSitemap(entries, { name: 'pages', most, sizeOf: () => size });
}

/** The addresses of sitemaps that are in one of two lists only, or have other entries in each. */
function changed(before: readonly SitemapPart<Entry>[], after: readonly SitemapPart<Entry>[]): readonly string[] {
  const texts = [before, after].map(
    (parts) => new Map(parts.map(({ url, entries }) => [url, JSON.stringify(entries)])),
  );
  const [one, other] = texts as [Map<UrlPath, string>, Map<UrlPath, string>];
  return [...new Set([...one.keys(), ...other.keys()])].filter((url) => one.get(url) !== other.get(url));
}

describe('a sitemap', () => {
  it('is none without pages', () => {
    expect(split([], 10)).toEqual([]);
  });

  it('is one where all pages fit', () => {
    expect(split(entriesOf(10), 10)).toEqual([{ url: '/sitemaps/pages.xml', entries: entriesOf(10) }]);
  });

  it('is cut in two where there is a page too many', () => {
    expect(split(entriesOf(11), 10).map(({ url }) => url)).toEqual(['/sitemaps/pages-0.xml', '/sitemaps/pages-1.xml']);
  });

  it.each([11, 1_000, 60_001, 300_000])('has every one of %i pages once, in the order given', (count) => {
    const parts = split(entriesOf(count), count > 50_000 ? 50_000 : 10);
    const all = parts.flatMap(({ entries }) => entries);
    const numbers = parts.map(({ entries }) => entries.map(({ url }) => Number(/\d+/.exec(url)?.[0])));

    expect(new Set(all.map(({ url }) => url)).size).toBe(count);
    expect(all).toHaveLength(count);
    expect(Math.max(...parts.map(({ entries }) => entries.length))).toBeLessThanOrEqual(count > 50_000 ? 50_000 : 10);
    for (const list of numbers) expect(list).toEqual(list.toSorted((one, other) => one - other));
  });

  it('is cut by the bytes that its pages take, too', () => {
    const size = Math.floor(SITEMAP_BYTES / 3.5);
    const parts = split(entriesOf(100), 50_000, size);

    expect(Math.max(...parts.map(({ entries }) => entries.length))).toBe(3);
    expect(parts.flatMap(({ entries }) => entries)).toHaveLength(100);
  });

  it('changes alone for a page more or less, or is cut, in the midst of any number of others', () => {
    const all = entriesOf(20_000);
    for (const most of [50, 1_000, 19_999, 20_000]) {
      for (const index of [0, 777, 19_999]) {
        const others = all.filter((_, at) => at !== index);
        expect(changed(split(others, most), split(all, most)).length).toBeLessThanOrEqual(3);
      }
    }
  });

  it('ends where one address stands twice', () => {
    const twice = [...entriesOf(1), ...entriesOf(1)];

    expect(split(twice, 1)).toHaveLength(1);
  });
});
