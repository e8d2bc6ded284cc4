import { describe, expect, it } from 'vitest';
import { editionOf } from '../newsroom/edition.ts';
import { aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const NOW = '2026-11-23 12:00';

function toldOf(newsroom: NewsroomGiven): readonly (readonly [string, string, string])[] {
  const { diagnostics } = editionOf({ articles: { 'a.md': aStory() }, ...newsroom }, { now: NOW });
  return diagnostics.map(({ path, code, excerpt, column, length }) => [
    path,
    code,
    (excerpt ?? '').slice(column - 1, column - 1 + length).replaceAll('"', ''),
  ]);
}

const bar = (until: string): NewsroomGiven => ({
  fronts: { 'home.yaml': `breaking: { text: Bridge shut, until: ${until} }\n` },
});
const strip = (until: string): NewsroomGiven => ({
  site: { liveStrip: { text: 'Live', url: 'https://live.example/', until } },
});
const ownStrip = (until: string, date: string): NewsroomGiven => ({
  articles: { 'a.md': aStory({ date, liveStrip: { text: 'Live', url: 'https://live.example/', until } }) },
});

describe('a moment until which something is shown', () => {
  it.each([
    [bar('2026-11-23 12:00'), 'content/fronts/home.yaml', '2026-11-23 12:00'],
    [bar('2025-11-24'), 'content/fronts/home.yaml', '2025-11-24'],
    [strip('2026-11-22 20:00'), 'content/site.yaml', '2026-11-22 20:00'],
    [ownStrip('2025-11-23 20:00', '2026-11-23 07:30'), 'content/articles/a.md', '2025-11-23 20:00'],
  ])('is told of once it has passed', (newsroom, path, written) => {
    expect(toldOf(newsroom)).toEqual([[path, 'until-past', written]]);
  });

  it.each([
    bar('2026-11-23 12:01'),
    strip('2026-11-24'),
    // A story of the archive is what it was.
    ownStrip('2026-01-05 20:00', '2026-01-05 07:30'),
    ownStrip('2026-11-23', '2026-11-23 07:30'),
    { ...ownStrip('2027-01-01', '2026-11-23'), ...strip('2026-12-01') },
  ])('is not told of before', (newsroom) => {
    expect(toldOf(newsroom)).toEqual([]);
  });
});
