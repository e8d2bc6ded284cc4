import { describe, expect, it } from 'vitest';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import { editionOf, pageAt } from '../../newsroom/edition.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { allOn, headlines, newsroomWith } from './a-newsroom-of-fronts.ts';

describe('a front that an editor wrote', () => {
  it('leads with the story that they name, by slug or by file, and fills what they do not name', () => {
    const front = { lead: 'story-40', stories: ['articles/story-50.md', { story: 'story-30', weight: 'text' }] };
    const { lead, top } = pageAt<HomePage>(newsroomWith({ home: front }), '/');

    expect([lead?.card.headline, headlines(top)]).toEqual([
      'Story 40',
      ['Story 50', 'Story 30', 'Story 0', 'Story 1', 'Story 2', 'Story 3'],
    ]);
    expect(top[1]?.weight).toBe('text');
  });

  it.each([
    'story-9',
    'story-9.md',
    'articles/story-9.md',
    '/articles/story-9.md',
    'content/articles/story-9.md',
    '../articles/story-9.md',
  ])('names a story as %s', (lead) => {
    expect(pageAt<HomePage>(newsroomWith({ home: { lead } }), '/').lead?.card.headline).toBe('Story 9');
  });

  it('has its groups and no others, in its order, each filled with what it is of', () => {
    const groups = [
      { title: 'The bridge', stories: ['story-44', 'story-55'] },
      { topic: 'harbour', stories: ['story-1'] },
      { section: 'arts', title: 'Stage' },
    ];
    const page = pageAt<HomePage>(newsroomWith({ home: { groups } }), '/');

    expect(page.groups.map(({ title, href, cards }) => [title, href, headlines(cards)])).toEqual([
      ['The bridge', undefined, ['Story 44', 'Story 55']],
      ['Harbour', '/topics/harbour/', ['Story 1', 'Story 9', 'Story 11', 'Story 13']],
      ['Stage', '/arts/', ['Story 8', 'Story 14', 'Story 17', 'Story 20']],
    ]);
    expect(headlines(page.top)).toEqual(['Story 2', 'Story 3', 'Story 4', 'Story 5', 'Story 6', 'Story 7']);
  });

  it('calls what comes after it the latest, for it may be newer than what its editor chose', () => {
    const { listing } = pageAt<HomePage>(newsroomWith({ home: { lead: 'story-40' } }), '/');

    expect(listing.earlier?.title).toBe('Latest stories');
    expect(pageAt<HomePage>(newsroomWith({}), '/').listing.earlier?.title).toBe('Earlier stories');
  });

  it('shows no story twice, whatever it names', () => {
    const front = { lead: 'story-3', stories: ['story-8', 'story-3'], groups: [{ title: 'A', stories: ['story-8'] }] };
    const newsroom = newsroomWith({ home: front });
    const shown = allOn(pageAt<HomePage>(newsroom, '/'));

    expect(new Set(shown).size).toBe(shown.length);
    expect(codesOf(editionOf(newsroom).diagnostics)).toEqual(['front-story-repeated', 'front-story-repeated']);
  });

  it('is filled where a story is gone, a draft or under embargo, and says so', () => {
    const newsroom = newsroomWith({ home: { lead: 'gone', stories: ['draft', 'later', 'story-5'] } });
    const made = {
      ...newsroom,
      articles: {
        ...newsroom.articles,
        'draft.md': aStory({ draft: true }),
        'later.md': aStory({ date: '2026-11-24', headline: 'Later' }),
      },
    };
    const page = pageAt<HomePage>(made, '/');

    expect([page.lead?.card.headline, headlines(page.top).slice(0, 2)]).toEqual(['Story 0', ['Story 5', 'Story 1']]);
    expect(
      editionOf(made).diagnostics.map(({ code, severity, line, column }) => [code, severity, line, column]),
    ).toEqual([
      ['front-story-unknown', 'warn', 1, 9],
      ['front-story-unpublished', 'warn', 1, 27],
      ['front-story-unpublished', 'warn', 1, 35],
    ]);
    const tomorrow = pageAt<HomePage>(made, '/', { now: '2026-11-24 00:00' });
    expect(headlines(tomorrow.top).slice(0, 2)).toEqual(['Later', 'Story 5']);
  });

  it('says so where it asks for the picture of a story that has none, and shows its words', () => {
    const image = { src: 'bridge.jpg', alt: 'A bridge' };
    const articles = { 'with.md': aStory({ image }), 'a.md': aStory(), 'b.md': aStory(), 'c.md': aStory() };
    const lines = [
      'lead: { story: with, weight: picture }',
      'stories: [{ weight: picture, story: a }, { story: b, weight: text }]',
      'groups: [{ title: A, stories: [{ story: c, weight: picture }] }]',
    ];
    const { diagnostics } = editionOf({ articles, fronts: { 'home.yaml': lines.join('\n') } });
    const page = pageAt<HomePage>({ articles, fronts: { 'home.yaml': lines.join('\n') } }, '/');

    expect(diagnostics.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([
      ['front-picture-missing', 'warn', 2, 21],
      ['front-picture-missing', 'warn', 3, 52],
    ]);
    expect(page.top[0]?.card.picture).toBeUndefined();
  });

  it('takes the newest of several stories with one slug, and one that is published before one that is not', () => {
    const articles = {
      'a/results.md': aStory({ headline: 'Old', date: '2026-11-01' }),
      'b/results.md': aStory({ headline: 'New', date: '2026-11-08' }),
      'c/results.md': aStory({ headline: 'Later', date: '2026-12-08' }),
      'd.md': aStory({ headline: 'Newest' }),
    };

    const { lead } = pageAt<HomePage>({ articles, fronts: { 'home.yaml': 'lead: results\n' } }, '/');

    expect(lead?.card.headline).toBe('New');
  });

  it('has no more than a hundred stories of its editor, and says so', () => {
    const stories = Array.from({ length: 120 }, (_, index) => `story-${index}`);
    const newsroom = newsroomWith({ home: { stories } }, 130);

    expect(pageAt<HomePage>(newsroom, '/').top).toHaveLength(100);
    expect(editionOf(newsroom).diagnostics).toMatchObject([{ code: 'front-too-long', severity: 'warn' }]);
  });

  it('has no more than fifty groups, and says so', () => {
    const newsroom = newsroomWith({ home: { groups: Array.from({ length: 60 }, () => ({ section: 'news' })) } }, 700);

    expect(pageAt<HomePage>(newsroom, '/').groups).toHaveLength(50);
    expect(editionOf(newsroom).diagnostics).toMatchObject([{ code: 'front-too-long', severity: 'warn' }]);
  });
});
