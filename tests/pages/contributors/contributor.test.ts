import { describe, expect, it } from 'vitest';
import type { ArchivePage } from '../../../src/pages/lists/archive-page.ts';
import type { ContributorPage } from '../../../src/pages/contributors/contributor-page.ts';
import { pageAt, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const URL = '/contributors/jane-doe/';

function newsroomOf(keys: Keys, articles: NewsroomGiven['articles'] = {}, site: Keys = {}): NewsroomGiven {
  return { contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe', ...keys }, 'She *writes*.') }, articles, site };
}

describe('the page of a contributor', () => {
  it('marks the stories in which they did more than write, in the language of each', () => {
    const articles = {
      'a.md': aStory({ contributors: 'jane-doe', date: '2026-11-04' }),
      'b.md': aStory({ contributors: ['Jo', { id: 'jane-doe', credit: 'photography' }], date: '2026-11-03' }),
      'c.md': aStory({
        contributors: ['jane-doe', { id: 'jane-doe', credit: 'photography' }, { name: 'Jo', credit: 'research' }],
        language: 'de',
        date: '2026-11-02',
      }),
      'd.md': aStory({
        contributors: ['Jo', { id: 'jane-doe', credit: 'reported-from', place: 'Oslo' }],
        date: '2026-11-01',
      }),
    };
    const { listing } = pageAt<ContributorPage>(newsroomOf({}, articles), URL);

    expect(listing.cards.map(({ note }) => note)).toEqual([undefined, 'Photography', 'Text und Fotos', 'Reporting']);
  });

  it('marks them among the earlier headlines and in the archive too', () => {
    const articles = manyStories(80, { contributors: ['Jo', { id: 'jane-doe', credit: 'editing' }] });
    const newsroom = newsroomOf({}, articles);
    const { listing } = pageAt<ContributorPage>(newsroom, URL);
    const archive = pageAt<ArchivePage>(newsroom, `${URL}archive/1/`);

    expect(new Set(listing.earlier?.headlines.map(({ note }) => note))).toEqual(new Set(['Editing']));
    expect(new Set(archive.headlines.map(({ note }) => note))).toEqual(new Set(['Editing']));
  });

  it('says what they were called, and has the stories that credit that name', () => {
    const articles = { 'a.md': aStory({ contributors: 'Jane Roe' }) };
    const page = pageAt<ContributorPage>(newsroomOf({ formerNames: ['Jane Roe', 'J. R.'] }, articles), URL);

    expect(page.formerly?.replace(/[\u2068\u2069]/g, '')).toBe('Formerly Jane Roe and J. R.');
    expect(page.listing.cards).toHaveLength(1);
    expect(pageAt<ContributorPage>(newsroomOf({}), URL).formerly).toBeUndefined();
  });

  it('says what they are called in other languages, also to search engines', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const given = newsroomOf({ names: { ar: 'جين دو', eo: hostile }, formerNames: ['Jane Roe', 'جين دو'] });
    const { frame } = pageAt<ContributorPage>(given, URL);
    const html = await renderedPage(given, URL);

    expect(JSON.parse(frame.structuredData ?? '').mainEntity.alternateName).toEqual(['جين دو', hostile, 'Jane Roe']);
    expect(html).toMatch(/<p [^>]*lang="ar" dir="rtl">\s*جين دو\s*<\/p>/);
    expect(html).not.toContain('<img src=x');
  });

  it('tells search engines who they are', () => {
    const keys = {
      role: 'Editor',
      email: 'jane@ledger.example',
      formerNames: ['Jane Roe'],
      links: ['https://social.example/@jane', 'mailto:jane@home.example', '/about/'],
      image: { src: 'bridge.jpg', alt: 'Jane', credit: 'Jo' },
    };
    const { frame } = pageAt<ContributorPage>(newsroomOf(keys), URL);

    expect(JSON.parse(frame.structuredData ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      url: 'https://ledger.example/contributors/jane-doe/',
      name: 'Jane Doe',
      inLanguage: 'en-US',
      mainEntity: {
        '@type': 'Person',
        '@id': 'https://ledger.example/contributors/jane-doe/#person',
        name: 'Jane Doe',
        alternateName: ['Jane Roe'],
        url: 'https://ledger.example/contributors/jane-doe/',
        jobTitle: 'Editor',
        description: 'She writes.',
        email: 'jane@ledger.example',
        image: { '@type': 'ImageObject', url: 'https://ledger.example/media/bridge.jpg', creditText: 'Jo' },
        worksFor: { '@type': 'NewsMediaOrganization', name: 'The Harbour Ledger' },
        sameAs: ['https://social.example/@jane'],
      },
    });
  });

  it('says nothing to search engines that its file does not', () => {
    const newsroom = { contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') } };
    const data = JSON.parse(pageAt<ContributorPage>(newsroom, URL).frame.structuredData ?? '') as {
      readonly mainEntity: object;
    };

    expect(Object.keys(data.mainEntity)).toEqual(['@type', '@id', 'name', 'url', 'worksFor']);
  });

  it('has nothing in it that an editor wrote as markup', async () => {
    const hostile = '</script><script>alert(1)</script>';
    const keys = {
      name: `Jane ${hostile}`,
      role: hostile,
      formerNames: [hostile],
      links: [{ label: hostile, url: 'https://example.com/"><script>' }],
    };
    const html = await renderedPage(newsroomOf(keys), URL);

    expect(html).toContain('Formerly');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('"><script');
  });
});
