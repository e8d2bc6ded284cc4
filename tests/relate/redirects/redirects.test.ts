import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/domain/edition.ts';
import { targetHref } from '../../../src/domain/redirects/redirects.ts';
import { placesOf } from '../../newsroom/findings.ts';
import { editionOf } from '../../newsroom/edition.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const A = '/2026/11/23/a/';
const FILE = 'content/redirects.yaml';
const ARTICLES = { 'a.md': aStory({ aliases: ['/was-a/'] }) };

/** The redirects of a newsroom in short. */
function shortOf({ redirects, site }: Edition): readonly string[] {
  return redirects.map(({ from, to }) => `${from} → ${targetHref(site, to)}`);
}

function redirectsIn(redirects: Readonly<Record<string, string>>, more: NewsroomGiven = {}): readonly string[] {
  return shortOf(editionOf({ articles: ARTICLES, ...more, redirects }).edition);
}

function foundIn(redirects: Readonly<Record<string, string>>, more: NewsroomGiven = {}): readonly string[] {
  return placesOf(editionOf({ articles: ARTICLES, ...more, redirects }).diagnostics);
}

describe('redirects', () => {
  it('of stories and of the file are sorted together by their old addresses', () => {
    const redirects = { '/z/': A, '/b/': 'https://x.example/', '/x.html': '/' };

    expect(redirectsIn(redirects)).toEqual(['/b/ → https://x.example/', `/was-a/ → ${A}`, '/x.html → /', `/z/ → ${A}`]);
  });

  it.each([
    A,
    A.slice(0, -1),
    `${A}index.html`,
    '/feed.xml',
    '/media/bridge.jpg',
    '/about/',
    '/archive/',
    '/sitemap.xml',
  ])('lead to whatever is there: %s', (to) => {
    const pages = { 'about.md': aFile({ title: 'About' }, 'Text') };

    expect(foundIn({ '/old/': to }, { pages })).toEqual([]);
  });

  it('have the address of the page itself, however it was written', () => {
    expect(redirectsIn({ '/old/': `${A}index.html#part` })).toContain(`/old/ → ${A}#part`);
  });

  it('do not lead to each other: chains are followed to their end, through old addresses of stories too', () => {
    const redirects = { '/1/': '/2', '/2/': '/3/', '/3/': '/was-a', '/4/': '/5/', '/5/': 'https://x.example/' };

    expect(redirectsIn(redirects)).toEqual([
      `/1/ → ${A}`,
      `/2/ → ${A}`,
      `/3/ → ${A}`,
      '/4/ → https://x.example/',
      '/5/ → https://x.example/',
      `/was-a/ → ${A}`,
    ]);
  });

  it('keep the part of a page that an earlier one asks for, unless a later one asks for another', () => {
    const redirects = {
      '/1/': '/2/#one',
      '/2/': A,
      '/3/': '/4/#three',
      '/4/': `${A}#four`,
      '/5/': '/6/#five',
      '/6/': 'https://x.example/',
    };

    expect(redirectsIn(redirects).filter((short) => /^\/[135]/.test(short))).toEqual([
      `/1/ → ${A}#one`,
      `/3/ → ${A}#four`,
      '/5/ → https://x.example/#five',
    ]);
  });

  it('follow a chain of thousands without getting lost or slow', () => {
    const count = 20_000;
    const numbers = Array.from({ length: count }, (_, index) => index);
    const redirects = Object.fromEntries(numbers.map((n) => [`/r${n}/`, n + 1 < count ? `/r${n + 1}/` : A]));
    const short = redirectsIn(redirects);

    expect(short).toHaveLength(count + 1);
    expect(new Set(short.map((text) => text.split(' → ')[1]))).toEqual(new Set([A]));
  });

  it('are told of where they lead nowhere, each once', () => {
    const redirects = { '/1/': '/2/', '/2/': '/nothing/', '/3/': A };

    expect(foundIn(redirects)).toEqual([`${FILE} redirect-broken`]);
  });

  it('are told of with the nearest address', () => {
    const { diagnostics } = editionOf({ articles: ARTICLES, redirects: { '/old/': '/2026/11/32/a/' } });

    expect(diagnostics.map(({ line, column, hint }) => [line, column, hint])).toEqual([
      [2, 11, `did you mean \`${A}\`?`],
    ]);
  });

  it('are never told that they themselves are meant', () => {
    const { diagnostics } = editionOf({ articles: ARTICLES, redirects: { '/bridges/': '/bridge/' } });

    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['redirect-broken', 'write the address of a page as the browser shows it, without the host'],
    ]);
  });

  it('are told of where they lead in a circle, each circle once and with all of it', () => {
    const { edition, diagnostics } = editionOf({
      articles: ARTICLES,
      redirects: {
        '/in/': '/1/',
        '/1/': '/2/',
        '/2/': '/3',
        '/3/': '/1/',
        '/self/': 'http://ledger.example/self',
        '/good/': A,
      },
    });

    expect(diagnostics.map(({ code, line, related }) => [code, line, related.map((place) => place.line)])).toEqual([
      ['redirect-loop', 3, [4, 5]],
      ['redirect-loop', 6, []],
    ]);
    expect(shortOf(edition)).toEqual([`/good/ → ${A}`, `/was-a/ → ${A}`]);
  });

  it.each<[string, string, string]>([
    ['a story’s', A, 'content/articles/a.md'],
    ['a story’s old one', '/was-a', 'content/articles/a.md'],
    ['a section’s', '/news/', 'content/site.yaml'],
    ['the feed’s', '/feed.xml', 'content/site.yaml'],
    ['that of the list of redirects as JSON', '/redirects.json', 'content/site.yaml'],
  ])('may not begin at an address in use: %s', (_whose, from, holder) => {
    const { diagnostics } = editionOf({
      site: { sections: [{ id: 'news', title: 'News' }] },
      articles: ARTICLES,
      redirects: { [from]: 'https://x.example/' },
    });

    expect(diagnostics.map(({ code, path, related }) => [code, path, related[0]?.path])).toEqual([
      ['alias-collision', FILE, holder],
    ]);
  });

  it.each([{ [A]: 'https://x.example/', '/was-a/': '/' }, `${A}: { gone: true }\n/was-a/: { gone: Why }\n`])(
    'stand back for a draft where drafts are shown, and hold without: %j',
    (redirects) => {
      const articles = { 'a.md': aStory({ aliases: ['/was-a/'], draft: true }) };
      const shown = editionOf({ articles, redirects }, { drafts: true });
      const { edition, diagnostics } = editionOf({ articles, redirects });

      expect([shown.diagnostics, shown.toDo]).toEqual([[], []]);
      expect(shown.edition.stories.map(({ entry }) => entry.url)).toEqual([A]);
      expect(shown.edition.redirects.map(({ from }) => from)).toEqual(['/was-a/']);
      expect([shown.edition.withdrawn, diagnostics]).toEqual([[], []]);
      expect([...edition.redirects, ...edition.withdrawn].map(({ from }) => from)).toEqual([A, '/was-a/']);
    },
  );

  it('may not begin at one address twice, however it is written', () => {
    const { diagnostics } = editionOf({ articles: ARTICLES, redirects: { '/caf%C3%A9': A, '/cafe\u0301/': '/' } });

    expect(diagnostics.map(({ code, line, related }) => [code, line, related[0]?.line])).toEqual([
      ['alias-collision', 3, 2],
    ]);
  });

  it('are reported as YAML where a key stands twice', () => {
    const { diagnostics } = editionOf({ articles: ARTICLES, redirects: `/a/: ${A}\n/b/: /\n/a/: /\n` });

    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['key-duplicate', 3]]);
  });
});

describe('a redirect to a story under embargo', () => {
  const articles = {
    'a.md': aStory({}, '[Old](/old/), [older](/older/) and [oldest](/was-b/).'),
    'b.md': aStory({ date: '2026-11-24 08:00', aliases: ['/was-b/'] }),
  };
  const redirects = { '/old/': '/2026/11/24/b/', '/older/': '/was-b/' };

  it('begins with it, and so do links to it', () => {
    expect(foundIn(redirects, { articles })).toEqual([
      'content/articles/a.md link-unpublished',
      'content/articles/a.md link-unpublished',
      'content/articles/a.md link-unpublished',
      `${FILE} redirect-unpublished`,
      `${FILE} redirect-unpublished`,
    ]);
    expect(redirectsIn(redirects, { articles })).toEqual([]);
  });

  it('leads to it afterwards', () => {
    const { edition, diagnostics } = editionOf({ articles, redirects }, { now: '2026-11-24 09:00' });

    expect(placesOf(diagnostics)).toEqual([]);
    expect(shortOf(edition)).toEqual([
      '/old/ → /2026/11/24/b/',
      '/older/ → /2026/11/24/b/',
      '/was-b/ → /2026/11/24/b/',
    ]);
  });
});

describe('a redirect to a draft', () => {
  it('begins with it', () => {
    const articles = { 'a.md': aStory({ draft: true }) };

    expect(foundIn({ '/old/': A }, { articles })).toEqual([`${FILE} redirect-unpublished`]);
    expect(redirectsIn({ '/old/': A }, { articles })).toEqual([]);
  });
});

it('leads on from pages by pages, and from pictures, recordings and documents by rules alone', () => {
  const redirects = { '/old/': A, '/old.html': A, '/a.jpg': A, '/a.pdf': A, '/a.mp3': A, '/a.php': A };
  const { edition } = editionOf({ redirects, articles: ARTICLES });
  const pages = edition.redirects.filter(({ hasPage }) => hasPage).map(({ from }) => from);

  expect(pages).toEqual(['/a.php', '/old.html', '/old/', '/was-a/']);
});
