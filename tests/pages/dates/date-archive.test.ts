import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { feedUrls } from '../../../src/domain/feeds.ts';
import type { DateArchivePage } from '../../../src/pages/dates/date-archive.ts';
import type { DayPage } from '../../../src/pages/dates/day-page.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** Two stories on a day, one on another of the month, one in another month, one in another year. */
function newsroom(site: Keys = {}): NewsroomGiven {
  const dates = ['2026-11-23 07:30', '2026-11-23 06:00', '2026-11-02', '2026-03-01', '1987-12-31'];
  return {
    site,
    articles: Object.fromEntries(
      dates.map((date, at) => [`story-${at}.md`, aStory({ date, headline: `Story ${at}` })]),
    ),
  };
}

function entriesOf({ entries }: DateArchivePage): readonly (readonly string[])[] {
  return entries.map(({ label, href, count }) => [label, href, count]);
}

describe('the archive by date', () => {
  it('has its years, newest first, with the number of stories', () => {
    const page = pageAt<DateArchivePage>(newsroom(), '/archive/');

    expect(entriesOf(page)).toEqual([
      ['2026', '/2026/', '4 stories'],
      ['1987', '/1987/', '1 story'],
    ]);
    expect([page.title, page.breadcrumb, page.frame.title, page.frame.description]).toEqual([
      'Archive',
      undefined,
      'Archive – The Harbour Ledger',
      'All stories of The Harbour Ledger, by date.',
    ]);
  });

  it('has the months of a year that have stories, in the order of the calendar', () => {
    const page = pageAt<DateArchivePage>(newsroom({ language: 'fr' }), '/2026/');

    expect(entriesOf(page)).toEqual([
      ['mars', '/2026/03/', '1 article'],
      ['novembre', '/2026/11/', '3 articles'],
    ]);
    expect([page.title, page.breadcrumb?.links]).toEqual(['2026', [{ label: 'Archives', href: '/archive/' }]]);
  });

  it('has the days of a month that have stories', () => {
    const page = pageAt<DateArchivePage>(
      newsroom({ language: 'ar', url: 'https://ledger.example/paper/' }),
      '/2026/11/',
    );

    expect(entriesOf(page)).toEqual([
      ['الاثنين، 2 نوفمبر', '/paper/2026/11/02/', 'مقال واحد'],
      ['الاثنين، 23 نوفمبر', '/paper/2026/11/23/', 'مقالان'],
    ]);
    expect(page.frame).toMatchObject({
      title: 'الأرشيف: نوفمبر 2026 – The Harbour Ledger',
      canonical: 'https://ledger.example/paper/2026/11/',
      robots: 'max-image-preview:large',
    });
  });

  it('has all stories of a day, newest first, and the way up', () => {
    const { title, headlines, breadcrumb, frame } = pageAt<DayPage>(newsroom(), '/2026/11/23/');

    expect(headlines.map(({ href, time }) => [href, time.iso])).toEqual([
      ['/2026/11/23/story-0/', '2026-11-23T07:30:00+00:00'],
      ['/2026/11/23/story-1/', '2026-11-23T06:00:00+00:00'],
    ]);
    expect([title, frame.description]).toEqual([
      'Monday, November 23, 2026',
      'All stories of The Harbour Ledger: Monday, November 23, 2026.',
    ]);
    expect(breadcrumb.links).toEqual([
      { label: 'Archive', href: '/archive/' },
      { label: '2026', href: '/2026/' },
      { label: 'November', href: '/2026/11/' },
    ]);
  });

  it('goes by the clocks of the site', () => {
    const articles = { 'a.md': aStory({ date: '2025-12-31T23:30:00-05:00' }) };
    const urls = pagesOf({ site: { timeZone: 'Europe/London', permalink: '/{slug}/' }, articles }).map(
      ({ url }) => url,
    );

    expect(urls.filter((url) => /^\/\d+\//.test(url))).toEqual(['/2026/', '/2026/01/', '/2026/01/01/']);
  });

  it('keeps days in their order where clocks are put back over midnight', () => {
    const site = { timeZone: 'America/St_Johns', permalink: '/{slug}/' };
    const articles = {
      'a.md': aStory({ date: '2010-11-07T02:30:30Z' }),
      'b.md': aStory({ date: '2010-11-07T02:31:30Z' }),
    };

    expect(entriesOf(pageAt<DateArchivePage>({ site, articles }, '/2010/11/')).map(([, href]) => href)).toEqual([
      '/2010/11/06/',
      '/2010/11/07/',
    ]);
  });

  it('has what is published only', () => {
    const { articles } = newsroom();
    const held = { 'held.md': aStory({ date: '2027-01-01' }), 'draft.md': aStory({ date: '2024-01-01', draft: true }) };
    const { edition } = editionOf({ articles: { ...articles, ...held } });

    expect(edition.years.map(({ date }) => date)).toEqual(['2026', '1987']);
  });

  it('is not there where there is no story, and nothing leads to it', () => {
    const empty: NewsroomGiven = { articles: { 'draft.md': aStory({ draft: true }) } };
    const { listing, frame } = pageAt<HomePage>(empty, '/');

    expect(pagesOf(empty).map(({ url }) => url)).toEqual([
      '/',
      '/corrections/',
      '/404.html',
      ...feedUrls('/' as UrlPath),
      '/sitemaps/pages.xml',
      '/sitemap.xml',
      '/sitemap-news.xml',
      '/robots.txt',
      '/llms.txt',
      '/icon.svg',
      '/site.webmanifest',
    ]);
    expect([listing.paging, frame.footer.links.map(({ href }) => href)]).toEqual([
      undefined,
      ['/corrections/', '/feed.xml'],
    ]);
  });
});
