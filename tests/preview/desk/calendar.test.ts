import { afterEach, describe, expect, it } from 'vitest';
import type { CalendarMonth } from '../../../src/preview/desk/calendar.ts';
import type { Problems } from '../../../src/preview/desk/problems.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { closePreviews, get, removePreviewNewsrooms } from '../a-preview.ts';
import { aDesk } from './a-desk.ts';

afterEach(async () => {
  await closePreviews();
  removePreviewNewsrooms();
});

describe('the calendar', () => {
  it('has what is to come in its place, in the zone of the newsroom', async () => {
    const desk = await aDesk({
      'site.yaml': 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Asia/Tokyo\n',
      // The last hour of November in London is December in Tokyo.
      'articles/later.md': aStory({ headline: 'Later', date: '2026-11-30T20:00:00Z' }),
      'articles/draft.md': aStory({ headline: 'Draft', draft: true, date: '2026-12-01 09:30' }),
      'articles/out.md': aStory({ headline: 'Out', date: '2026-11-02 09:30' }),
    });

    const november = await desk.get<CalendarMonth>('calendar?month=2026-11');
    const december = await desk.get<CalendarMonth>('calendar?month=2026-12');

    expect(november).toMatchObject({
      name: 'November 2026',
      earlier: '2026-10',
      later: '2026-12',
      leading: 6,
      today: '2026-11-23',
    });
    expect(november.days).toHaveLength(30);
    expect(november.days[1]).toMatchObject({ date: '2026-11-02', stories: [], published: 1 });
    expect(december.leading).toBe(1);
    expect(december.days[0]?.stories.map(({ headline, state, time }) => [headline, state, time])).toEqual([
      ['Later', 'embargoed', '05:00'],
      ['Draft', 'draft', '09:30'],
    ]);
    expect(november.upcoming.map(({ headline }) => headline)).toEqual(['Later', 'Draft']);
    expect((await desk.get<CalendarMonth>('calendar')).month).toBe('2026-11');
  });

  it('has leap days', async () => {
    const desk = await aDesk({ 'articles/bridge.md': aStory() });

    expect((await desk.get<CalendarMonth>('calendar?month=2028-02')).days).toHaveLength(29);
    expect((await desk.get<CalendarMonth>('calendar?month=2100-02')).days).toHaveLength(28);
  });

  it.each(['2026-13', '2026-00', '0000-01', '26-1', 'x', '2026-11-23', '99999-01'])('refuses %s', async (month) => {
    const { preview } = await aDesk({ 'articles/bridge.md': aStory() });

    expect((await get(preview, `_desk/calendar?month=${month}`)).status).toBe(400);
  });
});

describe('the problems', () => {
  it('are told by cause, errors first', async () => {
    const desk = await aDesk({
      'articles/a.md': aStory({}, 'It <blink>blinks</blink>.\n'),
      'articles/b.md': aStory({}, 'It <blink>blinks</blink>.\n'),
      'articles/c.md': aStory({ label: 'gossip' }),
    });

    const { errors, warnings, total, causes } = await desk.get<Problems>('problems');

    expect([errors, warnings, total]).toEqual([1, 2, 2]);
    expect(causes.map(({ path, others }) => [path, others.map((place) => place.path)])).toEqual([
      ['content/articles/c.md', []],
      ['content/articles/a.md', ['content/articles/b.md']],
    ]);
    expect((await desk.get<Problems>('problems?from=1&count=1')).causes).toEqual([causes[1]]);
  });
});
