import { describe, expect, it } from 'vitest';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import { pageAt } from '../../newsroom/edition.ts';
import { manyStories } from '../../newsroom/manuscript.ts';
import { allOn, headlines, newsroomWith } from './a-newsroom-of-fronts.ts';

describe('a home page without a front of its own', () => {
  it('has the newest above, and a group of each section below', () => {
    const { lead, top, groups, listing } = pageAt<HomePage>(newsroomWith({}), '/');

    expect([lead?.card.headline, headlines(top)]).toEqual([
      'Story 0',
      ['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5', 'Story 6'],
    ]);
    expect(groups.map(({ title, href, cards }) => [title, href, headlines(cards)])).toEqual([
      ['NEWS', '/news/', ['Story 9', 'Story 12', 'Story 15', 'Story 18']],
      ['SPORT', '/sport/', ['Story 7', 'Story 10', 'Story 13', 'Story 16']],
      ['ARTS', '/arts/', ['Story 8', 'Story 11', 'Story 14', 'Story 17']],
    ]);
    expect(listing.earlier?.headlines).toHaveLength(12);
    expect(listing.paging?.earlier?.href).toBe('/archive/');
  });

  it.each([0, 1, 2, 7, 8, 30, 31, 32, 200])('shows no story twice, and the way to all others: %i stories', (count) => {
    const page = pageAt<HomePage>(newsroomWith({}, count), '/');

    const shown = allOn(page);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(Math.min(count, 31));
    expect(page.listing.paging !== undefined).toBe(count > shown.length);
    expect(page.groups.filter(({ cards }) => cards.length === 0)).toEqual([]);
  });

  it('fills a group from the archive where the newest are elsewhere on the page', () => {
    const stories = Array.from({ length: 100 }, (_, index) => `story-${index}`);
    const page = pageAt<HomePage>(
      {
        site: { sections: [{ id: 'news', title: 'News' }] },
        articles: manyStories(130),
        fronts: {
          'home.yaml': JSON.stringify({ stories: stories.slice(0, 90), groups: [{ section: 'news' }] }),
        },
      },
      '/',
    );

    expect(headlines(page.groups[0]?.cards ?? [])).toEqual(['Story 91', 'Story 92', 'Story 93', 'Story 94']);
    expect(page.lead?.card.headline).toBe('Story 90');
  });
});

describe('the front of a section', () => {
  it('has every story that is not in the archive, wherever its editor put it', () => {
    const front = { lead: 'story-9', groups: [{ title: 'Elsewhere', stories: ['story-100', 'story-3', 'story-200'] }] };
    const newsroom = newsroomWith({ news: front }, 240);
    const page = pageAt<SectionPage>(newsroom, '/news/');

    const shown = allOn(page);
    const archived = pageAt<ArchivePage>(newsroom, '/news/archive/1/').headlines.length;
    const newest = Array.from({ length: 80 - archived }, (_, index) => `Story ${index * 3}`);
    expect(archived).toBeGreaterThanOrEqual(40);
    expect(page.lead?.card.headline).toBe('Story 9');
    expect(page.listing.paging?.earlier?.href).toBe('/news/archive/1/');
    expect([...shown].sort()).toEqual([...newest, 'Story 100', 'Story 200'].sort());
  });

  it('is no other section’s', () => {
    const newsroom = newsroomWith({ sport: { lead: 'story-31' } });

    expect(pageAt<SectionPage>(newsroom, '/sport/').lead?.card.headline).toBe('Story 31');
    expect(pageAt<SectionPage>(newsroom, '/arts/').lead?.card.headline).toBe('Story 2');
  });
});
