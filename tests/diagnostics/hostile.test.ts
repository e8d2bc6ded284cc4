import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { articleSchema, contributorSchema, siteSchema } from '../../src/validate/schemas.ts';
import {
  byFile,
  DRAWING,
  type Files,
  inShort,
  KEYS,
  linkTo,
  markdown,
  NOW,
  readFiles,
  readStory,
  removeWritten,
  SITE,
  STORY,
  writeFiles,
} from './newsroom-on-disk.ts';

const PROGRAM = fileURLToPath(new URL('../../src/cli/broadsheet.js', import.meta.url));

afterAll(removeWritten);

describe('a slip in the YAML', () => {
  it.each([
    ['an unquoted colon', 'Bridge: closed', '‹:›', '"Bridge: closed"'],
    ['an apostrophe and an unquoted colon', "It's over: mayor", '‹:›', `"It's over: mayor"`],
    ['a quotation and an unquoted colon', 'Mayor says "no": why', '‹:›', '"Mayor says \\"no\\": why"'],
    ['a colon at its end', 'What we know:', '‹:›', '"What we know:"'],
    ['an @ at its start', '@mayor says no', '‹@›', '"@mayor says no"'],
    ['an asterisk at its start', '*Breaking* news', '‹*›', '"*Breaking* news"'],
    ['a bracket at its start', '[Update] Bridge closes', '‹[›', '"[Update] Bridge closes"'],
    ['a brace at its start', '{Update} Bridge closes', '‹{›', '"{Update} Bridge closes"'],
    ['a backtick at its start', '`rm` closes bridge', '‹`›', '"`rm` closes bridge"'],
    ['a percent sign at its start', '%100 closed', '‹%›', '"%100 closed"'],
    ['a > at its start', '> 100 cars wait', '‹>›', '"> 100 cars wait"'],
    ['an exclamation mark at its start', '!important', '‹!›', '"!important"'],
  ])('says to put quotes around a headline with %s', (_slip, headline, meant, quoted) => {
    const read = readStory({ keys: KEYS.replace('Harbour bridge closes', () => headline) });

    expect(inShort(read)).toEqual([`2 yaml-broken ${meant}`]);
    expect(read.diagnostics[0]?.hint).toBe(`put quotes around it: \`${quoted}\``);
    const mended = readStory({ keys: KEYS.replace('Harbour bridge closes', () => quoted) });
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
  ])('is pointed at: %s', (_slip, keys, expected) => {
    expect(inShort(readStory({ keys }))).toEqual([expected]);
  });

  it.each([
    ['is not closed', 'topics: [Bridges, Harbour'],
    ['has one comma too many', 'topics: [Bridges, , Harbour]'],
  ])('is not mended by quotes around a list that %s', (_slip, more) => {
    expect(readStory({ more }).diagnostics[0]?.hint).not.toContain('put quotes around');
  });

  it('is pointed at in site.yaml too', () => {
    const read = readFiles({ 'content/site.yaml': 'title: Ledger: the paper\nurl: https://ledger.example/\n' });

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
  ])('is asked for where there is %s', (_what, text, code) => {
    const read = readFiles({ [STORY]: text });

    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it.each([
    ['empty', '---\n---\nText\n'],
    ['a comment', '---\n# to do\n---\nText\n'],
  ])('names every key that it needs where it is %s', (_what, text) => {
    const read = readFiles({ [STORY]: text });

    expect(read.diagnostics.map(({ code, message }) => `${code} ${/expected `(.*)`/.exec(message)?.[1]}`)).toEqual([
      'key-missing contributors',
      'key-missing date',
      'key-missing headline',
    ]);
  });

  it('does not end at a line of more than three dashes', () => {
    const read = readFiles({ [STORY]: `---\nheadline: A\n----------\ncontributors: B\ndate: 2026-11-23\n---\nText\n` });

    expect(inShort(read)).not.toContain('1 key-missing ‹-›');
  });

  it('may be as Windows writes it: with a byte order mark and CRLF', () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const read = readFiles({
      'content/site.yaml': windows(`${SITE}timeZone: Europe/London\n`),
      [STORY]: windows(markdown(`${KEYS}\nslug: bridge`)),
    });

    expect(read.diagnostics).toEqual([]);
  });
});

describe('a value of the wrong type', () => {
  const wrong: readonly unknown[] = [5, true, 'some text', [['deep']], { nothing: { known: 'here' } }];
  const stands = { article: articleSchema, contributor: contributorSchema, site: siteSchema };
  const needed = { article: KEYS, contributor: 'name: Jane Doe', site: SITE.trimEnd() };
  const cases = Object.entries(stands).flatMap(([kind, { shape }]) =>
    Object.entries(shape).flatMap(([key, schema]) =>
      wrong
        .filter((value) => !schema.safeParse(value).success)
        .map((value) => [kind as keyof typeof stands, key, JSON.stringify(value)] as const),
    ),
  );

  it('is tried for every key', () => {
    expect(new Set(cases.map(([kind, key]) => `${kind} ${key}`)).size).toBeGreaterThan(35);
  });

  it.each(cases)('is pointed at in %s: %s: %s', (kind, key, value) => {
    const others = needed[kind].split('\n').filter((line) => !line.startsWith(`${key}:`));
    const yaml = [...others, `${key}: ${value}`].join('\n');
    const line = others.length + (kind === 'site' ? 1 : 2);
    const files: Record<typeof kind, Files> = {
      article: { [STORY]: markdown(yaml) },
      contributor: { 'content/contributors/jane-doe.md': markdown(yaml) },
      site: { 'content/site.yaml': yaml, [STORY]: markdown(KEYS) },
    };
    const { diagnostics } = readFiles(files[kind]);

    expect(diagnostics).not.toEqual([]);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.line).toBe(line);
      expect(['value-type', 'value-choice', 'key-unknown', 'key-missing']).toContain(diagnostic.code);
    }
  });

  it.each([
    ['contributors: [5]', '‹5›'],
    ['contributors: [{ id: 5 }]', '‹5›'],
    ['topics: [Bridges, 5]', '‹5›'],
    ['topics: [Bridges: old]', '‹Bridges: old›'],
    ['image: { src: 5, alt: A bridge }', '‹5›'],
    ['corrections: [{ date: 5, text: x }]', '‹5›'],
    ['corrections: [wrong]', '‹wrong›'],
    ['aliases: [/old/, true]', '‹true›'],
    ['liveStrip: { until: 5 }', '‹5›'],
  ])('is pointed at within %s', (more, meant) => {
    const key = more.split(':')[0] ?? '';
    const keys = [...KEYS.split('\n').filter((line) => !line.startsWith(`${key}:`)), more].join('\n');

    expect(inShort(readStory({ keys })).map((told) => told.replace(/^\d+ /, ''))).toEqual([`value-type ${meant}`]);
  });

  it('gives back what was written, not what YAML made of it', () => {
    const { diagnostics } = readStory({ keys: KEYS.replace('Harbour bridge closes', '007') });

    expect(diagnostics[0]?.hint).toContain('"007"');
  });

  it.each(['label: { toString: x }', 'label: { valueOf: x, toString: y }', 'language: { toString: x }'])(
    'is never run as a method: %s',
    (more) => {
      expect(inShort(readStory({ more })).map((told) => told.slice(0, 8))).toEqual(['5 value-']);
    },
  );

  it.each(['language', 'permalink', 'layout', 'noindex'])('is never run as a method in a page: %s', (key) => {
    const files = { 'content/pages/about.md': markdown(`${key}: { toString: x }`) };

    expect(() => readFiles(files)).not.toThrow();
  });

  it.each([['contributors: [~]'], ['topics: [Bridges, ""]']])('names the key, not its number: %s', (more) => {
    const key = more.split(':')[0] ?? '';
    const keys = [...KEYS.split('\n').filter((line) => !line.startsWith(`${key}:`)), more].join('\n');
    const { message, hint } = readStory({ keys }).diagnostics[0] ?? {};

    expect(`${message} ${hint}`).not.toMatch(/[`\s]\d[`:]/);
  });
});

describe('a key', () => {
  it('is missed at the top', () => {
    expect(
      inShort(readStory({ keys: 'headline: A bridge\ncontributors: Jane Doe' })).map((told) => told.slice(2)),
    ).toEqual(['key-missing ‹-›']);
  });

  it.each([
    ['corrections: [{ text: It is longer. }]', '5 key-missing ‹{ text: It is longer. }›'],
    ['image: { alt: A bridge }', '5 key-missing ‹image›'],
    ['image: { src: bridge.svg }', '5 picture-alt ‹image›'],
    ['liveStrip: { text: Watch }', '5 key-missing ‹liveStrip›'],
    ['headlin: Bridge', '5 key-unknown ‹headlin›'],
    ['image: { src: bridge.svg, alt: A bridge, captoin: It turns }', '5 key-unknown ‹captoin›'],
    ['updates: [{ date: 2026-11-24, text: Open, by: me }]', '5 key-unknown ‹by›'],
    ['kicker: One\nkicker: Two', '6 key-duplicate ‹kicker›'],
    ['image:\n  src: bridge.svg\n  src: bridge.svg\n  alt: A bridge', '7 key-duplicate ‹src›'],
    ['image: { src: bridge.svg, alt: A, alt: B }', '5 key-duplicate ‹alt›'],
    ['__proto__: { draft: true }', '5 key-unknown ‹__proto__›'],
    ['constructor: x', '5 key-unknown ‹constructor›'],
    ['toString: x', '5 key-unknown ‹toString›'],
    ['image: { src: bridge.svg, alt: A, __proto__: x }', '5 key-unknown ‹__proto__›'],
    ['2026: x', '5 key-unknown ‹2026›'],
    ['"": x', '5 key-unknown ‹""›'],
    ['~: x', '5 key-unknown ‹~›'],
  ])('is pointed at where it is missing, unknown or doubled: %s', (more, expected) => {
    expect(inShort(readStory({ more }))).toEqual([expected]);
  });

  it('never reaches the prototype of anything', () => {
    readStory({ more: '__proto__: { polluted: true }\nimage: { __proto__: { polluted: true } }' });

    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it.each([
    ['words: { constructor: { by: x } }', '3 language-invalid ‹constructor›'],
    ['words: { en: { constructor: x } }', '3 key-unknown ‹constructor›'],
    ['words: { en: { __proto__: x } }', '3 key-unknown ‹__proto__›'],
    ['standards: { constructor: error }', '3 standard-unknown ‹constructor›'],
    ['standards: { __proto__: error }', '3 standard-unknown ‹__proto__›'],
    ['permalink: "/{constructor}/{slug}/"', '3 permalink-invalid ‹"/{constructor}/{slug}/"›'],
    ['sections: [{ id: city, title: City }, { id: city, title: Town }]', '3 key-duplicate ‹city›'],
    ['titel: The Harbour Ledger', '3 key-unknown ‹titel›'],
    ['timezone: Europe/London', '3 key-unknown ‹timezone›'],
  ])('of site.yaml is checked likewise: %s', (more, expected) => {
    const read = readFiles({ 'content/site.yaml': `${SITE}${more}\n`, [STORY]: markdown(KEYS) });

    expect(inShort(read)).toEqual([expected]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is no section, layout or contributor either: %s', (name) => {
    const keys = KEYS.replace('Jane Doe', `[{ id: ${name} }]`);
    const read = readStory({ keys: `${keys}\nsection: ${name}\nlayout: ${name}` });

    expect(inShort(read)).toEqual([
      `3 contributor-unknown ‹${name}›`,
      `5 section-unknown ‹${name}›`,
      `6 layout-unknown ‹${name}›`,
    ]);
  });

  it('with an invisible character in it is told apart from the one that was meant', () => {
    const { message } = readStory({ more: '\u200bkicker: News' }).diagnostics[0] ?? {};

    expect(message).toContain('\\u200b');
  });
});

describe('a date', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-11-23 25:00', '2026-11-23 07:60', '23/11/2026', 'Monday', '0026-11-23'])(
    'that no calendar or clock shows is refused: %s',
    (date) => {
      const read = readStory({ keys: KEYS.replace('2026-11-23 07:30', date) });

      expect(inShort(read)).toEqual([`4 date-invalid ‹${date}›`]);
    },
  );

  it('is told apart from a time that is wrong', () => {
    const { diagnostics } = readStory({ keys: KEYS.replace('07:30', '25:00') });

    expect(diagnostics[0]?.hint).not.toContain('calendar');
  });

  it.each([
    ['updated: 2026-11-22', '5 date-order ‹2026-11-22›'],
    ['updated: 2026-11-23 07:29', '5 date-order ‹2026-11-23 07:29›'],
    ['corrections: [{ date: 2026-11-20, text: It is longer. }]', '5 date-order ‹2026-11-20›'],
    ['updates: [{ date: 2026-11-20, text: It is open. }]', '5 date-order ‹2026-11-20›'],
  ])('is not before that of the story: %s', (more, expected) => {
    expect(inShort(readStory({ more }))).toEqual([expected]);
  });

  it('of the same day is not before a time of that day', () => {
    expect(readStory({ more: 'updated: 2026-11-23' }).diagnostics).toEqual([]);
  });
});

describe('something that does not exist', () => {
  it.each([
    [{ more: 'section: city' }, '5 section-unknown ‹city›'],
    [{ keys: KEYS.replace('Jane Doe', 'jane-doe') }, '3 contributor-unknown ‹jane-doe›'],
    [{ more: 'layout: ../../etc/passwd' }, '5 layout-unknown ‹../../etc/passwd›'],
    [{ more: 'image: { src: boat.svg, alt: A boat }' }, '5 picture-missing ‹boat.svg›'],
    [{ text: ':::asid\nx\n:::\n' }, '6 directive-unknown ‹asid›'],
    [{ text: '> :::asid\n> x\n> :::\n' }, '6 directive-unknown ‹asid›'],
    [{ text: '- One\n\n  :::asid\n  x\n  :::\n' }, '8 directive-unknown ‹asid›'],
    [{ text: ':::pullquote{from="Ruth"}\nx\n:::\n' }, '6 directive-attribute ‹from›'],
    [{ text: '::story{slug=harbor}\n' }, '6 story-unknown ‹harbor›'],
    [{ text: '![A boat](boat.svg)\n' }, '6 picture-missing ‹boat.svg›'],
    [{ text: 'One\ntwo ![A boat](boat.svg)\n' }, '7 picture-missing ‹boat.svg›'],
    [{ text: '[a report](report.md)\n' }, '6 link-broken ‹report.md›'],
    [{ text: '[a report](/2026/11/22/report/)\n' }, '6 link-broken ‹/2026/11/22/report/›'],
    [{ text: '[a report](report.pdf)\n' }, '6 link-broken ‹report.pdf›'],
    [{ text: 'Text[^1].\n\n[^1]: See [it](report.md).\n' }, '8 link-broken ‹report.md›'],
  ])('is pointed at: %j', (story, expected) => {
    expect(inShort(readStory(story))).toEqual([expected]);
  });
});

describe('the caret', () => {
  it.each([
    ['a link whose words are its target', '[report.md](report.md)\n', 13],
    ['the second of two links', '[bridge](bridge.md) and [a](b.md), [again](b.md)\n', 29, 44],
    ['a link in a table after a text', 'Text.\n\n| a |\n|---|\n| [x](report.md) |\n', 7],
    ['a target written with %20', '[x](my%20report.md)\n', 5],
    ['a target that stands further down', '[x][1]\n\nText.\n\n[1]: report.md\n', 6],
    ['the picture without words, not the one before it', '![A bridge](bridge.svg) ![](bridge.svg)\n', 25],
    ['an attribute whose name is in the words too', '![credits](bridge.svg){credits=Ana}\n', 24],
    ['an attribute whose name is in the directive’s', ':::pullquote{q="x"}\nText\n:::\n', 14],
    ['a slug that is also the directive’s name', '::story{slug=story}\n', 14],
    ['HTML, not the code before it', '`<b>` and <b>bold</b>\n', 11],
    ['HTML with quotes in it', 'Watch <iframe src="https://video.example"></iframe>\n', 7],
  ])('is under %s', (_what, text, ...columns) => {
    const { diagnostics } = readStory({ text });

    expect(diagnostics.map(({ column }) => column)).toEqual(columns);
  });

  it('is on the row of a table', () => {
    const read = readStory({ text: 'Text.\n\n| a |\n|---|\n| One |\n| [x](report.md) |\n' });

    expect(read.diagnostics.map(({ line }) => line)).toEqual([11]);
  });

  it.each([
    ['emoji', '🎉🎉 [x](a.md)', 9],
    ['Chinese', '北京市 [x](a.md)', 11],
    ['letters with combining accents', 'e\u0301e\u0301 [x](a.md)', 7],
    ['tabs', 'a\tb\t[x](a.md)', 8],
    ['an emoji made of two', '👩\u200d🚒 [x](a.md)', 9],
    ['a zero-width space', 'a\u200b [x](a.md)', 6],
  ])('stands where a terminal shows the place, after %s', (_what, text, columns) => {
    const [, excerpt = '', carets = ''] = readStory({ text: `${text}\n` }).report.split('\n');

    expect(excerpt).toContain('a.md');
    expect(carets).toBe(`    | ${' '.repeat(columns)}^^^^`);
  });

  it('is shown with the part of a very long line around it', () => {
    const words = 'word '.repeat(20_000);
    const { report, diagnostics } = readStory({ text: `${words}[x](a.md) ${words}\n` });
    const [, excerpt = '', carets = ''] = report.split('\n');

    expect(diagnostics[0]?.column).toBe(words.length + 5);
    expect(excerpt.length).toBeLessThan(120);
    expect(excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('a.md');
  });

  it.each([
    ['a line', { text: `${'🎉'.repeat(100)}a[x](a.md)${'🎉'.repeat(100)}\n` }],
    ['another line', { text: `${'🎉'.repeat(100)}[x](a.md)${'🎉'.repeat(100)}\n` }],
    ['a quotation', { more: `slug: ${'🎉'.repeat(100)}` }],
  ])('never cuts an emoji of %s in half', (_what, story) => {
    expect(readStory(story).report).not.toMatch(/\p{Surrogate}/u);
  });

  it('covers at most the line that is shown', () => {
    const { report } = readStory({ more: `label: ${'x'.repeat(100_000)}` });

    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThan(250);
  });
});

describe('text that cannot be what its editor meant', () => {
  it.each([
    ['a comment of HTML', 'Text.\n\n<!-- check this with legal -->\n', '8 html-shown ‹<!--›'],
    ['a script', 'Text.\n\n<script>alert(1)</script>\n', '8 html-shown ‹<script>›'],
    ['a directive with words after its attributes', ':::pullquote{by="Ruth"} now\nx\n:::\n', '6 directive-'],
    ['a directive whose brace is not closed', ':::pullquote{by="Ruth"\nx\n:::\n', '6 directive-attribute'],
    ['a closing line that closes nothing', 'Text.\n\n:::\n', '8 directive-'],
    ['a picture whose attributes cannot be read', '![A](bridge.svg){credit="Ana}\n', '6 picture-attribute'],
    ['a block within which another is not closed', ':::aside\n:::pullquote\nx\n:::\n', '6 directive-unclosed'],
    ['a picture without words', '![](bridge.svg)\n', '6 picture-alt ‹![›'],
    ['a link that would run something', '[x](javascript:alert(1))\n', '6 link-unsafe ‹javascript:alert(1)›'],
    ['such a link in disguise', '[x](&#106;avascript:alert(1))\n', '6 link-unsafe'],
    ['an address that no browser takes', '[x](https://[)\n', '6 link-'],
  ])('is not published without a word: %s', (_what, text, expected) => {
    expect(inShort(readStory({ text })).map((told) => told.slice(0, expected.length))).toEqual([expected]);
  });

  it.each(['0', '1', '2', '42', '4294967294'])('is not a numbered link, as in letters: [%s]', (number) => {
    const text = `See [the report][${number}] and [the page](/).\n\n[${number}]: https://council.example/report\n`;
    const { diagnostics, edition } = readStory({ text });

    expect(diagnostics).toEqual([]);
    expect(edition.stories[0]?.references).toEqual([{ kind: 'page', url: '/', fragment: '' }]);
  });

  it('does nothing in a headline', () => {
    const { edition } = readStory({ keys: KEYS.replace('Harbour', '<script>alert(1)</script>') });

    expect(edition.stories[0]?.article.headline.html).toContain('&lt;script&gt;');
    expect(edition.stories[0]?.article.headline.html).not.toContain('<script');
  });
});

describe('a path out of the content folder', () => {
  const paths = ['../../etc/passwd', '/etc/passwd', 'C:\\x', '%2e%2e/%2e%2e/etc/passwd', '..\\..\\etc\\passwd'];

  it.each(paths)('is no picture of a text: %s', (path) => {
    expect(byFile(readStory({ text: `![A bridge](${path})\n` }))).toEqual([`${STORY} path-outside`]);
  });

  it.each(paths)('is no lead picture: %s', (path) => {
    const read = readStory({ more: `image: { src: '${path}', alt: A bridge }` });

    expect(inShort(read)).toEqual([`5 path-outside ‹'${path}'›`]);
  });

  it.each(paths)('is no link: %s', (path) => {
    const [diagnostic, ...others] = readStory({ text: `[a bridge](${path})\n` }).diagnostics;

    expect(['path-outside', 'link-broken', 'link-unsafe']).toContain(diagnostic?.code);
    expect(others).toEqual([]);
  });

  it.each(paths)('is no logo: %s', (path) => {
    const site = `${SITE}publisher: { logo: '${path}' }\n`;

    expect(inShort(readFiles({ 'content/site.yaml': site }))).toEqual([`3 path-outside ‹'${path}'›`]);
  });

  it.each([
    ['a story', { 'secret.md': markdown(KEYS), [STORY]: linkTo('../../secret.md') }, STORY],
    [
      'a folder',
      { 'secret/a.md': markdown(KEYS), 'content/articles/wire': linkTo('../../secret') },
      'content/articles/wire',
    ],
    ['a picture', { 'a.svg': DRAWING, 'content/media/a.svg': linkTo('../../a.svg') }, 'content/media/a.svg'],
    ['a file of the system', { 'content/media/a.csv': linkTo('/etc/passwd') }, 'content/media/a.csv'],
    ['site.yaml', { 'site.yaml': SITE, 'content/site.yaml': linkTo('../site.yaml') }, 'content/site.yaml'],
  ])('is not taken by a symbolic link in place of %s', (_what, files: Files, path) => {
    const read = readFiles(files);

    expect(byFile(read)).toEqual([`${path} file-outside`]);
    expect(read.edition.stories).toEqual([]);
  });

  it('is not taken by a picture that is a symbolic link', () => {
    const files = { 'a.svg': DRAWING, 'content/media/a.svg': linkTo('../../a.svg') };
    const read = readFiles({ ...files, [STORY]: markdown(KEYS, '![A](a.svg)\n') });

    expect(byFile(read)).toEqual([`${STORY} path-outside`, 'content/media/a.svg file-outside']);
  });

  it.each([
    ['nowhere', 'nowhere.md'],
    ['to itself', 'wire.md'],
  ])('is told from a symbolic link that leads %s, without the words of the system', (_where, target) => {
    const read = readFiles({ 'content/articles/wire.md': linkTo(target) });

    expect(byFile(read)).toEqual(['content/articles/wire.md file-unreadable']);
    expect(read.report).not.toMatch(/ENOENT|ELOOP/);
  });

  it('is not what a symbolic link within it is', () => {
    const read = readFiles({ [STORY]: markdown(KEYS), 'content/articles/again': linkTo('.') });

    expect(read.diagnostics).toEqual([]);
  });
});

describe('two pages with one address', () => {
  it('are both named', () => {
    const read = readFiles({ 'content/articles/a/x.md': markdown(KEYS), 'content/articles/b/x.md': markdown(KEYS) });

    expect(byFile(read)).toEqual(['content/articles/b/x.md url-duplicate']);
    expect(read.report).toContain('\n  content/articles/a/x.md:1:1 ');
  });

  it.each([
    ['another story', '/2026/11/23/tide/', 'content/articles/tide.md:1:1'],
    ['the story itself', '/2026/11/23/bridge/', `${STORY}:1:1`],
    ['the feed', '/feed.xml', 'content/site.yaml:1:1'],
    ['a page', '/about/', 'content/pages/about.md:1:1'],
    ['an alias of another story', '/old/', 'content/articles/a.md:5:11'],
  ])('are told of where one is an alias, and the other %s', (_what, alias, place) => {
    const read = readFiles({
      'content/articles/tide.md': markdown(KEYS),
      'content/articles/a.md': markdown(`${KEYS}\naliases: [/old/]`),
      'content/pages/about.md': markdown('layout: page'),
      [STORY]: markdown(`${KEYS}\naliases: [${alias}]`),
    });

    expect(inShort(read)).toEqual([`5 alias-collision ‹${alias}›`]);
    expect(read.report).toContain(`\n  ${place} `);
  });

  it.each(['https://old.example/a', 'old path', '/../a/', '/%2e%2e/a', '/', '//evil.example/'])(
    'are never made by an alias that is no path: %s',
    (alias) => {
      expect(inShort(readStory({ more: `aliases: ['${alias}']` }))).toEqual([`5 alias-invalid ‹'${alias}'›`]);
    },
  );
});

describe('a file name', () => {
  it.each(['北京.md', '新闻 2026.md'])('without Latin letters needs a slug in the file: %s', (name) => {
    const path = `content/articles/${name}`;

    expect(byFile(readFiles({ [path]: markdown(KEYS) }))).toEqual([`${path} slug-missing`]);
    expect(readFiles({ [path]: markdown(`${KEYS}\nslug: beijing`) }).diagnostics).toEqual([]);
  });

  it.each([
    ['an escape character', 'a\u001b[31mred.md'],
    ['a right-to-left override', 'a\u202edm.md'],
    ['a backspace', 'a\bb.md'],
    ['a line separator', 'a\u2028b.md'],
    ['a newline', 'a\nb.md'],
  ])('with %s in it is printed without it', (_what, name) => {
    const read = readFiles({ [`content/articles/${name}`]: 'No front matter.\n' });

    expect(read.diagnostics.map(({ code }) => code)).toEqual(['front-matter-missing']);
    expect(read.report.split('\n')[0]).toMatch(/^content\/articles\/a\\u[\da-f]{4}.*\.md:1:1 error /);
  });

  it('that is not UTF-8 is told of', () => {
    const folder = writeFiles({ [STORY]: markdown(KEYS) });
    const script = 'printf x > "$1/content/articles/$(printf "caf\\351.md")"';
    spawnSync('sh', ['-c', script, 'sh', folder]);
    const { status, stderr } = check(folder);

    expect(status).toBe(1);
    expect(stderr).toMatch(/ (?:file-unreadable|front-matter-missing)\n/);
  });
});

describe('an encoding', () => {
  const story = markdown(`${KEYS}\nkicker: Café`, 'Good line.\n北京 au café lait.\n');

  it('that is not UTF-8 is named with the first place where it shows', () => {
    const read = readFiles({ [STORY]: Buffer.from(markdown(KEYS, 'Good.\nAt the café, then.\n'), 'latin1') });

    expect(read.diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['file-encoding', 7, 11]]);
  });

  it.each([
    ['little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story, 'utf16le')])],
    ['big-endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(story, 'utf16le').swap16()])],
    ['unmarked', Buffer.from(markdown(KEYS), 'utf16le')],
  ])('is recognised as UTF-16 (%s)', (_order, bytes) => {
    const read = readFiles({ [STORY]: bytes });

    expect(byFile(read)).toEqual([`${STORY} file-encoding`]);
    expect(read.report).toContain('UTF-16');
  });

  it.each([
    ['half a character', [0xe5, 0x8c]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a byte that never occurs', [0xff]],
  ])('is refused with %s', (_what, bytes) => {
    const read = readFiles({ [STORY]: Buffer.concat([Buffer.from(markdown(KEYS)), Buffer.from(bytes)]) });

    expect(byFile(read)).toEqual([`${STORY} file-encoding`]);
  });

  it('of site.yaml does not make it missing', () => {
    const read = readFiles({ 'content/site.yaml': Buffer.from(`${SITE}description: Café\n`, 'latin1') });

    expect(byFile(read)).toEqual(['content/site.yaml file-encoding']);
  });
});

describe('a control character', () => {
  it.each([
    ['NUL', '\u0000'],
    ['escape', '\u001b[31m'],
    ['vertical tab', '\u000b'],
    ['delete', '\u007f'],
    ['one of the second range', '\u0085'],
  ])('is found: %s', (_name, character) => {
    const { diagnostics } = readStory({ text: `The city${character} closed it.\n` });

    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['control-character', 6, 9]]);
  });

  it('in the front matter is reported once, by its name', () => {
    expect(inShort(readStory({ more: 'kicker: a\u0001b' }))).toEqual(['5 control-character ‹\u0001›']);
  });

  it('does not hide the next one', () => {
    const read = readStory({ text: 'One\u0001.\n\nTwo\u0002.\n' });

    expect(inShort(read)).toEqual(['6 control-character ‹\u0001›', '8 control-character ‹\u0002›']);
  });
});

describe('a file that is too large', () => {
  it.each([
    ['a story', STORY],
    ['site.yaml', 'content/site.yaml'],
    ['a page', 'content/pages/about.njk'],
    ['a drawing', 'content/media/map.svg'],
  ])('is not read: %s of 10 MB', (_what, path) => {
    expect(byFile(readFiles({ [path]: Buffer.alloc(10_000_000, 'a') }))).toEqual([`${path} file-too-large`]);
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
    (language = '', place = '') => {
      const file = marker(writeFiles({}));
      const read = readFiles({ [place]: program(language, file) });

      expect(byFile(read)).toEqual([`${place} front-matter-language`]);
      expect(globalThis).not.toHaveProperty('itRan');
      expect(existsSync(file)).toBe(false);
    },
  );

  it.each(places)('is not run by a build either: %s', (place) => {
    const folder = writeFiles({ [STORY]: markdown(KEYS) });
    const file = marker(folder);
    const content = writeFiles({ [STORY]: markdown(KEYS), [place]: program('js', file) });
    const { status } = run(content, ['build', '--content', 'content', '--output', 'site', '--now', NOW]);

    expect(status).toBe(1);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(join(content, 'site'))).toBe(false);
  });

  it.each(['yaml', 'yml'])('may say that it is YAML: ---%s', (language) => {
    expect(readFiles({ [STORY]: markdown(KEYS).replace('---', `---${language}`) }).diagnostics).toEqual([]);
  });
});

describe('a page of content/pages/', () => {
  const build = (page: Files): Ended & { readonly folder: string } => {
    const folder = writeFiles({ [STORY]: markdown(KEYS), ...page });
    return { folder, ...run(folder, ['build', '--content', 'content', '--output', 'site', '--now', NOW]) };
  };

  it.each([
    ['about.njk', 'permalink: ../escaped.html'],
    ['about.md', 'permalink: ../escaped.html'],
    ['about.md', 'layout: page\npermalink: ../escaped.html'],
    ['about.njk', `permalink: "{{ '../escaped.html' }}"`],
    ['about.njk', `eleventyComputed: { permalink: "{{ '../escaped.html' }}" }`],
    ['about.njk', 'permalink: { build: ../escaped.html }'],
  ])('never writes outside the output: %s with %s', (name, keys) => {
    const { folder, status, stderr } = build({ [`content/pages/${name}`]: markdown(keys) });

    expect(
      readdirSync(folder)
        .sort()
        .filter((entry) => entry !== 'site'),
    ).toEqual(['content']);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^content/pages/${name}:\\d+:\\d+ error `, 'm'));
  });

  it.each([
    ['about.njk', markdown('title: About', '<p>\n{% if %}\n'), 5],
    ['about.njk', markdown('title: About', '<p>\n{{ founded | nofilter }}\n'), 5],
    ['about.njk', markdown('title: About', '<p>\n<p>\n{{ founded() }}\n'), 6],
    ['about.njk', markdown('title: About', '<p>\n{% include "none.njk" %}\n'), 5],
    ['about.liquid', markdown('title: About', '<p>\n{{ founded | nofilter }}\n'), 5],
    ['about.md', markdown('title: About\ndate: nonsense'), 3],
    ['about.11ty.js', 'export default function () {\n  throw new Error("no tide");\n}\n', 1],
  ])('that cannot be rendered is pointed at, without a stack: %s: %j', (name, page, line) => {
    const { status, stderr } = build({ [`content/pages/${name}`]: page });

    expect(status).toBe(1);
    expect(stderr).toContain(`content/pages/${name}:${line}:`);
    expect(stderr).toContain('\n  template-failed\n');
    expect(stderr).not.toMatch(/^\s+at |\.\.\//m);
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
  ])('is refused: %s', (_what, more) => {
    expect(byFile(readStory({ more }))).toEqual([`${STORY} yaml-aliases`]);
    expect(byFile(readFiles({ 'content/site.yaml': `${SITE}${more}\n` }))).toEqual(['content/site.yaml yaml-aliases']);
    expect(byFile(readFiles({ 'content/pages/a.md': markdown(more) }))).toEqual(['content/pages/a.md yaml-aliases']);
  });

  it('is not what an alias in its place is', () => {
    expect(readStory({ more: 'kicker: &k Bridges\ndek: *k' }).diagnostics).toEqual([]);
  });

  it.each([100, 1_000, 3_000, 10_000, 100_000])('is refused where it is %i brackets deep', (depth) => {
    const open = readStory({ more: `topics: ${'['.repeat(depth)}` });
    const closed = readStory({ more: `topics: ${'['.repeat(depth)}${']'.repeat(depth)}` });

    expect(byFile(open)).toEqual([`${STORY} yaml-broken`]);
    expect(['value-type', 'yaml-broken']).toContain(closed.diagnostics[0]?.code);
    expect(closed.diagnostics).toHaveLength(1);
  });

  it('is refused where it is deep in maps or in dashes', () => {
    const maps = readStory({ more: `image: ${'{ a: '.repeat(5_000)}x${' }'.repeat(5_000)}` });
    const dashes = readStory({ more: `topics:\n  ${'- '.repeat(5_000)}x` });

    expect(maps.diagnostics).toHaveLength(1);
    expect(dashes.diagnostics).toHaveLength(1);
  });
});

describe('site.yaml', () => {
  it.each(['https://ledger.example/%', 'https://ledger.example/%E0%A4%A', 'ftp://ledger.example/', 'ledger.example'])(
    'is told of an address that cannot be one: %s',
    (url) => {
      const read = readFiles({ 'content/site.yaml': `title: The Harbour Ledger\nurl: '${url}'\n` });

      expect(inShort(read)).toEqual([`2 url-invalid ‹'${url}'›`]);
    },
  );

  it.each([
    ['nothing', ''],
    ['a list', '- title\n'],
    ['a word', 'title\n'],
  ])('may hold %s without a crash', (_what, yaml) => {
    expect(readFiles({ 'content/site.yaml': yaml }).diagnostics).not.toEqual([]);
  });

  it('may be a folder without a crash', () => {
    const read = readFiles({ 'content/site.yaml': undefined, 'content/site.yaml/a.txt': 'x' });

    expect(byFile(read)).toContain('content/site.yaml site-missing');
  });

  it('is not blamed twice: a story is not told of sections that could not be read', () => {
    const read = readFiles({
      'content/site.yaml': `${SITE}sections: [{ id: City, title: City }]\n`,
      [STORY]: markdown(`${KEYS}\nsection: city`),
    });

    expect(inShort(read)).toEqual(['3 slug-invalid ‹City›']);
  });
});

describe('a report', () => {
  it('has everything that is wrong in all files, by path, line and column', () => {
    const read = readFiles({
      'content/site.yaml': `${SITE}sociall: []\ntimeZone: London\n`,
      'content/notes.txt': 'Call the harbour master.\n',
      'content/pages/about.md': '# About us\n\nSee [the report](report.md).\n',
      'content/contributors/jane.md': markdown('name: Jane Doe\nemail: none'),
      'content/articles/b.md': 'No front matter.\n',
      'content/articles/a.md': markdown(
        'headline: 5\ncontributors: [5, jane-doe]\ndate: 2026-02-30\nlabel: gossip\ncolour: red\nslug: A B',
        ':::asid\n:::\n\n<b>Bold</b> and [a](b.pdf) and [c](d.pdf)\n',
      ),
    });

    expect(read.diagnostics.map(({ path, line, column, code }) => `${path}:${line}:${column} ${code}`)).toEqual([
      'content/articles/a.md:2:11 value-type',
      'content/articles/a.md:3:16 value-type',
      'content/articles/a.md:4:7 date-invalid',
      'content/articles/a.md:5:8 value-choice',
      'content/articles/a.md:6:1 key-unknown',
      'content/articles/a.md:7:7 slug-invalid',
      'content/articles/a.md:9:4 directive-unknown',
      'content/articles/a.md:12:1 html-shown',
      'content/articles/a.md:12:21 link-broken',
      'content/articles/a.md:12:36 link-broken',
      'content/articles/b.md:1:1 front-matter-missing',
      'content/contributors/jane.md:3:8 url-invalid',
      'content/notes.txt:1:1 file-misplaced',
      'content/pages/about.md:1:1 heading-level',
      'content/pages/about.md:3:18 link-broken',
      'content/site.yaml:3:1 key-unknown',
      'content/site.yaml:4:11 time-zone-invalid',
    ]);
  });

  it.each<[string, Files]>([
    ['broken YAML', { [STORY]: markdown('headline: Bridge: closed') }],
    ['an empty file', { [STORY]: '' }],
    ['UTF-16', { [STORY]: Buffer.from(`\ufeff${markdown(KEYS)}`, 'utf16le') }],
    ['a file name with a newline and an escape character', { 'content/articles/a\n\u001b[31mb.md': '', [STORY]: '' }],
    ['a program as front matter', { 'content/pages/a.njk': '---js\n{ a: process.exit(7) }\n---\n' }],
    ['a broken link', { [STORY]: markdown(KEYS, '[x](report.md)\n') }],
    ['100,000 brackets', { [STORY]: markdown(`topics: ${'['.repeat(100_000)}`) }],
    ['no site.yaml', { 'content/site.yaml': undefined, [STORY]: markdown(KEYS) }],
    ['a method for a label', { [STORY]: markdown(`${KEYS}\nlabel: { toString: x }`) }],
    ['half an escape in the address of the site', { 'content/site.yaml': `${SITE.trimEnd()}%\n` }],
  ])('ends the command with 1 and without a stack, for %s', (_what, files) => {
    const { status, stderr, stdout } = check(writeFiles(files));

    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(stderr).toMatch(/^content\/.*:\d+:\d+ error /m);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('is one document for machines, whatever is in it', () => {
    const folder = writeFiles({ 'content/articles/\u001b[31m"a.md': 'x', [STORY]: markdown('headline: "\\e[31m"') });
    const { stdout } = run(folder, ['check', '--content', 'content', '--now', NOW, '--json']);

    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
    expect(diagnostics.map(({ code }) => code)).toContain('front-matter-missing');
  });
});

describe.concurrent('a text made to take for ever', () => {
  const much = 100_000;
  const spaces = ' '.repeat(much);
  const drawing = (text: string): Files => ({ 'content/media/a.svg': `<svg width="1" height="1">${text}` });
  const story = (text: string): Files => ({ [STORY]: markdown(KEYS, text) });

  it.for<[string, Files]>([
    ['many spaces after the name of a directive', story(`::story${spaces}x\n`)],
    ['many blocks in each other', story(':::aside\n'.repeat(much))],
    ['many pictures that are not closed', story('!['.repeat(much))],
    ['many headings of the same words', story('## More\n\n'.repeat(50_000))],
    ['many brackets', story('['.repeat(much))],
    ['many emphases', story('*a_'.repeat(much))],
    ['many notes in each other', story('^['.repeat(much))],
    ['many quotation marks', story('"a" '.repeat(much))],
    ['many tags that are not closed', story('<a '.repeat(much))],
    ['many spaces in a name', { [STORY]: markdown(KEYS.replace('Jane Doe', `"Jane${spaces}Doe"`)) }],
    ['many unknown keys', { [STORY]: markdown(`${KEYS}\n${numbered(2_000, (number) => `key${number}: x`)}`) }],
    ['many unknown people', { [STORY]: markdown(KEYS.replace('Jane Doe', `[${'jane-doe, '.repeat(5_000)}]`)) }],
    ['many values of the wrong type', { [STORY]: markdown(`${KEYS}\ntopics:\n${'  - 5\n'.repeat(3_000)}`) }],
    ['many lines before a slip', { [STORY]: markdown(`${KEYS}\n${numbered(30_000, (n) => `key${n}: x`)}\n}`) }],
    ['many empty lines in the front matter', { [STORY]: `---\n${'\n'.repeat(10 * much)}${KEYS}\n---\nText\n` }],
    [
      'many letters in an address of mail',
      { 'content/contributors/a.md': markdown(`email: "a@${'a.'.repeat(much)}@"`) },
    ],
    ['a tag without an end in a drawing', drawing(`<${'a'.repeat(much)}`)],
    ['an attribute without an end in a drawing', drawing(`<path ${'a'.repeat(much)}/></svg>`)],
    ['many tags that are not closed in a drawing', drawing('<'.repeat(much))],
    ['many quotes that are not closed in a drawing', drawing('<a "'.repeat(much))],
    ['many comments that are not closed in a drawing', drawing('<!--'.repeat(much))],
  ])('does not: %s', async ([, files], { expect: expectHere }) => {
    const folder = writeFiles({ [STORY]: markdown(KEYS), ...files });

    expectHere(await checkWithin(60_000, folder)).toMatch(/^ended with [01]$/);
  });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function check(folder: string): Ended {
  return run(folder, ['check', '--content', 'content', '--now', NOW]);
}

function run(folder: string, args: readonly string[]): Ended {
  return spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
}

/** How checking a folder ends, in a process of its own, since nothing else can stop a loop. */
function checkWithin(milliseconds: number, folder: string): Promise<string> {
  const args = [PROGRAM, 'check', '--content', 'content', '--now', NOW];
  const checking = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: milliseconds });
  return new Promise((resolve) => {
    checking.on('close', (status, signal) =>
      resolve(signal ? `did not end within ${milliseconds} ms` : `ended with ${status}`),
    );
  });
}

function numbered(count: number, line: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => line(number)).join('\n');
}
