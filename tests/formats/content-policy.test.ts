import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addSources, inlineSources, printContentPolicy } from '../../src/formats/content-policy.ts';

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directivesOf = (policy: string): ReadonlyMap<string, string> =>
  new Map(policy.split('; ').map((part) => [part.split(' ', 1)[0] ?? '', part.slice(part.indexOf(' ') + 1)]));

describe('the policy of pages', () => {
  const parts = { scripts: ['try{}catch(e){}'], sources: {}, isSecure: true };

  it('allows the files of the site and the gate, and nothing else', () => {
    const directives = directivesOf(printContentPolicy(parts));

    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': `'self' ${sourceOf(parts.scripts[0] ?? '')}`,
      ...Object.fromEntries(
        ['style', 'img', 'media', 'font', 'connect', 'manifest'].map((kind) => [`${kind}-src`, "'self'"]),
      ),
      'form-action': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
    });
  });

  it('has what the newsroom adds, in the directive that it is added to', () => {
    const sources = { 'script-src': ['https://stats.example.com'], 'frame-src': ['https://maps.example.com'] };
    const policy = printContentPolicy({ ...parts, sources });

    expect(directivesOf(policy).get('script-src')).toBe(
      `'self' ${sourceOf(parts.scripts[0] ?? '')} https://stats.example.com`,
    );
    expect(directivesOf(policy).get('frame-src')).toBe('https://maps.example.com');
    expect(policy.split('https://maps.example.com')).toHaveLength(2);
  });

  it.each([
    [true, { 'img-src': ['https://pictures.example.com'] }, true],
    [false, { 'img-src': ['https://pictures.example.com'] }, false],
    [true, {}, false],
  ])(
    'asks for encryption where the site has it (%s) and something may come from elsewhere: %j',
    (isSecure, sources, asks) => {
      expect(printContentPolicy({ ...parts, sources, isSecure }).includes('upgrade-insecure-requests')).toBe(asks);
    },
  );
});

describe('the sources of inline elements', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['<script>a()</script>', ['a()'], []],
    ['<SCRIPT type="module" async>b < c && d</SCRIPT >', ['b < c && d'], []],
    ['<script data-x="a>b" defer>c()</script><script type=importmap>{}</script>', ['c()', '{}'], []],
    ['<style media="print">p > a { color: red }</style>', [], ['p > a { color: red }']],
    ['<script src="/x.js">not run</script><script src=/y.js></script>', [], []],
    ['<script type="application/ld+json">{}</script><script type="text/plain">a</script>', [], []],
    ['<script>a\r\nb\rc</script>', ['a\nb\nc'], []],
    ['<script></script>', [''], []],
    ['<script>"<style>no</style>"</script><style>p{}</style>', ['"<style>no</style>"'], ['p{}']],
    ['<scripted>a</scripted><styles>b</styles>&lt;script>c</script>', [], []],
    ['<script>never closed', [], []],
    ['<script never="closed', [], []],
  ])('of %s', (html, scripts, styles) => {
    expect(inlineSources(html)).toEqual({
      'script-src': scripts.map(sourceOf),
      'style-src': styles.map(sourceOf),
    });
  });

  it('are those only of what is trusted', () => {
    const html = '<script>mine()</script><script>theirs()</script>';

    expect(inlineSources(html, (text) => text === 'mine()')['script-src']).toEqual([sourceOf('mine()')]);
  });

  it.each(['<script ', '<script>', '<style x="', '<script src=a>', '</script', '<script "\'>'])(
    'of a hundred thousand %j are found in no time',
    (piece) => {
      const start = performance.now();
      inlineSources(piece.repeat(100_000));

      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});

describe('a page', () => {
  const page = (policy: string): string =>
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}"/></head><script>a()</script>`;

  it('is given sources in the directives of its policy, each once', () => {
    const sources = { 'script-src': ["'b'", "'b'", "'a'"], 'connect-src': ['ws:'] };

    expect(addSources(page("default-src 'none'; script-src 'self' 'a'; img-src 'self'"), sources)).toBe(
      page("default-src 'none'; script-src 'self' 'a' 'b'; img-src 'self'; connect-src ws:"),
    );
  });

  it('is left as it is where there is nothing to add, or no policy', () => {
    for (const html of ['<p>Text</p>', '<meta http-equiv="Content-Security-Policy" content="', '']) {
      expect(addSources(html, { 'script-src': ["'a'"] })).toBe(html);
    }
    expect(addSources(page("script-src 'self'"), { 'style-src': [] })).toBe(page("script-src 'self'"));
  });
});
