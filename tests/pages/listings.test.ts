import { describe, expect, it } from 'vitest';
import type { ContributorPage } from '../../src/pages/contributor-page.ts';
import type { HomePage } from '../../src/pages/home-page.ts';
import type { SectionPage } from '../../src/pages/section-page.ts';
import type { TopicPage } from '../../src/pages/topic-page.ts';
import { pageAt, pagesOf } from '../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../newsroom/manuscript.ts';

const SECTIONS = [{ id: 'news', title: 'News' }];

/** So many stories, the newest `story-0`. */
function stories(count: number, keys: Keys = {}): Readonly<Record<string, string>> {
  const dates = Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 10, 22) - index * 3_600_000).toISOString(),
  );
  return Object.fromEntries(
    dates.map((date, index) => [`story-${index}.md`, aStory({ ...keys, date, headline: `Story ${index}` })]),
  );
}

describe('the home page', () => {
  it('leads with the newest story, then has cards, then headlines', () => {
    const { lead, listing } = pageAt<HomePage>({ site: { sections: SECTIONS }, articles: stories(60) }, '/');

    expect([lead?.headline, listing.cards[0]?.headline]).toEqual(['Story 0', 'Story 1']);
    expect([listing.cards.length, listing.earlier?.cards.length, listing.empty]).toEqual([12, 24, undefined]);
  });

  it('has every story where no section holds them', () => {
    const { listing } = pageAt<HomePage>({ articles: stories(60) }, '/');

    expect(listing.cards.length + (listing.earlier?.cards.length ?? 0)).toBe(59);
  });

  it('of one story says nothing of others', () => {
    expect(pageAt<HomePage>({ articles: stories(1) }, '/').listing).toEqual({
      cards: [],
      earlier: undefined,
      empty: undefined,
    });
  });

  it('says that there are none', () => {
    const { lead, listing } = pageAt<HomePage>({}, '/');

    expect([lead, listing.empty]).toEqual([undefined, 'No stories yet.']);
  });
});

describe('a section', () => {
  it('has every story of it', () => {
    const { listing } = pageAt<SectionPage>({ site: { sections: SECTIONS }, articles: stories(30) }, '/news/');

    expect([listing.cards.length, listing.earlier?.cards.length]).toEqual([13, 17]);
  });
});

describe('a topic', () => {
  it('has its stories, newest first', () => {
    const { title, listing } = pageAt<TopicPage>({ articles: stories(3, { topics: ['北京'] }) }, '/topics/北京/');

    expect([title, listing.cards.map(({ headline }) => headline)]).toEqual(['北京', ['Story 0', 'Story 1', 'Story 2']]);
  });
});

describe('a contributor', () => {
  it('has a page with their stories, their links and their address', () => {
    const page = pageAt<ContributorPage>(
      {
        contributors: {
          'jane-doe.md': aFile(
            {
              name: 'Jane Doe',
              role: 'Editor',
              email: 'jane@ledger.example',
              links: [{ label: 'Site', url: 'https://example.com/' }],
            },
            '',
          ),
        },
        articles: stories(2, { contributors: ['Jo', { id: 'jane-doe', credit: 'photography' }] }),
      },
      '/contributors/jane-doe/',
    );

    expect(page.listing.cards).toHaveLength(2);
    expect(page.links.map(({ href }) => href)).toEqual(['mailto:jane@ledger.example', 'https://example.com/']);
    expect([page.frame.description, page.storiesTitle]).toEqual(['Jane Doe, Editor', 'Stories by Jane Doe']);
  });
});

describe('a card', () => {
  it('tells what a reader needs to choose', () => {
    const { lead } = pageAt<HomePage>(
      {
        site: { url: 'https://ledger.example/paper/', sections: SECTIONS },
        articles: {
          'a.md': aStory({
            shortHeadline: 'Bridge <b>',
            dek: '*D*',
            label: 'sponsored',
            language: 'ar',
            image: { src: 'bridge.jpg', alt: 'A', focus: '30 40' },
          }),
        },
      },
      '/',
    );

    expect(lead).toMatchObject({
      href: '/paper/2026/11/23/a/',
      headline: 'Bridge &lt;b&gt;',
      dek: '<em>D</em>',
      kicker: 'News',
      label: { isPaid: true },
      language: 'ar',
      direction: 'rtl',
      picture: { src: '/paper/media/bridge.jpg', position: '30% 40%', width: 1200, height: 800 },
    });
  });
});

describe('the page for addresses that lead nowhere', () => {
  it('is Broadsheet’s unless the newsroom has one', () => {
    const own = { '404.md': aFile({ permalink: '/404.html', title: 'Gone' }, 'Text') };

    expect(pagesOf({}).filter(({ url }) => url === '/404.html')).toHaveLength(1);
    expect(pagesOf({ pages: own }).filter(({ url }) => url === '/404.html')).toHaveLength(0);
  });
});
