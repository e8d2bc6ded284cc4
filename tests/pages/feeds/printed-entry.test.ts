import { describe, expect, it } from 'vitest';
import { eachFeedFormat, type FeedFormat } from '../../../src/domain/feeds.ts';
import type { Story } from '../../../src/domain/story/story.ts';
import { loadPrinters } from '../../../src/build/layouts.ts';
import { ENTRY_FORMATS } from '../../../src/formats/formats.ts';
import { joinParts } from '../../../src/formats/text-parts.ts';
import { makeFeedEntry } from '../../../src/pages/feeds/feed-entry.ts';
import type { FeedEntrySubject } from '../../../src/pages/feeds/feed-list.ts';
import { feedEntriesOf, type PrintedEntry, withPrinted } from '../../../src/pages/feeds/printed-entry.ts';
import { makePage, type PageSpec, specsOf, surroundingsOf } from '../../../src/pages/page-specs.ts';
import type { Materials } from '../../../src/pages/surroundings.ts';
import { editionOf, GATE, STYLESHEET } from '../../newsroom/edition.ts';
import { aFile, aStory, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const PRINTERS = await loadPrinters();

/** The feeds of a newsroom, each printed in one go and of entries that were printed before. */
function feedsOf(newsroom: NewsroomGiven): readonly { url: string; inOneGo: string; ofPrinted: string }[] {
  const { edition, textOf, wordsOf } = editionOf(newsroom);
  const assets = {
    stylesheet: STYLESHEET,
    frontStylesheet: STYLESHEET,
    chartStylesheet: STYLESHEET,
    notationStylesheet: STYLESHEET,
    liveBlog: STYLESHEET,
    viewer: { script: STYLESHEET, stylesheet: STYLESHEET },
    search: undefined,
    gate: GATE,
    loader: '',
  };
  const materials: Materials = { ...surroundingsOf(edition, assets), textOf, wordsOf };
  const specs = [...specsOf(edition, ['siteFeed', 'listFeed'])];
  const { printed, bytesOf } = printAll(feedEntriesOf(specs), materials);
  const print = (spec: PageSpec, from: Materials): string => {
    const { layout, data } = makePage(spec, (path) => storyAt(path, edition.stories), from);
    return joinParts(PRINTERS.get(layout)?.(data) ?? '');
  };
  return specs.map((spec) => ({
    url: spec.url,
    inOneGo: print(spec, materials),
    ofPrinted: print(withPrinted(spec, printed), { ...materials, textOf: () => fail(), printedEntry: bytesOf }),
  }));
}

function printAll(subjects: ReadonlySet<FeedEntrySubject>, materials: Materials) {
  const printed = new Map<FeedEntrySubject, PrintedEntry>();
  const texts: Readonly<Record<FeedFormat, string>>[] = [];
  for (const subject of subjects) {
    const entry = makeFeedEntry(subject, materials);
    const file = texts.push(eachFeedFormat((format) => ENTRY_FORMATS[format](entry))) - 1;
    const places = eachFeedFormat(() => [0, 0] as const);
    printed.set(subject, { updated: entry.updated.instant, bytes: entry.bytes, file, places });
  }
  const bytesOf = ({ file }: PrintedEntry, format: FeedFormat): Uint8Array => Buffer.from(texts[file]?.[format] ?? '');
  return { printed, bytesOf };
}

function storyAt(path: string, stories: readonly (Story & { readonly entry: { readonly path: string } })[]): Story {
  return stories.find(({ entry }) => entry.path === path) ?? fail();
}

function fail(): never {
  throw new Error('A story was read that was printed before');
}

describe('a feed of entries that were printed before', () => {
  it.each<[string, number, NewsroomGiven]>([
    ['without stories', 0, { articles: {} }],
    ['with more stories than it has', 30, { articles: manyStories(30, { topics: ['Floods'] }) }],
    [
      'that ends sooner, for its stories are long',
      9,
      {
        articles: Object.fromEntries(
          Object.entries(manyStories(9)).map(([name, text]) => [name, text.replace('bridge.', 'wörd '.repeat(20_000))]),
        ),
      },
    ],
    [
      'in several languages, with cards, corrections and what XML cannot hold',
      3,
      {
        site: { sections: [{ id: 'news', title: 'News' }], languages: ['es'] },
        contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
        articles: {
          'a.md': aStory({ slug: 'a', headline: 'A 🎉 ]]> \u0001', section: 'news', contributors: 'jane-doe' }),
          'b.md': aStory(
            {
              slug: 'b',
              label: 'sponsored',
              sponsor: 'C',
              corrections: [{ date: '2026-11-23 11:00', text: 'Wrong.' }],
            },
            '::story{slug=a}\n\nA ]]> “b”.',
          ),
          'c.md': aStory({ slug: 'c', language: 'es', headline: 'Inundación' }),
        },
      },
    ],
  ])('%s is what it is in one go, and reads no story', (_name, stories, newsroom) => {
    const feeds = feedsOf(newsroom);

    expect(editionOf(newsroom).edition.stories).toHaveLength(stories);
    expect(feeds.length).toBeGreaterThanOrEqual(3);
    for (const { url, inOneGo, ofPrinted } of feeds) expect([url, ofPrinted]).toEqual([url, inOneGo]);
  });

  it('has each story printed once, however many lists it is in', () => {
    const { edition } = editionOf({
      articles: { 'a.md': aStory({ topics: ['Floods', 'Harbour'], contributors: ['A', 'B'], series: 'repair' }) },
    });

    expect(feedEntriesOf([...specsOf(edition)]).size).toBe(1);
  });
});
