import { describe, expect, it } from 'vitest';
import type { UrlPath } from '../../../src/domain/addresses.ts';
import { FEEDS, feedUrls } from '../../../src/domain/feeds.ts';
import type { Feed, FeedEntry } from '../../../src/formats/feeds/feed.ts';
import { editionOf, pageAt, pagesOf, storyPage } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = {
  sections: [
    { id: 'news', title: 'News', description: 'All the news' },
    { id: 'arts', title: 'Arts' },
  ],
};
const PEOPLE = { 'jane-doe.md': aFile({ name: 'Jane Doe', role: 'Reporter' }, '') };

/** The entry of a story in the feed of the site. */
function entryOf(keys: Keys, body?: string, newsroom: NewsroomGiven = {}): FeedEntry {
  const feed = pageAt<Feed>({ ...newsroom, articles: { 'a.md': aStory(keys, body) } }, '/feed.xml');
  const [entry] = feed.entries;
  if (!entry) throw new Error('The story is in no feed');
  return entry;
}

describe('feeds', () => {
  it('are there in every format for the site and for every list', () => {
    const newsroom = {
      site: SECTIONS,
      contributors: PEOPLE,
      articles: { 'a.md': aStory({ section: 'news', topics: ['Floods'], contributors: 'jane-doe', series: 'repair' }) },
    };
    const feeds = pagesOf(newsroom).filter(({ layout }) => layout in FEEDS);

    expect(feeds.map(({ url, data }) => [url, (data as Feed).entries.length])).toEqual(
      Object.entries({
        ...{ '/': 1, '/news/': 1, '/arts/': 0 },
        ...{ '/topics/floods/': 1, '/contributors/jane-doe/': 1, '/series/repair/': 1 },
      }).flatMap(([front, count]) => feedUrls(front as UrlPath).map((url) => [url, count])),
    );
  });

  it('say of what they are', () => {
    const newsroom = { site: { ...SECTIONS, description: 'News of the harbour' }, contributors: PEOPLE };
    const heads = ['/', '/news/', '/arts/', '/contributors/jane-doe/'].map((url) => {
      const { title, description, home, self } = pageAt<Feed>(newsroom, `${url}atom.xml`);
      return [title, description, home, self].join(' | ');
    });

    expect(heads).toEqual([
      'The Harbour Ledger | News of the harbour | https://ledger.example/ | https://ledger.example/atom.xml',
      'News – The Harbour Ledger | All the news | https://ledger.example/news/ | https://ledger.example/news/atom.xml',
      'Arts – The Harbour Ledger | News of the harbour | https://ledger.example/arts/ | https://ledger.example/arts/atom.xml',
      'Jane Doe – The Harbour Ledger | Reporter | https://ledger.example/contributors/jane-doe/ | https://ledger.example/contributors/jane-doe/atom.xml',
    ]);
  });

  it('have the newest twenty stories that want to be found, from the archive where the front has too few', () => {
    const site = { sections: [{ id: 'news', title: 'News' }] };
    const articles = manyStories(300, (index) => ({ noindex: index < 90 && index % 30 !== 0 }));
    const { entries } = pageAt<Feed>({ site, articles }, '/news/feed.json');

    expect(entries.map(({ title }) => title)).toEqual([
      ...['Story 0', 'Story 30', 'Story 60'],
      ...Array.from({ length: 17 }, (_, index) => `Story ${90 + index}`),
    ]);
  });

  it('end sooner where stories are long, and have one of any length', () => {
    const articles = Object.fromEntries(
      Object.entries(manyStories(9)).map(([name, text]) => [
        name,
        text.replace('bridge.', `bridge. ${'wörd '.repeat(20_000)}`),
      ]),
    );
    const { entries } = pageAt<Feed>({ articles }, '/feed.xml');
    const long = entryOf({}, 'word '.repeat(200_000));

    expect(entries.map(({ title }) => title)).toEqual(['Story 0', 'Story 1', 'Story 2', 'Story 3']);
    expect(long.content.length).toBeGreaterThan(900_000);
  });

  it('were updated when the one of their stories was that changed last', () => {
    const articles = {
      'a.md': aStory({ date: '2026-11-20 10:00', corrections: [{ date: '2026-11-23 09:30', text: 'Wrong.' }] }),
      'b.md': aStory({ date: '2026-11-22 10:00', updated: '2026-11-22 11:00' }),
    };
    const { updated, entries } = pageAt<Feed>({ articles, site: { timeZone: 'Asia/Tokyo' } }, '/atom.xml');

    expect(updated?.iso).toBe('2026-11-23T09:30:00+09:00');
    expect(entries.map((entry) => [entry.published.iso, entry.updated.iso])).toEqual([
      ['2026-11-22T10:00:00+09:00', '2026-11-22T11:00:00+09:00'],
      ['2026-11-20T10:00:00+09:00', '2026-11-23T09:30:00+09:00'],
    ]);
  });

  it('are named by pages: those of a list first, then those of the site', () => {
    const newsroom = {
      site: { ...SECTIONS, url: 'https://ledger.example/paper/' },
      articles: manyStories(90, { section: 'news' }),
    };
    const feedsAt = (url: string): readonly string[] =>
      pageAt<{ readonly frame: { readonly feeds: readonly { href: string; label: string }[] } }>(
        newsroom,
        url,
      ).frame.feeds.map(({ href, label }) => `${href} ${label}`);
    const ofSite = Object.values(FEEDS).map(({ file, name }) => `/paper/${file} The Harbour Ledger (${name})`);
    const ofNews = ofSite.map((line) => line.replace('/paper/', '/paper/news/').replace(' The', ' News – The'));

    expect(feedsAt('/')).toEqual(ofSite);
    expect(storyPage({}, newsroom).frame.feeds.map(({ href }) => href)).toEqual(
      ofSite.map((line) => line.split(' ')[0]),
    );
    expect(feedsAt('/news/')).toEqual([...ofNews, ...ofSite]);
    expect(feedsAt('/news/archive/1/')).toEqual([...ofNews, ...ofSite]);
  });

  it('have addresses that nothing else can have', () => {
    const site = SECTIONS;
    const articles = {
      'a.md': aStory({ aliases: ['/arts/feed.json', '/topics/floods/atom.xml'], topics: ['Floods'] }),
    };
    const { diagnostics } = editionOf({ site, articles });

    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['alias-collision', expect.stringContaining('`/arts/feed.json`')],
      ['alias-collision', expect.stringContaining('`/topics/floods/atom.xml`')],
    ]);
  });
});

describe('a story in a feed', () => {
  it('has everyone of its byline, and the others apart', () => {
    const contributors = ['jane-doe', 'B', { name: 'C', credit: 'photography' }];
    const entry = entryOf({ contributors }, undefined, { contributors: PEOPLE });

    expect(entry.authors).toEqual([
      { name: 'Jane Doe', url: 'https://ledger.example/contributors/jane-doe/' },
      { name: 'B', url: undefined },
    ]);
    expect(entry.contributors).toEqual([{ name: 'C', url: undefined }]);
    expect(entry.content).toContain('<p>Photography by C.</p>');
  });

  it('has its picture with who made it and what it shows', () => {
    const image = { src: 'bridge.jpg', alt: 'A bridge', credit: 'Ana / Ledger' };
    const file = { url: 'https://ledger.example/media/bridge.jpg', type: 'image/jpeg', width: 1200, height: 800 };

    expect(entryOf({ image }).picture).toEqual({ ...file, credit: 'Ana / Ledger', description: 'A bridge' });
    expect(entryOf({ image: { ...image, caption: 'The *bridge*' } }).picture?.description).toBe('The bridge');
    expect(entryOf({ image }).content).toContain(
      '<figure><img src="https://ledger.example/media/bridge.jpg" alt="A bridge" width="1200" height="800"><figcaption>Ana / Ledger</figcaption></figure>',
    );
  });

  it('is marked where its language is another, and its direction', () => {
    const [english, arabic] = [entryOf({}), entryOf({ language: 'ar' })];

    expect([english.language, arabic.language]).toEqual([undefined, 'ar']);
    expect(english.content).toBe('<p>The city closed the bridge.</p>\n');
    expect(arabic.content).toBe('<div lang="ar" dir="rtl">\n<p>The city closed the bridge.</p>\n</div>\n');
  });

  it.each([
    ['sponsored', '[Sponsored] Harbour bridge closes', 'Sponsored'],
    ['satire', '[Satire] Harbour bridge closes', 'Satire'],
    ['opinion', 'Harbour bridge closes', 'Opinion'],
  ])('says what kind of story it is: %s', (label, title, word) => {
    const entry = entryOf({ label, topics: ['Floods'] });

    expect(entry.title).toBe(title);
    expect(entry.tags).toEqual([word, 'Floods']);
    expect(entry.content).toMatch(new RegExp(`^<p><strong>${word}</strong></p>`));
  });

  it('is the same story when it moves to another section', () => {
    const idIn = (section: string, permalink?: string): string =>
      entryOf({ section, slug: 'flood' }, undefined, { site: { ...SECTIONS, permalink } }).id;

    expect([idIn('news'), idIn('arts')]).toEqual(Array(2).fill('https://ledger.example/2026/11/23/flood/'));
    const withSection = ['news', 'arts'].map((section) => idIn(section, '/{section}/{slug}/'));
    expect(withSection).toEqual(Array(2).fill('tag:ledger.example,2026-11-23:/flood'));
  });

  it('is not taken for another with the same slug and day in another section', () => {
    const site = { ...SECTIONS, permalink: '/{section}/{slug}/' };
    const articles = {
      'b.md': aStory({ slug: 'briefing', section: 'news', date: '2026-11-23 08:00' }),
      'a.md': aStory({ slug: 'briefing', section: 'arts', date: '2026-11-23 09:00' }),
    };
    const ids = ['/feed.xml', '/news/feed.xml', '/arts/feed.xml'].map((url) =>
      pageAt<Feed>({ site, articles }, url).entries.map(({ id }) => id),
    );
    const [first, second] = ['tag:ledger.example,2026-11-23:/briefing', 'tag:ledger.example,2026-11-23:/briefing/arts'];

    expect(ids).toEqual([[second, first], [first], [second]]);
  });

  it('has a card of another story as that is now', () => {
    const withHeadline = (headline: string): string => {
      const articles = { 'a.md': aStory({}, '::story{slug=b}\n'), 'b.md': aStory({ headline, date: '2026-11-20' }) };
      return pageAt<Feed>({ articles }, '/feed.xml').entries[0]?.content ?? '';
    };

    expect([withHeadline('One'), withHeadline('Two')]).toEqual([
      expect.stringContaining('dir="auto">One</a>'),
      expect.stringContaining('dir="auto">Two</a>'),
    ]);
  });
});
