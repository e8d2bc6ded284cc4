import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/domain/site/dialects.ts';
import { isElsewhere } from '../../src/domain/site/elsewhere.ts';
import { nameForHosts } from '../../src/domain/site/host-files.ts';
import { readAddress } from '../../src/domain/site/written-address.ts';
import { readUnreadableDraft } from '../../src/parse/unreadable-draft.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { findYamlSlip } from '../../src/validate/front-matter/yaml-slip.ts';
import { renderedText } from '../newsroom/rendered-text.ts';
import { growthOf, MOST_GROWTH } from './measure-growth.ts';

/** What reads a text character by character is measured by itself: in a whole newsroom it would be lost in the rest. */
const MARKDOWN = {
  // So much that what grows by the square of it shows at four times that.
  size: 20_000,
  make: (piece: string) => (size: number) => piece.repeat(size / piece.length),
  run: (text: string) => renderedText(text),
};

/** Finds the slip in front matter that cannot be read. */
function findSlip(text: string): void {
  const yaml = `headline: A\n${text}\nkicker: B\n`;
  const read = readYaml(yaml, 2);
  if (read.kind === 'broken') findYamlSlip(read.problem, `---\n${yaml}---\n`);
}

describe('grows no faster than its text', () => {
  it.each([
    ...['[', '![', '[a](', '[a](b c)', '[a][b]', '[[a]]', '[a] (', '{', '{: .', '{{', '{%', '{a=b ', '[^a]', '::story'],
    ...['\n##a', '|a', 'a|\n', '| - |\n', '[/b]', '[b]x[/b]', '(a)[b', ']', '[a]: b\n', '[^a]: b\n\n', '-', '|-'],
  ])('what looks for slips in Markdown of many %j', (piece) => {
    const { size, make, run } = MARKDOWN;
    expect(growthOf({ size, make: make(piece), run })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each([
    ...['~', '^', 'x^a', 'x~a', '=', 'a ==b', '$', '$$', '$$a', '$$\n', '\\(', '\\[', '\n\\[\n', '\\(a', '$`a', '$x$ '],
    ...['{:', '{: .x}', '{: .x}\n', '*x*{: .y}', '[TOC]\n\n', '* a\n{:toc}\n', '## a {#b}\n\n', '## a\n\n', ':tada:'],
    ...[': a\n', 'a\n: b\n', 'a\n\n: b\n\n', '> [!NOTE]\n', '> [!NOTE]\n\n', '- [ ] a\n', '```js\na\n```\n'],
    ...['https://', 'https://a.b ', 'https://a.b(', 'https://a[', 'x https://a.b/c\\_d ', '中https://a.b/中', '://'],
  ])('what reads the dialects of many %j', (piece) => {
    const { size, make } = MARKDOWN;
    const site = { markdown: Object.fromEntries(DIALECTS.map((name) => [name, true])) };
    const run = (text: string) => renderedText(text, { site });
    expect(growthOf({ size, make: make(piece), run })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each([
    ...[`"'`, `"中`, `'n'`, `'90s "`, `*"`, `a"b'`],
    ...["'90s ", "'68 s' ", "'a s' x ", "a' ", "a.' '68 ", "'68 a, ", `a"'s `],
  ])('what sets marks in many %j', (piece) => {
    const { size, make, run } = MARKDOWN;
    expect(growthOf({ size, make: make(piece), run })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each<[string, (size: number) => string]>([
    ['quotes within a text', (size) => `dek: "${'a" "'.repeat(size)}`],
    ['texts in brackets', (size) => `dek: [${'"a" '.repeat(size)}]`],
    ['keys in braces', (size) => `image: { ${'src: a alt: '.repeat(size / 4)} }`],
    ['escapes', (size) => `dek: "${'\\d\\"'.repeat(size)}`],
    ['lines', (size) => `dek: a: b\n${'  x\n'.repeat(size / 4)}`],
    ['spaces', (size) => `dek: "a${' '.repeat(10 * size)}b: c" d`],
  ])('what looks for slips in front matter of many %s', (_what, make) => {
    expect(growthOf({ size: 20_000, make, run: findSlip })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each<[string, (size: number) => string]>([
    ['keys', (size) => `---\n${'draft: true\n'.repeat(size)}---\n`],
    ['spaces', (size) => `---\n${`a${' '.repeat(100)}\n`.repeat(size / 4)}---\n`],
    ['empty lines', (size) => `---\n${'\n'.repeat(10 * size)}`],
  ])('what reads drafts of many %s', (_what, make) => {
    expect(growthOf({ size: 20_000, make, run: readUnreadableDraft })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each(
    ['', '/', 'https://', 'mailto:'].flatMap((before) =>
      ['a ', '/.', '@', '%', ':', '/ ', 'a'].map((piece): [string, string] => [before, piece]),
    ),
  )('what judges addresses: %j and many %j', (before, piece) => {
    const make = (size: number) => before + piece.repeat(size);
    expect(growthOf({ size: 50_000, make, run: readAddress })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each(['. ', '/.', ':', 'a.', ' .a'])('what looks for names that hosts obey: many %j', (piece) => {
    const make = (size: number) => `/${piece.repeat(size)}x`;
    expect(growthOf({ size: 50_000, make, run: nameForHosts })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it('what compares a path with patterns, of which each may match in many ways', () => {
    const make = (size: number) => `/${'a'.repeat(size)}`;
    const run = (path: string) => isElsewhere(path, [`/${'a*'.repeat(200)}b`]);
    expect(growthOf({ size: 2_000, make, run })).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
