import { describe, expect, it } from 'vitest';
import { patternHref, patternRedirect, patternTargetHref } from '../../../src/domain/redirects/patterns.ts';
import { editionOf } from '../../newsroom/edition.ts';
import { placesOf } from '../../newsroom/findings.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const A = '/2026/11/23/a/';
const ARTICLES = { 'a.md': aStory({ aliases: ['/was-a/'] }) };
const FILE = 'content/redirects.yaml';

function related(redirects: Readonly<Record<string, string>>, more: NewsroomGiven = {}) {
  return editionOf({ articles: ARTICLES, ...more, redirects });
}

function patternsIn(redirects: Readonly<Record<string, string>>, more: NewsroomGiven = {}): readonly string[] {
  const { edition } = related(redirects, more);
  return edition.redirectPatterns.map(
    (one) => `${patternHref(edition.site, one.pattern)} → ${patternTargetHref(edition.site, one)}`,
  );
}

function foundIn(redirects: Readonly<Record<string, string>>, more: NewsroomGiven = {}): readonly string[] {
  return placesOf(related(redirects, more).diagnostics);
}

describe('patterns of redirects', () => {
  it('lead to pages that fit, and stay in their order', () => {
    const redirects = {
      '/z/:year/:month/:day/:slug/': '/:year/:month/:day/:slug/',
      '/old/*': A,
      '/b/*': 'https://x.example/:splat',
    };

    expect([patternsIn(redirects), foundIn(redirects)]).toEqual([
      ['/z/:year/:month/:day/:slug/ → /:year/:month/:day/:slug/', `/old/* → ${A}`, '/b/* → https://x.example/:splat'],
      [],
    ]);
  });

  it('have the slash at their end that the pages have', () => {
    expect(patternsIn({ '/z/:y/:m/:d/:slug/': '/:y/:m/:d/:slug' })).toEqual(['/z/:y/:m/:d/:slug/ → /:y/:m/:d/:slug/']);
  });

  it('lead at once to where an old address leads in the end', () => {
    expect(patternsIn({ '/old/*': '/was-a/', '/x/': 'https://x.example/', '/y/*': '/x' })).toEqual([
      `/old/* → ${A}`,
      '/y/* → https://x.example/',
    ]);
  });

  it('are followed by redirects to addresses that only they lead on from', () => {
    const { edition, diagnostics } = related({
      '/one/': '/old/2026/11/23/a/',
      '/old/:y/:m/:d/:slug/': '/:y/:m/:d/:slug/',
    });

    expect(edition.redirects.find(({ from }) => from === ('/one/' as string))?.to).toMatchObject({ url: A });
    expect(placesOf(diagnostics)).toEqual([]);
  });

  it.each([
    ['/2026/*', `${FILE}:2:2`],
    ['/:year/:month/:day/:slug/', `${FILE}:2:2`],
    ['/*', `${FILE}:2:2`],
    ['/news/:file', `${FILE}:2:2`],
  ])('are errors where the address of something that is published fits: %s', (from) => {
    const { diagnostics, edition } = related(
      { [from]: '/archive/' },
      { site: { sections: [{ id: 'news', title: 'News' }] }, pages: { 'news/file.md': aFile({ title: 'A' }, 'Text') } },
    );

    expect(diagnostics.map(({ code }) => code)).toEqual(['alias-collision']);
    expect(edition.redirectPatterns).toEqual([]);
  });

  it('are none where they fit only addresses that lead on by themselves, or that are not there', () => {
    expect(foundIn({ '/blog/*': A, '/blog/one/': A, '/:slug/amp/': A })).toEqual([]);
    expect(foundIn({ '/:slug/amp/': A, '/old/amp/': 'https://x.example/' })).toEqual([]);
  });

  it('are errors where they meet a story under embargo, whose time will come', () => {
    const articles = { ...ARTICLES, 'b.md': aStory({ date: '2027-01-01 07:30' }) };

    expect(related({ '/2027/*': A }, { articles }).diagnostics.map(({ code }) => code)).toContain('alias-collision');
  });

  it.each([
    [{ '/blog/*': '/gone/' }, 'redirect-broken'],
    [{ '/blog/:slug/': '/nowhere/:slug/' }, 'redirect-broken'],
    [{ '/blog/*': '/blog/new/:splat' }, 'redirect-loop'],
    [{ '/blog/*': '/blog/new/' }, 'redirect-loop'],
    [{ '/a/:x/b/:y/': '/a/:y/b/:x/' }, 'redirect-loop'],
    [{ '/a/*': '/b/c/:splat', '/b/*': '/a/:splat' }, 'redirect-loop'],
    [{ '/a/x/*': '/b/:splat', '/b/*': '/a/x/:splat' }, 'redirect-loop'],
    [{ '/x/': '/blog/x/', '/blog/:slug/': '/:slug/' }, 'redirect-loop'],
  ])('are errors where they lead nowhere or round and round: %j', (redirects, code) => {
    const { diagnostics } = related(redirects as unknown as Readonly<Record<string, string>>);

    expect([...new Set(diagnostics.map((one) => one.code))]).toContain(code);
  });

  it.each([
    { '/index.php/:y/:m/:d/:slug/': '/:y/:m/:d/:slug/', '/:y/:m/:d/:slug/amp/': '/:y/:m/:d/:slug/' },
    { '/:a/amp/': '/:a/', '/:a/:b/amp/': '/:a/:b/', '/:a/page/:number/': '/:a/' },
    { '/old/*': '/archive/', '/older/*': '/old/:splat' },
  ])('may lead on from each other as long as that ends: %j', (redirects) => {
    const pages = { 'x.md': aFile({ title: 'X' }, 'Text') };

    expect(foundIn(redirects as unknown as Readonly<Record<string, string>>, { pages })).toEqual([]);
  });

  it('lead readers of a preview on, with `/` at the end or without, the first that fits', () => {
    const { edition } = related({ '/old/:y/:m/:d/:slug/': '/:y/:m/:d/:slug/', '/old/*': '/archive/' });

    expect(
      ['/old/2026/11/23/a/', '/old/2026/11/23/a', '/old/x', '/old//x.example/', '/new/'].map((url) =>
        patternRedirect(edition, url),
      ),
    ).toEqual([A, A, '/archive/', '/archive/', undefined]);
  });

  it('count as redirects from addresses that were published, where they lead to a page', () => {
    const addresses = { 'addresses.txt': '/old/2026/11/23/a/ articles/x.md\n/old/2026/11/23/b/ articles/y.md\n' };
    const { diagnostics } = related({ '/old/:y/:m/:d/:slug/': '/:y/:m/:d/:slug/' }, { addresses });

    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['address-lost', 2]]);
  });
});
