import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { printRss } from '../../src/formats/rss.ts';
import { escapeXml } from '../../src/formats/xml.ts';
import { renderedPage } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

/** A document of XML; an XML parser stops at the first fault. */
function parsed(xml: string): Document {
  const { DOMParser } = new JSDOM('').window;
  return new DOMParser().parseFromString(xml, 'text/xml');
}

async function documentAt(newsroom: NewsroomGiven, url: string): Promise<Document> {
  return parsed(await renderedPage(newsroom, url));
}

function textsOf(document: Document, selector: string): readonly (string | null)[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

describe('the feed', () => {
  it.each([
    '</title><script>alert(1)</script>',
    'AT&T &amp; "quotes" \'so\'',
    ']]> <![CDATA[ <!-- -->',
    '<?xml version="1.0"?>',
    '北京 🎉 \u202eab',
    '%x; &x;',
  ])('is XML, and says what the editor wrote: %s', async (headline) => {
    const keys = { headline, dek: headline, contributors: headline, topics: [headline], shortHeadline: 'x' };
    const document = await documentAt(
      { site: { title: headline }, articles: { 'a.md': aStory(keys, headline) } },
      '/feed.xml',
    );

    expect(textsOf(document, 'parsererror')).toEqual([]);
    expect(textsOf(document, 'channel > title')).toEqual([headline]);
    expect(document.querySelectorAll('item *').length).toBe(8);
    expect(document.querySelector('creator')?.textContent).toBe(headline);
  });

  it.each(['\0', '\u0001', '\u0008', '\u000b', '\u001f', '\ud800', '\udc00', '\ufffe', '\uffff'])(
    'leaves out what XML cannot hold: %j',
    (character) => {
      const feed = {
        title: `a${character}b`,
        link: '',
        self: '',
        description: '',
        language: 'en',
        lastBuild: undefined,
        items: [],
      };

      expect(textsOf(parsed(printRss(feed)), 'title')).toEqual(['ab']);
    },
  );

  it('keeps every character that XML can hold', () => {
    expect(escapeXml('\t\n\u0085\u00a0é\u2028😀')).toBe('\t\n\u0085\u00a0é\u2028😀');
  });

  it('has of each story what readers of feeds show', async () => {
    const document = await documentAt(
      {
        site: { timeZone: 'America/New_York', sections: [{ id: 'news', title: 'News' }] },
        articles: {
          'a.md': aStory({
            dek: '*D*',
            contributors: ['A', 'B', { name: 'C', credit: 'editing' }],
            topics: ['Floods'],
          }),
        },
      },
      '/feed.xml',
    );

    expect(textsOf(document, 'item > *')).toEqual([
      'Harbour bridge closes',
      'https://ledger.example/2026/11/23/a/',
      'https://ledger.example/2026/11/23/a/',
      'Mon, 23 Nov 2026 12:30:00 GMT',
      'A',
      'B',
      'News',
      'Floods',
      'D',
      '<p>The city closed the bridge.</p>\n',
    ]);
  });

  it('has only addresses that are whole, in a site in a folder too', async () => {
    const document = await documentAt(
      {
        site: { url: 'https://ledger.example/paper/' },
        articles: {
          'b.md': aStory({ date: '2026-11-22' }, 'Text'),
          'a.md': aStory(
            {},
            '[b](b.md) [c](#d) [e](//example.com/) ![f](bridge.jpg) x[^1]\n\n::story{slug=b}\n\n[^1]: y',
          ),
        },
      },
      '/feed.xml',
    );
    const content = new JSDOM(textsOf(document, 'encoded')[0] ?? '').window.document;
    const addresses = [...content.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src'),
    );

    expect(addresses).toEqual([
      'https://ledger.example/paper/2026/11/22/b/',
      'https://ledger.example/paper/2026/11/23/a/#d',
      '//example.com/',
      'https://ledger.example/paper/media/bridge.jpg',
      'https://ledger.example/paper/2026/11/23/a/#fn1',
      'https://ledger.example/paper/2026/11/22/b/',
      'https://ledger.example/paper/2026/11/23/a/#fnref1',
    ]);
  });

  it('has the newest fifty stories that want to be found', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const articles = Object.fromEntries(names.map((name, index) => [`${name}.md`, aStory({ noindex: index < 5 })]));
    const document = await documentAt({ articles }, '/feed.xml');

    expect(document.querySelectorAll('item')).toHaveLength(50);
    expect(textsOf(document, 'link')).not.toContain('https://ledger.example/2026/11/23/s0/');
  });

  it('without stories is a feed all the same', async () => {
    const document = await documentAt({}, '/feed.xml');

    expect([textsOf(document, 'parsererror'), textsOf(document, 'lastBuildDate')]).toEqual([[], []]);
  });
});

describe('the sitemap', () => {
  it('has every page that wants to be found, each once, with the time of its last change', async () => {
    const document = await documentAt(
      {
        site: {
          sections: [
            { id: 'news', title: 'News' },
            { id: 'empty', title: 'Empty' },
          ],
          timeZone: 'Europe/London',
        },
        contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') },
        pages: {
          'about.md': aFile({ title: 'About' }, 'Text'),
          'hidden.md': aFile({ noindex: true }, 'Text'),
          '404.md': aFile({ permalink: '/404.html' }, 'Text'),
        },
        articles: {
          'a.md': aStory({ topics: ['北京 & co'], updated: '2026-11-24 09:00', aliases: ['/old/'] }),
          'hidden.md': aStory({ noindex: true }),
          'elsewhere.md': aStory({ canonical: 'https://example.com/' }),
          'held.md': aStory({ date: '2027-01-01' }),
        },
      },
      '/sitemap.xml',
    );

    expect(
      [...document.querySelectorAll('url')].map(({ children }) => [...children].map(({ textContent }) => textContent)),
    ).toEqual([
      ['https://ledger.example/'],
      ['https://ledger.example/news/'],
      ['https://ledger.example/contributors/jane-doe/'],
      ['https://ledger.example/topics/%E5%8C%97%E4%BA%AC-co/'],
      ['https://ledger.example/about/'],
      ['https://ledger.example/2026/11/23/a/', '2026-11-24T09:00:00+00:00'],
    ]);
  });
});
