import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import type { FrontCard, FrontParts } from '../../../src/pages/fronts/front-parts.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import { editionOf, pageAt, renderedPage } from '../../newsroom/edition.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = ['news', 'sport', 'arts'];
const SITE: Keys = { sections: SECTIONS.map((id) => ({ id, title: id.toUpperCase() })), timeZone: 'Europe/London' };

/** A newsroom of so many stories, one after the other in three sections, with these fronts. */
function newsroomWith(fronts: Readonly<Record<string, object>>, count = 60): NewsroomGiven {
  return {
    site: SITE,
    articles: manyStories(count, (index) => ({ section: SECTIONS[index % 3], topics: index % 2 ? ['Harbour'] : [] })),
    fronts: Object.fromEntries(Object.entries(fronts).map(([name, keys]) => [`${name}.yaml`, JSON.stringify(keys)])),
  };
}

function headlines(cards: readonly FrontCard[]): readonly string[] {
  return cards.map(({ card }) => card.headline);
}

/** All headlines of a front, in their order. */
function allOn({ lead, top, groups, listing }: FrontParts): readonly string[] {
  const cards = [...(lead ? [lead] : []), ...top, ...groups.flatMap((group) => group.cards)];
  return [...headlines(cards), ...(listing.earlier?.headlines ?? []).map(({ headline }) => headline)];
}

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

describe('a card', () => {
  const people = { 'ana.md': aFile({ name: 'Ana Ruiz', image: { src: 'bridge.jpg', alt: 'Ana' } }, '') };
  const articles = {
    'a.md': aStory({
      headline: 'A',
      contributors: ['ana', 'Jo Li'],
      label: 'opinion',
      image: { src: 'bridge.jpg', alt: '' },
    }),
    'b.md': aStory({ headline: 'B', contributors: 'ana', image: { src: 'bridge.jpg', alt: '' } }),
    'c.md': aStory({ headline: 'C', contributors: 'Jo Li' }),
  };
  const weights = (front: object): readonly (readonly unknown[])[] => {
    const given = { articles, contributors: people, fronts: { 'home.yaml': JSON.stringify(front) } };
    return pageAt<HomePage>(given, '/').top.map((card) => [card.card.headline, card.weight, card.writer?.name]);
  };

  it('has the weight that its story asks for', () => {
    expect(weights({ lead: 'b' })).toEqual([
      ['A', 'opinion', 'Ana Ruiz'],
      ['C', 'text', undefined],
    ]);
    expect(weights({ lead: 'a' })[0]).toEqual(['B', 'picture', undefined]);
  });

  it('has the weight that its editor gives it', () => {
    const stories = [
      { story: 'a', weight: 'picture' },
      { story: 'c', weight: 'opinion' },
    ];
    expect(weights({ lead: { story: 'b', weight: 'live' }, stories })).toEqual([
      ['A', 'picture', undefined],
      ['C', 'opinion', 'Jo Li'],
    ]);
  });

  it('of an opinion shows the face of whoever wrote it, not the picture of the story', async () => {
    const html = await renderedPage({ articles, contributors: people }, '/');

    expect(html).toMatch(
      /<article class="card lead opinion"[^>]*><img class="card-picture" src="\/media\/bridge\.jpg"/,
    );
    expect(html).toContain('<p class="writer"><bdi>Ana Ruiz</bdi></p>');
  });

  it('of a live story says so in the language of the story', async () => {
    const front = JSON.stringify({ lead: { story: 'c', weight: 'live' } });
    const spanish = { ...articles, 'c.md': aStory({ headline: 'C', language: 'es' }) };

    const html = await renderedPage({ articles: spanish, fronts: { 'home.yaml': front } }, '/');

    expect(html).toContain('<span class="live">En directo</span>');
  });
});

describe('the bar of breaking news', () => {
  const barAt = (breaking: object, now: string): FrontParts['breaking'] =>
    pageAt<HomePage>(newsroomWith({ home: { breaking } }), '/', { now }).breaking;
  const until = '2026-07-01 18:00';

  it('is there until its end, in the zone of the site', () => {
    const breaking = { text: 'Bridge <closed> & guarded', url: '/news/', until };

    expect(barAt(breaking, '2026-07-01T16:59:59Z')).toMatchObject({
      label: 'Breaking news',
      text: 'Bridge &lt;closed&gt; &amp; guarded',
      href: '/news/',
    });
    expect(barAt(breaking, '2026-07-01T17:00:00Z')).toBeUndefined();
  });

  it('leads to a story, with its headline where there are no other words', () => {
    const bar = { story: 'story-4', until: '2026-12-01' };

    expect(barAt(bar, '2026-11-23')).toMatchObject({
      text: 'Story 4',
      href: '/2026/11/21/story-4/',
      language: 'en-US',
    });
    expect(barAt({ ...bar, text: 'Now' }, '2026-11-23')).toMatchObject({ text: 'Now', href: '/2026/11/21/story-4/' });
  });

  it('stands without a link where its story is gone, and not at all where it has no words then', () => {
    const bar = { story: 'gone', until: '2026-12-01' };

    expect(barAt({ ...bar, text: 'Now' }, '2026-11-23')).toMatchObject({ text: 'Now', href: undefined });
    expect(barAt(bar, '2026-11-23')).toBeUndefined();
  });

  it('is on its own front only', async () => {
    const newsroom = newsroomWith({ news: { breaking: { text: 'Now', until: '2026-12-01' } } });

    expect(await renderedPage(newsroom, '/news/')).toContain('<aside class="breaking" aria-label="Breaking news"');
    expect(await renderedPage(newsroom, '/')).not.toContain('breaking');
    expect(await renderedPage(newsroom, '/sport/')).not.toContain('breaking');
  });
});
