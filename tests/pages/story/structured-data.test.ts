import { describe, expect, it } from 'vitest';
import { storyPage } from '../../newsroom/edition.ts';
import { aFile, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

function dataOf(keys: Keys, newsroom: NewsroomGiven = {}): Record<string, unknown> {
  const { structuredData } = storyPage(keys, newsroom).frame;
  return JSON.parse(structuredData ?? 'null') as Record<string, unknown>;
}

describe('the structured data of a story', () => {
  it.each([
    [undefined, 'NewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['sponsored', 'AdvertiserContentArticle'],
    ['satire', 'SatiricalArticle'],
    ['review', 'ReviewNewsArticle'],
    ['interview', 'NewsArticle'],
    ['obituary', 'NewsArticle'],
  ])('has the type that its label says: %s', (label, type) => {
    expect(dataOf({ label })['@type']).toBe(type);
  });

  it.each([undefined, true])('can be read by all where it says nothing else: %s', (free) => {
    expect(dataOf({ free })).toMatchObject({ isAccessibleForFree: true });
    expect(dataOf({ free })).not.toHaveProperty('hasPart');
  });

  it.each<[Keys, NewsroomGiven]>([
    [{ free: false }, {}],
    [{ free: false, live: true }, {}],
    [{}, { site: { defaults: { free: false } } }],
  ])('names the part that not all can read: %j, %j', (keys, newsroom) => {
    expect(dataOf(keys, newsroom)).toMatchObject({
      isAccessibleForFree: false,
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.story-body' },
    });
  });

  it('has everyone who took part, each by what they did', () => {
    const roles = ['contributed', 'reported-from', 'photography', 'editing', 'translation', 'research'];
    const others = roles.map((credit) => ({
      name: credit,
      credit,
      ...(credit === 'reported-from' ? { place: 'Oslo' } : {}),
    }));
    const contributors = { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') };
    const data = dataOf({ contributors: ['jane-doe', ...others] }, { contributors });

    expect(data['author']).toEqual([
      { '@type': 'Person', name: 'Jane Doe', url: 'https://ledger.example/contributors/jane-doe/' },
    ]);
    expect(namesIn(data['contributor'])).toEqual(['contributed', 'reported-from', 'photography', 'research']);
    expect([namesIn(data['editor']), namesIn(data['translator'])]).toEqual([['editing'], ['translation']]);
  });

  it('has times with the offset of the site’s zone', () => {
    const site = { timeZone: 'America/New_York' };
    const data = dataOf({ date: '2026-11-23 07:30', updated: '2026-11-23 09:00' }, { site });

    expect([data['datePublished'], data['dateModified']]).toEqual([
      '2026-11-23T07:30:00-05:00',
      '2026-11-23T09:00:00-05:00',
    ]);
  });

  it('was changed when it was published, if it was not since', () => {
    const data = dataOf({});

    expect(data['dateModified']).toBe(data['datePublished']);
  });

  it('has its section, topics, picture, language and words', () => {
    const data = dataOf(
      {
        topics: ['Floods', 'floods', '北京'],
        language: 'es',
        image: { src: 'bridge.jpg', alt: '', caption: '*A*', credit: 'Jo' },
      },
      { site: { sections: [{ id: 'news', title: 'News' }] } },
    );

    expect(data).toMatchObject({
      articleSection: 'News',
      keywords: ['Floods', '北京'],
      inLanguage: 'es',
      wordCount: 5,
      image: {
        url: 'https://ledger.example/media/bridge.jpg',
        width: { '@type': 'QuantitativeValue', value: 1200, unitCode: 'E37' },
        height: { '@type': 'QuantitativeValue', value: 800, unitCode: 'E37' },
        caption: 'A',
        creditText: 'Jo',
      },
    });
  });

  it('has the publisher with its policies', () => {
    const publisher = {
      name: 'Ledger Trust',
      logo: 'map.svg',
      corrections: '/corrections/',
      ethics: 'https://example.com/ethics',
    };

    expect(dataOf({}, { site: { url: 'https://ledger.example/paper/', publisher } })['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'Ledger Trust',
      url: 'https://ledger.example/paper/',
      logo: { '@type': 'ImageObject', url: 'https://ledger.example/paper/media/map.svg' },
      correctionsPolicy: 'https://ledger.example/paper/corrections/',
      ethicsPolicy: 'https://example.com/ethics',
    });
  });

  it('has where to write to the publisher, and where else it is', () => {
    const site = {
      publisher: { contact: '/contact/#desk' },
      social: [
        { label: 'A', url: 'https://social.example/@ledger' },
        { label: 'B', url: '/b/' },
      ],
    };

    expect(dataOf({}, { site })['publisher']).toMatchObject({
      contactPoint: { '@type': 'ContactPoint', url: 'https://ledger.example/contact/#desk' },
      sameAs: ['https://social.example/@ledger'],
    });
  });

  it.each(['sponsored', 'satire'])('has no dateline where it is no news: %s', (label) => {
    expect([dataOf({ dateline: 'Oslo' })['dateline'], dataOf({ dateline: 'Oslo', label })['dateline']]).toEqual([
      'Oslo',
      undefined,
    ]);
  });

  it('is of the first publication, if it was elsewhere', () => {
    expect(dataOf({ canonical: 'https://example.com/a' })).toMatchObject({
      mainEntityOfPage: 'https://example.com/a',
      url: 'https://ledger.example/2026/11/23/bridge/',
    });
  });

  it.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', 'a\u2028b\u2029c', '"\\"', '&lt;/script>'])(
    'cannot be left by a headline: %j',
    (headline) => {
      const { structuredData } = storyPage({ headline }).frame;

      expect(structuredData).not.toMatch(/[<>&\u2028\u2029]/);
      expect(dataOf({ shortHeadline: headline })['alternativeHeadline']).toBe(headline.trim());
    },
  );
});

function namesIn(people: unknown): readonly string[] {
  return (people as readonly { readonly name: string }[]).map(({ name }) => name);
}
