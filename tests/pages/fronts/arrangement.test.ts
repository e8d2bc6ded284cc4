import { describe, expect, it } from 'vitest';
import type { FrontParts, PrintedGroup } from '../../../src/pages/fronts/front-parts.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { Arrangement } from '../../../src/pages/fronts/arrangement.ts';
import { pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { headlines } from './a-newsroom-of-fronts.ts';

const IMAGE = { src: 'bridge.jpg', alt: '' };
const PICTURED = 'p';
const OPINION = 'o';
const LIVE = 'l';

/** Stories, the newest first, by a letter each: with a picture, an opinion, live, or words alone. */
function newsroomOf(letters: string, home: object): NewsroomGiven {
  const articles = [...letters].map((letter, index) => {
    const date = new Date(Date.UTC(2026, 10, 22, 12, 0) - index * 3_600_000).toISOString().slice(0, 16);
    const keys = { headline: `${letter}${index}`, date: date.replace('T', ' '), topics: ['Harbour'] };
    const live = { end: '2026-12-31' };
    const own = { [PICTURED]: { image: IMAGE }, [OPINION]: { label: 'opinion' }, [LIVE]: { live } }[letter] ?? {};
    const body = letter === LIVE ? `It began.\n\n:::update{date="${date.replace('T', ' ')}"}\nNews.\n:::\n` : 'Text.';
    return [`s${String(index).padStart(2, '0')}.md`, aStory({ ...keys, ...own }, body)] as const;
  });
  return { articles: Object.fromEntries(articles), fronts: { 'home.yaml': JSON.stringify(home) } };
}

function groupOf(letters: string, group: object = {}): PrintedGroup {
  const { groups } = pageAt<HomePage>(newsroomOf(letters, frontOf(letters, group)), '/');
  const [made] = groups;
  if (!made) throw new Error('There is no group');
  return made;
}

/** A front with a group of all of these stories but a first, which leads the page. */
function frontOf(letters: string, group: object): object {
  const names = [...letters].map((_, index) => `s${String(index).padStart(2, '0')}`);
  return { lead: 's00', stories: [], groups: [{ title: 'Group', stories: names.slice(1), ...group }] };
}

const shape = ({ lead, beside, rows, rest }: Arrangement) => ({
  lead: lead?.card.headline,
  beside: headlines(beside),
  rows: rows.map((row) => row.length),
  rest: rest.length,
});

describe('the first cards of a front', () => {
  const topOf = (letters: string): FrontParts => {
    const names = [...letters].map((_, index) => `s${String(index).padStart(2, '0')}`);
    const front = { lead: 's00', stories: names.slice(1), groups: [] };
    return pageAt<HomePage>(newsroomOf(letters, front), '/');
  };

  it.each([
    ['p', 0, []],
    ['pp', 1, []],
    ['pppp', 3, []],
    ['ppppp', 4, []],
    ['pppppp', 3, [2]],
    ['ppppppp', 3, [3]],
    ['pppppppp', 3, [4]],
    ['ppppppppp', 4, [4]],
    ['pppppppppp', 3, [3, 3]],
    ['ppppppppppppp', 4, [4, 4]],
  ])('of %s stand beside a lead with a picture, and below it in full rows', (letters, beside, rows) => {
    const { arrangement, top } = topOf(letters);

    expect(shape(arrangement)).toMatchObject({ lead: 'p0', rows, rest: 0 });
    expect(arrangement.beside).toHaveLength(beside);
    expect([...arrangement.beside, ...arrangement.rows.flat()]).toEqual(top);
  });

  it.each(['t', 'tp', 'tppp', 'oppppp', 'ttttttt'])('of %s stand below a lead of words alone', (letters) => {
    const { arrangement, top } = topOf(letters);

    expect(arrangement.beside).toEqual([]);
    expect(arrangement.rows.flat()).toEqual(top);
  });

  it('are three in a row at most where some have no picture', () => {
    expect(topOf('tptpt').arrangement.rows.map((row) => row.length)).toEqual([2, 2]);
    expect(topOf('tpppp').arrangement.rows.map((row) => row.length)).toEqual([4]);
    expect(topOf('ttttt').arrangement.rows.map((row) => row.length)).toEqual([4]);
  });
});

describe('a group', () => {
  it.each([
    ['tpppp', 'four'],
    ['tp', 'four'],
    ['tt', 'four'],
    ['tttt', 'four'],
    ['tttttt', 'list'],
    ['tptt', 'lead'],
    ['ttpt', 'lead'],
    ['too', 'opinion'],
    ['tll', 'live'],
    ['tolt', 'four'],
  ])('has the layout that its stories ask for: %s', (letters, layout) => {
    expect(groupOf(letters).layout).toBe(layout);
  });

  it.each(['lead', 'four', 'opinion', 'live', 'list'])('has the layout that its editor gives it: %s', (layout) => {
    const group = groupOf('tptptpt', { layout });

    expect(group.layout).toBe(layout);
    const { lead, beside, rows, rest } = group.arrangement;
    expect([...(lead ? [lead] : []), ...beside, ...rows.flat(), ...rest]).toEqual(group.cards);
  });

  it('of the layout for opinions or for what goes on has such cards, unless one has a weight of its own', () => {
    const weights = (group: object) => groupOf('tpto', group).cards.map(({ weight }) => weight);
    const stories = ['s01', { story: 's02', weight: 'text' }];

    expect(weights({ layout: 'opinion' })).toEqual(['opinion', 'opinion', 'opinion']);
    expect(weights({ layout: 'live' })).toEqual(['live', 'live', 'live']);
    expect(weights({ layout: 'list' })).toEqual(['text', 'text', 'text']);
    expect(weights({ layout: 'opinion', stories })).toEqual(['opinion', 'text']);
  });

  it('leads with a picture where nobody put its stories in order, and else with the first', () => {
    const filled = pageAt<HomePage>(newsroomOf('ttttttttptt', { lead: 's00', groups: [{ topic: 'Harbour' }] }), '/')
      .groups[0];

    expect(filled && shape(filled.arrangement)).toEqual({ lead: 'p8', beside: ['t7', 't9', 't10'], rows: [], rest: 0 });
    expect(shape(groupOf('ttpt').arrangement)).toEqual({ lead: 't1', beside: [], rows: [2], rest: 0 });
    expect(shape(groupOf('tpttttttt').arrangement)).toMatchObject({ lead: 'p1', beside: ['t2', 't3', 't4'], rest: 4 });
  });

  it('says what kind of story each is, where it is a list too', async () => {
    const html = await renderedPage(newsroomOf('tooooo', frontOf('tooooo', { layout: 'list' })), '/');

    expect(html.split('class="label"')).toHaveLength(6);
  });
});
