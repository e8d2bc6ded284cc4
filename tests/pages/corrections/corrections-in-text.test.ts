import { expect, it } from 'vitest';
import type { Feed } from '../../../src/formats/feeds/feed.ts';
import { pageAt } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { ArticlePage } from '../../../src/pages/story/article-page.ts';

const NEWSROOM = {
  articles: {
    'a.md': aStory({ slug: 'bridge' }, 'Text\n\n:::correction{date=2026-11-23}\nIt was 14.\n:::\n'),
  },
};

it('a correction in a text is printed once, and told to search engines', () => {
  const { frame, body, notices } = pageAt<ArticlePage>(NEWSROOM, '/2026/11/23/bridge/');

  expect(body).toContain('It was 14.');
  expect(notices).toEqual([]);
  expect(JSON.parse(frame.structuredData ?? '').correction).toMatchObject([
    { '@type': 'CorrectionComment', text: 'It was 14.' },
  ]);
});

it('a correction in a text is in feeds once', () => {
  const content = pageAt<Feed>(NEWSROOM, '/feed.xml').entries[0]?.content ?? '';

  expect(content.split('It was 14.')).toHaveLength(2);
});
