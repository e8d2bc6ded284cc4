import { describe, expect, it } from 'vitest';
import { keyOf, specsOf } from '../../../src/pages/page-specs.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { editionOf, pageAt, pagesOf, type PublicationGiven, renderedPage } from '../../newsroom/edition.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const URL = '/2026/11/23/bridge/';

function newsroom(keys: Keys = {}, body?: string, site: Keys = {}): NewsroomGiven {
  return { site, articles: { 'bridge.md': aStory({ slug: 'bridge', ...keys }, body) } };
}

function urlsOf(given: NewsroomGiven, publication?: PublicationGiven): readonly string[] {
  const urls = pagesOf(given, publication).map(({ url }) => url as string);
  return urls.filter((url) => /bridge.*\.(?:md|json)$|llms/.test(url) && !url.endsWith('updates.json'));
}

function markdownOf(given: NewsroomGiven, publication?: PublicationGiven): string {
  return pageAt<string>(given, `${URL}index.md`, publication);
}

function jsonOf(given: NewsroomGiven, publication?: PublicationGiven): Record<string, unknown> {
  return JSON.parse(pageAt<string>(given, `${URL}index.json`, publication));
}

describe('the texts of a story', () => {
  it('stand beside its page, which names them', async () => {
    const document = documentOf(await renderedPage(newsroom(), URL));
    const links = [...document.querySelectorAll('link[rel="alternate"]:not([hreflang])')].slice(0, 2);

    expect(urlsOf(newsroom())).toEqual([`${URL}index.md`, `${URL}index.json`, '/llms.txt']);
    expect(links.map((link) => [link.getAttribute('type'), link.getAttribute('href')])).toEqual([
      ['text/markdown', `https://ledger.example${URL}index.md`],
      ['application/json', `https://ledger.example${URL}index.json`],
    ]);
  });

  it('have the name of a page that is a file', () => {
    const urls = urlsOf(newsroom({}, undefined, { permalink: '/{slug}.html' }));

    expect(urls).toEqual(['/bridge.md', '/bridge.json', '/llms.txt']);
  });

  it.each([
    { noindex: true },
    { free: false },
    { canonical: 'https://example.com/a' },
    { draft: true },
    { date: '2026-11-24 09:00' },
  ])('are none of a story with %j', async (keys) => {
    expect(urlsOf(newsroom(keys), { drafts: true })).not.toContain(`${URL}index.md`);
    const page = pagesOf(newsroom(keys), { drafts: true }).find(({ url }) => url === URL);
    if (page) expect(await renderedPage(newsroom(keys), URL, { drafts: true })).not.toContain('text/markdown');
  });

  it.each([
    [{ cleanText: false }, 0],
    [{ crawlers: { ai: 'refuse' } }, 0],
    [{ crawlers: { ai: 'refuse' }, cleanText: true }, 3],
    [{ crawlers: { ai: 'allow' }, cleanText: true }, 3],
  ])('are there by the settings of the site: %j', (site, count) => {
    expect(urlsOf(newsroom({}, undefined, site))).toHaveLength(count);
  });

  it('are told of where somebody has their address', () => {
    const { diagnostics } = editionOf({
      ...newsroom(),
      pages: { 'a.md': aFile({ title: 'A', permalink: `${URL}index.md` }, 'A') },
    });

    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['url-duplicate', expect.stringContaining(`\`${URL}index.md\` for this story as Markdown`)],
    ]);
  });

  it('are in no sitemap', () => {
    const sitemaps = pagesOf(newsroom()).filter(({ url }) => url.includes('sitemap'));

    expect(JSON.stringify(sitemaps)).toContain(URL);
    expect(JSON.stringify(sitemaps)).not.toMatch(/index\.(?:md|json)|llms/);
  });

  it('change with their own story alone', () => {
    const other = (headline: string): NewsroomGiven => ({
      articles: { ...newsroom().articles, 'other.md': aStory({ slug: 'other', headline, topics: ['A'] }) },
    });
    const keys = (given: NewsroomGiven): readonly string[] =>
      [...specsOf(editionOf(given).edition, ['cleanText', 'llms'])].map((spec) => `${spec.url} ${keyOf(spec)}`);
    const [before, after] = [keys(other('One')), keys(other('Two'))];

    expect(before.filter((key, index) => key !== after[index]).map((key) => key.split(' ')[0])).toEqual([
      '/2026/11/23/other/index.md',
      '/2026/11/23/other/index.json',
    ]);
  });
});

describe('a story as Markdown', () => {
  it('has what its page has, in its order', () => {
    const text = markdownOf({
      site: { sections: [{ id: 'news', title: 'News' }] },
      contributors: { 'ana-ruiz.md': aFile({ name: 'Ana Ruiz' }, '') },
      media: { 'quay.jpg': [40, 30] },
      articles: {
        'bridge.md': aStory(
          {
            slug: 'bridge',
            headline: 'The *Anna* & the <bridge>',
            dek: '1. It is shut',
            section: 'news',
            label: 'analysis',
            topics: ['Bridges'],
            contributors: ['ana-ruiz', { name: 'Jo Li', credit: 'research' }],
            image: { src: 'quay.jpg', alt: 'A quay', caption: 'The *quay*', credit: 'Ann' },
            corrections: [{ date: '2026-11-23 10:00', text: 'It was **not** open.' }],
          },
          'See [the other](/2026/11/23/other/#part).\n\n| A | B |\n|---|--:|\n| 1 | 2 |',
        ),
        'other.md': aStory({ slug: 'other' }, '## Part\n\nText.'),
      },
    });

    expect(text).toBe(
      [
        '# The *Anna* & the &lt;bridge>',
        '**Analysis**',
        '1\\. It is shut',
        [
          'By [Ana Ruiz](https://ledger.example/contributors/ana-ruiz/)\\',
          'Published November 23, 2026 at 7:30 AM UTC\\',
          'Updated November 23, 2026 at 10:00 AM UTC\\',
          `[The Harbour Ledger, News](https://ledger.example${URL})`,
        ].join('\n'),
        '![A quay](https://ledger.example/media/quay.jpg)',
        'The *quay* (Ann)',
        'See [the other](https://ledger.example/2026/11/23/other/#part).',
        '| A | B |\n| --- | --: |\n| 1 | 2 |',
        'Research by Jo Li.',
        '**Correction** (November 23, 2026 at 10:00 AM UTC) It was **not** open.',
        'Topics: [Bridges](https://ledger.example/topics/bridges/)\n',
      ].join('\n\n'),
    );
  });

  it('has the posts of a live blog under their times, and none that is under embargo', () => {
    const body = [
      'The bridge opens.',
      ':::update{date="2026-11-23 09:00" title="Barriers *up*"}\nThey are up.\n:::',
      ':::update{date="2026-11-23 11:30"}\nThe first bus.\n:::',
      ':::update{date="2026-11-23 16:00" title="Secret"}\nThe mayor will resign.\n:::',
    ].join('\n\n');
    const given = newsroom({ live: { end: '2026-11-23 20:00' } }, body);

    expect(markdownOf(given)).toContain(
      'The bridge opens.\n\n## November 23, 2026 at 11:30 AM UTC\n\nThe first bus.\n\n## November 23, 2026 at 9:00 AM UTC · Barriers *up*\n\nThey are up.',
    );
    expect(`${markdownOf(given)}${JSON.stringify(jsonOf(given))}`).not.toMatch(/Secret|mayor/);
    expect(markdownOf(given)).toContain('**Live**');
    expect(markdownOf(given, { now: '2026-11-23 21:00' })).toContain('**Live coverage has ended.**');
    expect(jsonOf(given)).toMatchObject({
      live: { state: 'on', start: '2026-11-23T07:30:00+00:00', end: '2026-11-23T20:00:00+00:00' },
      markdown: 'The bridge opens.',
      posts: [
        { published: '2026-11-23T11:30:00+00:00', markdown: 'The first bus.' },
        {
          url: `https://ledger.example${URL}#update-20261123-0900`,
          published: '2026-11-23T09:00:00+00:00',
          title: 'Barriers up',
          markdown: 'They are up.',
        },
      ],
    });
  });
});

describe('a story as JSON', () => {
  it('has what it says of itself, and leaves out what it lacks', () => {
    const { markdown, ...facts } = jsonOf(newsroom({ headline: 'A </script> "b"', topics: ['Bridges'] }, 'One *two*.'));

    expect(markdown).toBe('One *two*.');
    expect(facts).toEqual({
      url: `https://ledger.example${URL}`,
      language: 'en-US',
      headline: 'A </script> “b”',
      topics: [{ name: 'Bridges', url: 'https://ledger.example/topics/bridges/' }],
      published: '2026-11-23T07:30:00+00:00',
      authors: expect.any(Array),
      publisher: { name: 'The Harbour Ledger', url: 'https://ledger.example/' },
    });
  });
});

describe('llms.txt', () => {
  it('says what there is, and where texts are', () => {
    const site = {
      description: 'News of the *harbour*',
      sections: [{ id: 'news', title: 'News', description: 'All' }],
    };
    const text = pageAt<string>({ ...newsroom({ section: 'news' }, undefined, site) }, '/llms.txt');

    expect(text).toMatch(/^# The Harbour Ledger\n\n> News of the \\\*harbour\\\*\n\n/);
    expect(text).toContain('`https://ledger.example/{yyyy}/{mm}/{dd}/{slug}/index.md`');
    expect(text).toContain('\n- [News](https://ledger.example/news/): All\n');
    expect(text.match(/https:\/\/ledger\.example\/feed\.json/g)).toHaveLength(1);
  });

  it('gives way to one of the newsroom', () => {
    const given = { ...newsroom(), pages: { 'llms.md': aFile({ title: 'A', permalink: '/llms.txt' }, 'A') } };

    expect(urlsOf(given)).not.toContain('/llms.txt');
  });
});
