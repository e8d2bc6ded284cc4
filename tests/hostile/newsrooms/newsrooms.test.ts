import { beforeAll, describe, expect, it } from 'vitest';
import { aStory } from '../../newsroom/manuscript.ts';
import { FIRST_WORD, hostileFiles, hostileNewsroom, isAlone, LAST_WORD } from './hostile-newsroom.ts';
import { faultsOfFile } from './judge-files.ts';
import { faultsOfFragment } from './judge-html.ts';
import { faultsOfReport } from './judge-report.ts';
import { NewsroomAttack } from './newsrooms.ts';

let attack: NewsroomAttack;
beforeAll(async () => {
  attack = await NewsroomAttack.begin();
});

const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);

describe('a newsroom of which keys, texts, tables, names and redirects are hostile', () => {
  it('is published and told of without harm to anybody', () => {
    const faults = SEEDS.flatMap((seed) => attack.faultsOf(hostileNewsroom(seed), `seed ${seed}`));

    expect(faults).toEqual([]);
  });

  it('is mostly published, if need be without the lines that have errors', () => {
    const published = SEEDS.filter((seed) => attack.publish(hostileNewsroom(seed)).files.length > 0).length;

    expect(published).toBeGreaterThan(SEEDS.length / 2);
  });

  it('may be of many files, of which those that have errors hide none of the others', async () => {
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
    const beside = seeds.filter((seed) => !isAlone(seed));
    const newsroom = hostileFiles(beside);
    const printed = attack
      .publish(newsroom)
      .files.filter(({ path, text }) => path.endsWith('/') && text.includes(FIRST_WORD));

    expect(printed.length).toBeGreaterThan((Object.keys(newsroom.articles ?? {}).length * 2) / 3);
    expect(await attack.faultsOfSeeds(beside)).toEqual([]);
  });

  it('would be seen to lose a text', () => {
    const text = `${FIRST_WORD} begins.\n\n${LAST_WORD} ends.\n`;
    const whole = { articles: { 'a.md': aStory({}, text) } };
    const { files } = attack.publish(whole);

    expect(attack.publish(whole).faults).toEqual([]);
    expect(files.some(({ text }) => text.includes(LAST_WORD))).toBe(true);
  });
});

describe('what is no page of ours', () => {
  const SCRIPTS = new Set(['gate()']);
  const page = (body: string, head = ''): string =>
    `<!doctype html><html><head><title>A</title><script>gate()</script>${head}</head><body><main>${body}</main></body></html>`;
  const faultsIn = (path: string, text: string): number => faultsOfFile({ path, text }, { scripts: SCRIPTS }).length;

  it('is told from one', () => {
    expect(faultsIn('/a/', page('<p id="a"><a href="/b/">b</a> <a href="https://c.example/">c</a></p>'))).toBe(0);
  });

  it.each([
    ...[
      '<img src=x onerror=a>',
      '<script>a</script>',
      '<script src="//evil.example/a.js"></script>',
      '<iframe></iframe>',
    ],
    ...[
      '<a href="javascript:a">',
      '<a href="//evil.example/">',
      '<a href="/\\evil.example/">',
      '<a href="https://a@evil.example/">',
    ],
    ...[
      '<svg><a xlink:href="javascript:a"/></svg>',
      '<p style="background:url(a)">',
      '<a href="data:text/html,a">',
      '<form action="//a">',
    ],
    ...[
      '</main><main>',
      '\u0000',
      '\u0001open0\u0002',
      '\u202e',
      '\ufffe',
      '<title>b</title>',
      '<meta http-equiv="refresh" content="0">',
    ],
    ...['<script type="application/ld+json">{</script>', '<p a"b>'],
  ])('is noticed: %j', (body) => {
    expect(faultsIn('/a/', page(body))).toBeGreaterThan(0);
  });

  it.each([
    ...[
      '/.htaccess',
      '/a/.git/b',
      '/_headers',
      '/a/../b',
      '/a//b',
      '/a\u0000',
      '/sw.js',
      '/a/web.config',
      'a',
      '/a\\b',
    ],
  ])('is noticed by its path: %j', (path) => {
    expect(faultsIn(path, 'text')).toBeGreaterThan(0);
  });

  it.each([
    ['/feed.xml', '<rss><channel></rss>'],
    ['/feed.xml', '<rss><content:encoded>&lt;script>a&lt;/script></content:encoded></rss>'],
    ['/feed.xml', '<rss><link>javascript:a</link></rss>'],
    ['/feed.json', '{"items":[{"content_html":"<img src=https://a.example/ onerror=b>"}]}'],
    ['/feed.json', '{"a":"\\u0000"}'],
    ['/index.json', '{'],
    ['/index.md', '[a](javascript:b) <script>c</script>'],
    ['/robots.txt', 'Allow: /\n'],
    ['/_redirects', '/:a/ /b/ 301\n'],
    ['/_redirects', '/* /b/ 301\n'],
    ['/_redirects', '/a/ //evil.example/ 301\n'],
    ['/_redirects', '/a/ /b/ 200!\n'],
    ['/_redirects', '/a/ x=:y /b/ 301!\n'],
    ['/a/', ''],
  ])('is noticed by what reads it: %s %j', (path, text) => {
    expect(faultsIn(path, text)).toBeGreaterThan(0);
  });

  it.each(['/a/ /b/ 301\n', '/a/ p=1 https://b.example/?c=d#e 301!\n', '/a/ /a/ 410!\n'])(
    'is one for hosts: %j',
    (line) => {
      expect(faultsIn('/_redirects', line)).toBe(0);
    },
  );

  it.each([
    ['/:a/x/ /:a/ 301\n', 0],
    ['/:b/x/ /:b/ 301\n', 1],
    ['/:a/x/ /:splat 301\n', 1],
    ['/:a/x/ /:a/ 301\n/* /c/ 301\n', 1],
  ])('is a pattern for hosts only if an editor has written it, and leads nowhere by itself: %j', (text, count) => {
    const given = { scripts: SCRIPTS, patterns: new Set(['/:a/x/']) };

    expect(faultsOfFile({ path: '/_redirects', text }, given)).toHaveLength(count);
  });

  it('is noticed in a feed by an address that is not whole', () => {
    expect(faultsOfFragment('<a href="/a/">b</a>')).not.toEqual([]);
    expect(faultsOfFragment('<a href="https://a.example/">b</a>')).toEqual([]);
  });
});

describe('a report', () => {
  const finding = {
    code: 'link-broken',
    severity: 'error',
    path: 'content/a.md',
    line: 2,
    column: 3,
    length: 4,
  } as const;
  const told = (given: object): number =>
    faultsOfReport(
      [{ ...finding, excerpt: 'A line', message: 'Unexpected a, expected b', hint: 'c', related: [], ...given }],
      [],
    ).length;

  it('is good as it is printed', () => {
    expect(told({})).toBe(0);
    expect(told({ message: 'Unexpected \u001b[2J, expected b', path: 'content/a\n::error::b.md' })).toBe(0);
  });

  it.each([
    { line: 0 },
    { column: Number.NaN },
    { path: '../a.md' },
    { message: 'Cannot read properties of undefined' },
    { message: 'Unexpected undefined, expected b' },
  ])('would be seen to be bad: %j', (given) => {
    expect(told(given)).toBeGreaterThan(0);
  });
});
