import { describe, expect, it } from 'vitest';
import { rulesOfAstro, rulesOfNext } from '../../../../../src/cli/import/sources/folder/redirects/programs.ts';
import { redirectsOf } from '../../../../../src/cli/import/sources/folder/redirects/rules.ts';

function astro(program: string) {
  const { rules, notes } = rulesOfAstro(program);
  const { redirects, patterns, notes: others } = redirectsOf(rules);
  return {
    led: [...redirects, ...patterns].map(({ from, to }) => `${from} → ${to}`),
    lost: [...notes, ...others].length,
  };
}

function next(program: string) {
  const { rules, notes } = rulesOfNext(program);
  const { redirects, patterns, notes: others } = redirectsOf(rules);
  return {
    led: [...redirects, ...patterns].map(({ from, to }) => `${from} → ${to}`),
    lost: [...notes, ...others].length,
  };
}

describe('redirects of a configuration of Astro', () => {
  it('are read of what is written out, in each way to write it', () => {
    const program = `// redirects: { '/no': '/x' }
      import { defineConfig } from 'astro/config';
      const note = "redirects: { '/never': '/x' }";
      export default defineConfig({
        site: 'https://old.example',
        'redirects': {
          /* moved in 2021 */
          '/old': '/new/',
          "/it's/": \`/new/two/\`,
          about: '/no-path',
          '/temporary/': { status: 302, destination: '/new/' },
          '/shop': 'https://shop.example/',
          '/blog/[...slug]': '/articles/[...slug]',
          '/tag/[tag]/': { destination: '/topics/[tag]/', status: 301, },
        },
      } satisfies AstroUserConfig);`;

    expect(astro(program)).toEqual({
      led: [
        '/old → /new/',
        "/it's/ → /new/two/",
        '/temporary/ → /new/',
        '/shop → https://shop.example/',
        '/blog/* → /articles/:splat',
        '/tag/:tag/ → /topics/:tag/',
      ],
      lost: 1,
    });
  });

  it.each([
    ["export default { redirects: { ...moved, '/a': '/b' } }", ['/a → /b']],
    [`export default { redirects: { '/a': base + '/b', '/c': \`/d/\${x}\`, '/e': '/f' } }`, ['/e → /f']],
    ['export default { redirects: moved }', []],
    ["export default { redirects: { [key]: '/b', '/a': fn({ '/x': '/y' }, ['/z']), '/c': '/d' } }", ['/c → /d']],
    ["export default { redirects: { '/a': '/b' ", []],
  ])('are told of where they are computed: %s', (program, led) => {
    const read = astro(program);

    expect(read.led).toEqual(led);
    expect(read.lost).toBeGreaterThan(0);
  });

  it.each([
    '',
    'export default {}',
    '// redirects: {}',
    'const { redirects } = x;',
    'redirects',
    '"redirects',
    '{redirects:',
  ])('are none in %j', (program) => {
    expect(astro(program).led).toEqual([]);
  });
});

describe('redirects of a configuration of Next', () => {
  it('are read of the list that is given back', () => {
    const program = `module.exports = {
      async redirects() {
        return [
          { source: '/old', destination: '/new', permanent: true },
          { source: '/blog/:slug', destination: '/posts/:slug', permanent: true },
          { source: '/docs/:path*', destination: '/help/:path*', permanent: false },
          { source: '/post/:id(\\\\d+)', destination: '/posts/:id', permanent: true },
          { source: '/x', destination: '/y', permanent: true, has: [{ type: 'host', value: 'a.example' }] },
        ];
      },
    };`;

    expect(next(program)).toEqual({
      led: ['/old → /new', '/blog/:slug → /posts/:slug', '/docs/* → /help/:splat'],
      lost: 2,
    });
  });

  it('are read of an arrow, too', () => {
    expect(next("export default { redirects: async () => [{ source: '/a', destination: '/b' }] }").led).toEqual([
      '/a → /b',
    ]);
  });
});
