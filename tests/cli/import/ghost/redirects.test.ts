import { describe, expect, it } from 'vitest';
import { readRedirects } from '../../../../src/cli/import/sources/ghost/redirects.ts';

describe('redirects of Ghost', () => {
  it.each([
    ['/old', '/old'],
    ['^/old/?$', '/old/'],
    ['^\\/old\\/page\\/?$', '/old/page/'],
    ['/old-page.html', '/old-page.html'],
    ['^\\/a\\.b\\-c$', '/a.b-c'],
    ['/^\\/news\\/$/i', '/news/'],
  ])('are read where %s is one path', (from, path) => {
    const { redirects, notes } = readRedirects(JSON.stringify([{ from, to: '/new/', permanent: true }]));

    expect(redirects).toEqual([{ from: path, to: '/new/' }]);
    expect(notes).toEqual([]);
  });

  it.each(['^/blog/(.*)$', '/a|/b', '/tag/[a-z]+/', 'no-path', '/a b', ''])('are told where %j is none', (from) => {
    const { redirects, notes } = readRedirects(JSON.stringify([{ from, to: '/new/$1' }]));

    expect(redirects).toEqual([]);
    expect(notes).toMatchObject([{ kind: 'lost', what: 'redirect with a pattern', detail: `${from} → /new/$1` }]);
  });

  it('are read of YAML, too', () => {
    const { redirects, notes } = readRedirects(
      '301:\n  /a/: /b/\n  ^\\/c\\/$: https://elsewhere.example/c\n302:\n  /d/: /e/\n  /f/: 5\n',
    );

    expect(redirects).toEqual([
      { from: '/a/', to: '/b/' },
      { from: '/c/', to: 'https://elsewhere.example/c' },
      { from: '/d/', to: '/e/' },
    ]);
    expect(notes).toHaveLength(1);
  });

  it('never lead to a script', () => {
    expect(readRedirects('[{"from":"/a","to":"javascript:alert(1)"}]').redirects).toEqual([]);
  });

  it.each(['{', '', 'null', '[1, null, []]', '[[[', '"text"', '\t[{"from":"/a","to":"/b"}]'])(
    'survive a file such as %j',
    (text) => {
      expect(() => readRedirects(text)).not.toThrow();
    },
  );
});
