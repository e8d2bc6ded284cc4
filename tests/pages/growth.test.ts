import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../src/domain/addresses.ts';
import { feedUrls } from '../../src/domain/feeds.ts';
import { atNight, each, IS_NIGHT } from '../at-night.ts';
import { pagesOf } from '../newsroom/edition.ts';
import { aFile, aStory, type Keys, manyStories } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const SECTIONS = ['news', 'sport', 'arts'];
const TOPICS = ['Harbour', 'Council', 'Floods'];
const PEOPLE = ['ana-ruiz', 'jo-li', 'sam-orr'];

const NEW_STORY: Keys = {
  headline: 'New',
  date: '2026-11-22 11:00',
  section: 'news',
  topics: TOPICS.slice(0, 2),
  contributors: ['ana-ruiz'],
};

/** A newsroom of so many stories, which are spread over its sections, topics and contributors. */
function newsroomOf(count: number): NewsroomGiven {
  return {
    site: { sections: SECTIONS.map((id) => ({ id, title: id })) },
    contributors: Object.fromEntries(PEOPLE.map((id) => [`${id}.md`, aFile({ name: id.toUpperCase() }, '')])),
    articles: manyStories(count, (index) => ({
      section: SECTIONS[index % 3],
      topics: TOPICS.filter((_, at) => index % (at + 2) > 0),
      contributors: [PEOPLE[index % 3]],
    })),
  };
}

/** What each page holds, by its address. */
type Pages = ReadonlyMap<string, string>;

/** The addresses of the pages that differ when a newsroom publishes the new story: changed, new or gone. */
function touchedIn(newsroom: NewsroomGiven, before = dataOf(newsroom)): readonly string[] {
  const after = dataOf({ ...newsroom, articles: { ...newsroom.articles, 'new.md': aStory(NEW_STORY) } });
  return differencesOf(before, after);
}

function differencesOf(before: Pages, after: Pages): readonly string[] {
  const urls = new Set([...before.keys(), ...after.keys()]);
  return [...urls].filter((url) => before.get(url) !== after.get(url)).sort();
}

function dataOf(newsroom: NewsroomGiven): Pages {
  return dataIn(pagesOf(newsroom));
}

function dataIn(pages: ReturnType<typeof pagesOf>): Pages {
  return new Map(pages.map(({ url, data }) => [url, JSON.stringify(data)]));
}

const published = new Map<number, Pages>();
const touched = new Map<number, readonly string[]>();

/** The pages of the newsroom of so many stories; several tests ask for the same. */
function dataOfMany(count: number): Pages {
  const known = published.get(count) ?? dataOf(newsroomOf(count));
  published.set(count, known);
  return known;
}

function touchedInMany(count: number): readonly string[] {
  const known = touched.get(count) ?? touchedIn(newsroomOf(count), dataOfMany(count));
  touched.set(count, known);
  return known;
}

/** Between how many of 144 stories a list closes a page of its archive: twice, and by day the second time. */
const CLOSING = IS_NIGHT ? { least: 64, most: 144 } : { least: 100, most: 110 };

/** A page that is closed, and the one before it, which now leads on to it. */
const ONE_CLOSED = /^(?:\/news\/archive\/1\/ )?\/news\/archive\/[12]\/$/;

/** A list and its feeds, in the order of their addresses. */
function fedList(url: string): readonly string[] {
  return [url, ...feedUrls(url as UrlPath).toSorted()];
}

describe('publishing a story', () => {
  it('touches as many pages in a large newsroom as in a small one', () => {
    const small = touchedInMany(30);
    const large = touchedInMany(600);

    expect(small).toContain('/2026/11/22/new/');
    expect(Math.abs(large.length - small.length), large.join(' ')).toBeLessThanOrEqual(3);
  });

  it('touches the fronts that it is on, its dates, the feeds and its sitemap', () => {
    const lists = ['/', '/contributors/ana-ruiz/', '/news/', '/topics/council/', '/topics/harbour/'];

    expect(touchedInMany(600).filter((url) => !url.startsWith('/search/'))).toEqual(
      [
        ...lists.flatMap(fedList),
        ...['/2026/', '/2026/11/', '/2026/11/22/', '/2026/11/22/new/', '/archive/'],
        ...['/2026/11/22/new/index.json', '/2026/11/22/new/index.md'],
        ...['/sitemap-news.xml', '/sitemap.xml', '/sitemaps/2026-11.xml'],
      ].sort(),
    );
  });

  it('touches no more where editors curate fronts', () => {
    const newsroom = newsroomOf(600);
    const home = 'lead: story-500\ngroups: [{ topic: Harbour }, { section: sport, stories: [story-400] }]\n';
    const curated = { ...newsroom, fronts: { 'home.yaml': home, 'news.yaml': 'stories: [story-300, story-301]\n' } };

    expect(touchedIn(curated)).toEqual(touchedInMany(600));
  });

  it.each([30, 600, ...atNight(1_500)])('touches four files of the search and their list, of %i stories', (count) => {
    const files = touchedInMany(count).filter((url) => url.startsWith('/search/'));

    expect(files.filter((url) => url !== '/search/index.json')).toHaveLength(4);
    expect(files).toHaveLength(5);
  });

  it('touches two pages more of a list where it closes a page of its archive', () => {
    const site = { sections: [{ id: 'news', title: 'News' }] };
    const { least, most } = CLOSING;
    const oldestLast = Object.entries(manyStories(144));
    // One story after the other is published.
    const states = Array.from({ length: most - least + 1 }, (_, index) => {
      const pages = pagesOf({ site, articles: Object.fromEntries(oldestLast.slice(-(least + index))) });
      return dataIn(pages.filter(({ url }) => url.startsWith('/news/')));
    });

    const closing = states.slice(1).flatMap((after, index) => {
      const ofList = differencesOf(states[index] ?? after, after);
      const ofFront = fedList('/news/');
      const others = ofList.filter((url) => !ofFront.includes(url));
      expect(ofList).toEqual(expect.arrayContaining([...ofFront]));
      return others.length > 0 ? [others] : [];
    });
    expect(closing.length).toBeGreaterThan(0);
    expect(closing.length).toBeLessThanOrEqual(2);
    for (const urls of closing) expect(urls.join(' ')).toMatch(ONE_CLOSED);
  });
});

describe('withdrawing an old story', () => {
  it('touches the archive page of each list that it was on, and seldom others', () => {
    const count = IS_NIGHT ? 1_500 : 600;
    const newsroom = newsroomOf(count);
    const before = dataOfMany(count);
    const counts = each(
      2,
      [1, 100, 300, 500, 700].map((age) => count - age),
    ).map((index) => {
      const { [`story-${index}.md`]: _gone, ...articles } = newsroom.articles ?? {};
      const changed = differencesOf(before, dataOf({ ...newsroom, articles }));
      return changed.filter((url) => before.has(url) && /\/archive\/\d+\/$/.test(url)).length;
    });

    // It is in a section, by one person, about two or three topics.
    expect([...counts].sort((one, other) => one - other)[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(6);
  });
});

describe('a page', () => {
  it('lists no more stories in a large newsroom than fit on a front, whatever it is', () => {
    const pages = pagesOf(newsroomOf(600)).filter(({ layout }) => layout !== 'search-file');
    const listed = pages.map(({ url, data }) => ({
      url,
      stories: JSON.stringify(data).split('"headline":').length - 1,
    }));

    expect(listed.filter(({ stories }) => stories > 124)).toEqual([]);
    expect(Math.max(...listed.map(({ stories }) => stories))).toBeGreaterThan(49);
  });
});

describe('changing the dek of a story', () => {
  it('touches no list that prints only its headline', () => {
    const newsroom = newsroomOf(300);
    const story = { headline: 'Old', date: '2026-11-12 23:30', section: 'news', contributors: ['jo-li'] };
    const withDek = (dek: string): NewsroomGiven => ({
      ...newsroom,
      articles: { ...newsroom.articles, 'old.md': aStory({ ...story, dek }) },
    });
    const before = dataOf(withDek('One'));
    const after = dataOf(withDek('Two'));

    const changed = [...after.keys()].filter((url) => before.get(url) !== after.get(url));

    expect(changed.filter((url) => !url.startsWith('/search/'))).toEqual([
      '/2026/11/12/old/',
      '/2026/11/12/old/index.md',
      '/2026/11/12/old/index.json',
    ]);
  });
});
