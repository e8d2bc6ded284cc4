import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/parse/yaml.ts';
import { findYamlSlip } from '../../../src/validate/front-matter/yaml-slip.ts';

/** What a hint shows to be written, between backticks. */
function shownBy(yaml: string): { readonly shown: string; readonly hint: string } {
  const text = `---\nheadline: A\n${yaml}\nkicker: B\n---\n`;
  const read = readYaml(text.slice(4, -4), 2);
  if (read.kind !== 'broken') throw new Error(`This can be read: ${yaml}`);
  const { hint } = findYamlSlip(read.problem, text);
  return { hint, shown: [...hint.matchAll(/`([^`]+)`/g)].at(-1)?.[1] ?? '' };
}

/** What is read where the line that a hint shows was pasted in place of what was written. */
function pasted(before: string, written: string, behind: string): unknown {
  const { shown } = shownBy(before + written + behind);
  const read = readYaml(`headline: A\n${before}${shown}${behind}\nkicker: B\n`, 1);
  return read.kind === 'read' ? read.values : `${shown} ✗ ${read.problem.reason}`;
}

const AROUND = { headline: 'A', kicker: 'B' };

describe('a mended text that a hint shows, pasted in its place', () => {
  it.each([
    ['The mayor: no', 'The mayor: no'],
    ['The mayor said: it\n  closes today', 'The mayor said: it closes today'],
    ['The mayor\n  said: it closes\n  today', 'The mayor said: it closes today'],
    ['The mayor said: it\n\n  closes\n   today', 'The mayor said: it closes today'],
    ['Bridge\n  Note: it closes', 'Bridge Note: it closes'],
    ['@home is\n  where: it\n  is', '@home is where: it is'],
    ['[Update] Bridge\n  closes', '[Update] Bridge closes'],
    ['{Update} Bridge: closes', '{Update} Bridge: closes'],
    ['*One* and\n  *two*', '*One* and *two*'],
    ['“The mayor: no”', 'The mayor: no'],
    ['“The mayor: no\n  and yes”', 'The mayor: no and yes'],
    ['“One” and: “two”', '“One” and: “two”'],
    ['‘It’s: over’', 'It’s: over'],
    ['"Yes", he said', '"Yes", he said'],
    ['"Yes",\n  he said', '"Yes", he said'],
    ['"Yes": he said', '"Yes": he said'],
    ['"Bridge"\n  closes', '"Bridge" closes'],
    ['"one" and "two"', '"one" and "two"'],
    ['"One" "Two"', '"One" "Two"'],
    ['"One" "Two" and "Three"', '"One" "Two" and "Three"'],
    ['"He said "yes" to me"', 'He said "yes" to me'],
    ['"He said "yes""', 'He said "yes"'],
    ['""Yes" he said"', '"Yes" he said'],
    ['"A 5" pipe"', 'A 5" pipe'],
    ['"Say \\"yes\\"" or no', '"Say "yes"" or no'],
    ["'It's over'", "It's over"],
    ["'It's\n  over'", "It's over"],
    ["'one' and 'two'", "'one' and 'two'"],
    ["'It''s' over", "'It's' over"],
    ["'Tis the season", "'Tis the season"],
    ["'Tis the season\n  to be", "'Tis the season to be"],
    ['"Bridge closes\n  today', '"Bridge closes today'],
    [`"It's" so "good"`, `"It's" so "good"`],
    ['"C:\\docs"', 'C:\\docs'],
    ['"C:\\docs says \\"hi\\""', 'C:\\docs says "hi"'],
    ['"\\"hi\\", says C:\\docs"', '"hi", says C:\\docs'],
    ['"C:\\docs\\"', 'C:\\docs\\'],
    ['"The path\n  C:\\docs is\n  gone"', 'The path C:\\docs is gone'],
    [`"It's C:\\docs"`, `It's C:\\docs`],
    [`"It's C:\\docs, \\"yes\\""`, `It's C:\\docs, "yes"`],
    ['"Caf\\u00e9 in C:\\docs"', 'Café in C:\\docs'],
    ['"\\x4 and"', '\\x4 and'],
    ['- one: two', '- one: two'],
  ])('is what was meant: %j', (written, meant) => {
    expect(pasted('dek: ', written, '')).toEqual({ ...AROUND, dek: meant });
  });

  it.each([
    ['image:\n  alt: ', 'The mayor: no\n    and yes', '\n  src: a.jpg'],
    ['image:\n  alt: ', '"The mayor", he said\n    and "yes"', '\n  src: a.jpg'],
    ['image:\n  alt:\n    ', 'The mayor: no\n    and yes', '\n  src: a.jpg'],
    ['image:\n  src: a.jpg\n  alt: ', '"a" and\n   "b"', ''],
  ])('stands among other keys, and takes none of them: %j %j', (before, written, behind) => {
    const meant = written.replace(/\s+/g, ' ');
    expect(pasted(before, written, behind)).toEqual({ ...AROUND, image: { src: 'a.jpg', alt: meant } });
  });

  it.each([
    ['topics:\n  - One\n  - ', 'The mayor: no: yes', '\n  - Three'],
    ['topics:\n  - One\n  - ', '"The mayor" and\n    "I"', '\n  - Three'],
    ['topics: [One, ', '"The mayor" says', ', Three]'],
    ['topics: [One, ', '*The mayor*', ', Three]'],
    ['topics: [\n  One,\n  ', '@the\n  mayor', ',\n  Three\n  ]'],
  ])('is one entry of a list: %j %j', (before, written, behind) => {
    const meant = written.replace(/\s+/g, ' ');
    expect(pasted(before, written, behind)).toEqual({ ...AROUND, topics: ['One', meant, 'Three'] });
  });

  it('stands in a credit of several lines', () => {
    expect(pasted('updates:\n  - text: ', 'Open: again\n      at last', '\n    date: 2026-11-24')).toEqual({
      ...AROUND,
      updates: [{ text: 'Open: again at last', date: '2026-11-24' }],
    });
  });

  it.each(['"A" "B"', '"A" \'B\'', '"A"\n  "B"', '"A, x" "B"'])(
    'is several entries where a comma is missing: [%s]',
    (written) => {
      const first = written.startsWith('"A, x"') ? 'A, x' : 'A';
      expect(pasted('topics: [', written, ']')).toEqual({ ...AROUND, topics: [first, 'B'] });
    },
  );
});

describe('keys with a comma between them that a hint shows, pasted in their place', () => {
  const IMAGE = { src: 'a.jpg', alt: 'Words' };

  it.each([
    ['image: { ', 'src: a.jpg alt: Words', ' }', IMAGE],
    ['image: {', 'src: a.jpg alt: Words', '}', IMAGE],
    ['image: { ', 'src: "a.jpg" alt: Words', ' }', IMAGE],
    ['image: { ', 'src: "a.jpg" alt: \'Words\'', ' }', IMAGE],
    ['image: { ', 'src: a.jpg alt: Words credit: Jo', ' }', { ...IMAGE, credit: 'Jo' }],
    ['image: { credit: Jo, ', 'src: a.jpg alt: Words', ' }', { ...IMAGE, credit: 'Jo' }],
    ['image: { ', 'src: a.jpg alt: Words', ', credit: Jo }', { ...IMAGE, credit: 'Jo' }],
    ['image: { ', 'src: a.jpg alt: The mayor: no', ' }', { src: 'a.jpg', alt: 'The mayor: no' }],
    ['image: { ', 'src: a.jpg alt: "Words, two"', ' }', { src: 'a.jpg', alt: 'Words, two' }],
    ['image: {\n  ', 'src: a.jpg\n  alt: Words', '\n  }', IMAGE],
    ['image: {\n  ', 'src: a.jpg # wide\n  alt: Words', '\n  }', IMAGE],
  ])('are all there: %j %j', (before, written, behind, image) => {
    expect(pasted(before, written, behind)).toEqual({ ...AROUND, image });
  });

  it.each([
    ['image: { src: a.jpg, alt: ', 'It\'s wrong, "so" they say', ' }', 'It\'s wrong, "so" they say'],
    ['image: { alt: ', "One,two, 'three' and four", ', src: a.jpg }', "One,two, 'three' and four"],
  ])('are the one text that a comma cut: %j %j', (before, written, behind, alt) => {
    const key = before.endsWith('alt: ') ? 'alt: ' : '';
    expect(pasted(before.slice(0, -key.length), key + written, behind)).toEqual({
      ...AROUND,
      image: { src: 'a.jpg', alt },
    });
  });

  it('are those of a credit in a list', () => {
    expect(pasted('contributors: [{ ', 'name: Jo Li credit: photography', ' }, Jane Doe]')).toEqual({
      ...AROUND,
      contributors: [{ name: 'Jo Li', credit: 'photography' }, 'Jane Doe'],
    });
  });

  it.each([
    ['image: { src: a.jpg, alt: ', 'The place: Rome', ' }', { src: 'a.jpg', alt: 'The place: Rome' }],
    ['image: { src: a.jpg, alt: ', 'A src: none', ' }', { src: 'a.jpg', alt: 'A src: none' }],
    ['image: { alt: ', 'The mayor says: no', ', src: a.jpg }', { src: 'a.jpg', alt: 'The mayor says: no' }],
  ])('are none where a word of a text is no key of the group: %j %j', (before, written, behind, image) => {
    expect(pasted(before, written, behind)).toEqual({ ...AROUND, image });
  });

  it.each([
    ['image: { src: "a.jpg", alt: ', '"C:\\docs"', ' }', 'C:\\docs'],
    ['image: { alt: ', '"C:\\docs\\"', ', src: "a.jpg" }', 'C:\\docs\\'],
    ['image: { alt: ', '"\\"a\\", C:\\docs"', ', src: "a.jpg" }', '"a", C:\\docs'],
  ])('is the one text in which a backslash was meant: %j %j', (before, written, behind, alt) => {
    expect(pasted(before, written, behind)).toEqual({ ...AROUND, image: { src: 'a.jpg', alt } });
  });
});

describe('a text in which both kinds of marks are', () => {
  const TEXTS = [
    "It's over",
    `It's "over"`,
    `'It's' "over" \\ n`,
    `"It's" over: #1`,
    `'Tis, "so"`,
    `l'été: c'est fini`,
  ];
  const WRONG = ['@', '%', '* ', '> ', '| ', '& ', '! ', '!!', '- ', '? ', '[x] ', '{x} ', '"x" ', "'x' ", 'x: '];

  it.each(WRONG.flatMap((sign) => TEXTS.map((text) => sign + text)))(
    'is shown so that it can be pasted: %s',
    (written) => {
      const read = readYaml(`dek: ${written}\n`, 1);
      if (read.kind === 'read') return;
      expect(pasted('dek: ', written, '')).toEqual({ ...AROUND, dek: written });
    },
  );
});
