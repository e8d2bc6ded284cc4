import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import type { SitemapEntry, SitemapIndexEntry } from '../../../src/formats/sitemaps/sitemap.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const NEWSROOM: NewsroomGiven = {
  articles: {
    'bridge.md': aStory(
      { slug: 'bridge', live: true },
      [
        'The bridge opens. ![Open.](open.png "Now"){credit="A B"}',
        ':::update{date="2026-11-23 09:00"}\nUp.\n\n![Up.](both.png "Up"){credit="A B"}\n\n:::correction{date="2026-11-23 10:00"}\nPlain mistake.\n:::\n:::',
        [
          ':::update{date="2026-11-23 16:00" title="Secret"}',
          'The [secret paper](secret.pdf), and [the open one](open.pdf).',
          '![Secret.](secret.png "Secret"){credit="A B"}',
          '![Up.](both.png "Up"){credit="A B"}',
          '::audio{src=secret.mp3 title="Secret" transcript="Secret"}',
          ':::correction{date="2026-11-23 11:00"}\nSecret mistake.\n:::',
          ':::',
        ].join('\n\n'),
        'See [the open one](open.pdf).',
      ].join('\n\n'),
    ),
  },
  media: {
    'content/articles/open.png': [10, 10],
    'content/articles/both.png': [10, 10],
    'content/articles/secret.png': [10, 10],
    'content/articles/secret.pdf': 'file',
    'content/articles/open.pdf': 'file',
    'content/articles/secret.mp3': 'file',
  },
};

function everythingAt(now: string): string {
  const { edition } = editionOf(NEWSROOM, { now });
  return JSON.stringify([edition.files, pagesOf(NEWSROOM, { now }).map(({ url, data }) => [url, data])]);
}

describe('an update under embargo', () => {
  it('keeps its files, pictures and corrections to itself, in all pages and sitemaps', () => {
    const before = everythingAt('2026-11-23 15:59');

    expect(before).toContain('Plain mistake');
    expect(before).not.toMatch(/secret/i);
  });

  it('is published with all of them', () => {
    const after = everythingAt('2026-11-23 16:00');

    for (const text of ['/secret.png', 'secret.pdf', 'secret.mp3', 'Secret mistake']) expect(after).toContain(text);
  });

  it('keeps back no file that is also shown elsewhere', () => {
    expect(editionOf(NEWSROOM, { now: '2026-11-23 12:00' }).edition.files).toEqual([
      'content/articles/both.png',
      'content/articles/open.pdf',
      'content/articles/open.png',
    ]);
  });

  it('has not changed its story yet for feeds and sitemaps, nor has a correction in it', () => {
    const bodies = [
      ':::update{date="2026-11-23 09:00"}\nUp.\n:::',
      ':::update{date="2026-11-23 16:00"}\nSecret.\n\n:::correction{date="2026-11-23 11:00"}\nSecret.\n:::\n:::',
    ];
    const newsroom = { articles: { 'bridge.md': aStory({ live: true }, bodies.join('\n\n')) } };
    const changesAt = (now: string): readonly unknown[] => {
      const at = <Data>(url: string): Data => pageAt<Data>(newsroom, url, { now });
      const [story] = at<readonly SitemapEntry[]>('/sitemaps/2026-11.xml');
      const index = at<readonly SitemapIndexEntry[]>('/sitemap.xml').find(({ url }) => url.endsWith('/2026-11.xml'));
      const { updated, entries } = at<Feed>('/feed.xml');
      return [story?.lastModified, index?.lastModified, updated?.iso, entries[0]?.updated.iso];
    };
    const nine = '2026-11-23T09:00:00+00:00';
    const four = '2026-11-23T16:00:00+00:00';

    expect(changesAt('2026-11-23 12:00')).toEqual([nine, nine, nine, nine]);
    expect(changesAt('2026-11-23 16:00')).toEqual([four, four, four, four]);
  });

  it('has its correction in the list of all of them only once it is published', () => {
    const listed = (now: string): number => editionOf(NEWSROOM, { now }).edition.corrections?.newest.length ?? 0;

    expect([listed('2026-11-23 12:00'), listed('2026-11-23 16:00')]).toEqual([1, 2]);
  });
});
