import { describe, expect, it } from 'vitest';
import { documentOf } from '../newsroom/document-of.ts';
import { GATE, LOADER, pagesOf, renderedPage, SEARCH_SCRIPT } from '../newsroom/edition.ts';
import { aFile, aStory } from '../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../newsroom/newsroom.ts';

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'';

async function documentAt(newsroom: NewsroomGiven, url: string): Promise<Document> {
  return documentOf(await renderedPage(newsroom, url));
}

describe('a site in a folder of its host', () => {
  const newsroom: NewsroomGiven = {
    site: {
      url: 'https://ledger.example/paper/',
      sections: [{ id: 'news', title: 'News' }],
      liveStrip: { url: '/live/' },
      publisher: { contact: '/about/' },
    },
    contributors: {
      'jane-doe.md': aFile({ name: 'Jane Doe', image: { src: 'bridge.jpg', alt: '' } }, 'Text ![a](map.svg)'),
    },
    articles: {
      'b.md': aStory({}, 'Text'),
      'a.md': aStory(
        { contributors: ['jane-doe'], topics: ['北京'], aliases: ['/old/'], image: { src: 'bridge.jpg', alt: '' } },
        '[b](b.md) [c](/news/) [d](minutes.pdf) ![e](map.svg)\n\n::story{slug=b}\n',
      ),
    },
  };
  const urls = pagesOf(newsroom)
    .map(({ url }) => url)
    .filter((url) => /(?:\/|\.html)$/.test(url));

  it('has pages of every kind to look at', () => {
    expect(urls).toHaveLength(15);
  });

  it.each(urls)('leads nowhere else on its host, and loads nothing else: %s', async (url) => {
    const document = await documentAt(newsroom, url);
    const elements = [...document.querySelectorAll('[href], [src]')];
    const addresses = elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '');
    const own = addresses.filter((address) => !address.startsWith('#'));

    expect(own.filter((address) => !/^(?:https:\/\/ledger\.example)?\/paper\//.test(address))).toEqual([]);
    expect(own.length).toBeGreaterThan(1);
  });

  it('leads its readers on from an old address', async () => {
    const document = await documentAt(newsroom, '/old/');

    expect(document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      '0; url=/paper/2026/11/23/a/',
    );
  });
});

describe('a page', () => {
  it('shows what an editor wrote, and runs none of it', async () => {
    const newsroom: NewsroomGiven = {
      site: {
        title: HOSTILE,
        description: HOSTILE,
        sections: [{ id: 'news', title: HOSTILE }],
        liveStrip: { text: HOSTILE, label: HOSTILE, url: '/live/' },
      },
      articles: {
        'a.md': aStory(
          {
            ...Object.fromEntries(
              ['headline', 'shortHeadline', 'dek', 'kicker', 'dateline'].map((key) => [key, HOSTILE]),
            ),
            contributors: [HOSTILE, { name: HOSTILE, credit: 'reported-from', place: HOSTILE }],
            topics: [HOSTILE],
            image: { src: 'bridge.jpg', alt: HOSTILE, caption: HOSTILE, credit: HOSTILE },
            corrections: [{ date: '2026-11-24', text: HOSTILE }],
          },
          `${HOSTILE}\n`,
        ),
      },
    };

    for (const { url } of pagesOf(newsroom).filter(
      (page) => !/\.(?:xml|json|txt|md|svg|webmanifest)$/.test(page.url),
    )) {
      const document = await documentAt(newsroom, url);
      const scripts = [...document.querySelectorAll('script')].filter(
        (script) => script.type !== 'application/ld+json' && script.getAttribute('src') !== SEARCH_SCRIPT,
      );

      // These have nothing of an editor's in them.
      expect(scripts.map(({ text }) => text)).toEqual([GATE, LOADER]);
      expect([url, document.querySelectorAll('[onerror]').length]).toEqual([url, 0]);
      expect(document.title).toContain('</script>');
    }
  });

  it.each([
    ['a heading of the name of the main part', '## Content'],
    ['the same heading twice', '## A\n\n:::factbox\n## A\n:::'],
  ])('has no identifier twice, with %s', async (_what, body) => {
    const document = await documentAt({ articles: { 'a.md': aStory({}, body) } }, '/2026/11/23/a/');
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has one first-level heading, whatever is in the text', async () => {
    const document = await documentAt({ articles: { 'a.md': aStory({}, '# One\n\nTwo\n===\n') } }, '/2026/11/23/a/');

    expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual([
      'Harbour bridge closes',
    ]);
  });
});
