import { describe, expect, it } from 'vitest';
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

/** The addresses of the pages that differ when a newsroom publishes one more story: changed, new or gone. */
function touchedBy(newsroom: NewsroomGiven, story: Keys): readonly string[] {
  const before = dataOf(newsroom);
  const after = dataOf({ ...newsroom, articles: { ...newsroom.articles, 'new.md': aStory(story) } });
  const urls = new Set([...before.keys(), ...after.keys()]);
  return [...urls].filter((url) => before.get(url) !== after.get(url)).sort();
}

function dataOf(newsroom: NewsroomGiven): ReadonlyMap<string, string> {
  return new Map(pagesOf(newsroom).map(({ url, data }) => [url, JSON.stringify(data)]));
}

/** A page that is closed, and the one before it, which now leads on to it. */
const ONE_CLOSED = /^(?:\/news\/archive\/1\/ )?\/news\/archive\/[12]\/$/;

/** A list and its feeds. */
function fedList(url: string): readonly string[] {
  return [url, ...['atom.xml', 'feed.json', 'feed.xml'].map((file) => url + file)];
}

describe('publishing a story', () => {
  it('touches as many pages in a large newsroom as in a small one', () => {
    const small = touchedBy(newsroomOf(30), NEW_STORY);
    const large = touchedBy(newsroomOf(600), NEW_STORY);

    expect(small).toContain('/2026/11/22/new/');
    expect(Math.abs(large.length - small.length), large.join(' ')).toBeLessThanOrEqual(3);
  });

  it('touches the fronts that it is on, its dates, the feeds and its sitemap', () => {
    const touched = touchedBy(newsroomOf(600), NEW_STORY);

    expect(touched.filter((url) => !url.startsWith('/search/'))).toEqual([
      '/',
      '/2026/',
      '/2026/11/',
      '/2026/11/22/',
      '/2026/11/22/new/',
      '/archive/',
      '/atom.xml',
      ...fedList('/contributors/ana-ruiz/'),
      '/feed.json',
      '/feed.xml',
      ...fedList('/news/'),
      '/sitemap-news.xml',
      '/sitemap.xml',
      '/sitemaps/2026-11.xml',
      ...fedList('/topics/council/'),
      ...fedList('/topics/harbour/'),
    ]);
  });

  it('touches no more where editors curate fronts', () => {
    const newsroom = newsroomOf(600);
    const home = 'lead: story-500\ngroups: [{ topic: Harbour }, { section: sport, stories: [story-400] }]\n';
    const curated = { ...newsroom, fronts: { 'home.yaml': home, 'news.yaml': 'stories: [story-300, story-301]\n' } };

    expect(touchedBy(curated, NEW_STORY)).toEqual(touchedBy(newsroom, NEW_STORY));
  });

  it.each([30, 600, 1_500])('touches four files of the search and their list, of %i stories', (count) => {
    const touched = touchedBy(newsroomOf(count), NEW_STORY).filter((url) => url.startsWith('/search/'));

    expect(touched.filter((url) => url !== '/search/index.json')).toHaveLength(4);
    expect(touched).toHaveLength(5);
  });

  it('touches two pages more of a list where it closes a page of its archive', () => {
    const site = { sections: [{ id: 'news', title: 'News' }] };
    const oldestLast = Object.entries(manyStories(160));
    const inNewsroomOf = (count: number): readonly string[] =>
      touchedBy({ site, articles: Object.fromEntries(oldestLast.slice(-count)) }, { date: '2026-11-22 11:00' }).filter(
        (url) => url.startsWith('/news/'),
      );

    const closing = Array.from({ length: 80 }, (_, index) => inNewsroomOf(64 + index)).flatMap((touched) => {
      const [front, ...others] = touched;
      expect([front, ...others.slice(-3)]).toEqual(fedList('/news/'));
      return others.length > 3 ? [others.slice(0, -3)] : [];
    });
    expect(closing.length).toBeGreaterThan(0);
    expect(closing.length).toBeLessThanOrEqual(2);
    for (const urls of closing) expect(urls.join(' ')).toMatch(ONE_CLOSED);
  });
});

describe('withdrawing an old story', () => {
  it('touches the archive page of each list that it was on, and seldom others', () => {
    const newsroom = newsroomOf(1_500);
    const before = dataOf(newsroom);
    const counts = [1_499, 1_400, 1_200, 1_000, 800].map((index) => {
      const { [`story-${index}.md`]: _gone, ...articles } = newsroom.articles ?? {};
      const after = dataOf({ ...newsroom, articles });
      const touched = [...before.keys()].filter((url) => before.get(url) !== after.get(url));
      return touched.filter((url) => /\/archive\/\d+\/$/.test(url)).length;
    });

    // It is in a section, by one person, about two or three topics.
    expect([...counts].sort((one, other) => one - other)[2]).toBeLessThanOrEqual(6);
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

    expect(changed.filter((url) => !url.startsWith('/search/'))).toEqual(['/2026/11/12/old/']);
  });
});
