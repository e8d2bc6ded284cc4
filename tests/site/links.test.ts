import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { type BuiltPage, demoFolder, demoPages, filesIn, ORIGIN } from './demo.ts';

const ADDRESSES = 'a[href], link[href], img[src], script[src], source[src], video[src], audio[src], iframe[src]';

/** An address on a page, and the page that it leads to. */
interface Link {
  readonly from: string;
  readonly url: URL;
}

test('every address on every page leads to a file of the site', () => {
  const links = demoPages().flatMap(linksOf).filter(isInternal);
  expect(links.length).toBeGreaterThan(1000);
  expect(links.filter(({ url }) => fileAt(url) === undefined).map(describe)).toEqual([]);
});

test('every link to a part of a page leads to an element of that page', () => {
  const pages = new Map(demoPages().map((page) => [page.file, page]));
  const links = demoPages().flatMap(linksOf).filter(isInternal).filter(({ url }) => url.hash !== '');
  const lost = links.filter(({ url }) => {
    const target = pages.get(fileAt(url) ?? '');
    return target?.document.getElementById(decodeURIComponent(url.hash.slice(1))) == null;
  });
  expect(links.length).toBeGreaterThan(0);
  expect(lost.map(describe)).toEqual([]);
});

test('every address in the feed and the sitemap leads to a file of the site', () => {
  const feed = xml('feed.xml');
  const texts = [...feed.querySelectorAll('link, guid'), ...xml('sitemap.xml').querySelectorAll('loc')];
  const inContent = [...feed.getElementsByTagName('content:encoded')].flatMap(({ textContent }) =>
    [...new JSDOM(textContent).window.document.querySelectorAll(ADDRESSES)].map(addressOf),
  );
  const addresses = [...texts.map(({ textContent }) => textContent), ...inContent].filter((text) => text !== '');
  const own = addresses.map((text) => ({ from: 'feed or sitemap', url: new URL(text) })).filter(isInternal);
  expect(own.length).toBeGreaterThan(100);
  expect(own.filter(({ url }) => fileAt(url) === undefined).map(describe)).toEqual([]);
});

test('every page can be reached from the home page by links', () => {
  const pages = new Map(demoPages().map((page) => [page.file, page]));
  const reached = new Set(['index.html']);
  for (const file of reached) {
    const links = linksOf(pages.get(file) as BuiltPage, 'a[href]').filter(isInternal);
    for (const { url } of links) {
      const target = fileAt(url);
      if (target !== undefined && pages.has(target)) reached.add(target);
    }
  }
  const others = [...pages.values()].filter(({ file, html }) => file !== '404.html' && !html.includes('http-equiv="refresh"'));
  expect(others.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
});

test('every picture of the output that a page needs is there, and is not empty', () => {
  const folder = demoFolder();
  const pictures = filesIn(folder).filter((file) => file.startsWith('media/'));
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.filter((file) => statSync(join(folder, file)).size === 0)).toEqual([]);
});

function linksOf({ document, file, path }: BuiltPage, selector = ADDRESSES): readonly Link[] {
  return [...document.querySelectorAll(selector)].map((element) => ({
    from: `${file}: ${element.outerHTML.slice(0, 160)}`,
    url: new URL(addressOf(element), ORIGIN + path),
  }));
}

function addressOf(element: Element): string {
  return element.getAttribute('href') ?? element.getAttribute('src') ?? '';
}

function isInternal({ url }: Link): boolean {
  return url.origin === ORIGIN;
}

/** The file of the output that a host would send for an address. */
function fileAt(url: URL): string | undefined {
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const onDisk = join(demoFolder(), file);
  return existsSync(onDisk) && statSync(onDisk).isFile() ? file : undefined;
}

function xml(file: string): Document {
  return new JSDOM(readFileSync(join(demoFolder(), file), 'utf8'), { contentType: 'text/xml' }).window.document;
}

function describe({ from, url }: Link): string {
  return `${url.href} on ${from}`;
}
