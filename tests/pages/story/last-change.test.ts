import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { SitemapEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';
import { pageAt } from '../../newsroom/edition.ts';
import { aStory, type Keys } from '../../newsroom/manuscript.ts';

const NOW = '2026-11-26 12:00';
const PUBLISHED = '2026-11-23T07:30:00+00:00';

/** When a story was changed last, by everything that says so; on its page and in Open Graph only if it was. */
function changesOf(keys: Keys, body?: string): Readonly<Record<string, string | undefined>> {
  const newsroom = { articles: { 'bridge.md': aStory(keys, body) } };
  const at = <Data>(url: string): Data => pageAt<Data>(newsroom, url, { now: NOW });
  const { frame, updated } = at<ArticlePage>('/2026/11/23/bridge/');
  return {
    page: updated?.iso,
    openGraph: frame.properties.find(({ property }) => property === 'article:modified_time')?.content,
    jsonLd: (JSON.parse(frame.structuredData ?? '') as { readonly dateModified: string }).dateModified,
    feed: at<Feed>('/atom.xml').entries[0]?.updated.iso,
    sitemap: at<readonly SitemapEntry[]>('/sitemaps/2026-11.xml')[0]?.lastModified,
  };
}

const notes = (...dates: readonly string[]) => dates.map((date) => ({ date, text: 'A note.' }));
const everywhere = (time: string) => ({ page: time, openGraph: time, jsonLd: time, feed: time, sitemap: time });

describe('the last change of a story, wherever it is told', () => {
  it.each<[string, Keys, string?]>([
    ['the editor says', { updated: '2026-11-25 10:00' }],
    ['it was corrected', { updated: '2026-11-24', corrections: notes('2026-11-25 10:00', '2026-11-24 09:00') }],
    ['its text was', {}, 'Text.\n\n:::correction{date="2026-11-25 10:00"}\nIt was 14.\n:::\n'],
    ['it was added to', { updates: notes('2026-11-24', '2026-11-25 10:00') }],
    ['it had a live update', { live: true }, ':::update{date="2026-11-25 10:00"}\nOpen.\n:::\n'],
    [
      'what is to come is left out',
      { updated: '2026-11-27', corrections: notes('2026-11-28'), updates: notes('2026-11-25 10:00', '2026-11-29') },
    ],
    [
      'an update under embargo is',
      { live: true, updated: '2026-11-25 10:00' },
      ':::update{date="2026-11-27 09:00"}\nOpen.\n\n:::correction{date="2026-11-26 09:00"}\nNo.\n:::\n:::\n',
    ],
  ])('is when %s', (_what, keys, body) => {
    expect(changesOf(keys, body)).toEqual(everywhere('2026-11-25T10:00:00+00:00'));
  });

  it.each<[string, Keys]>([
    ['nothing happened to it', {}],
    ['it will be changed', { updated: '2026-11-27', corrections: notes('2026-11-28') }],
    ['it was corrected on its day, nobody says when', { corrections: notes('2026-11-23') }],
  ])('is its publication where %s', (_what, keys) => {
    expect(changesOf(keys)).toEqual({ ...everywhere(PUBLISHED), page: undefined, openGraph: undefined });
  });

  it('is a day on the page where no time of day is known', () => {
    expect(changesOf({ corrections: notes('2026-11-25') })).toMatchObject({
      page: '2026-11-25',
      jsonLd: '2026-11-25T00:00:00+00:00',
    });
  });
});
