import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOfSitemaps } from '../formats/sitemaps/faults-of-sitemap.ts';
import { canonicalOf, demoFolder, demoPages, jsonLdOf, metaOf, ORIGIN, storyPages, tagsOf } from './demo.ts';
import { xmlDocumentOf } from '../newsroom/document-of.ts';

describe('the feed', () => {
  test.each([
    ['feed.xml', (language: unknown) => language !== 'es'],
    ['es/feed.xml', (language: unknown) => language === 'es'],
  ])('holds the newest stories of its language, each with what an RSS item needs: %s', (file, isIn) => {
    const items = childrenOf(file, 'item').map((item) => ({
      title: textOf(item, 'title'),
      link: textOf(item, 'link'),
      guid: textOf(item, 'guid'),
      published: textOf(item, 'pubDate'),
      creators: [...item.getElementsByTagName('dc:creator')].map(({ textContent }) => textContent),
    }));
    const wanted = storyPages()
      .filter((page) => metaOf(page, 'robots') !== 'noindex')
      .map((page) => ({ page, data: jsonLdOf(page) }))
      .filter(({ data }) => isIn(data['inLanguage']))
      .sort(
        (one, other) => Date.parse(String(other.data['datePublished'])) - Date.parse(String(one.data['datePublished'])),
      )
      .slice(0, 20)
      .map(({ page, data: { headline, datePublished, author, '@type': type } }) => ({
        title: type === 'AdvertiserContentArticle' ? `[Sponsored] ${headline}` : headline,
        link: ORIGIN + page.path,
        guid: ORIGIN + page.path,
        published: new Date(String(datePublished)).toUTCString(),
        creators: (author as readonly { readonly name: string }[]).map(({ name }) => name),
      }));
    expect(byLink(items)).toEqual(byLink(wanted));
    expect(items.length).toBeGreaterThan(2);
  });

  test('lists the newest story first', () => {
    const times = childrenOf('feed.xml', 'pubDate').map(({ textContent }) => Date.parse(textContent));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('gives every address in a text in full', () => {
    const texts = childrenOf('feed.xml', 'content:encoded').map(({ textContent }) => textContent);
    const addresses = texts.flatMap((text) =>
      tagsOf(text).flatMap(({ attributes }) => attributes['href'] ?? attributes['src'] ?? []),
    );
    expect(texts.filter((text) => !text.includes('<p>'))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !/^(https?:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
  });
});

describe('the sitemaps', () => {
  test('hold every page that may be found, and no other', () => {
    const listed = sitemaps().flatMap((file) => childrenOf(file, 'loc').map(({ textContent }) => textContent));
    const wanted = demoPages()
      .filter((page) => !metaOf(page, 'robots')?.includes('noindex') && !page.html.includes('<p class="empty">'))
      .map((page) => ({ own: ORIGIN + page.path, canonical: canonicalOf(page) }))
      .filter(({ own, canonical }) => own === canonical);
    expect([...listed].sort()).toEqual(wanted.map(({ own }) => own).sort());
  });

  test('say when a story changed, and the index when one of them did, with the zone', () => {
    const files = sitemaps();
    const isOfStories = (file: string): boolean => /\d{4}-\d\d/.test(file);
    const times = ['sitemap.xml', ...files.filter((file) => !isOfStories(file)), ...files.filter(isOfStories)].map(
      (file) => childrenOf(file, 'lastmod').map((time) => time.textContent),
    );
    const [ofIndex = [], ofPages = [], ofArchives = [], ofSpanishPages = [], ...ofMonths] = times;
    expect([ofPages, ofArchives, ofSpanishPages]).toEqual([[], [], []]);
    expect(ofMonths.flat().length).toBeGreaterThan(20);
    expect(ofIndex.map(Date.parse)).toEqual(ofMonths.map((month) => Math.max(...month.map(Date.parse))));
    expect(times.flat().filter((time) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(time))).toEqual([]);
  });

  test('pass the schemas of the protocol', async () => {
    const files = ['sitemap.xml', 'sitemap-news.xml', ...sitemaps()];
    const texts = files.map((file) => [file, readFileSync(join(demoFolder(), file), 'utf8')]);

    expect(await faultsOfSitemaps(Object.fromEntries(texts))).toEqual([]);
  });

  test('say what news there is, and which pictures', () => {
    const titles = childrenOf('sitemap-news.xml', 'news:title').map(({ textContent }) => textContent);
    const pictures = sitemaps().flatMap((file) => childrenOf(file, 'image:loc'));
    const headlines = storyPages().map((page) => jsonLdOf(page)['headline']);

    expect(titles.length).toBeGreaterThan(1);
    expect(titles.filter((title) => !headlines.includes(title))).toEqual([]);
    expect(pictures.length).toBeGreaterThan(10);
  });
});

/** The files that the index names, that of pages first, then that of archives. */
function sitemaps(): readonly string[] {
  return childrenOf('sitemap.xml', 'loc').map(({ textContent }) => textContent.slice(`${ORIGIN}/`.length));
}

/** The elements of that name in a file of XML. Throws where the file is not well-formed. */
function childrenOf(file: string, name: string): readonly Element[] {
  const text = readFileSync(join(demoFolder(), file), 'utf8');
  return [...xmlDocumentOf(text).getElementsByTagName(name)];
}

function textOf(item: Element, name: string): string | undefined {
  return item.getElementsByTagName(name)[0]?.textContent;
}

function byLink<Item extends { readonly link?: string | undefined }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => String(a.link).localeCompare(String(b.link)));
}
