import { describe, expect, it } from 'vitest';
import { patternHref, patternTargetHref } from '../../../src/domain/redirects/patterns.ts';
import { validateRedirects } from '../../../src/validate/redirects/redirects.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { aSite } from '../../newsroom/site.ts';

const SITE = aSite();

/** Each pattern as hosts read it: `/old/* → /new/:splat`. */
function read(given: Readonly<Record<string, unknown>>): readonly string[] {
  return validateRedirects(given, SITE).value.flatMap((line) => {
    if (!('pattern' in line)) return [`${line.from} is none`];
    const { pattern, to } = line;
    return to ? [`${patternHref(SITE, pattern)} → ${patternTargetHref(SITE, { pattern, to })}`] : [];
  });
}

function findingsOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  return validateRedirects(given, SITE).findings.map(({ message, hint }) => `${message}; ${hint}`);
}

describe('a pattern of redirects.yaml', () => {
  it.each([
    ['/blog/*', '/archive/', '/blog/* → /archive/'],
    ['/blog/*', '/articles/:splat', '/blog/* → /articles/:splat'],
    ['/blog/:slug/', '/:slug/', '/blog/:slug/ → /:slug/'],
    ['/blog/:slug', '/:slug/', '/blog/:slug/ → /:slug/'],
    ['/:year/:month/:slug/amp', '/:year/:month/:slug/', '/:year/:month/:slug/amp/ → /:year/:month/:slug/'],
    ['/:slug/index.php', '/:slug/', '/:slug/index.php → /:slug/'],
    ['/caf%C3%A9/*', '/café/:splat', '/caf%C3%A9/* → /caf%C3%A9/:splat'],
    ['/café/:a/', '/b/:a/', '/caf%C3%A9/:a/ → /b/:a/'],
    ['/shop/*', 'https://shop.example/:splat', '/shop/* → https://shop.example/:splat'],
    ['/a/:id/', 'https://shop.example/item/:id?from=paper', '/a/:id/ → https://shop.example/item/:id?from=paper'],
    ['/a%3Ab/:x/', '/c/:x/#top', '/a%3Ab/:x/ → /c/:x/#top'],
  ])('is what hosts know: %s to %s', (from, to, expected) => {
    expect([read({ [from]: to }), findingsOf({ [from]: to })]).toEqual([[expected], []]);
  });

  it.each(['/a;b=c!*/', '/a%2A/', '/%3Aname/', '/at-10:30/', '/a:b/', '/:1/', '/ab*c/'])(
    'is no address that has its signs within a name: %s',
    (from) => {
      expect(read({ [from]: '/' })[0]).toMatch(/ is none$/);
    },
  );

  it.each([
    ['/*/amp/', /in the middle `:name` stands/],
    ['/blog/**', /write `\*` at the end only/],
    ['/old-*', /only a whole part/],
    ['/{slug}/', /write `:slug`/],
    ['/x/{year}-{slug}/', /only a whole part/],
    ['/x(.*)', /only a whole part/],
    ['/blog/*?p=1', /paths alone/],
    ['/blog/:year/:yearly/', /rename `:yearly`/],
    ['/blog/:a/:a/', /rename `:a`/],
    ['/blog/:splat/*', /rename `:splat`/],
    ['/assets/*', /leave it out/],
    ['/.git/*', /content\/public/],
    ['/_worker.js/:a/', /content\/public/],
  ])('is told what only some hosts know, or none: %s', (from, hint) => {
    expect(read({ [from]: '/' })).toEqual([]);
    expect(findingsOf({ [from]: '/' })).toEqual([expect.stringMatching(hint)]);
  });

  it.each([
    ['/blog/:slug/', '/:slgu/', /did you mean `:slug`/],
    ['/blog/*', '/b/*', /write `:splat`/],
    ['/blog/:slug/', '/b/*', /of the pattern there are `:slug`/],
    ['/blog/*', '/b/:splat/end/', /at the end/],
    ['/blog/*', '/:splat', /another site/],
    ['/blog/:slug/', '/b-:slug/', /whole part/],
    ['/blog/:slug/', '/b/?q=:slug', /whole part/],
    ['/blog/:slug/', 'b', /begin a path/],
    ['/blog/:slug/', { gone: true }, /a line for each address/],
  ])('is told where its target has what it has not: %s to %s', (from, to, hint) => {
    expect(findingsOf({ [from]: to })).toEqual([expect.stringMatching(hint)]);
  });

  it('stands above those that stand for more', () => {
    const narrow = { '/blog/:slug/': '/a/' };

    expect(findingsOf({ ...narrow, '/blog/*': '/a/' })).toEqual([]);
    expect(findingsOf({ '/blog/*': '/a/', ...narrow })).toEqual([expect.stringMatching(/below `\/blog\/\*`/)]);
    expect(findingsOf({ '/blog/:one/': '/a/', ...narrow })).toEqual([expect.stringMatching(/stands for the same/)]);
  });

  it('is one of a hundred at most', () => {
    const lines = Array.from({ length: 101 }, (_, index) => [`/a${index}/*`, '/b/']);

    expect(findingsOf(Object.fromEntries(lines))).toEqual([
      expect.stringMatching(/`\/a100\/\*`, expected at most 100/),
    ]);
  });

  it('is no alias of a story', () => {
    expect(codesOf(validateRedirects({ '/blog/*': '/a/' }, SITE).findings)).toEqual([]);
  });
});
