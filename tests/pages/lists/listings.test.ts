import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import type { ContributorPage } from '../../../src/pages/contributors/contributor-page.ts';
import type { HomePage } from '../../../src/pages/fronts/home-page.ts';
import type { SectionPage } from '../../../src/pages/fronts/section-page.ts';
import type { TopicPage } from '../../../src/pages/lists/topic-page.ts';
import { pageAt, pagesOf } from '../../newsroom/edition.ts';
import { aFile, aStory, manyStories } from '../../newsroom/manuscript.ts';

const SECTIONS = [{ id: 'news', title: 'News' }];

describe('the home page', () => {
  it('leads with the newest story, then has cards, then headlines', () => {
    const { lead, top, listing } = pageAt<HomePage>({ site: { sections: SECTIONS }, articles: manyStories(60) }, '/');

    expect([lead?.card.headline, top[0]?.card.headline]).toEqual(['Story 0', 'Story 1']);
    expect([top.length, listing.earlier?.headlines.length, listing.empty]).toEqual([12, 24, undefined]);
  });

  it.each([
    ['with a section', { sections: SECTIONS }],
    ['without', {}],
  ])('leads on to the archive where there are more, %s', (_which, site) => {
    const { top, listing } = pageAt<HomePage>({ site, articles: manyStories(38) }, '/');

    expect([top.length, listing.earlier?.headlines.length]).toEqual([12, 24]);
    expect(listing.paging).toEqual({
      label: 'Archive',
      earlier: { label: 'Earlier stories', href: '/archive/' },
      later: undefined,
    });
  });

  it('leads nowhere else where all stories are on it', () => {
    expect(pageAt<HomePage>({ articles: manyStories(37) }, '/').listing.paging).toBeUndefined();
  });

  it('of one story says nothing of others', () => {
    const { top, groups, listing } = pageAt<HomePage>({ articles: manyStories(1) }, '/');

    expect([top, groups]).toEqual([[], []]);
    expect(listing).toEqual({ cards: [], earlier: undefined, paging: undefined, empty: undefined });
  });

  it('says that there are none', () => {
    const { lead, listing } = pageAt<HomePage>({}, '/');

    expect([lead, listing.empty]).toEqual([undefined, 'No stories yet.']);
  });
});

describe('a section', () => {
  it.each([
    [30, undefined],
    [64, undefined],
    [75, '/news/archive/1/'],
    [125, '/news/archive/2/'],
  ])('of %i stories has the newest, and leads to the newest page of its archive', (count, earlier) => {
    const newsroom = { site: { sections: SECTIONS }, articles: manyStories(count) };
    const page = pageAt<SectionPage>(newsroom, '/news/');
    const archived = pagesOf(newsroom)
      .filter(({ url }) => /^\/news\/archive\/\d+\/$/.test(url))
      .flatMap(({ data }) => (data as ArchivePage).headlines);

    expect([page.lead?.card.headline, page.top.length]).toEqual(['Story 0', 12]);
    expect(page.listing.earlier?.headlines).toHaveLength(count - 1 - 12 - archived.length);
    expect(page.listing.paging?.earlier?.href).toBe(earlier);
  });
});

describe('a topic', () => {
  it('has its stories, newest first', () => {
    const { title, listing } = pageAt<TopicPage>({ articles: manyStories(3, { topics: ['北京'] }) }, '/topics/北京/');

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
        articles: manyStories(2, { contributors: ['Jo', { id: 'jane-doe', credit: 'photography' }] }),
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

    expect(lead?.card).toMatchObject({
      href: '/paper/2026/11/23/a/',
      headline: 'Bridge &lt;b&gt;',
      dek: '<em>D</em>',
      kicker: 'News',
      label: { isPaid: true },
      language: 'ar',
      direction: 'rtl',
      picture: { src: '/paper/media/bridge.jpg', focus: 'focus-x3 focus-y4', width: 1200, height: 800 },
    });
  });
});

describe('the picture of a card', () => {
  const styles = readFileSync('layouts/styles/cards.css', 'utf8');

  it.each([
    ['0% 100%', 'focus-x0 focus-y10'],
    ['34 46', 'focus-x3'],
    ['50 50', undefined],
    ['54% 46%', undefined],
    ['96, 5', 'focus-x10 focus-y1'],
    [undefined, undefined],
  ])('is cropped around %s by classes that the stylesheet has', (focus, classes) => {
    const image = { src: 'bridge.jpg', alt: 'A', ...(focus === undefined ? {} : { focus }) };
    const { lead } = pageAt<HomePage>({ site: { sections: SECTIONS }, articles: { 'a.md': aStory({ image }) } }, '/');

    expect(lead?.card.picture?.focus).toBe(classes);
    for (const name of classes?.split(' ') ?? []) expect(styles).toContain(`.${name} {`);
  });
});

describe('the page for addresses that lead nowhere', () => {
  it('is Broadsheet’s unless the newsroom has one', () => {
    const own = { '404.md': aFile({ permalink: '/404.html', title: 'Gone' }, 'Text') };

    expect(pagesOf({}).filter(({ url }) => url === '/404.html')).toHaveLength(1);
    expect(pagesOf({ pages: own }).filter(({ url }) => url === '/404.html')).toHaveLength(0);
  });
});
