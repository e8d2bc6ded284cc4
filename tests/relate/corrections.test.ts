import { describe, expect, it } from 'vitest';
import { nextChange } from '../../src/pages/page-specs.ts';
import { editionOf } from '../newsroom/edition.ts';
import { placesOf } from '../newsroom/findings.ts';
import { aFile, aStory, manyStories } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

function corrected(...dates: readonly string[]): string {
  return aStory({ date: '2025-01-01', corrections: dates.map((date) => ({ date, text: `Of ${date}.` })) });
}

describe('the corrections of an edition', () => {
  it('are by the month that they are of, in the zone of the site, newest first', () => {
    const { edition } = editionOf({
      site: { timeZone: 'Asia/Tokyo' },
      articles: {
        'a.md': corrected('2026-10-31T15:30:00Z', '2025-12-31'),
        'b.md': corrected('2026-10-31T14:30:00Z', '2026-11-02'),
      },
    });
    const months = edition.corrections?.months.map(({ date, url, corrections }) => [
      date,
      url,
      corrections.map(({ story, index }) => `${story.entry.path.slice(-4)} ${index}`),
    ]);

    expect(months).toEqual([
      ['2026-11', '/corrections/2026/11/', ['b.md 1', 'a.md 0']],
      ['2026-10', '/corrections/2026/10/', ['b.md 0']],
      ['2025-12', '/corrections/2025/12/', ['a.md 1']],
    ]);
  });

  it('of one moment are in the order of their files, the later of a story first', () => {
    const day = '2026-11-20';
    const { edition } = editionOf({ articles: { 'b.md': corrected(day, day), 'a.md': corrected(day) } });

    expect(edition.corrections?.newest.map(({ story, index }) => `${story.entry.path.slice(-4)} ${index}`)).toEqual([
      'a.md 0',
      'b.md 1',
      'b.md 0',
    ]);
  });

  it('are no more on a page than fit on it, however many a month has', () => {
    const keys = { corrections: [{ date: '2026-11-22 12:00', text: 'Wrong.' }] };
    const { edition } = editionOf({ articles: manyStories(400, keys) });
    const [month, ...others] = edition.corrections?.months ?? [];

    expect(others).toEqual([]);
    expect(edition.corrections?.newest).toHaveLength(20);
    const archive = month?.archive ?? [];
    const lengths = [month, ...archive].map((page) => page?.corrections.length ?? 0);
    expect(archive.map(({ url }) => url)).toEqual(
      archive.map((_, index) => `/corrections/2026/11/archive/${index + 1}/`),
    );
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(400);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(124);
  });

  it('are those of published stories', () => {
    const articles = {
      'a.md': aStory({ draft: true, corrections: [{ date: '2026-11-23', text: 'Wrong.' }] }),
      'b.md': aStory({ date: '2026-12-01', corrections: [{ date: '2026-12-02', text: 'Wrong.' }] }),
    };

    expect(editionOf({ articles }).edition.corrections).toEqual({ newest: [], months: [] });
    expect(editionOf({ articles }, { drafts: true }).edition.corrections?.newest).toHaveLength(1);
  });

  it.each<[string, NewsroomGiven]>([
    ['a page', { pages: { 'corrections.md': aFile({ title: 'Corrections' }, 'Write to us.') } }],
    ['a section', { site: { sections: [{ id: 'corrections', title: 'Corrections' }] } }],
    ['a story', { site: { permalink: '/{slug}/' }, articles: { 'corrections.md': corrected('2026-11-20') } }],
  ])('leave their place to what a newsroom has there itself: %s', (_what, newsroom) => {
    const { edition, diagnostics } = editionOf({ articles: { 'a.md': corrected('2026-11-20') }, ...newsroom });

    expect([edition.corrections, diagnostics]).toEqual([undefined, []]);
  });

  it('tell whatever has the address of a month', () => {
    const pages = { 'x.md': aFile({ title: 'X', permalink: '/corrections/2026/11/' }, 'Text') };
    const { diagnostics } = editionOf({ articles: { 'a.md': corrected('2026-11-20') }, pages });

    expect(placesOf(diagnostics)).toEqual(['content/pages/x.md url-duplicate']);
  });

  it('say in which line of a text the first of a month stands', () => {
    const articles = { 'a.md': aStory({}, 'Text.\n\n:::correction{date=2026-11-23}\nA.\n:::\n') };
    const pages = { 'x.md': aFile({ title: 'X', permalink: '/corrections/2026/11/' }, 'Text') };
    const { diagnostics } = editionOf({ articles, pages });

    expect(diagnostics.flatMap(({ related }) => related)).toMatchObject([{ line: 8, column: 20 }]);
  });

  it('of months to come are nothing to link to yet', () => {
    const articles = {
      'a.md': aStory({}, 'See [them](/corrections/2026/12/) and [all](/corrections/).'),
      'b.md': aStory({ date: '2026-12-01', corrections: [{ date: '2026-12-02', text: 'Wrong.' }] }),
    };

    expect(placesOf(editionOf({ articles }).diagnostics)).toEqual(['content/articles/a.md link-unpublished']);
    expect(placesOf(editionOf({ articles }, { now: '2026-12-03' }).diagnostics)).toEqual([]);
  });
});

describe('a correction that is dated in the future', () => {
  const articles = { 'a.md': corrected('2026-11-20', '2026-11-24') };

  it('is told of until then, and printed all the same', () => {
    const before = editionOf({ articles });
    const after = editionOf({ articles }, { now: '2026-11-24 00:00' });

    expect(before.diagnostics.map(({ code, excerpt }) => [code, excerpt?.includes('2026-11-24')])).toEqual([
      ['date-future', true],
    ]);
    expect(before.edition.corrections?.newest).toHaveLength(2);
    expect(after.diagnostics).toEqual([]);
  });

  it.each(['date="2026-11-24 10:00"', "date='2026-11-24 10:00'", 'date=2026-11-24'])(
    'is told of where it stands in a text: %s',
    (date) => {
      const body = `Of 2026-11-24.\n\n:::correction{date=2026-11-23}\nA.\n:::\n\n:::correction{${date}}\nB.\n:::\n`;
      const story = aStory({ corrections: [{ date: '2026-11-23', text: 'Wrong.' }] }, body);
      const { diagnostics } = editionOf({ articles: { 'a.md': story } });

      expect(diagnostics.map(({ code, excerpt, column }) => [code, excerpt, column])).toEqual([
        ['date-future', `:::correction{${date}}`, 15 + date.indexOf('2')],
      ]);
    },
  );

  it('is looked at again when its day comes', () => {
    expect(nextChange(editionOf({ articles }).edition)).toBe(Date.UTC(2026, 10, 24));
    // Then only the times on its fronts are to change.
    expect(nextChange(editionOf({ articles }, { now: '2026-11-24' }).edition)).toBe(Date.UTC(2026, 10, 25));
  });
});
