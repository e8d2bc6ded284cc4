import { describe, expect, it } from 'vitest';
import { absoluteUrl } from '../../../src/domain/site/site.ts';
import type { Frame } from '../../../src/pages/site/frame.ts';
import { cardsOf, type SocialCard } from '../../../src/pages/site/social-card.ts';
import { editionOf, layOut, storyPage } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const SECTIONS = [
  { id: 'news', title: 'News', colour: '#7a1f2b' },
  { id: 'sport', title: 'Sport' },
];
const WITH_CARDS = { pictures: { cards: true }, sections: SECTIONS };

function propertiesOf({ properties }: Frame): Readonly<Record<string, string>> {
  return Object.fromEntries(properties.map(({ property, content }) => [property, content]));
}

/** The cards of an edition of one story. */
function cards(keys: Keys, site: Keys = {}): readonly SocialCard[] {
  const articles = { 'bridge.md': aStory({ slug: 'bridge', section: 'news', ...keys }) };
  return [...cardsOf(editionOf({ site: { ...WITH_CARDS, ...site }, articles }).edition).values()];
}

function cardOfStory(keys: Keys, site: Keys = {}): SocialCard | undefined {
  return cards(keys, site).find(({ kicker }) => kicker !== undefined);
}

describe('a card for social networks', () => {
  it('has the headline of a story, its section and the colour of that, and the title of the site', () => {
    expect(cardOfStory({ headline: '*Bridge* shut', shortHeadline: 'Shut' })).toEqual({
      masthead: 'The Harbour Ledger',
      kicker: 'News',
      headline: 'Bridge shut',
      colour: '#7a1f2b',
      direction: 'ltr',
    });
  });

  it.each<[string, Keys, Partial<SocialCard>]>([
    ['from right to left', { headline: 'الجسر مغلق', language: 'ar' }, { headline: 'الجسر مغلق', direction: 'rtl' }],
    ['without pictures of things', { headline: 'Bridge 🌉 shut ✅' }, { headline: 'Bridge shut' }],
    ['in Greek, Cyrillic and Devanagari', { headline: 'Α Б अ' }, { headline: 'Α Б अ' }],
    ['without a headline that is a picture', { headline: '👩‍🚒' }, { headline: undefined }],
    ['without a headline that is a sign', { headline: '…' }, { headline: undefined }],
    ['up to what has room', { headline: 'a'.repeat(400) }, { headline: `${'a'.repeat(300)}…` }],
    ['without a headline that there are no letters for', { headline: '橋が閉まる' }, { headline: undefined }],
  ])('is drawn %s', (_how, keys, card) => {
    expect(cardOfStory(keys)).toMatchObject(card);
  });

  it.each<[string, Keys, Keys, string]>([
    ['of pixels', { image: { src: 'bridge.jpg', alt: 'A bridge' } }, {}, 'summary_large_image'],
    [
      'of pixels, whatever the site says',
      { image: { src: 'bridge.jpg', alt: '' } },
      { pictures: {} },
      'summary_large_image',
    ],
  ])('is of no story with a picture %s', (_what, keys, site, kind) => {
    const { frame } = storyPage({ section: 'news', ...keys }, { site: { ...WITH_CARDS, ...site } });

    expect(cardOfStory(keys, site)).toBeUndefined();
    expect(propertiesOf(frame)['og:image']).not.toContain('card-');
    expect(propertiesOf(frame)['twitter:card']).toBe(kind);
  });

  it('is of a story with a drawing, which networks do not show', () => {
    expect(cardOfStory({ image: { src: 'map.svg', alt: 'A map' } })).toBeDefined();
  });

  it.each<[string, Keys]>([
    ['unless the newsroom wants them', { pictures: {} }],
    ['where there are no letters for the title of the site', { title: '港新聞' }],
  ])('is there for no page %s', (_when, site) => {
    const { frame } = storyPage({}, { site: { ...WITH_CARDS, ...site } });

    expect(cards({}, site)).toEqual([]);
    expect(propertiesOf(frame)['og:image']).toBeUndefined();
    expect(propertiesOf(frame)['twitter:card']).toBe('summary');
  });

  it('is named by all that is drawn', () => {
    const names = (keys: Keys, site?: Keys): string => {
      const articles = { 'bridge.md': aStory({ slug: 'bridge', section: 'news', ...keys }) };
      return [...cardsOf(editionOf({ site: { ...WITH_CARDS, ...site }, articles }).edition).keys()].join(' ');
    };
    const all = [
      names({}),
      names({ headline: 'Another' }),
      names({ section: 'sport' }),
      names({}, { title: 'The Other Ledger' }),
      names({}, { sections: [{ id: 'news', title: 'News' }] }),
    ];

    expect(new Set(all).size).toBe(all.length);
    expect(names({ topics: [] })).toBe(all[0]);
  });
});

describe('every page of a site with cards', () => {
  const newsroom: NewsroomGiven = {
    site: {
      ...WITH_CARDS,
      language: 'en',
      languages: [{ language: 'ar', title: 'صحيفة المرفأ', sections: { news: 'أخبار' } }],
      series: [{ id: 'bridge', title: 'The bridge' }],
    },
    contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
    pages: { 'about.md': aFile({ title: 'About us' }, 'We are here.') },
    articles: {
      ...Object.fromEntries(
        Array.from({ length: 130 }, (_, index) => [
          `s${index}.md`,
          aStory({
            slug: `s${index}`,
            section: 'news',
            topics: ['Floods'],
            contributors: ['jane-doe'],
            series: 'bridge',
          }),
        ]),
      ),
      'pictured.md': aStory({ slug: 'pictured', image: { src: 'bridge.jpg', alt: 'A bridge' } }),
      'arabic.md': aStory({ slug: 'arabic', section: 'news', language: 'ar', headline: 'الجسر مغلق' }),
    },
  };

  it('shows a picture that is published, with its size and what it says', () => {
    const made = editionOf(newsroom);
    const frames = layOut(made).flatMap(({ url, layout, data }) => {
      const { frame } = (data ?? {}) as { readonly frame?: Frame };
      return frame ? [{ url, layout, properties: propertiesOf(frame) }] : [];
    });
    const published = new Set([...cardsOf(made.edition).keys()].map((url) => absoluteUrl(made.edition.site, url)));
    const wrong = frames.filter(({ properties }) => {
      const { 'og:image': image = '', 'og:image:alt': alt = '' } = properties;
      const isThere = image.endsWith('/media/bridge.jpg') || published.has(image);
      return !isThere || alt === '' || properties['twitter:card'] !== 'summary_large_image';
    });

    expect(new Set(frames.map(({ layout }) => layout)).size).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
    expect([...published].filter((card) => !frames.some(({ properties }) => properties['og:image'] === card))).toEqual(
      [],
    );
  });
});
