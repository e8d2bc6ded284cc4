import { describe, expect, it } from 'vitest';
import { isElsewhere } from '../../src/domain/site/elsewhere.ts';
import { nameForHosts } from '../../src/domain/site/host-files.ts';
import { readAddress } from '../../src/domain/site/written-address.ts';
import { withoutTags } from '../../src/markdown/html/without-tags.ts';
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
    ...['<b>', '<p><b id=a>', '<div>', '</div>', '<div>\n\n', 'a <b>x</b> ', '*a <b>b* c</b> ', '<del>\n\na\n\n'],
    ...['<table><b>', '<table><tr><td>', '<li>', '<dt>', '<figure><figcaption>', '<ruby><rt>', '<h2>a</h2>', '<br>'],
    ...[
      '<',
      '<!--',
      '<!-- a -->',
      '<a href="',
      '<i ',
      '<?',
      '<![CDATA[',
      '<div title="\n\n',
      '<script>',
      '<svg></svg>',
    ],
    ...['<img src=x alt="">', '<p onclick=x>', '<font>', '<a href=x>', '<p id=a>', '&lt;', '`<b>` <b>'],
  ])('what reads HTML of many %j', (piece) => {
    const { size, make, run } = MARKDOWN;
    expect(growthOf({ size, make: make(piece), run })).toBeLessThanOrEqual(MOST_GROWTH);
  });

  it.each(['<b>', '<!--', '<svg>', '<script>a</script>', '<', 'İ<B>'])('what counts words between many %j', (piece) => {
    const make = (size: number) => piece.repeat(size / piece.length);
    expect(growthOf({ size: 100_000, make, run: withoutTags })).toBeLessThanOrEqual(MOST_GROWTH);
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
