import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { broadsheetInResident } from '../../cli/run.ts';
import {
  byFile,
  inShort,
  KEYS,
  markdown,
  NOW,
  readFiles,
  readStory,
  removeWritten,
  SITE,
  STORY,
  writeFiles,
} from './newsroom-on-disk.ts';

afterAll(removeWritten);

describe('a slip in the YAML', () => {
  it.each([
    ['an unquoted colon', 'Bridge: closed', '‹:›', '"Bridge: closed"'],
    ['an apostrophe and an unquoted colon', "It's over: mayor", '‹:›', `"It's over: mayor"`],
    ['a quotation and an unquoted colon', 'Mayor says "no": why', '‹:›', `'Mayor says "no": why'`],
    ['a colon at its end', 'What we know:', '‹:›', '"What we know:"'],
    ['an @ at its start', '@mayor says no', '‹@›', '"@mayor says no"'],
    ['an asterisk at its start', '*Breaking* news', '‹*›', '"*Breaking* news"'],
    ['a bracket at its start', '[Update] Bridge closes', '‹[›', '"[Update] Bridge closes"'],
    ['a brace at its start', '{Update} Bridge closes', '‹{›', '"{Update} Bridge closes"'],
    ['a backtick at its start', '`rm` closes bridge', '‹`›', '"`rm` closes bridge"'],
    ['a percent sign at its start', '%100 closed', '‹%›', '"%100 closed"'],
    ['a > at its start', '> 100 cars wait', '‹>›', '"> 100 cars wait"'],
    ['an exclamation mark at its start', '!important', '‹!›', '"!important"'],
  ])('says to put quotes around a headline with %s', async (_slip, headline, meant, quoted) => {
    const read = await readStory({ keys: KEYS.replace('Harbour bridge closes', () => headline) });

    expect(inShort(read)).toEqual([`2 yaml-broken ${meant}`]);
    expect(read.diagnostics[0]?.hint).toBe(`put quotes around it: \`${quoted}\``);
    const mended = await readStory({ keys: KEYS.replace('Harbour bridge closes', () => quoted) });
    expect(mended.diagnostics).toEqual([]);
  });

  it.each([
    [
      'a colon in a correction',
      `${KEYS}\nupdates:\n  - date: 2026-11-24\n    text: Reopened: mayor`,
      '7 yaml-broken ‹:›',
    ],
    ['a tab as indentation', `${KEYS}\nimage:\n\tsrc: bridge.svg\n\talt: A bridge`, '6 yaml-broken ‹\t›'],
    ['a double quote that is not closed', KEYS.replace('Harbour', '"Harbour'), '2 yaml-broken ‹"›'],
    ['a single quote that is not closed', KEYS.replace('Harbour', "'Harbour"), "2 yaml-broken ‹'›"],
    ['a quote that ends too early', KEYS.replace('Harbour bridge', '"Harbour" bridge'), '2 yaml-broken ‹ ›'],
    ['an apostrophe within single quotes', KEYS.replace(/: Harbour.*/, ": 'It's over'"), '2 yaml-broken ‹s›'],
    ['no space after the colon of the first key', KEYS.replace('headline: ', 'headline:'), '2 yaml-broken ‹:›'],
    ['no space after the colon of the last key', KEYS.replace('date: ', 'date:'), '4 yaml-broken ‹:›'],
    ['a list that is not closed', `${KEYS}\ntopics: [Bridges, Harbour\nsection: city`, '5 yaml-broken ‹[›'],
    ['one comma too many in a list', `${KEYS}\ntopics: [Bridges, , Harbour]`, '5 yaml-broken ‹,›'],
    ['a dash at the start of a text', KEYS.replace('Harbour', '- Harbour'), '2 yaml-broken ‹-›'],
    ['a question mark at the start of a text', KEYS.replace('Harbour', '? Harbour'), '2 yaml-broken ‹?›'],
    ['a tag of another program', `${KEYS}\ndek: !!js/function 'function () {}'`, '5 yaml-broken ‹!›'],
  ])('is pointed at: %s', async (_slip, keys, expected) => {
    expect(inShort(await readStory({ keys }))).toEqual([expected]);
  });

  it.each([
    ['is not closed', 'topics: [Bridges, Harbour'],
    ['has one comma too many', 'topics: [Bridges, , Harbour]'],
  ])('is not mended by quotes around a list that %s', async (_slip, more) => {
    expect((await readStory({ more })).diagnostics[0]?.hint).not.toContain('put quotes around');
  });

  it('is pointed at in site.yaml too', async () => {
    const read = await readFiles({ 'content/site.yaml': 'title: Ledger: the paper\nurl: https://ledger.example/\n' });

    expect(inShort(read)).toEqual(['1 yaml-broken ‹:›']);
  });
});

describe('front matter', () => {
  it.each([
    ['none', 'The city closed the bridge.\n', 'front-matter-missing'],
    ['one that comes too late', `\n${markdown(KEYS)}`, 'front-matter-missing'],
    ['lines of em dashes around it', markdown(KEYS).replaceAll('---', '———'), 'front-matter-missing'],
    ['no second line', `---\n${KEYS}\n\nThe city closed the bridge.\n`, 'front-matter-unclosed'],
    ['nothing but its first line', '---', 'front-matter-unclosed'],
    ['an empty file', '', 'file-empty'],
    ['white space only', ' \n\t\n\n', 'file-empty'],
    ['a word in it', '---\nhello\n---\nText\n', 'value-type'],
    ['a list in it', '---\n- hello\n---\nText\n', 'value-type'],
  ])('is asked for where there is %s', async (_what, text, code) => {
    const read = await readFiles({ [STORY]: text });

    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it.each([
    ['empty', '---\n---\nText\n'],
    ['a comment', '---\n# to do\n---\nText\n'],
  ])('names every key that it needs where it is %s', async (_what, text) => {
    const read = await readFiles({ [STORY]: text });

    expect(read.diagnostics.map(({ code, message }) => `${code} ${/without `(.*?)`/.exec(message)?.[1]}`)).toEqual([
      'key-missing contributors',
      'key-missing date',
      'key-missing headline',
    ]);
  });

  it('does not end at a line of more than three dashes', async () => {
    const read = await readFiles({
      [STORY]: `---\nheadline: A\n----------\ncontributors: B\ndate: 2026-11-23\n---\nText\n`,
    });

    expect(inShort(read)).not.toContain('1 key-missing ‹-›');
  });

  it('may be as Windows writes it: with a byte order mark and CRLF', async () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const read = await readFiles({
      'content/site.yaml': windows(`${SITE}timeZone: Europe/London\n`),
      [STORY]: windows(markdown(`${KEYS}\nslug: bridge`)),
    });

    expect(read.diagnostics).toEqual([]);
  });
});

describe('front matter in another language', () => {
  const languages = ['js', 'javascript', 'node', ' js', 'JS', 'coffee', 'cson', 'json', 'toml'];
  const places = [
    STORY,
    'content/contributors/jane-doe.md',
    'content/pages/about.md',
    'content/pages/about.njk',
    'content/pages/about.html',
    'content/pages/about.liquid',
  ];
  const marker = (folder: string): string => join(folder, 'it-ran');
  const program = (language: string, path: string): string =>
    `---${language}\n{ headline: (globalThis.itRan = require('node:fs').writeFileSync('${path}', 'x')) }\n---\nText\n`;

  it.each(places.flatMap((place) => languages.map((language) => [language, place])))(
    'is refused and not run: ---%s in %s',
    async (language = '', place = '') => {
      const file = marker(writeFiles({}));
      const read = await readFiles({ [place]: program(language, file) });

      expect(byFile(read)).toEqual([`${place} front-matter-language`]);
      expect(globalThis).not.toHaveProperty('itRan');
      expect(existsSync(file)).toBe(false);
    },
  );

  it.each(places)('is not run by a build either: %s', async (place) => {
    const folder = writeFiles({ [STORY]: markdown(KEYS) });
    const file = marker(folder);
    const content = writeFiles({ [STORY]: markdown(KEYS), [place]: program('js', file) });
    const args = ['build', '--content', 'content', '--output', 'site', '--now', NOW];
    const { status } = await broadsheetInResident(content, ...args);

    expect(status).toBe(1);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(join(content, 'site'))).toBe(false);
  });

  it.each(['yaml', 'yml'])('may say that it is YAML: ---%s', async (language) => {
    expect((await readFiles({ [STORY]: markdown(KEYS).replace('---', `---${language}`) })).diagnostics).toEqual([]);
  });
});

describe('YAML that multiplies', () => {
  const laughs = [
    'a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]',
    ...[...'bcdefghij'].map((name, index) => {
      const before = `*${'abcdefghi'[index]}`;
      return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    }),
  ].join('\n');

  it.each([
    ['a billion laughs', laughs],
    ['an alias within itself', 'topics: &a [*a]'],
    ['an alias within itself, as a map', 'image: &a { src: bridge.svg, caption: *a }'],
    ['an alias within itself, as a choice', 'label: &a [*a]'],
  ])('is refused: %s', async (_what, more) => {
    expect(byFile(await readStory({ more }))).toEqual([`${STORY} yaml-aliases`]);
    expect(byFile(await readFiles({ 'content/site.yaml': `${SITE}${more}\n` }))).toEqual([
      'content/site.yaml yaml-aliases',
    ]);
    expect(byFile(await readFiles({ 'content/pages/a.md': markdown(more) }))).toEqual([
      'content/pages/a.md yaml-aliases',
    ]);
  });

  it('is not what an alias in its place is', async () => {
    expect((await readStory({ more: 'kicker: &k Bridges\ndek: *k' })).diagnostics).toEqual([]);
  });

  it.each([100, 1_000, 3_000, 10_000, 100_000])('is refused where it is %i brackets deep', async (depth) => {
    const open = await readStory({ more: `topics: ${'['.repeat(depth)}` });
    const closed = await readStory({ more: `topics: ${'['.repeat(depth)}${']'.repeat(depth)}` });

    expect(byFile(open)).toEqual([`${STORY} yaml-broken`]);
    expect(['value-type', 'yaml-broken']).toContain(closed.diagnostics[0]?.code);
    expect(closed.diagnostics).toHaveLength(1);
  });

  it('is refused where it is deep in maps or in dashes', async () => {
    const maps = await readStory({ more: `image: ${'{ a: '.repeat(5_000)}x${' }'.repeat(5_000)}` });
    const dashes = await readStory({ more: `topics:\n  ${'- '.repeat(5_000)}x` });

    expect(maps.diagnostics).toHaveLength(1);
    expect(dashes.diagnostics).toHaveLength(1);
  });
});
