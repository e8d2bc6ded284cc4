import { describe, expect, it } from 'vitest';
import { normalText } from '../../../src/disk/read-text.ts';
import { editFrontMatter } from '../../../src/newsroom/front-matter/edit-front-matter.ts';
import { parseManuscript } from '../../../src/parse/manuscript.ts';
import { plain } from '../../../src/validate/shape.ts';

function edited(source: string, changes: Readonly<Record<string, unknown>>): string {
  const edit = editFrontMatter(source, new Map(Object.entries(changes)));
  return edit.kind === 'edited' ? edit.text : `unsure: ${edit.reason}`;
}

function read(source: string): unknown {
  const { frontMatter } = parseManuscript({ path: '', text: normalText(source) });
  return frontMatter.kind === 'read' ? plain(frontMatter.values ?? {}) : frontMatter.kind;
}

const STORY = `---
# Ask Jane before this goes out.
headline:   'Bridge closes'   # the lawyers have seen it
contributors:
  - jane-doe
  # - john-roe
  - name: John Roe

    credit: contributed
  # and whoever else calls
date: 2026-11-23 07:30
# the long one
dek: >-
  The city closed it
  on Monday.

draft: true # until noon
topics: [ Ferries , "Swing Bridge" ]
image:
    src: bridge.jpg
    # as the agency has it
    alt: A bridge
    credit: "Ana Ruiz"
---
draft: true
`;

describe('editing front matter', () => {
  it('takes a key out with its value, the comments in and behind it, and those indented below it', () => {
    expect(edited(STORY, { draft: undefined })).toBe(STORY.replace('draft: true # until noon\n', ''));
    expect(edited(STORY, { contributors: undefined })).toBe(STORY.replace(/contributors:\n.*calls\n/s, ''));
    expect(edited(STORY, { dek: undefined })).toBe(STORY.replace('dek: >-\n  The city closed it\n  on Monday.\n', ''));
  });

  it.each([
    ["'It'", "It's", "'It''s'"],
    ['"A"', 'B: "C"', '"B: \\"C\\""'],
    ['"A"', '12', '"12"'],
    ["'A'", 'B\nC', '|-\n  B\n  C'],
    ['""', 'A', 'A'],
    ["'A'", 12, '12'],
    ['A', 'B', 'B'],
  ])('keeps the quotes of a text: %s becomes %j', (before, value, after) => {
    const text = (written: string): string => `---\nheadline: ${written}\n---\n`;

    expect(edited(text(before), { headline: value })).toBe(text(after));
  });

  it.each([
    ['>\n  Bridge closes\n  early', '>\n  Tunnel closes\n  early'],
    [
      '>- # the lawyers\n    Bridge closes\n    early\n  # seen',
      '>- # the lawyers\n    Tunnel closes\n    early\n  # seen',
    ],
    ['|\n  Bridge closes\n  early\n', '|\n  Tunnel closes\n  early\n'],
    ['Bridge closes\n  early, # all', 'Tunnel closes\n  early, # all'],
    ["'Bridge closes,\n  it''s early'", "'Tunnel closes,\n  it''s early'"],
    ['"Bridge \\"closes\\" \\\n  \\u2013 early"', '"Tunnel \\"closes\\" \\\n  \\u2013 early"'],
    ['\n  Bridge closes', '\n  Tunnel closes'],
    ['\n  "Bridge closes"  # all', '\n  "Tunnel closes"  # all'],
    ['Bridge   closes   \n  # about it', 'Tunnel   closes   \n  # about it'],
    ['“Bridge” closes', '“Tunnel” closes'],
    ['!!str Bridge closes', '!!str Tunnel closes'],
  ])('changes a word of a text where it stands, and no other line: %j', (before, after) => {
    for (const end of ['\n', '\r\n']) {
      const file = (text: string): string =>
        `---\nheadline: ${text}\ndate: 2026-11-23\n---\nText\n`
          .replace('headline: \n', 'headline:\n')
          .replaceAll('\n', end);
      const { headline } = read(file(before)) as { readonly headline: string };
      expect(edited(file(before), { headline: headline.replace('Bridge', 'Tunnel') })).toBe(file(after));
    }
  });

  it('keeps the end of each line of a text in which words are changed', () => {
    const source = '---\r\nheadline: >-\n  Bridge closes\r\n  early today\n---\r\n';
    expect(edited(source, { headline: 'Bridge closes late today' })).toBe(source.replace('early', 'late'));
  });

  it.each([
    ['one two three', 'one three', '>-\n  one\n  three'],
    ['one two three', 'two three', '>-\n  two\n  three'],
    ['one two three', 'one two', '>-\n  one two'],
    ['one two three', 'one two and a half three', '>-\n  one two and a half\n  three'],
    ['one two three', 'zero one two three', '>-\n  zero one two\n  three'],
    ['one two three', 'one two three four', '>-\n  one two\n  three four'],
    ['one two three', 'four', 'four'],
  ])('puts in and takes out words of lines: %s becomes %s', (_before, wanted, written) => {
    const file = (text: string): string => `---\nheadline: ${text}\n---\n`;
    const text = edited(file('>-\n  one two\n  three'), { headline: wanted });
    expect(read(text)).toEqual({ headline: wanted });
    if (wanted !== 'four') expect(text).toBe(file(written));
  });

  it.each([
    ['Maybe', 'No', '"No"'],
    ['At noon', '12:30', '"12:30"'],
    ['Bridge closed', 'Bridge: closed', '"Bridge: closed"'],
    ['Bridge closed', 'Bridge #1 closed', '"Bridge #1 closed"'],
  ])('puts a text in quotes that needs them now: %s becomes %s', (before, value, after) => {
    expect(edited(`---\nheadline: ${before}\n---\n`, { headline: value })).toBe(`---\nheadline: ${after}\n---\n`);
  });

  it('exchanges a value on its line, between what stands before and behind it', () => {
    expect(edited(STORY, { headline: 'Bridge opens' })).toBe(STORY.replace('Bridge closes', 'Bridge opens'));
    expect(edited(STORY, { date: '2026-11-24 09:00', draft: false })).toBe(
      STORY.replace('2026-11-23 07:30', '2026-11-24 09:00').replace('draft: true #', 'draft: false #'),
    );
    expect(edited(STORY, { topics: ['Ferries', 'Swing, Bridge'] })).toBe(
      STORY.replace('[ Ferries , "Swing Bridge" ]', '[Ferries, "Swing, Bridge"]'),
    );
  });

  it('changes one key of a group on its line, and adds and takes out others', () => {
    expect(edited(STORY, { image: { src: 'bridge.jpg', alt: 'The bridge', credit: 'Ana Ruiz' } })).toBe(
      STORY.replace('A bridge', 'The bridge'),
    );
    expect(edited(STORY, { image: { src: 'bridge.jpg', alt: 'A bridge', focus: 'left' } })).toBe(
      STORY.replace('    credit: "Ana Ruiz"\n', '    focus: left\n'),
    );
  });

  it('keeps the lines of each entry of a list that stays, and the comments between them', () => {
    const people = ['jane-doe', { name: 'John Roe', credit: 'contributed' }];
    expect(edited(STORY, { contributors: [...people, 'ana-ruiz'] })).toBe(
      STORY.replace('    credit: contributed\n', '    credit: contributed\n  - ana-ruiz\n'),
    );
    expect(edited(STORY, { contributors: ['jane-doe', { name: 'John Roe', credit: 'editing' }] })).toBe(
      STORY.replace('credit: contributed', 'credit: editing'),
    );
    expect(edited(STORY, { contributors: [people[1]] })).toBe(STORY.replace('  - jane-doe\n', ''));
    expect(edited(STORY, { contributors: ['ana-ruiz', people[1]] })).toBe(STORY.replace('jane-doe', 'ana-ruiz'));
  });

  it.each([
    [
      'a\n- "b" # of b\n-   c: "d"\n    e: f # g',
      ['a', 'x', { c: 'd', e: 'f' }],
      'a\n- x # of b\n-   c: "d"\n    e: f # g',
    ],
    ['a\n- "b" # of b\n-   c: "d"', ['a', 'b', { c: 'd', e: 'f' }], 'a\n- "b" # of b\n-   c: "d"\n    e: f'],
    [
      'a\n- "b" # of b\n-   c: "d"',
      ['a', 'b', { c: 'd' }, { c: 'x', e: 'f' }],
      'a\n- "b" # of b\n-   c: "d"\n- c: x\n  e: f',
    ],
    // Another place.
    ['a\n- "b" # of b\n-   c: "d"', ['b', { c: 'd' }, 'a'], '"b" # of b\n-   c: "d"\n- a'],
    ['{ c: "d" } # of c\n- b', ['b', { c: 'd' }], 'b\n- { c: "d" } # of c'],
    // The first key of an entry stands behind its dash.
    ['c: "d"\n  e: "f"\n- "b"', [{ e: 'f' }, 'b'], 'e: f\n- "b"'],
    ['c: "d" # of d\n  e: "f"\n- "b"', [{ c: 'x', e: 'f' }, 'b'], 'c: "x" # of d\n  e: "f"\n- "b"'],
    [
      'c:\n    - "d"\n    - e # of e\n- "b"',
      [{ c: ['d', 'e', 'f'] }, 'b'],
      'c:\n    - "d"\n    - e # of e\n    - f\n- "b"',
    ],
    // One twice.
    ['"a" # one\n- a # two\n- b', ['a', 'b', 'a'], '"a" # one\n- b\n- a # two'],
    ['|\n  "a"\n\n  b\n- "c"', ['"a"\n\nb\n', 'd'], '|\n  "a"\n\n  b\n- d'],
  ])('writes anew only what differs in a list: %j, %j', (before, wanted, after) => {
    expect(edited(`---\nown:\n- ${before}\ndraft: true\n---\n`, { own: wanted })).toBe(
      `---\nown:\n- ${after}\ndraft: true\n---\n`,
    );
  });

  it.each([
    ['[ "a" , \'b\' ] # all', ['b', 'c'], "['b', c] # all"],
    ['["a, b", {c: "d"}]', [{ c: 'd' }, 'e'], '[{c: "d"}, e]'],
    ['["a", # one\n  b]', ['b', 'c'], '[b, c]'],
  ])('keeps what was written in a list in brackets: %s, %j', (before, wanted, after) => {
    expect(edited(`---\nown: ${before}\n---\n`, { own: wanted })).toBe(`---\nown: ${after}\n---\n`);
  });

  it('changes one of ten thousand entries, and all of them', () => {
    const list = (name: string): string[] => Array.from({ length: 10_000 }, (_, index) => `${name} ${index}`);
    const file = (entries: readonly string[]): string =>
      `---\nown:\n${entries.map((one) => `  - "${one}"\n`).join('')}---\n`;
    const names = list('a');
    expect(edited(file(names), { own: names.with(5000, 'b') })).toBe(file(names).replace('"a 5000"', 'b'));
    expect(read(edited(file(names), { own: list('b') }))).toEqual({ own: list('b') });
  });

  it('puts a new key behind the one that it follows in the list of keys', () => {
    expect(edited(STORY, { updated: '2026-11-25' })).toBe(STORY.replace('07:30\n', '07:30\nupdated: 2026-11-25\n'));
    expect(edited(STORY, { noindex: true, kicker: 'Harbour' })).toBe(
      STORY.replace('on Monday.\n', 'on Monday.\nkicker: Harbour\n').replace('noon\n', 'noon\nnoindex: true\n'),
    );
    expect(edited('---\nsection: news\n---\n', { headline: 'A', own: 'b' })).toBe(
      '---\nheadline: A\nsection: news\nown: b\n---\n',
    );
    expect(edited('---\n---\n', { headline: 'A' })).toBe('---\nheadline: A\n---\n');
    expect(edited('---\n# nothing yet\n---', { headline: 'A' })).toBe('---\n# nothing yet\nheadline: A\n---');
  });

  it('writes values as a careful person does', () => {
    const values = {
      a: 'Mayor: we will rebuild',
      b: 'We are the #1 port',
      c: 'no',
      d: '2026-11-23',
      e: '007',
      f: 'He said "no"',
      g: "It's “fine” at 12",
      h: '',
      i: 'null',
      j: '12:30',
      k: '@home',
      l: '- x',
      m: 'One\nTwo\n',
      n: 'C:\\new',
      o: [],
      p: ['a', 'b c'],
      q: [{ id: 'x', credit: 'byline' }, 'z'],
      r: { src: 'a.jpg', alt: 'A: b' },
      s: 12,
      t: 'true',
      u: ' x',
      date: '2026-11-23 07:30',
    };
    const text = edited('---\n---\n', values);

    expect(text).toBe(`---
date: 2026-11-23 07:30
a: "Mayor: we will rebuild"
b: "We are the #1 port"
c: "no"
d: "2026-11-23"
e: "007"
f: He said "no"
g: It's “fine” at 12
h: ""
i: "null"
j: "12:30"
k: "@home"
l: "- x"
m: |
  One
  Two
n: C:\\new
o: []
p: [a, b c]
q:
  - id: x
    credit: byline
  - z
r:
  src: a.jpg
  alt: "A: b"
s: 12
t: "true"
u: " x"
---
`);
    expect(read(text)).toEqual(values);
  });

  it('keeps the byte order mark, every line end, and a missing last one', () => {
    const mixed = '\ufeff---\r\nheadline: A\rdate: 2026-11-23\ndraft: true\r\nsection: news\r---\r\nText';

    expect(edited(mixed, { draft: undefined, date: '2026-11-24', updated: '2026-11-25', headline: 'B' })).toBe(
      '\ufeff---\r\nheadline: B\rdate: 2026-11-24\nupdated: 2026-11-25\nsection: news\r---\r\nText',
    );
  });

  it('keeps each line of a value that is already the one wanted', () => {
    expect(
      edited(STORY, { headline: 'Bridge closes', topics: ['Ferries', 'Swing Bridge'], canonical: undefined }),
    ).toBe(STORY);
  });

  it.each([
    ['nothing that it can read', 'headline: A\n', 'unreadable'],
    ['broken YAML', '---\nheadline: "A\n---\n', 'unreadable'],
    ['a key that stands twice', '---\ndraft: true\ndraft: true\n---\n', 'unreadable'],
    ['a list', '---\n- draft\n---\n', 'unreadable'],
    ['merged keys', '---\n<<: {a: b}\ndraft: true\n---\n', 'shared'],
    ['keys in brackets', '---\n{ headline: A, draft: true }\n---\n', 'form'],
    ['a key behind a question mark', '---\n? draft\n: true\n---\n', 'form'],
  ])('says that it is unsure about %s', (_what, source, reason) => {
    expect(edited(source, { draft: undefined })).toBe(`unsure: ${reason}`);
  });

  it.each([
    ['nested deeply', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['a date of a program', new Date(0)],
    ['a function', () => 1],
    ['a group with nothing in a key', { a: undefined }],
  ])('writes no value that is %s', (_what, value) => {
    expect(edited(STORY, { image: value })).toBe('unsure: value');
  });

  it('takes __proto__ for a key like any other', () => {
    const changes = new Map<string, unknown>([['__proto__', 'a']]);

    expect(editFrontMatter('---\n---\n', changes)).toEqual({ kind: 'edited', text: '---\n__proto__: a\n---\n' });
  });
});
