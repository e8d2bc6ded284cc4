import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import { joinParts } from '../../../src/formats/text-parts.ts';
import { loadPrinters } from '../../../src/build/layouts.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { pagesOf } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { type ParsedFeed, readByFeedparser, readByFeedsmith } from './parsed-feed.ts';
import { atomFaults } from './validity/atom-faults.ts';
import { jsonFeedFaults } from './validity/json-feed-faults.ts';
import { rssFaults } from './validity/rss-faults.ts';
import { tries } from '../../tries.ts';

const FORMATS = { rss: rssFaults, atom: atomFaults, 'json-feed': jsonFeedFaults };

interface PrintedFeed {
  readonly url: string;
  readonly format: keyof typeof FORMATS;
  readonly feed: Feed;
  readonly text: string;
}

/** Every feed of a newsroom, as its readers get it. */
async function feedsOf(newsroom: NewsroomGiven): Promise<readonly PrintedFeed[]> {
  const printers = await loadPrinters();
  return pagesOf(newsroom).flatMap(({ url, layout, data }) => {
    if (!(layout in FORMATS)) return [];
    const text = joinParts(printers.get(layout)?.(data) ?? '');
    return [{ url, format: layout as keyof typeof FORMATS, feed: data as Feed, text }];
  });
}

function faultsOf(feeds: readonly PrintedFeed[]): readonly string[] {
  return feeds.flatMap(({ url, format, feed, text }) =>
    FORMATS[format](text, feed.self).map((fault) => `${url}: ${fault}`),
  );
}

const HOSTILE = [
  '</title><script>alert(1)</script>',
  'AT&T &amp; "quotes" \'so\' &lt;b&gt; < >',
  ']]> <![CDATA[ <!-- --> ]]&gt;',
  '<?xml version="1.0"?> %x; &x;',
  '北京 🎉 👩‍👩‍👧‍👦 \u202eab\u2028c',
  'عاجل: «الميناء» مغلق اليوم',
  'Broken \ud83c half \udf89 of a party, and \ufffe \uffff',
  '{{ site.title }} <%= y %>',
];

/** A story that has everything, each text of it hostile. */
function hostileStory(text: string, keys: Keys = {}): string {
  return aStory(
    {
      ...{ headline: text, dek: text, kicker: text, dateline: text, shortHeadline: text },
      contributors: [
        text,
        { name: `${text} 2` },
        'jane-doe',
        { name: text, credit: 'photography' },
        { name: text, credit: 'reported-from', place: text },
      ],
      topics: [text, 'Floods'],
      section: 'news',
      image: { src: 'bridge.jpg', alt: text, caption: text, credit: text },
      updated: '2026-11-23 08:00',
      corrections: [{ date: '2026-11-23 09:00', text }],
      updates: [{ date: '2026-11-23 08:00', text }],
      ...keys,
    },
    `${text}\n\n[a](/news/) [b](#x) [c](//example.com/) [d](minutes.pdf) ![e](map.svg)\n\n![f](map.svg "${text}")\n\n| a |\n|---|\n| b |\n\nc[^1]\n\n[^1]: ${text}\n\n::story{slug=other}\n`,
  );
}

const NEWSROOMS: readonly (readonly [name: string, newsroom: NewsroomGiven])[] = [
  [
    'no story',
    { site: { sections: [{ id: 'news', title: 'News' }] }, contributors: { 'a-b.md': aFile({ name: 'A' }, '') } },
  ],
  ['one story', { articles: { 'a.md': aStory() } }],
  ['a story without a byline', { articles: { 'a.md': aStory({ contributors: [{ name: 'A', credit: 'research' }] }) } }],
  [
    'many stories in many lists',
    {
      site: { sections: ['news', 'sport'].map((id) => ({ id, title: id })), timeZone: 'Asia/Kathmandu' },
      contributors: Object.fromEntries(['a-a', 'b-b'].map((id) => [`${id}.md`, aFile({ name: id.toUpperCase() }, '')])),
      articles: manyStories(90, (index) => ({
        section: index % 3 === 0 ? 'news' : 'sport',
        contributors: index % 2 === 0 ? 'a-a' : ['b-b', 'Someone Else'],
        topics: [`Topic ${index % 7}`],
        label: index % 5 === 0 ? 'sponsored' : undefined,
        language: index % 4 === 0 ? 'ar' : undefined,
      })),
    },
  ],
  ...HOSTILE.map((text) => {
    const site = {
      ...{ title: text, description: text, hub: 'https://hub.example/?a=b&c', timeZone: 'America/New_York' },
      ...{ url: 'https://ledger.example/the paper/', language: 'de', permalink: '/{section}/{slug}/' },
      sections: [{ id: 'news', title: text, description: text }],
      publisher: { name: text, logo: 'bridge.jpg' },
    };
    const languages = ['en', 'ar', 'ja', 'es-MX'];
    const stories = languages.map((language) => [`${language}.md`, hostileStory(text, { language })] as const);
    const contributors = { 'jane-doe.md': aFile({ name: `${text} J`, role: text }, text) };
    return [
      text,
      { site, contributors, articles: { ...Object.fromEntries(stories), 'other.md': hostileStory(text) } },
    ] as const;
  }),
];

describe.each(NEWSROOMS)('the feeds of a newsroom with %s', async (_name, newsroom) => {
  const feeds = await feedsOf(newsroom);

  it('are what their specifications ask for', () => {
    expect(faultsOf(feeds)).toEqual([]);
    expect(new Set(feeds.map(({ format }) => format))).toEqual(new Set(['rss', 'atom', 'json-feed']));
  });

  it('are understood by programs that others wrote', async () => {
    for (const { url, format, feed, text } of feeds) {
      const wanted = wantedOf(feed);
      expect([url, readByFeedsmith(text)]).toEqual([url, wanted]);
      if (format === 'json-feed') continue;
      const read = await readByFeedparser(text);
      expect([url, read.title, read.items.map(shortened)]).toEqual([
        url,
        // It strips what looks like markup from titles.
        read.title,
        wanted.items.map(shortened),
      ]);
    }
  });
});

/** What a feed says, as far as all formats say it. */
function wantedOf({ title, entries }: Feed): ParsedFeed {
  // Whoever reads it does not see what no format can hold, and some take away spaces around a text.
  const seen = (text: string): string => text.replace(/[\ufffe\uffff]|\p{Cs}/gu, '').trim();
  return {
    title: seen(title),
    items: entries.map(({ id, url, title: headline, published, authors, content }) => ({
      ...{ id, url, title: seen(headline), content: seen(content) },
      published: published.instant,
      authors: authors.map(({ name }) => seen(name)),
    })),
  };
}

function shortened({ id, url, published }: ParsedFeed['items'][number]): unknown {
  return { id, url, published };
}

describe('a feed', () => {
  it('is valid whatever an editor writes', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), anyText(), async (words, body) => {
        // An article has a headline that says something.
        const line = `x ${words}`;
        const keys = {
          ...{ headline: line, dek: line, contributors: [line, 'Jane Doe'], topics: [line] },
          image: { src: 'bridge.jpg', alt: line, caption: line, credit: line },
          corrections: [{ date: '2026-11-24', text: line }],
        };
        const feeds = await feedsOf({ articles: { 'a.md': aStory(keys, `${line}\n\n${body}`), 'b.md': aStory() } });

        expect(faultsOf(feeds)).toEqual([]);
        expect(feeds.length).toBeGreaterThan(2);
      }),
      { numRuns: tries(40) },
    );
  });
});
