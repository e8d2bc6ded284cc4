import { DIALECTS } from '../../../src/domain/site/dialects.ts';
import { isElsewhere } from '../../../src/domain/site/elsewhere.ts';
import { nameForHosts } from '../../../src/domain/site/host-files.ts';
import { readAddress } from '../../../src/domain/site/written-address.ts';
import { readRows } from '../../../src/markdown/directives/read-rows.ts';
import { readCaptions } from '../../../src/markdown/media/captions.ts';
import { withoutTags } from '../../../src/markdown/html/without-tags.ts';
import { readUnreadableDraft } from '../../../src/parse/unreadable-draft.ts';
import { readYaml } from '../../../src/parse/yaml.ts';
import { findYamlSlip } from '../../../src/validate/front-matter/yaml-slip.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { each } from '../../at-night.ts';
import type { Growing } from './measure-growth.ts';

/** Something that reads a text character by character, with a text that can be made as long as one likes. */
export interface GrowingText extends Growing<string> {
  readonly name: string;
}

/** So much that what grows by the square of it shows at four times that. */
const MARKDOWN_SIZE = 20_000;

const SLIPS = [
  ...['[', '![', '[a](', '[a](b c)', '[a][b]', '[[a]]', '[a] (', '{', '{: .', '{{', '{%', '{a=b ', '[^a]', '::story'],
  ...['\n##a', '|a', 'a|\n', '| - |\n', '[/b]', '[b]x[/b]', '(a)[b', ']', '[a]: b\n', '[^a]: b\n\n', '-', '|-'],
  ...['[a](https://a,b) ', '> a\nB.\n', '# a##\n', '%% ', '&eactue;', '• a\n', '1984. A\n\n', '---\na\n', '{>> a'],
];
const HTML = [
  ...['<b>', '<p><b id=a>', '<div>', '</div>', '<div>\n\n', 'a <b>x</b> ', '*a <b>b* c</b> ', '<del>\n\na\n\n'],
  ...['<table><b>', '<table><tr><td>', '<li>', '<dt>', '<figure><figcaption>', '<ruby><rt>', '<h2>a</h2>', '<br>'],
  ...['<', '<!--', '<!-- a -->', '<a href="', '<i ', '<?', '<![CDATA[', '<div title="\n\n', '<script>', '<svg></svg>'],
  ...['<img src=x alt="">', '<p onclick=x>', '<font>', '<a href=x>', '<p id=a>', '&lt;', '`<b>` <b>'],
];
const IN_DIALECTS = [
  ...['~', '^', 'x^a', 'x~a', '=', 'a ==b', '$', '$$', '$$a', '$$\n', '\\(', '\\[', '\n\\[\n', '\\(a', '$`a', '$x$ '],
  ...['{:', '{: .x}', '{: .x}\n', '*x*{: .y}', '[TOC]\n\n', '* a\n{:toc}\n', '## a {#b}\n\n', '## a\n\n', ':tada:'],
  ...[': a\n', 'a\n: b\n', 'a\n\n: b\n\n', '> [!NOTE]\n', '> [!NOTE]\n\n', '- [ ] a\n', '```js\na\n```\n'],
  ...['https://', 'https://a.b ', 'https://a.b(', 'https://a[', 'x https://a.b/c\\_d ', '中https://a.b/中', '://'],
];
const ALL_DIALECTS = { markdown: Object.fromEntries(DIALECTS.map((name) => [name, true])) };
const TAGS = ['<b>', '<!--', '<svg>', '<script>a</script>', '<', 'İ<B>'];
const MARKS = [
  ...[`"'`, `"中`, `'n'`, `'90s "`, `*"`, `a"b'`],
  ...["'90s ", "'68 s' ", "'a s' x ", "a' ", "a.' '68 ", "'68 a, ", `a"'s `],
];
const FRONT_MATTER: Readonly<Record<string, Growing<string>['make']>> = {
  'quotes within a text': (size) => `dek: "${'a" "'.repeat(size)}`,
  'texts in brackets': (size) => `dek: [${'"a" '.repeat(size)}]`,
  'keys in braces': (size) => `image: { ${'src: a alt: '.repeat(size / 4)} }`,
  escapes: (size) => `dek: "${'\\d\\"'.repeat(size)}`,
  lines: (size) => `dek: a: b\n${'  x\n'.repeat(size / 4)}`,
  spaces: (size) => `dek: "a${' '.repeat(10 * size)}b: c" d`,
};
const DRAFTS: Readonly<Record<string, Growing<string>['make']>> = {
  keys: (size) => `---\n${'draft: true\n'.repeat(size)}---\n`,
  spaces: (size) => `---\n${`a${' '.repeat(100)}\n`.repeat(size / 4)}---\n`,
  'empty lines': (size) => `---\n${'\n'.repeat(10 * size)}`,
};
const STARTS = ['', '/', 'https://', 'mailto:'];
const IN_ADDRESSES = ['a ', '/.', '@', '%', ':', '/ ', 'a'];
const IN_NAMES = ['. ', '/.', ':', 'a.', ' .a'];

/**
 * What reads a text character by character is measured by itself: in a whole newsroom it would be lost in the rest. Of the pieces that one
 * reader is given many of, `npm test` measures an eighth, or of few pieces a quarter.
 */
export const GROWING_TEXTS: readonly GrowingText[] = [
  ...each(8, SLIPS).map((piece) =>
    markdown(`what looks for slips in Markdown of many ${JSON.stringify(piece)}`, piece),
  ),
  ...each(8, HTML).map((piece) => markdown(`what reads HTML of many ${JSON.stringify(piece)}`, piece)),
  ...each(8, IN_DIALECTS).map((piece) => ({
    name: `what reads the dialects of many ${JSON.stringify(piece)}`,
    size: MARKDOWN_SIZE,
    make: (size: number) => piece.repeat(size / piece.length),
    run: (text: string) => renderedText(text, { site: ALL_DIALECTS }),
  })),
  ...each(4, TAGS).map((piece) => ({
    name: `what counts words between many ${JSON.stringify(piece)}`,
    size: 100_000,
    make: (size: number) => piece.repeat(size / piece.length),
    run: withoutTags,
  })),
  ...each(4, MARKS).map((piece) => markdown(`what sets marks in many ${JSON.stringify(piece)}`, piece)),
  ...each(2, Object.entries(FRONT_MATTER)).map(([what, make]) => ({
    name: `what looks for slips in front matter of many ${what}`,
    size: 20_000,
    make,
    run: findSlip,
  })),
  ...Object.entries(DRAFTS).map(([what, make]) => ({
    name: `what reads drafts of many ${what}`,
    size: 20_000,
    make,
    run: readUnreadableDraft,
  })),
  ...STARTS.flatMap((start) =>
    IN_ADDRESSES.map((piece) => ({
      name: `what judges addresses: ${JSON.stringify(start)} and many ${JSON.stringify(piece)}`,
      size: 50_000,
      make: (size: number) => start + piece.repeat(size),
      run: readAddress,
    })),
  ),
  ...IN_NAMES.map((piece) => ({
    name: `what looks for names that hosts obey: many ${JSON.stringify(piece)}`,
    size: 50_000,
    make: (size: number) => `/${piece.repeat(size)}x`,
    run: nameForHosts,
  })),
  {
    name: 'what compares a path with patterns, of which each may match in many ways',
    size: 2_000,
    make: (size) => `/${'a'.repeat(size)}`,
    run: (path) => isElsewhere(path, [`/${'a*'.repeat(200)}b`]),
  },
];

/** A reader, and the pieces that texts for it are made of. */
interface TextReader {
  readonly name: string;
  /** Characters at which what grows by the square of them shows. */
  readonly size: number;
  readonly starts: readonly string[];
  readonly pieces: readonly string[];
  readonly run: (text: string) => unknown;
}

const IN_FRONT_MATTER = [
  ...[
    '"a" ',
    'src: a alt: ',
    '\\d\\"',
    'a: b\n  ',
    ' # ',
    '\n  - ',
    '{ ',
    '}',
    '[',
    '],',
    '&a ',
    '*a ',
    '!!str ',
    "'",
    "''",
  ],
  ...['|\n  ', '>\n  ', '? ', ': ', ', ', '%', '@', '`', '\t', '\u00a0', '2026-11-23 ', '\n\n  ', '---'],
];
const IN_DRAFTS = ['draft: true\n', `a${' '.repeat(100)}\n`, '\n', '# a\n', '---', '"', '  a: b\n', '- '];
const IN_CAPTIONS = [
  '00:01.000 --> 00:04.500\n',
  '<v ',
  '>',
  'a\n',
  '\n',
  ' --> ',
  'NOTE\n',
  '<b>',
  '</',
  '&lt;',
  ' ',
  '\r',
];
const IN_ROWS = ['a,', '"', '""', ';', '\n', '\t', '\r\n', '"a"b,', ' ', '1.5', '\u2028'];

/** All readers of texts, with more pieces than tests have, of which any may follow another. */
export const TEXT_READERS: readonly TextReader[] = [
  reader('Markdown', 4000, [...SLIPS, ...HTML, ...MARKS], renderedText),
  reader('Markdown with all dialects', 4000, [...IN_DIALECTS, ...SLIPS], (text) =>
    renderedText(text, { site: ALL_DIALECTS }),
  ),
  reader('what counts words', 40_000, [...TAGS, ...HTML], withoutTags),
  { ...reader('front matter', 8000, IN_FRONT_MATTER, findSlip), starts: ['dek: ', 'dek: "', 'dek: [', 'image: { '] },
  { ...reader('drafts', 20_000, IN_DRAFTS, readUnreadableDraft), starts: ['---\n'] },
  { ...reader('addresses', 40_000, [...IN_ADDRESSES, '?', '#', '\\', '..', '*'], readAddress), starts: STARTS },
  { ...reader('names that hosts obey', 40_000, IN_NAMES, nameForHosts), starts: ['/'] },
  { ...reader('captions', 8000, IN_CAPTIONS, readCaptions), starts: ['WEBVTT\n\n', '00:01.000 --> 00:04.500\n'] },
  { ...reader('tables in files', 8000, IN_ROWS, readRows), starts: ['', 'a,b\n', 'sep=;\n'] },
];

function reader(name: string, size: number, pieces: readonly string[], run: (text: string) => unknown): TextReader {
  return { name, size, starts: [''], pieces, run };
}

function markdown(name: string, piece: string): GrowingText {
  return { name, size: MARKDOWN_SIZE, make: (size) => piece.repeat(size / piece.length), run: renderedText };
}

/** Finds the slip in front matter that cannot be read. */
function findSlip(text: string): void {
  const yaml = `headline: A\n${text}\nkicker: B\n`;
  const read = readYaml(yaml, 2);
  if (read.kind === 'broken') findYamlSlip(read.problem, `---\n${yaml}---\n`);
}
