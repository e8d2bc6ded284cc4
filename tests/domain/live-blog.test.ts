import { describe, expect, it } from 'vitest';
import { liveStateAt, livePostsUrl } from '../../src/domain/live-blog.ts';
import type { UrlPath } from '../../src/domain/addresses.ts';

describe('a live blog', () => {
  const TIMES = { start: 100, end: 200, posts: [90, 120, 150, 150, 210] };

  it.each([
    [0, 'before', 0, undefined],
    [90, 'before', 1, 90],
    [99, 'before', 1, 90],
    [100, 'on', 1, 90],
    [149, 'on', 2, 120],
    [150, 'on', 4, 150],
    [199, 'on', 4, 150],
    [200, 'over', 4, 150],
    [210, 'over', 5, 210],
  ])('has its state at a moment: %i', (now, phase, shown, newest) => {
    expect(liveStateAt(TIMES, now)).toEqual({ phase, shown, newest });
  });

  it('without an end goes on', () => {
    expect(liveStateAt({ ...TIMES, end: undefined }, 1e15).phase).toBe('on');
  });

  it.each([
    ['/2026/11/23/bridge/', '/2026/11/23/bridge/updates.json'],
    ['/2026/bridge.html', '/2026/bridge.updates.json'],
    ['/bridge', '/bridge.updates.json'],
  ])('has a file of its posts beside its page: %s', (story, url) => {
    expect(livePostsUrl(story as UrlPath)).toBe(url);
  });
});
