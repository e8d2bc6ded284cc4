import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/domain/edition.ts';
import { editionOf } from '../../newsroom/edition.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';

/** A part of “repair” for each name, a day after the one before. */
function parts(
  names: readonly string[],
  keysOf: (name: string) => Keys = () => ({}),
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name, index) => [
      `${name}.md`,
      aStory({ series: 'repair', date: `2026-11-${String(index + 1).padStart(2, '0')}`, ...keysOf(name) }),
    ]),
  );
}

/** Each story with its number and the parts beside it: `b 2 a c`. */
function placesIn({ stories }: Edition): readonly string[] {
  return stories
    .map(({ entry, part }) =>
      [entry.slug, part?.number, part?.earlier?.entry.slug ?? '-', part?.later?.entry.slug ?? '-'].join(' '),
    )
    .sort();
}

describe('a series', () => {
  it('has its parts in the order of their dates, each with those beside it', () => {
    const { edition } = editionOf({ articles: { ...parts(['a', 'b', 'c']), 'other.md': aStory() } });

    expect(placesIn(edition)).toEqual(['a 1 - b', 'b 2 a c', 'c 3 b -', 'other  - -']);
  });

  it('takes its title from site.yaml, and otherwise from its id', () => {
    const articles = { 'a.md': aStory({ series: 'long-repair' }), 'b.md': aStory({ series: 'tide' }) };
    const site = { series: [{ id: 'tide', title: 'High tide', description: 'Water' }] };

    expect(editionOf({ articles, site }).edition.series.map(({ url, series }) => [url, series])).toEqual([
      ['/series/long-repair/', { id: 'long-repair', title: 'Long repair', description: undefined }],
      ['/series/tide/', { id: 'tide', title: 'High tide', description: 'Water' }],
    ]);
  });

  it('counts the parts of each language for themselves', () => {
    const articles = parts(['a', 'a-es', 'b', 'b-es'], (name) => ({
      language: name.endsWith('-es') ? 'es-MX' : 'en-GB',
    }));

    expect(placesIn(editionOf({ articles }).edition)).toEqual(['a 1 - b', 'a-es 1 - b-es', 'b 2 a -', 'b-es 2 a-es -']);
  });

  it.each([{ draft: true }, { date: '2027-01-01' }])('leaves out a part that is not published: %j', (keys) => {
    const articles = parts(['a', 'b', 'c'], (name) => (name === 'b' ? keys : {}));

    expect(placesIn(editionOf({ articles }).edition)).toEqual(['a 1 - c', 'c 2 a -']);
  });

  it('is not there while none of its parts is published', () => {
    const site = { series: [{ id: 'repair', title: 'Repair' }] };

    expect(editionOf({ site, articles: parts(['a'], () => ({ draft: true })) }).edition.series).toEqual([]);
  });

  it('has an archive, numbered from its first part', () => {
    const { edition } = editionOf({ articles: manyStories(80, { series: 'repair' }) });
    const [series] = edition.series;

    const oldest = series?.archive[0]?.stories ?? [];
    expect(series?.archive.map(({ url }) => url)).toEqual(['/series/repair/archive/1/']);
    expect(oldest.length).toBeGreaterThanOrEqual(40);
    expect(oldest.map(({ part }) => part?.number).reverse()).toEqual(oldest.map((_, index) => index + 1));
    expect(oldest.length + (series?.stories.length ?? 0)).toBe(80);
  });

  it('has an address that no page may have', () => {
    const articles = { 'a.md': aStory({ series: 'repair' }), 'b.md': aStory({ slug: 'repair' }) };
    const { diagnostics } = editionOf({ articles, site: { permalink: '/series/{slug}/' } });

    expect(codesOf(diagnostics)).toEqual(['url-duplicate']);
  });
});

describe('the series of a story', () => {
  const SITE = { series: [{ id: 'long-repair', title: 'The long repair' }] };

  it.each([
    ['long-repairs', ['series-unknown'], 'did you mean `long-repair`? or add `long-repairs` to'],
    ['Long-Repair', ['series-unknown'], 'did you mean `long-repair`?'],
    ['The long repair', ['series-unknown'], 'did you mean `long-repair`?'],
    ['High tide', ['slug-invalid'], 'write `high-tide`'],
    ['北京', ['slug-invalid'], 'write'],
    ['', ['key-missing'], 'write something'],
    ['../secret', ['slug-invalid'], 'write `secret`'],
    ['long-repair', [], undefined],
    ['high-tide', [], undefined],
  ])('is an id that is not almost another: %j', (series, codes, hint) => {
    const { diagnostics } = editionOf({ site: SITE, articles: { 'a.md': aStory({ series }) } });

    expect(codesOf(diagnostics)).toEqual(codes);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toContain(hint.split('? or')[0]);
  });

  it('may be anything where site.yaml lists none', () => {
    const articles = { 'a.md': aStory({ series: 'repair' }), 'b.md': aStory({ series: 'repairs' }) };

    expect(codesOf(editionOf({ articles }).diagnostics)).toEqual([]);
  });

  it('is listed once, and has a title', () => {
    const site = {
      series: [
        { id: 'a', title: 'A' },
        { id: 'a', title: 'B' },
        { id: 'Ö', title: 'C' },
      ],
    };

    expect(codesOf(editionOf({ site }).diagnostics)).toEqual(['key-duplicate', 'slug-invalid']);
  });
});
