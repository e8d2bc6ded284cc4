import { describe, expect, it } from 'vitest';
import { printRss } from '../../../src/formats/feeds/rss.ts';
import { joinParts } from '../../../src/formats/text-parts.ts';
import { escapeXml } from '../../../src/formats/xml.ts';
import { documentOf, xmlDocumentOf } from '../../newsroom/document-of.ts';
import { pagesOf, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

async function documentAt(newsroom: NewsroomGiven, url: string): Promise<Document> {
  return xmlDocumentOf(await renderedPage(newsroom, url));
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
    expect([...document.querySelectorAll('item *')].map(({ tagName }) => tagName)).toEqual([
      ...['title', 'link', 'guid', 'pubDate', 'dc:creator', 'category', 'description', 'content:encoded'],
    ]);
    expect(document.querySelector('creator')?.textContent).toBe(headline);
  });

  it.each(['\0', '\u0001', '\u0008', '\u000b', '\u001f', '\ud800', '\udc00', '\ufffe', '\uffff'])(
    'leaves out what XML cannot hold: %j',
    (character) => {
      const feed = {
        ...{ title: `a${character}b`, description: '', language: 'en', home: '', self: '', publisher: '' },
        ...{ hub: undefined, logo: undefined, updated: { instant: 0, iso: '' }, entries: [] },
      };

      expect(textsOf(xmlDocumentOf(joinParts(printRss(feed))), 'title')).toEqual(['ab']);
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
      'Mon, 23 Nov 2026 07:30:00 -0500',
      'A',
      'B',
      'News',
      'Floods',
      '<em>D</em>',
      '<p><em><em>D</em></em></p>\n<p>The city closed the bridge.</p>\n<p>Edited by C.</p>\n',
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
            '[b](b.md) [c](#d) [e](https://example.com/) ![f](bridge.jpg) x[^1]\n\n::story{slug=b}\n\n[^1]: y',
          ),
        },
      },
      '/feed.xml',
    );
    const content = documentOf(textsOf(document, 'encoded')[0] ?? '');
    const addresses = [...content.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src'),
    );

    expect(addresses).toEqual([
      'https://ledger.example/paper/2026/11/22/b/',
      'https://ledger.example/paper/2026/11/23/a/#d',
      'https://example.com/',
      'https://ledger.example/paper/media/bridge.jpg',
      'https://ledger.example/paper/2026/11/23/a/#fn1',
      'https://ledger.example/paper/2026/11/22/b/',
      'https://ledger.example/paper/2026/11/23/a/#fnref1',
    ]);
  });

  it('has the newest twenty stories that want to be found', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const articles = Object.fromEntries(names.map((name, index) => [`${name}.md`, aStory({ noindex: index < 5 })]));
    const document = await documentAt({ articles }, '/feed.xml');

    expect(document.querySelectorAll('item')).toHaveLength(20);
    expect(textsOf(document, 'link')).not.toContain('https://ledger.example/2026/11/23/s0/');
  });

  it('without stories is a feed all the same', async () => {
    const document = await documentAt({}, '/feed.xml');

    expect([textsOf(document, 'parsererror'), textsOf(document, 'lastBuildDate')]).toEqual([[], []]);
  });
});

/** What each entry of a sitemap or of an index says. */
function entriesOf(document: Document, name: 'url' | 'sitemap'): readonly (readonly string[])[] {
  return [...document.querySelectorAll(name)].map(({ children }) =>
    [...children].map(({ textContent }) => textContent ?? ''),
  );
}

describe('the sitemaps', () => {
  const newsroom: NewsroomGiven = {
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
      '404.md': aFile({ title: 'Own', permalink: '/404.html' }, 'Text'),
    },
    articles: {
      'a.md': aStory({ topics: ['北京 & co'], updated: '2026-11-23 09:00', aliases: ['/old/'] }),
      'b.md': aStory({ date: '2026-11-20 10:00' }),
      'c.md': aStory({ date: '2026-06-30T23:30:00Z' }),
      'hidden.md': aStory({ noindex: true }),
      'hidden-month.md': aStory({ noindex: true, date: '2025-01-01' }),
      'elsewhere.md': aStory({ canonical: 'https://example.com/' }),
      'held.md': aStory({ date: '2027-01-01' }),
    },
  };

  it('are listed in an index, each with its last change where that is known', async () => {
    expect(entriesOf(await documentAt(newsroom, '/sitemap.xml'), 'sitemap')).toEqual([
      ['https://ledger.example/sitemaps/pages.xml'],
      ['https://ledger.example/sitemaps/archives.xml'],
      ['https://ledger.example/sitemaps/2026-07.xml', '2026-07-01T00:30:00+01:00'],
      ['https://ledger.example/sitemaps/2026-11.xml', '2026-11-23T09:00:00+00:00'],
    ]);
  });

  it('have every page that wants to be found, each once', async () => {
    expect(entriesOf(await documentAt(newsroom, '/sitemaps/pages.xml'), 'url')).toEqual([
      ['https://ledger.example/'],
      ['https://ledger.example/news/'],
      ['https://ledger.example/contributors/'],
      ['https://ledger.example/contributors/jane-doe/'],
      ['https://ledger.example/topics/%E5%8C%97%E4%BA%AC-co/'],
      ['https://ledger.example/about/'],
    ]);
  });

  it('have the stories of a month, the oldest first, with their last change', async () => {
    expect(entriesOf(await documentAt(newsroom, '/sitemaps/2026-11.xml'), 'url')).toEqual([
      ['https://ledger.example/2026/11/20/b/', '2026-11-20T10:00:00+00:00'],
      ['https://ledger.example/2026/11/23/a/', '2026-11-23T09:00:00+00:00'],
    ]);
  });

  it('are none for a month of which nothing wants to be found', () => {
    const urls = pagesOf(newsroom).map(({ url }) => url);

    expect(urls.filter((url) => url.startsWith('/sitemaps/'))).toEqual([
      '/sitemaps/2026-07.xml',
      '/sitemaps/2026-11.xml',
      '/sitemaps/pages.xml',
      '/sitemaps/archives.xml',
    ]);
  });
});
