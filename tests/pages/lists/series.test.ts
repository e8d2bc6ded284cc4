import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { feedUrls } from '../../../src/domain/feeds.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import type { SeriesPage } from '../../../src/pages/lists/series-page.ts';
import { keyOf, specsOf } from '../../../src/pages/page-specs.ts';
import { editionOf, pageAt, pagesOf, renderedPage, storyPage } from '../../newsroom/edition.ts';
import { aStory, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SITE = { series: [{ id: 'repair', title: 'The <long> repair', description: 'How & why' }] };
const BESIDE = {
  'a.md': aStory({ headline: 'First', series: 'repair', date: '2026-11-01' }),
  'z.md': aStory({ headline: 'Last', shortHeadline: 'End <b>', series: 'repair', date: '2026-11-23 08:00' }),
};

describe('a part of a series', () => {
  it('says which it is, and leads to the series and to the parts beside it', () => {
    const { part } = storyPage({ series: 'repair' }, { site: SITE, articles: BESIDE });

    expect(part?.text).toEqual([
      { text: 'Part 2 of the series ', href: undefined },
      { text: 'The <long> repair', href: '/series/repair/' },
    ]);
    expect(part?.beside.map(({ label, headline, rel }) => [label, headline.href, headline.headline, rel])).toEqual([
      ['Previous part', '/2026/11/01/a/', 'First', 'prev'],
      ['Next part', '/2026/11/23/z/', 'End &lt;b&gt;', 'next'],
    ]);
  });

  it('speaks the language of the story, with its digits', () => {
    const text = (language: string): string | undefined =>
      storyPage({ series: 'repair', language }, {})
        .part?.text.map((one) => one.text)
        .join('');

    expect([text('de'), text('ar-EG')]).toEqual(['Teil 1 der Serie Repair', 'الجزء ١ من سلسلة Repair']);
  });

  it('says so to search engines', () => {
    const { frame } = storyPage({ series: 'repair' }, { site: SITE, articles: BESIDE });

    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'The <long> repair',
        url: 'https://ledger.example/series/repair/',
      },
      position: 2,
    });
  });

  it('is printed above the headline and below the text, with nothing in it that is markup', async () => {
    const html = await renderedPage({ site: SITE, articles: BESIDE }, '/2026/11/01/a/');

    expect(html.split('The &lt;long> repair')).toHaveLength(3);
    expect(html).toContain('End &lt;b&gt;');
  });

  it('of no series says nothing of one', () => {
    const { part, frame } = storyPage({}, { site: SITE, articles: BESIDE });

    expect([part, frame.structuredData?.includes('isPartOf')]).toEqual([undefined, false]);
  });
});

describe('the page of a series', () => {
  it('has its parts from the first, with their numbers', () => {
    const page = pageAt<SeriesPage>({ site: SITE, articles: BESIDE }, '/series/repair/');

    expect([page.kicker, page.title, page.description]).toEqual(['Series', 'The <long> repair', 'How & why']);
    expect(page.listing.cards.map(({ headline, note }) => [headline, note])).toEqual([
      ['First', 'Part 1'],
      ['End &lt;b&gt;', 'Part 2'],
    ]);
  });

  it('calls those that have no card later ones', () => {
    const { listing } = pageAt<SeriesPage>({ articles: manyStories(14, { series: 'repair' }) }, '/series/repair/');

    expect(listing.cards.map(({ note }) => note).slice(0, 2)).toEqual(['Part 1', 'Part 2']);
    expect([listing.earlier?.title, listing.earlier?.headlines.map(({ note }) => note)]).toEqual([
      'Later stories',
      ['Part 13', 'Part 14'],
    ]);
  });

  it('begins with the newest once there is an archive', () => {
    const newsroom = { articles: manyStories(76, { series: 'repair' }) };
    const { listing } = pageAt<SeriesPage>(newsroom, '/series/repair/');

    expect([listing.cards[0]?.note, listing.earlier?.title]).toEqual(['Part 76', 'Earlier stories']);
    expect(listing.paging?.earlier?.href).toBe('/series/repair/archive/1/');
    expect(pageAt<ArchivePage>(newsroom, '/series/repair/archive/1/').headlines.length).toBeGreaterThanOrEqual(40);
  });
});

describe('an early part that is taken away', () => {
  it('changes few pages of other parts, however long the series is', () => {
    const before = manyStories(120, { series: 'repair' });
    const [earliest = ''] = Object.keys(before).slice(-1);
    const { [earliest]: _gone, ...after } = before;
    const keysOf = (articles: NewsroomGiven['articles']): ReadonlyMap<string, string> =>
      new Map([...specsOf(editionOf({ articles }).edition, ['article'])].map((spec) => [spec.url, keyOf(spec)]));
    const [old, now] = [keysOf(before), keysOf(after)];

    expect(now.size).toBe(119);
    expect([...now].filter(([url, key]) => old.get(url) !== key).length).toBeLessThanOrEqual(25);
  });

  it('has no number on the pages of the later ones, but in the list of the series', () => {
    const articles = manyStories(21, { series: 'repair' });
    const textOf = (slug: string): string | undefined =>
      pagesOf({ articles })
        .filter(({ url }) => url.endsWith(`/${slug}/`))
        .map(({ data }) => (data as ArticlePage).part?.text.map(({ text }) => text).join(''))[0];
    const slugs = [...editionOf({ articles }).edition.stories].map(({ entry: { slug } }) => slug);

    expect([slugs[0], slugs[1]].map((slug) => textOf(slug ?? ''))).toEqual([
      'Part of the series Repair',
      'Part 20 of the series Repair',
    ]);
    expect(JSON.stringify(pageAt<SeriesPage>({ articles }, '/series/repair/').listing)).toContain('Part 21');
  });
});

describe('a new part', () => {
  it('touches the page and the feeds of the series and the part before it, and no other part', () => {
    const newsroomOf = (count: number): NewsroomGiven => ({ articles: manyStories(count, { series: 'repair' }) });
    const dataOf = (newsroom: NewsroomGiven): ReadonlyMap<string, string> =>
      new Map(pagesOf(newsroom).map(({ url, data }) => [url, JSON.stringify(data)]));
    const before = newsroomOf(60);
    const after = {
      articles: {
        ...before.articles,
        'new.md': aStory({ headline: 'New', series: 'repair', date: '2026-11-22 11:00' }),
      },
    };
    const [old, now] = [dataOf(before), dataOf(after)];
    const changed = [...now.keys()].filter((url) => old.get(url) !== now.get(url));

    expect(changed.filter((url) => url.includes('story-') || url.startsWith('/series/')).sort()).toEqual([
      '/2026/11/22/story-0/',
      '/series/repair/',
      ...feedUrls('/series/repair/' as UrlPath).toSorted(),
    ]);
    expect(pageAt<ArticlePage>(after, '/2026/11/22/story-0/').part?.beside.map(({ rel }) => rel)).toEqual([
      'prev',
      'next',
    ]);
  });
});
