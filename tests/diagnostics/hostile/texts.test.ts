import { afterAll, describe, expect, it } from 'vitest';
import {
  byFile,
  inShort,
  KEYS,
  markdown,
  readFiles,
  readStory,
  removeWritten,
  SITE,
  STORY,
} from './newsroom-on-disk.ts';

afterAll(removeWritten);

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
    ['HTML, not the code before it', '`<font>` and <font>bold</font>\n', 14],
    ['HTML with quotes in it', 'Watch <iframe src="https://video.example"></iframe>\n', 7],
  ])('is under %s', async (_what, text, ...columns) => {
    const { diagnostics } = await readStory({ text });

    expect(diagnostics.map(({ column }) => column)).toEqual(columns);
  });

  it('is on the row of a table', async () => {
    const read = await readStory({ text: 'Text.\n\n| a |\n|---|\n| One |\n| [x](report.md) |\n' });

    expect(read.diagnostics.map(({ line }) => line)).toEqual([11]);
  });

  it.each([
    ['emoji', '🎉🎉 [x](a.md)', 9],
    ['Chinese', '北京市 [x](a.md)', 11],
    ['letters with combining accents', 'e\u0301e\u0301 [x](a.md)', 7],
    ['tabs', 'a\tb\t[x](a.md)', 8],
    ['an emoji made of two', '👩\u200d🚒 [x](a.md)', 9],
    ['a zero-width space', 'a\u200b [x](a.md)', 6],
  ])('stands where a terminal shows the place, after %s', async (_what, text, columns) => {
    const [, excerpt = '', carets = ''] = (await readStory({ text: `${text}\n` })).report.split('\n');

    expect(excerpt).toContain('a.md');
    expect(carets).toBe(`    | ${' '.repeat(columns)}^^^^`);
  });

  it('is shown with the part of a very long line around it', async () => {
    const words = 'word '.repeat(20_000);
    const { report, diagnostics } = await readStory({ text: `${words}[x](a.md) ${words}\n` });
    const [, excerpt = '', carets = ''] = report.split('\n');

    expect(diagnostics[0]?.column).toBe(words.length + 5);
    expect(excerpt.length).toBeLessThan(120);
    expect(excerpt.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('a.md');
  });

  it.each([
    ['a line', { text: `${'🎉'.repeat(100)}a[x](a.md)${'🎉'.repeat(100)}\n` }],
    ['another line', { text: `${'🎉'.repeat(100)}[x](a.md)${'🎉'.repeat(100)}\n` }],
    ['a quotation', { more: `slug: ${'🎉'.repeat(100)}` }],
  ])('never cuts an emoji of %s in half', async (_what, story) => {
    expect((await readStory(story)).report).not.toMatch(/\p{Surrogate}/u);
  });

  it('covers at most the line that is shown', async () => {
    const { report } = await readStory({ more: `label: ${'x'.repeat(100_000)}` });

    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThan(250);
  });
});

describe('text that cannot be what its editor meant', () => {
  it.each([
    ['a comment of HTML that does not end', 'Text.\n\n<!-- check this with legal\n', '8 html-unclosed ‹<!--›'],
    ['a script', 'Text.\n\n<script>alert(1)</script>\n', '8 html-removed ‹<script›'],
    ['a directive with words after its attributes', ':::pullquote{by="Ruth"} now\nx\n:::\n', '6 directive-'],
    ['a directive whose brace is not closed', ':::pullquote{by="Ruth"\nx\n:::\n', '6 directive-attribute'],
    ['a closing line that closes nothing', 'Text.\n\n:::\n', '8 directive-'],
    ['a picture whose attributes cannot be read', '![A](bridge.svg){credit="Ana}\n', '6 picture-attribute'],
    ['a block within which another is not closed', ':::aside\n:::pullquote\nx\n:::\n', '6 directive-unclosed'],
    ['a picture without words', '![](bridge.svg)\n', '6 picture-alt ‹![›'],
    ['a link that would run something', '[x](javascript:alert(1))\n', '6 link-unsafe ‹javascript:alert(1)›'],
    ['such a link in disguise', '[x](&#106;avascript:alert(1))\n', '6 link-unsafe'],
    ['an address that no browser takes', '[x](https://[)\n', '6 link-'],
  ])('is not published without a word: %s', async (_what, text, expected) => {
    expect(inShort(await readStory({ text })).map((told) => told.slice(0, expected.length))).toEqual([expected]);
  });

  it.each(['0', '1', '2', '42', '4294967294'])('is not a numbered link, as in letters: [%s]', async (number) => {
    const text = `See [the report][${number}] and [the page](/).\n\n[${number}]: https://council.example/report\n`;
    const { diagnostics, edition } = await readStory({ text });

    expect(diagnostics).toEqual([]);
    expect(edition.stories[0]?.references).toEqual([{ kind: 'page', url: '/', fragment: '' }]);
  });

  it('does nothing in a headline', async () => {
    const { edition } = await readStory({ keys: KEYS.replace('Harbour', '<script>alert(1)</script>') });

    expect(edition.stories[0]?.article.headline.html).toContain('&lt;script&gt;');
    expect(edition.stories[0]?.article.headline.html).not.toContain('<script');
  });
});

describe('an encoding', () => {
  const story = markdown(`${KEYS}\nkicker: Café`, 'Good line.\n北京 au café lait.\n');

  it('that is not UTF-8 is named with the first place where it shows', async () => {
    const read = await readFiles({ [STORY]: Buffer.from(markdown(KEYS, 'Good.\nAt the café, then.\n'), 'latin1') });

    expect(read.diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['file-encoding', 7, 11]]);
  });

  it.each([
    ['little-endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story, 'utf16le')])],
    ['big-endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(story, 'utf16le').swap16()])],
    ['unmarked', Buffer.from(markdown(KEYS), 'utf16le')],
  ])('is recognised as UTF-16 (%s)', async (_order, bytes) => {
    const read = await readFiles({ [STORY]: bytes });

    expect(byFile(read)).toEqual([`${STORY} file-encoding`]);
    expect(read.report).toContain('UTF-16');
  });

  it.each([
    ['half a character', [0xe5, 0x8c]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a byte that never occurs', [0xff]],
  ])('is refused with %s', async (_what, bytes) => {
    const read = await readFiles({ [STORY]: Buffer.concat([Buffer.from(markdown(KEYS)), Buffer.from(bytes)]) });

    expect(byFile(read)).toEqual([`${STORY} file-encoding`]);
  });

  it('of site.yaml does not make it missing', async () => {
    const read = await readFiles({ 'content/site.yaml': Buffer.from(`${SITE}description: Café\n`, 'latin1') });

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
  ])('is found: %s', async (_name, character) => {
    const { diagnostics } = await readStory({ text: `The city${character} closed it.\n` });

    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([['control-character', 6, 9]]);
  });

  it('in the front matter is reported once, by its name', async () => {
    expect(inShort(await readStory({ more: 'kicker: a\u0001b' }))).toEqual(['5 control-character ‹\u0001›']);
  });

  it('does not hide the next one', async () => {
    const read = await readStory({ text: 'One\u0001.\n\nTwo\u0002.\n' });

    expect(inShort(read)).toEqual(['6 control-character ‹\u0001›', '8 control-character ‹\u0002›']);
  });
});

describe('a file that is too large', () => {
  it.each([
    ['a story', STORY],
    ['site.yaml', 'content/site.yaml'],
    ['a page', 'content/pages/about.njk'],
    ['a drawing', 'content/media/map.svg'],
  ])('is not read: %s of 10 MB', async (_what, path) => {
    expect(byFile(await readFiles({ [path]: Buffer.alloc(10_000_000, 'a') }))).toEqual([`${path} file-too-large`]);
  });
});
