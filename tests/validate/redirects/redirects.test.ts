import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/parse/yaml.ts';
import { validateRedirects } from '../../../src/validate/redirects/redirects.ts';
import { codesOf } from '../../newsroom/findings.ts';
import type { Keys } from '../../newsroom/manuscript.ts';
import { aSite } from '../../newsroom/site.ts';

/** Each redirect in short: `/old/ → /new/`. */
function read(given: unknown, site: Keys = {}): readonly string[] {
  return validateRedirects(given, aSite(site)).value.map((line) => {
    const { to } = line;
    const from = 'from' in line ? line.from : line.key;
    if (!to) return `${from} → ?`;
    if (to.kind === 'gone') return `${from} → gone${to.reason === undefined ? '' : `: ${to.reason}`}`;
    return `${from} → ${to.kind === 'page' ? to.url + to.query + to.fragment : to.url}`;
  });
}

function codesIn(given: unknown): readonly string[] {
  return codesOf(validateRedirects(given, aSite()).findings);
}

describe('what was withdrawn', () => {
  it.each([
    [{ gone: true }, '/old/ → gone'],
    [{ gone: ' Why? ' }, '/old/ → gone: Why?'],
    [{ gone: '' }, '/old/ → gone'],
  ])('says so in the place of a new address: %j', (target, expected) => {
    expect([read({ '/old/': target }), codesIn({ '/old/': target })]).toEqual([[expected], []]);
  });

  it('has slips in the reason told, as texts of other keys have', () => {
    const { findings } = validateRedirects({ '/old/': { gone: 'It was **wrong**, says TKTK' } }, aSite());

    expect(findings.map(({ code, at }) => [code, at])).toEqual([
      ['markup-in-key', { kind: 'part', keys: ['/old/', 'gone'], words: '**wrong**' }],
      ['placeholder-left', { kind: 'part', keys: ['/old/', 'gone'], words: 'TKTK' }],
    ]);
  });

  it.each([
    { gone: false },
    { gone: null },
    { gone: ['a'] },
    { gone: true, to: '/' },
    { goen: true },
    {},
    { gone: 'a'.repeat(501) },
    { gone: 'yes' },
    { gone: 'No' },
  ])('is not what says something else: %j', (target) => {
    expect(codesIn({ '/old/': target })).toEqual(['redirect-invalid']);
  });
});

describe('an old path of redirects.yaml', () => {
  it.each([
    ['/old/', '/old/'],
    ['/old', '/old/'],
    [' /old/a.html ', '/old/a.html'],
    ['/caf%C3%A9', '/café/'],
    ['/cafe\u0301/', '/café/'],
    ['/caf%65%CC%81/', '/café/'],
    ['/北京/', '/北京/'],
    ['/a b/', '/a b/'],
    ['/old%20story/', '/old story/'],
    ['/tag/c%2B%2B/', '/tag/c++/'],
    ['/tag/c++', '/tag/c++/'],
    ['/story/0,,1234,00.html', '/story/0,,1234,00.html'],
    ["/what's-on/", "/what's-on/"],
    ['/q&a/', '/q&a/'],
    ['/article_(1)/', '/article_(1)/'],
    ['/a;b=c@d:e$f!*/', '/a;b=c@d:e$f!*/'],
    ['/what%3F/', '/what%3F/'],
    ['/c%23/', '/c#/'],
    ['/50%25-off/', '/50%25-off/'],
    ['/50%-off/', '/50%25-off/'],
    ['/🎉/', '/🎉/'],
    ['/?p=123', '/?p=123'],
    ['/index.php?id=7&lang=en', '/index.php?id=7&lang=en'],
    ['/a?q=b c&d', '/a/?q=b%20c&d='],
    ['/a/?', '/a/'],
  ])('is read as a browser asks for it: %j', (key, from) => {
    expect(read({ [key]: '/' })).toEqual([`${from} → /`]);
  });

  it.each([
    'old/',
    '/',
    '',
    '/?',
    '/a#b',
    '/../a/',
    '/%2e%2e/a/',
    '//a/',
    '/a//b/',
    '/a%2Fb/',
    '/a%5Cb/',
    '/a\\b/',
    'https://x.example/a/',
    '/a\u0000/',
    '/a%0Ab/',
    '/\ud800/',
    `/${'x'.repeat(256)}/`,
  ])('must be a path: %j', (key) => {
    expect(codesIn({ [key]: '/' })).toEqual(['redirect-invalid']);
    expect(read({ [key]: '/' })).toEqual([]);
  });
});

describe('where a redirect leads', () => {
  it.each([
    ['/new/', '/new/'],
    ['/new', '/new'],
    ['/caf%C3%A9/', '/café/'],
    ['/cafe\u0301/', '/café/'],
    ['/new/#Größe', '/new/#Gr%C3%B6%C3%9Fe'],
    ['/new/?q=a b#c', '/new/?q=a%20b#c'],
    ['/a/../b/', '/b/'],
    ['https://x.example', 'https://x.example/'],
    ['HTTPS://x.example/a b"#c d', 'https://x.example/a%20b%22#c%20d'],
    ['https://ledger.example/new/#a', '/new/#a'],
    ['https://ledger.example', '/'],
    ['http://ledger.example/new/?a=b', '/new/?a=b'],
    ['https://LEDGER.example:443/caf%C3%A9', '/café'],
    ['https://ledger.example.org/new/', 'https://ledger.example.org/new/'],
    ['https://ledger.example:8443/new/', 'https://ledger.example:8443/new/'],
  ])('is a page or a web address: %j', (target, to) => {
    expect(read({ '/old/': target })).toEqual([`/old/ → ${to}`]);
  });

  it('is a page only below the folder that the site lives in', () => {
    const site = { url: 'https://ledger.example/paper/' };
    const targets = ['https://ledger.example/paper/a/', 'https://ledger.example/a/', 'https://ledger.example/paper'];

    expect(targets.flatMap((target) => read({ '/old/': target }, site))).toEqual([
      '/old/ → /a/',
      '/old/ → https://ledger.example/a/',
      '/old/ → /',
    ]);
  });

  it.each<unknown>([
    'new/',
    '//x.example/',
    '/\\x.example/',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'https://user:pass@x.example/',
    'https://',
    'https://ledger.example/a//b/',
    'articles/a.md',
    '',
    null,
    true,
    [],
    { a: '/b/' },
  ])('is nothing else: %j', (target) => {
    expect(codesIn({ '/old/': target })).toEqual(['redirect-invalid']);
    expect(read({ '/old/': target })).toEqual(['/old/ → ?']);
  });
});

describe('redirects.yaml', () => {
  it.each([undefined, null, {}])('may be empty: %j', (given) => {
    expect(validateRedirects(given, aSite())).toEqual({ value: [], findings: [] });
  });

  it.each<unknown>([['/a/'], 'text', true])('maps paths: %j', (given) => {
    expect(codesIn(given)).toEqual(['value-type']);
  });

  it('keeps the order that it was written in', () => {
    expect(read({ '/b/': '/x/', '/a/': '/y/', '/10/': '/z/' })).toEqual(['/b/ → /x/', '/a/ → /y/', '/10/ → /z/']);
  });

  it('never makes anything throw, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.dictionary(fc.webPath(), fc.webUrl()).map((given) => JSON.stringify(given)),
        ),
        (text) => {
          const yaml = readYaml(text, 1);
          if (yaml.kind === 'read') validateRedirects(yaml.values, aSite());
        },
      ),
    );
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (given) => void codesIn(given)));
  });
});

describe('what is told of a line of redirects.yaml', () => {
  const hintOf = (old: string, target: unknown): string | undefined =>
    validateRedirects({ [old]: target }, aSite()).findings[0]?.hint;

  it.each<[string, unknown, string]>([
    ['/old/', '/news/ 301', 'write `/news/` alone: hosts are told that the page has moved for good'],
    ['/old/', 'gone', 'write `{ gone: true }` of a page that was taken down, or `{ gone: Why }`'],
    ['/old/', '410', 'write `{ gone: true }` of a page that was taken down, or `{ gone: Why }`'],
    ['/old/', 'www.shop.example/x', 'write `https://www.shop.example/x`'],
    ['/old/', 'http:/www.shop.example', 'write `https://www.shop.example`'],
    ['/old/', { gnoe: 'Why' }, 'did you mean `gone`?'],
    ['/old/', { gone: false }, 'remove the line, if the page is not gone'],
    ['/old/', { gone: 'yes' }, 'write `{ gone: true }`, or `{ gone: Why }`'],
    [
      '/old/',
      { gone: 'It was wrong', 'all of it': null },
      'put quotes around the reason: `{ gone: "It was wrong, all of it" }`',
    ],
  ])('is what to write: %s: %j', (old, target, hint) => {
    expect(hintOf(old, target)).toBe(hint);
  });

  it.each([
    ['/old-*', /^only a whole part of a path/],
    ['/blog/{slug}/', /^write `:slug`/],
    ['/blog/(.*)', /^only a whole part of a path/],
    ['/*/amp/', /^write `\*` at the end only/],
  ])('is which patterns there are not: %s', (old, hint) => {
    expect(hintOf(old, '/news/')).toMatch(hint);
  });

  it.each(['/old-%2A/', '/10:30/', '/a:b/'])('is nothing of what looks like it: %s', (old) => {
    expect(hintOf(old, '/news/')).toBeUndefined();
  });
});

describe('an old address that goes up', () => {
  it('is given as browsers ask for it', () => {
    const [finding] = validateRedirects({ '/x/../y/': '/' }, aSite()).findings;

    expect(finding?.hint).toBe('write `/y/`, which is where it leads');
  });
});
