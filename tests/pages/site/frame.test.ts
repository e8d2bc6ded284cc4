import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/pages/site/frame.ts';
import { pageAt, storyPage, STYLESHEET } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';

function metaOf({ properties }: Frame, name: string): readonly string[] {
  return properties.filter(({ property }) => property === name).map(({ content }) => content);
}

describe('the head of a story', () => {
  it.each([
    [{ headline: '*A*' }, 'A – The Harbour Ledger'],
    [{ shortHeadline: 'B' }, 'B – The Harbour Ledger'],
  ])('has the title of %j', (keys, title) => {
    expect(storyPage(keys).frame.title).toBe(title);
  });

  it.each([
    [{ dek: '*D*' }, 'D'],
    [{}, 'Harbour bridge closes'],
  ])('is described by %j', (keys, description) => {
    expect(storyPage(keys).frame.description).toBe(description);
  });

  it.each([
    [{}, 'https://ledger.example/2026/11/23/bridge/', 'max-image-preview:large'],
    [{ canonical: 'https://example.com/a' }, 'https://example.com/a', 'max-image-preview:large'],
    [{ noindex: true }, 'https://ledger.example/2026/11/23/bridge/', 'noindex'],
  ])('tells search engines of %j', (keys, canonical, robots) => {
    expect(storyPage(keys).frame).toMatchObject({ canonical, robots });
  });

  it('tells social networks what it is', () => {
    const { frame } = storyPage(
      {
        contributors: ['jane-doe', 'Jo'],
        topics: ['Floods'],
        updated: '2026-11-24',
        language: 'en-GB',
        image: { src: 'bridge.jpg', alt: 'A bridge' },
      },
      {
        contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
        site: { sections: [{ id: 'news', title: 'News' }] },
      },
      { now: '2026-11-24' },
    );

    expect(Object.fromEntries(frame.properties.map(({ property, content }) => [property, content]))).toMatchObject({
      'og:type': 'article',
      'og:title': 'Harbour bridge closes',
      'og:url': 'https://ledger.example/2026/11/23/bridge/',
      'og:locale': 'en_GB',
      'og:image': 'https://ledger.example/media/bridge.jpg',
      'og:image:width': '1200',
      'og:image:alt': 'A bridge',
      'article:published_time': '2026-11-23T07:30:00+00:00',
      'article:modified_time': '2026-11-24T00:00:00+00:00',
      'article:section': 'News',
      'article:tag': 'Floods',
      'article:author': 'https://ledger.example/contributors/jane-doe/',
      'twitter:card': 'summary_large_image',
    });
  });

  it('shows social networks no drawing, which they cannot show', () => {
    const { frame } = storyPage({ image: { src: 'map.svg', alt: '' } });

    expect([metaOf(frame, 'og:image'), metaOf(frame, 'twitter:card')]).toEqual([[], ['summary']]);
  });

  it('is in the language and direction of the story, its masthead in the site’s', () => {
    const { frame } = storyPage({ language: 'ar' });

    expect([frame.language, frame.direction, frame.masthead.language, frame.masthead.direction]).toEqual([
      'ar',
      'rtl',
      'en-US',
      'ltr',
    ]);
  });
});

describe('the masthead', () => {
  const site = {
    sections: [
      { id: 'news', title: 'News' },
      { id: 'sport', title: 'Sport' },
    ],
  };
  const articles = { 'a.md': aStory({ section: 'sport' }) };

  it.each([
    ['/', []],
    ['/news/', ['/news/']],
    ['/sport/', ['/sport/']],
    ['/2026/11/23/a/', ['/sport/']],
  ])('marks the section that a page is in: %s', (url, current) => {
    const { masthead } = pageAt<{ frame: Frame }>({ site, articles }, url).frame;

    expect(masthead.navigation.filter(({ isCurrent }) => isCurrent).map(({ href }) => href)).toEqual(current);
    expect(masthead.isHome).toBe(url === '/');
  });

  it('has the newsroom’s own navigation in place of the sections', () => {
    const navigation = [
      { label: 'About', url: '/about/' },
      { label: 'Shop', url: 'https://shop.example/' },
    ];
    const { masthead } = storyPage({}, { site: { ...site, navigation } }).frame;

    expect(masthead.navigation.map(({ href }) => href)).toEqual(['/about/', 'https://shop.example/']);
  });
});

describe('the footer', () => {
  it('leads to what the publisher has', () => {
    const site = {
      publisher: { contact: '/contact/', ethics: 'https://example.com/ethics' },
      social: [{ label: 'Here', url: 'https://example.com/@a' }],
    };

    expect(storyPage({}, { site }).frame.footer.links).toEqual([
      { label: 'Contact', href: '/contact/' },
      { label: 'Ethics', href: 'https://example.com/ethics' },
      { label: 'Corrections', href: '/corrections/' },
      { label: 'Archive', href: '/archive/' },
      { label: 'RSS feed', href: '/feed.xml' },
      { label: 'Here', href: 'https://example.com/@a' },
    ]);
  });
});

it('asks for the stylesheet below the folder of the site', () => {
  const { frame } = storyPage({}, { site: { url: 'https://ledger.example/paper/' } });

  expect(frame.stylesheets).toEqual([`/paper${STYLESHEET}`]);
});
