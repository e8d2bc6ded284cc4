import { joinParts } from '../../../src/formats/text-parts.ts';
import { describe, expect, it } from 'vitest';
import { RelatedStory } from '../../../src/domain/story/story.ts';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { printSitemap, type SitemapEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import { loadPrinters } from '../../../src/build/layouts.ts';
import { nextChange } from '../../../src/pages/page-specs.ts';
import { pagesToFind } from '../../../src/pages/page-specs.ts';
import { newsSitemap } from '../../../src/pages/sitemaps/news-sitemap.ts';
import { listPageSitemaps } from '../../../src/pages/sitemaps/page-sitemap.ts';
import { listStorySitemaps, storySitemap } from '../../../src/pages/sitemaps/story-sitemap.ts';
import type { Materials } from '../../../src/pages/surroundings.ts';
import { faultsOfSitemaps } from '../../formats/sitemaps/faults-of-sitemap.ts';
import { editionOf, pageAt, pagesOf, type PublicationGiven } from '../../newsroom/edition.ts';
import { atNight, IS_NIGHT } from '../../at-night.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { aSite } from '../../newsroom/site.ts';

const PRINTERS = await loadPrinters();

/** All sitemaps of a newsroom and their indexes, as they are published. */
function sitemapsOf(newsroom: NewsroomGiven, given: PublicationGiven = {}): Readonly<Record<string, string>> {
  const pages = pagesOf(newsroom, given).filter(({ layout }) => layout.startsWith('sitemap'));
  return Object.fromEntries(pages.map(({ url, layout, data }) => [url, joinParts(PRINTERS.get(layout)?.(data) ?? '')]));
}

function newsOf(newsroom: NewsroomGiven, given: PublicationGiven = {}): readonly SitemapEntry[] {
  return pageAt<readonly SitemapEntry[]>(newsroom, '/sitemap-news.xml', given);
}

function urlsIn(entries: readonly SitemapEntry[]): readonly string[] {
  return entries.map(({ url }) => url.replace('https://ledger.example', ''));
}

const HOSTILE = [
  '</url><url>',
  'AT&T &amp; "quotes" \'so\' <b>',
  ']]> <![CDATA[ <!-- --> <?xml version="1.0"?>',
  '北京 🎉 \u202eab\u202c مرحبا',
  '%x; &x; {{ title }} {% x %}',
  'x'.repeat(5_000),
];

describe('what the published schemas say of sitemaps', () => {
  it('is nothing, for any newsroom with a story', async () => {
    const keys = (index: number): Keys => ({
      headline: HOSTILE[index % HOSTILE.length],
      topics: [HOSTILE[index % HOSTILE.length]],
      language: ['en', 'zh-Hant', 'ar', 'x-own'][index % 4],
      image: { src: 'bridge.jpg', alt: '' },
    });
    const site = { title: HOSTILE[1], url: 'https://ledger.example/a%20paper/', timeZone: 'Asia/Kathmandu' };
    for (const count of [1, 130]) {
      const newsroom = { site, articles: manyStories(count, keys), contributors: { 'a.md': aFile({ name: 'A' }, '') } };
      const sitemaps = sitemapsOf(newsroom, { now: '2026-11-22 12:00' });

      expect(Object.keys(sitemaps)).toContain('/sitemap-news.xml');
      expect(await faultsOfSitemaps(sitemaps)).toEqual([]);
    }
  });

  it('is nothing, for one without stories, but that its news sitemap is empty, as aggregators allow', async () => {
    const { '/sitemap-news.xml': news = '', ...others } = sitemapsOf({});

    expect(await faultsOfSitemaps(others)).toEqual([]);
    expect(news).toBe(printSitemap([]));
    expect((await faultsOfSitemaps({ news })).join('\n')).toMatch(/Missing child element\(s\). Expected is .*url/);
  });

  it.each([
    ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>', 'minLength'],
    [
      printSitemap([
        {
          url: 'https://ledger.example/',
          lastModified: 'yesterday',
          images: [],
          news: { publication: '', language: 'zh', published: '2026-11-23', title: 'A' },
        },
      ]),
      'lastmod.*\n.*[^]*name.*\n[^]*publication_date',
    ],
    [
      printSitemap([{ url: 'https://ledger.example/', lastModified: undefined, images: ['/x.png'] }]),
      'sitemap-image/1.1}loc',
    ],
  ])('is something, where something is wrong', async (sitemap, fault) => {
    expect((await faultsOfSitemaps({ sitemap })).join('\n')).toMatch(new RegExp(fault));
  });
});

describe('the sitemaps', () => {
  const site = aSite();
  const now = Date.UTC(2026, 11, 1);
  const story = editionOf({ articles: { 'a.md': aStory() } }).edition.stories[0] as RelatedStory;
  const yearsOf = (urls: readonly string[], more: Partial<RelatedStory['entry']> = {}) => {
    const stories = urls.map((url) => {
      const entry = { ...story.entry, ...more, url: url as UrlPath };
      return new RelatedStory(entry, story, () => story.article);
    });
    const url = '/' as UrlPath;
    const days = [{ date: '2026-11-23', url, stories: [...stories].reverse() }];
    return [{ date: '2026', url, months: [{ date: '2026-11', url, days }] }];
  };

  const pictures = new Map();

  it('have no more than 50,000 stories of a month each, the oldest first', () => {
    const urls = Array.from({ length: 60_000 }, (_, index) => `/${index}/`);
    const sitemaps = listStorySitemaps({ site, now, years: yearsOf(urls), pictures });
    const numbers = sitemaps.map(({ stories }) => stories.map(({ url }) => Number(url.replaceAll('/', ''))));

    expect(sitemaps.map(({ url }) => url)).toEqual(['/sitemaps/2026-11-0.xml', '/sitemaps/2026-11-1.xml']);
    expect(numbers.flat().sort((one, other) => one - other)).toEqual(urls.map((_, index) => index));
    for (const list of numbers) expect(list).toEqual(list.toSorted((one, other) => one - other));
  });

  it('have no more than 50 MB each, however long addresses and however many pictures are', () => {
    const long = 'ö'.repeat(200);
    const count = IS_NIGHT ? 300 : 120;
    const urls = Array.from({ length: count }, (_, index) => `/${long}/${index}/`);
    const media = Array.from({ length: 1_200 }, (_, index) => `content/media/${"'".repeat(150)}-${index}.png`);
    const sitemaps = listStorySitemaps({ site, now, years: yearsOf(urls, { media }), pictures });
    let stories = 0;
    for (const subject of sitemaps) {
      const text = printSitemap(storySitemap.make(subject, { site } as Materials));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(50_000_000);
      stories += subject.stories.length;
    }
    expect([stories, sitemaps[0]?.stories[0]?.images.length]).toEqual([count, 1_000]);
    expect(sitemaps.length).toBeGreaterThan(2);
  });

  it('leave out addresses that no sitemap may have', () => {
    const folders = (count: number): string => `/${'a'.repeat(200)}`.repeat(count);
    const years = yearsOf(['/a/', `${folders(10)}/`, `${folders(11)}/`]);

    expect(listStorySitemaps({ site, now, years, pictures }).flatMap(({ stories }) => stories)).toHaveLength(2);
  });

  it('of hundreds of thousands of topics change in a bounded number for one more', () => {
    const sitemapsWith = (count: number): ReadonlyMap<string, string> => {
      const topics = Array.from({ length: count }, (_, index) => {
        const url = `/topics/${index * 7919}/` as UrlPath;
        return { topic: { name: '', url }, url, stories: [], archive: [] };
      });
      topics.sort((one, other) => (one.url < other.url ? -1 : 1));
      const given = { ...editionOf({}).edition, topics };
      return new Map(listPageSitemaps(given, () => pagesToFind(given)).map(({ url, pages }) => [url, pages.join()]));
    };
    const [before, after] = [sitemapsWith(200_000), sitemapsWith(200_001)];

    expect([...before.values()].every((pages) => pages.split(',').length <= 50_000)).toBe(true);
    expect([...after.keys()].filter((url) => before.get(url) !== after.get(url))).toHaveLength(1);
  });

  it('have the archive by date, and the archives of lists', () => {
    const entries = pageAt<readonly SitemapEntry[]>(
      { site: { sections: [{ id: 'news', title: 'News' }] }, articles: manyStories(75, { date: '2026-11-23' }) },
      '/sitemaps/archives.xml',
    );

    expect(urlsIn(entries)).toEqual(['/archive/', '/2026/', '/2026/11/', '/2026/11/23/', '/news/archive/1/']);
  });

  it('have no files that templates make and are no pages', () => {
    const permalinks = ['/robots.txt', '/humans.txt', '/about/', '/team.html', '/feed.json', '/v1.0/'];
    const pages = Object.fromEntries(
      permalinks.map((permalink, index) => [`${index}.njk`, aFile({ permalink, title: 'A' }, 'Text')]),
    );

    expect(urlsIn(pageAt<readonly SitemapEntry[]>({ pages }, '/sitemaps/pages.xml'))).toEqual([
      '/',
      '/about/',
      '/team.html',
      '/v1.0/',
    ]);
  });

  it('have the pictures of a story that are made of pixels, each once', () => {
    const body = '![a](bridge.jpg)\n\n![b](map.svg) [c](night.png) [d](minutes.pdf) ![e](dawn.WEBP)';
    const media = {
      'bridge.jpg': [10, 10],
      'night.png': [10, 10],
      'map.svg': [10, 10],
      'dawn.WEBP': [10, 10],
      'minutes.pdf': 'file',
    } as const;
    const articles = { 'a.md': aStory({ image: { src: 'bridge.jpg', alt: '' } }, body) };
    const entries = pageAt<readonly SitemapEntry[]>({ media, articles }, '/sitemaps/2026-11.xml');

    expect(entries.map(({ images }) => images)).toEqual([
      ['https://ledger.example/media/bridge.jpg', 'https://ledger.example/media/dawn.WEBP'],
    ]);
  });

  it('say when a story was changed last: published, updated, corrected or added to', () => {
    const articles = {
      'a.md': aStory({ date: '2026-11-20' }),
      'b.md': aStory({ date: '2026-11-20', updated: '2026-11-21' }),
      'c.md': aStory({ date: '2026-11-20', updated: '2026-11-21', corrections: [{ date: '2026-11-22', text: 'A' }] }),
      'd.md': aStory({ date: '2026-11-20', updates: [{ date: '2026-11-23', text: 'A' }] }),
    };
    const entries = pageAt<readonly SitemapEntry[]>({ articles }, '/sitemaps/2026-11.xml');

    expect(entries.map(({ url, lastModified }) => `${url.at(-2)} ${lastModified?.slice(0, 10)}`)).toEqual([
      'd 2026-11-23',
      'c 2026-11-22',
      'b 2026-11-21',
      'a 2026-11-20',
    ]);
  });

  it('do not say that a story was changed when it was not yet', () => {
    const newsroom = { articles: { 'a.md': aStory({ updated: '2026-11-24' }) } };
    const lastModifiedAt = (moment: string) =>
      pageAt<readonly SitemapEntry[]>(newsroom, '/sitemaps/2026-11.xml', { now: moment })[0]?.lastModified;

    expect([lastModifiedAt('2026-11-23 12:00'), lastModifiedAt('2026-11-24')]).toEqual([
      '2026-11-23T07:30:00+00:00',
      '2026-11-24T00:00:00+00:00',
    ]);
    expect(nextChange(editionOf(newsroom).edition)).toBe(Date.UTC(2026, 10, 24));
  });
});

describe('the news sitemap', () => {
  const NOW = '2026-11-23 12:00';

  it('has exactly the stories of the last 48 hours that want to be found, newest first', () => {
    const articles = {
      'now.md': aStory({ date: NOW }),
      'young.md': aStory({ date: '2026-11-21 12:00:01' }),
      'updated.md': aStory({ date: '2026-11-21 12:00', updated: '2026-11-23 11:00' }),
      'old.md': aStory({ date: '2026-11-20' }),
      'held.md': aStory({ date: '2026-11-23 12:00:01' }),
      'draft.md': aStory({ draft: true }),
      'hidden.md': aStory({ noindex: true }),
      'elsewhere.md': aStory({ canonical: 'https://example.com/' }),
    };

    expect(urlsIn(newsOf({ articles }, { now: NOW }))).toEqual(['/2026/11/23/now/', '/2026/11/21/young/']);
  });

  it('says of each what aggregators ask for', () => {
    const site = { title: 'AT&T *Times*', timeZone: 'America/New_York', language: 'zh-TW' };
    const keys = {
      headline: 'A *new* <b> & "bridge"',
      date: '2026-11-23 07:30',
      updated: '2026-11-23 09:00',
      image: { src: 'bridge.jpg', alt: '' },
    };

    expect(newsOf({ site, articles: { 'a.md': aStory(keys) } }, { now: '2026-11-24' })).toEqual([
      {
        url: 'https://ledger.example/2026/11/23/a/',
        lastModified: undefined,
        images: ['https://ledger.example/media/bridge.jpg'],
        news: {
          publication: 'AT&T *Times*',
          language: 'zh-tw',
          published: '2026-11-23T07:30:00-05:00',
          title: expect.stringMatching(/^A new <b> & .bridge.$/),
        },
      },
    ]);
  });

  it('changes in time when its oldest story is two days old', () => {
    const articles = {
      'a.md': aStory({ date: '2026-11-23 11:00' }),
      'b.md': aStory({ date: '2026-11-22 11:00' }),
      'c.md': aStory({ date: '2026-11-21 13:00', noindex: true }),
      'd.md': aStory({ date: '2026-11-21 12:00' }),
    };
    const changeAt = (now: string): number | undefined => {
      const { edition } = editionOf({ articles }, { now });
      return [...newsSitemap.changesAt(edition)].find((moment) => moment > edition.now);
    };

    expect(changeAt(NOW)).toBe(Date.UTC(2026, 10, 24, 11));
    expect(changeAt('2026-11-24 11:00')).toBe(Date.UTC(2026, 10, 25, 11));
    expect(changeAt('2026-11-25 11:00')).toBe(undefined);
  });

  it.each<readonly [number, number]>([[0, 1], [1, 1], ...atNight<readonly [number, number]>([1_000, 1]), [1_001, 3]])(
    'of %i stories are %i files of at most 1,000 each',
    async (count, files) => {
      const articles = manyStories(count, { date: NOW });
      const sitemaps = Object.entries(sitemapsOf({ articles }, { now: NOW })).filter(([url]) => url.includes('news'));
      const listed = sitemaps.map(([, text]) => text.split('<url>').length - 1);

      expect(sitemaps.map(([url]) => url)).toHaveLength(files);
      expect(Math.max(...listed)).toBeLessThanOrEqual(1_000);
      expect(listed.reduce((sum, one) => sum + one)).toBe(count);
      if (count > 0) expect(await faultsOfSitemaps(Object.fromEntries(sitemaps))).toEqual([]);
      if (files > 1) {
        const index = sitemaps.find(([url]) => url === '/sitemap-news.xml')?.[1] ?? '';
        const others = sitemaps.map(([url]) => url).filter((url) => url !== '/sitemap-news.xml');
        expect([...index.matchAll(/<loc>https:\/\/ledger.example([^<]+)/g)].map(([, url]) => url)).toEqual(others);
      }
    },
  );
});
