import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { demoFolder, demoPages, ORIGIN, storyPages } from './demo.ts';

describe('the feed', () => {
  test('holds every story with what an RSS item needs', () => {
    const items = [...xml('feed.xml').querySelectorAll('item')].map((item) => ({
      title: textOf(item, 'title'),
      link: textOf(item, 'link'),
      guid: textOf(item, 'guid'),
      published: textOf(item, 'pubDate'),
      creators: item.getElementsByTagName('dc:creator').length,
    }));
    const wanted = storyPages()
      .filter(({ document }) => document.querySelector('meta[name=robots]')?.getAttribute('content') !== 'noindex')
      .map((page) => ({
        title: page.document.querySelector('h1')?.textContent,
        link: ORIGIN + page.path,
        guid: ORIGIN + page.path,
        published: new Date(String(jsonLdOf(page.document)['datePublished'])).toUTCString(),
        creators: expect.toSatisfy((count: number) => count > 0),
      }));
    expect(sorted(items)).toEqual(sorted(wanted));
  });

  test('lists the newest story first', () => {
    const times = [...xml('feed.xml').querySelectorAll('item > pubDate')].map(({ textContent }) => Date.parse(textContent));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('gives every address in a text in full', () => {
    const texts = [...xml('feed.xml').getElementsByTagName('content:encoded')].map(({ textContent }) => textContent);
    const addresses = texts.flatMap((text) =>
      [...new JSDOM(text).window.document.querySelectorAll('[href], [src]')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      ),
    );
    expect(texts.every((text) => text.includes('<p>'))).toBe(true);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !/^(https?:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
  });
});

describe('the sitemap', () => {
  test('holds every page that may be found, and no other', () => {
    const listed = [...xml('sitemap.xml').querySelectorAll('url > loc')].map(({ textContent }) => textContent);
    const wanted = demoPages()
      .filter(({ document }) => {
        const robots = document.querySelector('meta[name=robots]')?.getAttribute('content');
        return !robots?.includes('noindex') && document.querySelector('.empty') === null;
      })
      .filter(({ document, path }) => document.querySelector('link[rel=canonical]')?.getAttribute('href') === ORIGIN + path)
      .map(({ path }) => ORIGIN + path);
    expect([...listed].sort()).toEqual(wanted.sort());
  });

  test('says when a story changed, with the zone', () => {
    const times = [...xml('sitemap.xml').querySelectorAll('lastmod')].map(({ textContent }) => textContent);
    expect(times.length).toBeGreaterThan(20);
    expect(times.filter((time) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(time))).toEqual([]);
  });
});

/** Throws where the text is not well-formed. */
function xml(file: string): Document {
  return new JSDOM(readFileSync(join(demoFolder(), file), 'utf8'), { contentType: 'text/xml' }).window.document;
}

function textOf(item: Element, name: string): string | undefined {
  return item.querySelector(`:scope > ${name}`)?.textContent;
}

function jsonLdOf(document: Document): Readonly<Record<string, unknown>> {
  return JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}');
}

function sorted<Item extends { readonly link?: string | undefined }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => String(a.link).localeCompare(String(b.link)));
}
