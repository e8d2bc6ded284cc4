import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, pagesOf } from './edition.ts';
import type { NewsroomGiven } from './newsroom.ts';
import { htmlOf } from './rendered-text.ts';
import { each } from '../at-night.ts';
import { tries } from '../tries.ts';

/** Escapes in double quotes of YAML, and what they make. */
const ESCAPES = [
  '\\x01',
  '\\x02',
  '\\0',
  '\\a',
  '\\b',
  '\\v',
  '\\f',
  '\\e',
  '\\x1b',
  '\\x7f',
  '\\x80',
  '\\x9b',
  '\\u009f',
  '\\ud800',
  '\\udfff',
  '\\ufffe',
  '\\uffff',
  '\\u202d',
  '\\u202e',
  '\\u202a',
  '\\u2067',
  '\\N',
];

const HEAD = 'contributors: Jo Li\ndate: 2026-11-23';
const story = (line: string, headline = 'headline: A'): NewsroomGiven => ({
  articles: { 'a.md': `---\n${headline}\n${HEAD}\n${line}\n---\nThe whole text.\n` },
});
const site = (line: string): NewsroomGiven => ({
  site: `title: P\nurl: https://ledger.example/\n${line}\n`,
  ...story('kicker: K'),
});

/** A text of each kind of file that is in quotes. */
const PLACES: readonly (readonly [name: string, make: (text: string) => NewsroomGiven])[] = [
  ['headline', (text) => story('kicker: K', `headline: ${text}`)],
  ...['dek', 'kicker', 'shortHeadline', 'dateline', 'slug', 'layout', 'permalink', 'canonical', 'unknown'].map(
    (key): (typeof PLACES)[number] => [key, (text) => story(`${key}: ${text}`)],
  ),
  ['an entry of a list', (text) => story(`topics: [Bridges, ${text}]`)],
  ['a key', (text) => story(`${text}: x`)],
  ['a text deep in keys', (text) => story(`factCheck: { claim: ${text}, rating: { name: ${text} } }`)],
  ['a text of live coverage', (text) => story(`live: true\ndateline: ${text}`)],
  [
    'the title of the site',
    (text) => ({ site: `title: ${text}\nurl: https://ledger.example/\n`, ...story('kicker: K') }),
  ],
  ['a phrase', (text) => site(`words: { en: { transcript: ${text}, by: ${text} } }`)],
  ['a default', (text) => site(`defaults: [{ kicker: ${text} }]`)],
  ['a label of navigation', (text) => site(`navigation: [{ label: ${text}, url: /news/ }]`)],
  ['a name', (text) => ({ contributors: { 'jo-li.md': `---\nname: ${text}\n---\nJo.\n` } })],
  ['the title of a page', (text) => ({ pages: { 'z.md': `---\ntitle: ${text}\n---\nZ.\n` } })],
  ['further data of a page', (text) => ({ pages: { 'z.md': `---\ntitle: Z\nmore: { a: [${text}] }\n---\nZ.\n` } })],
  ['a front', (text) => ({ fronts: { 'home.yaml': `breaking: { text: ${text}, until: 2027-01-01 }\n` } })],
  ['an old path', (text) => ({ redirects: `${text}: /\n` })],
  ['the target of a redirect', (text) => ({ redirects: `/old/: ${text}\n` })],
];

/** Whether a text has a character that no page may have. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff\u202d\u202e]/u;

describe('a control character that YAML makes of an escape', () => {
  it.each(PLACES)('is an error at its place, and in no page: %s', (_name, make) => {
    for (const escaped of each(3, ESCAPES)) {
      const newsroom = make(`"Har${escaped}bour"`);
      const { diagnostics, edition } = editionOf(newsroom);
      const told = diagnostics.filter(({ code }) => code === 'control-character');

      expect([escaped, told.length > 0, told.every(({ severity, line }) => severity === 'error' && line > 0)]).toEqual([
        escaped,
        true,
        true,
      ]);
      expect(textsIn([edition.site, pagesOf(newsroom)]).filter((text) => FORBIDDEN.test(text))).toEqual([]);
    }
  });

  it('is told of once where it stands in the file as it is', () => {
    const { diagnostics } = editionOf(story('kicker: "Har\u202ebour \\" \\x41"'));

    expect(diagnostics.filter(({ code }) => code === 'control-character')).toHaveLength(1);
  });

  it.each([
    'kicker: "a \\" \\\\ \\t \\u00e9 \\u200f \\u200d \\U0001F600"',
    'kicker: "\\u2067ab\\u2069 \\u202bcd\\u202c"',
    "kicker: 'C:\\x01'",
  ])('is not seen where there is none: %s', (line) => {
    expect(editionOf(story(line)).diagnostics.map(({ code }) => code)).not.toContain('control-character');
  });
});

describe('a text', () => {
  it('is printed whole, whatever marks of slots an editor writes into a key or a phrase', () => {
    const mark = fc.constantFrom('\\x01', '\\x02', 'begin0', 'end0', 'open0', 'close0', 'begin1', 'a', '\\0', '\\x1b');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.constantFrom(...PLACES.slice(0, 14)), (marks, [, make]) => {
        const pages = JSON.stringify(pagesOf(make(`"x${marks.join('')}"`)));
        expect(pages).toContain('The whole text.');
        expect(pages).not.toMatch(/\\u000[0-8]|\\u001b/);
      }),
      { numRuns: tries(150) },
    );
  });
});

describe('a reference to a character', () => {
  it.each(['&#x202E;', '&#8238;'])('makes no mark of direction behind the signs of a fence: %s', (reference) => {
    expect(htmlOf(`\`\`\`a${reference}b\nc &amp; ${reference}\n\`\`\`\n`)).toBe(
      `<pre tabindex="0"><code class="language-a\ufffdb">c &amp;amp; &amp;${reference.slice(1)}\n</code></pre>`,
    );
  });
});

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}
