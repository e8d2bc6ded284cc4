import { describe, expect, it } from 'vitest';
import { readDate } from '../../../../../src/cli/import/sources/folder/values/dates.ts';
import { cutFrontMatter, cutHeaderLines } from '../../../../../src/cli/import/sources/folder/values/front-matter.ts';
import { listIn, propertyIn, pythonValues } from '../../../../../src/cli/import/sources/folder/values/program-text.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('front matter', () => {
  it.each([
    ['---\ntitle: 007\ndate: 2019-03-01\n---\nbody\n', { title: '007', date: '2019-03-01' }, 'body\n'],
    ['--- yaml\ntitle: a\n...\nbody', { title: 'a' }, 'body'],
    ['---\na: 1\na: 2\n---\n', { a: '2' }, ''],
    ['+++\ntitle = "a"\nn = 1\n[b]\nc = [true]\n+++\nbody', { title: 'a', n: 1, b: { c: [true] } }, 'body'],
    ['{\n"title": "a {\\"}",\n"b": {"c": []}\n}\n\nbody', { title: 'a {"}', b: { c: [] } }, '\nbody'],
    [';;;\n"title": "a"\n;;;\nbody', { title: 'a' }, 'body'],
    ['---json\n{"title": "a"}\n---\nbody', { title: 'a' }, 'body'],
    ['---\n---\nbody', {}, 'body'],
    ['---\n\nA rule over a text.', {}, '---\n\nA rule over a text.'],
    ['{ not json', {}, '{ not json'],
    ['no front matter', {}, 'no front matter'],
    ['', {}, ''],
  ])('is cut from the text: %j', (text, values, body) => {
    const cut = cutFrontMatter(text);

    expect([plain(cut.values), cut.body, cut.problem]).toEqual([values, body, undefined]);
  });

  it('gives the keys on one line where it is broken, and says why', () => {
    const cut = cutFrontMatter('---\ntitle: a: b\nlist: [c, "d"]\n  e\n---\nbody');

    expect(plain(cut.values)).toEqual({ title: 'a: b', list: ['c', 'd'] });
    expect(cut.problem).toBeDefined();
  });

  it('never runs what is written in a language of programs', () => {
    const cut = cutFrontMatter('---js\nthrow new Error("run")\n---\nbody');

    expect([cut.values, cut.body, cut.problem]).toEqual([{}, 'body', expect.stringContaining('`js`')]);
  });

  it.each([
    [
      'aliases that stand for a billion values',
      `---\na: &a [1,1,1,1,1,1,1,1,1,1]\n${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${Array(10).fill(`*${name}`).join(',')}]`).join('\n')}\n---\n`,
    ],
    ['lists in each other', `---\na: ${'['.repeat(10_000)}\n---\n`],
    ['tables in each other', `+++\na=${'['.repeat(10_000)}\n+++\n`],
    ['a tag of a program', '---\na: !!js/function "function () {}"\n---\n'],
    ['no end', '+++\ntitle = "a"\n'],
  ])('is refused with %s', (_, text) => {
    expect(cutFrontMatter(text).problem).toBeDefined();
  });

  it('takes names of the language that it is read in for names', () => {
    const { values } = cutFrontMatter('---\n__proto__: {a: b}\nconstructor: c\n---\n');

    expect(values['constructor']).toBe('c');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('may be lines of a key and its value', () => {
    const cut = cutHeaderLines('Title: A: b\nTAGS: c, d\nAuthors: E\n    F\nSummary:\n    g\n\nBody: text');

    expect(plain(cut.values)).toEqual({ title: 'A: b', tags: 'c, d', authors: ['E', 'F'], summary: 'g' });
    expect(cut.body).toBe('Body: text');
    expect(cutHeaderLines('No key\n').body).toBe('No key\n');
  });
});

describe('dates', () => {
  it.each([
    ['2019-03-01', '2019-03-01'],
    ['2019-3-1', '2019-03-01'],
    ['2019/03/01 7:30', '2019-03-01 07:30'],
    ['20190301', '2019-03-01'],
    ['2019-03-01T07:30:00Z', '2019-03-01T07:30:00Z'],
    ['2019-03-01T07:30:00.123+01:00', '2019-03-01T07:30:00+01:00'],
    ['2019-03-01 07:30:05 +0100', '2019-03-01T07:30:05+01:00'],
    ['2019-03-01 07:30 UTC', '2019-03-01T07:30:00Z'],
    ['Jul 08 2022', '2022-07-08'],
    ['July 8th, 2022 5:05 pm', '2022-07-08 17:05'],
    ['8 July 2022', '2022-07-08'],
    ['Fri, 08 Jul 2022 10:00:00 GMT', '2022-07-08T10:00:00Z'],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['3.4.2020', '2020-04-03'],
    ['5/5/2020', '2020-05-05'],
    ['3/4/2020', undefined],
    ['2019-02-30', undefined],
    ['yesterday', undefined],
    ['', undefined],
    ['2019-03-01 99:99', '2019-03-01'],
  ])('%j is %j', (written, read) => {
    expect(readDate(written)).toBe(read);
  });
});

describe('programs that are read as texts', () => {
  it('gives plain values of Python, and no others', () => {
    const text = `A = 'b'  # c\nD = "e"\nF = ['g', "h"]\nI = os.environ['J']\nK = 'l' + 'm'\nN = (\n  'o',\n)\nP = True\nq = 'r'\n`;

    expect([...pythonValues(text)]).toEqual([
      ['A', 'b'],
      ['D', 'e'],
      ['F', ['g', 'h']],
      ['P', 'true'],
    ]);
  });

  it('gives plain values of JavaScript that are not commented out', () => {
    const text = `// site: 'a',\n/* site: 'b' */\nexport default { site: "https://c.example", 'base': \`/d\`, url: process.env.E, locales: ['f', "g"], glob: '**/*.md', input: 'h' };`;

    expect(['site', 'base', 'url', 'input'].map((name) => propertyIn(text, name))).toEqual([
      'https://c.example',
      '/d',
      undefined,
      'h',
    ]);
    expect(listIn(text, 'locales')).toEqual(['f', 'g']);
  });
});
