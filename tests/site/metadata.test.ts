import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type BuiltPage,
  canonicalOf,
  demoFolder,
  demoPages,
  jsonLdOf,
  metaOf,
  ORIGIN,
  storyPages,
  textAfter,
} from './demo.ts';
import { readStory } from './sources.ts';

const TIME_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

/** A schema.org `ImageObject`. */
interface Image {
  readonly url: string;
  readonly width: { readonly value: number };
  readonly height: { readonly value: number };
}

interface Person {
  readonly name: string;
  readonly url?: string;
}

describe('structured data', () => {
  test('says of each story what it is, where it belongs and who publishes it', () => {
    const found = storyPages().map((page) => {
      const { headline, articleSection, publisher, url, inLanguage } = jsonLdOf(page);
      return { headline, articleSection, publisher, url, inLanguage, type: jsonLdOf(page)['@type'] };
    });
    const wanted = storyPages().map((page) => ({
      headline: plainHeadline(page),
      articleSection: metaOf(page, 'article:section'),
      publisher: expect.objectContaining({
        name: rootOf(page)['lang'] === 'es' ? 'El Ledger de Tarnmouth' : 'The Tarnmouth Ledger',
        url: `${ORIGIN}/`,
      }),
      url: ORIGIN + page.path,
      inLanguage: rootOf(page)['lang'],
      type: expect.stringMatching(/(News|Satirical|AdvertiserContent)Article$|^LiveBlogPosting$/),
    }));
    expect(found).toEqual(wanted);
  });

  test('names the authors of each story, with their pages', () => {
    const found = storyPages().map((page) => ({ path: page.path, authors: authorsOf(page) }));
    const wanted = storyPages().map(({ path }) => ({
      path,
      authors: readStory(path).bylines.map((name) => expect.objectContaining({ '@type': 'Person', name })),
    }));
    const urls = storyPages().flatMap((page) => authorsOf(page).flatMap(({ url }) => url ?? []));
    expect(found).toEqual(wanted);
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => !isPageOfDemo(url))).toEqual([]);
  });

  test('gives the times of each story as its page shows them, with the zone', () => {
    const stories = storyPages().map((page) => {
      const { datePublished, dateModified } = jsonLdOf(page);
      const [published = '', updated = published] = shownTimesOf(page);
      return { path: page.path, times: [datePublished, dateModified].map(String), shown: [published, updated] };
    });
    // Where nobody said at what time of day, a page shows the day alone.
    const found = stories.map(({ times, shown, ...page }) => {
      return { ...page, times: times.map((time, index) => time.slice(0, shown[index]?.length)) };
    });
    expect(found).toEqual(stories.map(({ path, shown }) => ({ path, times: shown })));
    expect(stories.flatMap(({ times }) => times).filter((time) => !TIME_WITH_ZONE.test(time))).toEqual([]);
  });

  test('gives the picture of each story, with its size', () => {
    const found = storyPages().map((page) => ({ path: page.path, image: jsonLdOf(page)['image'] }));
    const wanted = storyPages().map((page) => {
      const start = page.html.indexOf('<figure class="lead-picture">');
      const img = start < 0 ? undefined : page.tags.find(({ name, index }) => name === 'img' && index > start);
      const { src = '', width, height } = img?.attributes ?? {};
      // Of a picture that was made smaller the name says how wide it is.
      const [, shown = width] = /-(\d+)\.\w+$/.exec(src) ?? [];
      const pixels = (value: number) => expect.objectContaining({ value: Math.round(value), unitCode: 'E37' });
      const size = { width: pixels(Number(shown)), height: pixels((Number(shown) * Number(height)) / Number(width)) };
      return { path: page.path, image: img && expect.objectContaining({ url: ORIGIN + src, ...size }) };
    });
    const isCut = ({ image }: { readonly image: unknown }): boolean => Array.isArray(image);
    expect(found.filter((one) => !isCut(one))).toEqual(
      wanted.filter((_, index) => !isCut(found[index] ?? { image: '' })),
    );
    expect(found.filter(({ image }) => image !== undefined).length).toBeGreaterThan(10);
  });

  test('gives large pictures in the ratios that search engines ask for', () => {
    const cut = storyPages().flatMap((page) => {
      const { image } = jsonLdOf(page) as { readonly image?: readonly Image[] | Image };
      return Array.isArray(image) ? [image as readonly Image[]] : [];
    });
    const ratios = cut.map((images) => images.map(({ width, height }) => (width.value / height.value).toFixed(2)));
    const files = cut.flat().map(({ url }) => join(demoFolder(), url.replace(`${ORIGIN}/`, '')));
    expect(cut.length).toBeGreaterThan(5);
    expect(new Set(ratios.flat())).toEqual(new Set(['1.78', '1.33']));
    expect(cut.flat().filter(({ width }) => width.value < 1200)).toEqual([]);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('the head of a page', () => {
  test('gives its address and what is shared of it in full', () => {
    const pages = demoPages().filter(({ html }) => !html.includes('http-equiv="refresh"'));
    const missing = pages.flatMap((page) => {
      const { path } = page;
      const image = metaOf(page, 'og:image');
      return [
        ...['og:title', 'og:type', 'og:site_name', 'description'].filter((name) => !metaOf(page, name)),
        ...(canonicalOf(page)?.startsWith('https://') ? [] : ['canonical']),
        ...(metaOf(page, 'og:url') === canonicalOf(page) ? [] : ['og:url']),
        ...(image === undefined || image.startsWith(`${ORIGIN}/`) ? [] : ['og:image']),
      ].map((name) => `${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('is followed by one first-level heading', () => {
    const found = demoPages()
      .filter(({ html }) => !html.includes('http-equiv="refresh"'))
      .map(({ path, tags }) => ({ path, headings: tags.filter(({ name }) => name === 'h1').length }));
    expect(found.filter(({ headings }) => headings !== 1)).toEqual([]);
  });

  test('says the language and direction of each story as it was written', () => {
    const found = storyPages().map((page) => ({
      path: page.path,
      lang: rootOf(page)['lang'],
      dir: rootOf(page)['dir'],
    }));
    const wanted = storyPages().map(({ path }) => {
      const lang = readStory(path).language ?? 'en-GB';
      return { path, lang, dir: lang.startsWith('ar') ? 'rtl' : 'ltr' };
    });
    expect(found).toEqual(wanted);
    expect(wanted.map(({ lang }) => lang)).toEqual(expect.arrayContaining(['es', 'ar', 'en-GB']));
  });
});

test('a page that is there in two languages leads to itself in the other, for readers and for search engines', () => {
  const pages = ['/ethics/', '/es/como-trabajamos/'].map((path) => demoPages().find((page) => page.path === path));
  const links = pages.map((page) =>
    page?.tags
      .filter(({ attributes }) => attributes['rel'] === 'alternate' && attributes['hreflang'] !== undefined)
      .map(({ name, attributes: { hreflang, href } }) => `${name} ${hreflang} ${href}`),
  );
  const inHead = [
    `link en-GB ${ORIGIN}/ethics/`,
    `link x-default ${ORIGIN}/ethics/`,
    `link es ${ORIGIN}/es/como-trabajamos/`,
  ];

  expect(pages.map((page) => page && rootOf(page)['lang'])).toEqual(['en-GB', 'es']);
  expect(links).toEqual([
    [...inHead, 'a es /es/como-trabajamos/'],
    [...inHead, 'a en-GB /ethics/'],
  ]);
});

function rootOf({ tags }: BuiltPage): Readonly<Record<string, string>> {
  return tags[0]?.attributes ?? {};
}

function authorsOf(page: BuiltPage): readonly Person[] {
  return jsonLdOf(page)['author'] as readonly Person[];
}

function plainHeadline({ html }: BuiltPage): string | undefined {
  const inner = /<h1 class="headline">(.*?)<\/h1>/s.exec(html)?.[1];
  return inner === undefined ? undefined : textAfter(`<i>${inner.replace(/<[^>]*>/g, '')}`, /<i>/);
}

/** The times in the story's head. */
function shownTimesOf({ html, tags }: BuiltPage): readonly (string | undefined)[] {
  const start = html.indexOf('<p class="header-times">');
  const end = html.indexOf('</p>', start);
  return tags
    .filter(({ name, index }) => name === 'time' && index > start && index < end)
    .map(({ attributes }) => attributes['datetime']);
}

function isPageOfDemo(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) && existsSync(join(demoFolder(), new URL(url).pathname, 'index.html'));
}
