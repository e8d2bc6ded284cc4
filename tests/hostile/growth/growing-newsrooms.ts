import { each } from '../../at-night.ts';
import { aFile, aStory, type Keys, manyStories } from '../../newsroom/manuscript.ts';
import type { MediaGiven } from '../../newsroom/media-in-memory.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

/** Input that can be made as large as one likes. */
export interface GrowingKind {
  readonly name: string;
  /** A size at which what grows faster than its input shows; four times as much is made, too. */
  readonly size: number;
  readonly make: (size: number) => NewsroomGiven;
}

/** Input by what it is many of, those beside each other that are alike. */
export const GROWING_KINDS: readonly GrowingKind[] = [
  // Text that nests
  kind('quotes in each other', 250, (n) => text(`${'>'.repeat(n)} a\n`)),
  kind('lists in each other', 60, (n) => text(repeated(n, (at) => `${'  '.repeat(at)}- a\n`))),
  kind('blocks in each other', 24, (n) => text(`${':::aside\n'.repeat(n)}a\n\n${':::\n'.repeat(n)}`)),
  kind('many blocks in each other', 700, (n) => text(`${':::aside\n'.repeat(n)}a\n\n${':::\n'.repeat(n)}`)),
  kind('blocks that are not closed', 700, (n) => text(':::aside\n'.repeat(n))),
  kind('blocks one after the other', 500, (n) => text(':::aside\na\n:::\n\n'.repeat(n))),
  kind('closing lines without a block', 1500, (n) => text(':::\n'.repeat(n))),
  kind('unknown directives', 250, (n) => text('::nothing\n'.repeat(n))),
  kind('emphases in each other', 2500, (n) => text(`${'*a '.repeat(n)}${' b*'.repeat(n)}`)),
  kind('emphases of two kinds', 5000, (n) => text('*a_'.repeat(n))),
  kind('brackets', 5000, (n) => text('['.repeat(n))),
  kind('brackets in each other', 2500, (n) => text('['.repeat(n) + ']'.repeat(n))),
  kind('pictures that are not closed', 1500, (n) => text('!['.repeat(n))),
  kind('quotation marks', 1500, (n) => text('"a" '.repeat(n))),
  kind('quotation marks that are not closed', 1500, (n) => text(`"a 'b `.repeat(n))),
  kind('tags that are not closed', 4000, (n) => text('<a '.repeat(n))),
  kind('code that is not closed', 1500, (n) => text(repeated(n, (at) => `${'`'.repeat((at % 80) + 1)}a `))),
  kind('addresses that are not closed', 1500, (n) => text('[a](<b'.repeat(n))),

  // Text that is long
  kind('a long line', 60_000, (n) => text('the bridge is closed '.repeat(n / 20))),
  kind('a long word', 60_000, (n) => text('a'.repeat(n))),
  kind('a long word in another script', 20_000, (n) => text('北'.repeat(n))),
  kind('short lines', 3000, (n) => text('a\n'.repeat(n))),
  kind('paragraphs', 1000, (n) => text('The bridge is closed.\n\n'.repeat(n))),
  kind('spaces', 40_000, (n) => text(`a${' '.repeat(n)}b`)),
  kind('empty lines', 24_000, (n) => text(`a${'\n'.repeat(n)}b`)),
  kind('headings of one name', 800, (n) => text('## More\n\n'.repeat(n))),
  kind('headings that take each other’s name', 400, (n) => text(repeated(n, (at) => `## a ${at % 40}\n\n## a\n\n`))),
  kind('a long heading', 60_000, (n) => text(`## ${'a b '.repeat(n / 4)}\n\na`)),

  // Notes
  kind('notes', 150, (n) => text(`${repeated(n, (at) => `a[^${at}] `)}\n\n${repeated(n, (at) => `[^${at}]: b\n`)}`)),
  kind('references to one note', 250, (n) => text(`${'a[^1] '.repeat(n)}\n\n[^1]: b\n`)),
  kind('notes in their place', 150, (n) => text('a^[b] '.repeat(n))),
  kind('notes in each other', 1500, (n) => text('^['.repeat(n))),
  kind('closed notes in each other', 40, (n) => text(`${'^[a '.repeat(n)}${']'.repeat(n)}`)),
  kind('notes that nobody refers to', 600, (n) => text(repeated(n, (at) => `[^${at}]: b\n`))),
  kind('labels of notes that are not closed', 1500, (n) => text('[^'.repeat(n))),
  kind('references without a note', 1500, (n) => text(repeated(n, (at) => `a[^${at}] `))),

  // Links, pictures and cards
  kind('broken links of one paragraph', 200, (n) => text(repeated(n, (at) => `[a](/nothing-${at}/)\n`))),
  kind('broken links of one line', 200, (n) => text(repeated(n, (at) => `[a](/nothing-${at}/) `))),
  kind('one broken link, many times', 300, (n) => text('[a](/nothing/)\n'.repeat(n))),
  kind('one broken link, many times in a line', 300, (n) => text('[a](/nothing/) '.repeat(n))),
  kind('unsafe links', 200, (n) => text('[a](javascript:b)\n'.repeat(n))),
  kind('links to places of the page', 300, (n) => text(`${repeated(n, (at) => `[a](#b-${at})\n`)}\n\n## b`)),
  kind('links by a label', 200, (n) => text(`${'[a][b] '.repeat(n)}\n\n[b]: /nothing/\n`)),
  kind('definitions of links', 400, (n) => text(repeated(n, (at) => `[a${at}]: /b/\n`))),
  kind('pictures', 150, (n) => text('![a](bridge.jpg)\n\n'.repeat(n))),
  kind('pictures without a description', 200, (n) => text('![](bridge.jpg)\n'.repeat(n))),
  kind('missing pictures', 150, (n) => text(repeated(n, (at) => `![a](b-${at}.jpg)\n`))),
  kind('one missing picture', 250, (n) => text('![a](b.jpg)\n'.repeat(n))),
  kind('cards', 80, (n) => ({
    articles: { ...text('::story{slug=other}\n\n'.repeat(n)).articles, 'other.md': aStory() },
  })),
  kind('cards of nothing', 200, (n) => text(repeated(n, (at) => `::story{slug=nothing-${at}}\n\n`))),
  kind('attributes of a directive', 500, (n) => text(`:::aside{${repeated(n, (at) => `a${at}=b `)}}\na\n:::\n`)),
  kind('attributes of a picture', 600, (n) => text(`![a](bridge.jpg){${repeated(n, (at) => `a${at}=b `)}}\n`)),
  kind('a long attribute', 20_000, (n) => text(`:::aside{title="${'a '.repeat(n / 2)}"}\na\n:::\n`)),
  kind('attributes that are not closed', 800, (n) => text(':::aside{title="\n'.repeat(n))),
  kind('braces', 4000, (n) => text('{'.repeat(n))),
  kind('commands of other programs', 2000, (n) => text('{{< a '.repeat(n))),

  // Tables, live blogs, timelines
  kind('rows of a table', 500, (n) => text(`| a | b |\n|---|---|\n${'| c | d |\n'.repeat(n)}`)),
  kind('columns of a table', 250, (n) => text(`${'| a '.repeat(n)}|\n${'|---'.repeat(n)}|\n${'| b '.repeat(n)}|\n`)),
  kind('rows of a table that are too long', 400, (n) => text(`| a |\n|---|\n${'| c | d |\n'.repeat(n)}`)),
  kind('strokes without a table', 3000, (n) => text('| a '.repeat(n))),
  kind('rows without a table', 1500, (n) => text('| a | b |\n'.repeat(n))),
  kind('rows of a file', 400, (n) => table(`a,b\n${'c,d\n'.repeat(n)}`)),
  kind('cells of a file', 3000, (n) => table(`a,b\n${'c,'.repeat(n)}\n`)),
  kind('quotes of a file that are not closed', 5000, (n) => table(`a,b\n${'"c,'.repeat(n)}\n`)),
  kind('empty lines of a file', 6000, (n) => table(`a,b\n${'\n'.repeat(n)}c,d`)),
  kind('posts of a live blog', 30, (n) => liveBlog(n)),
  kind('pictures in posts of a live blog', 20, (n) => liveBlog(n, (at) => `![a](a-${at}.jpg) [b](/2026/11/23/a/)`)),
  kind('entries of a timeline', 250, (n) => text(`:::timeline\n${repeated(n, () => '- 2015-03-17: a\n')}:::\n`)),
  kind('pictures of a gallery', 200, (n) => text(`:::gallery\n${'![a](bridge.jpg)\n'.repeat(n)}:::\n`)),
  kind('questions and answers', 300, (n) => text(':::qa{question="a"}\nb\n:::\n\n'.repeat(n))),
  kind('corrections in a text', 60, (n) => text(':::correction{date="2026-11-24"}\nb\n:::\n\n'.repeat(n))),

  // Recordings
  kind('captions', 1000, (n) => recorded(`WEBVTT\n\n${'00:01.000 --> 00:04.500\n<v Ana>We heard it.\n\n'.repeat(n)}`)),
  kind('a long caption', 8000, (n) => recorded(`WEBVTT\n\n00:01.000 --> 00:04.500\n${'a <'.repeat(n)}\n`)),
  kind('lines of one caption', 8000, (n) => recorded(`WEBVTT\n\n00:01.000 --> 00:04.500\n${'a\n'.repeat(n)}\n`)),
  kind('spaces in a caption', 20_000, (n) => recorded(`WEBVTT\n\n00:01.000 --> 00:04.500\n<v${' '.repeat(n)}\n`)),
  kind('paragraphs of a transcript', 800, (n) => recorded('a\n\n'.repeat(n), 'a.txt')),
  kind('empty lines of a transcript', 20_000, (n) => recorded(`a${'\n '.repeat(n)}b`, 'a.txt')),
  kind('uses of one transcript', 20, (n) => ({
    ...text('::audio{src=a.mp3 transcript=a.txt}\n\n'.repeat(n)),
    media: { ...MEDIA, 'a.txt': { text: 'We heard it.\n\n'.repeat(50) } },
  })),

  // Front matter
  kind('topics', 8, (n) => story({ topics: numbered(n, 'Topic') })),
  kind('many topics', 300, (n) => story({ topics: numbered(n, 'Topic') })),
  kind('people', 12, (n) => story({ contributors: numbered(n, 'Jane Doe') })),
  kind('many people', 400, (n) => story({ contributors: numbered(n, 'Jane Doe') })),
  kind('unknown people', 150, (n) => story({ contributors: numbered(n, 'jane-doe').map((id) => ({ id })) })),
  kind('people with a page', 8, (n) => ({
    ...story({ contributors: ids(n, 'jane-doe') }),
    contributors: people(n),
  })),
  kind('many people with a page', 150, (n) => ({
    ...story({ contributors: ids(n, 'jane-doe') }),
    contributors: people(n),
  })),
  kind('old addresses', 12, (n) => story({ aliases: ids(n, '/old').map((path) => `${path}/`) })),
  kind('many old addresses', 300, (n) => story({ aliases: ids(n, '/old').map((path) => `${path}/`) })),
  kind('corrections', 12, (n) => story({ corrections: notices(n) })),
  kind('many corrections', 150, (n) => story({ corrections: notices(n) })),
  kind('updates', 12, (n) => story({ updates: notices(n) })),
  kind('many updates', 150, (n) => story({ updates: notices(n) })),
  kind('related stories', 6, (n) => ({
    articles: { ...manyStories(4 * n), 'a.md': aStory({ related: ids(n, 'story') }) },
  })),
  kind('many related stories', 500, (n) => story({ related: ids(n, 'nothing') })),
  kind('translations', 300, (n) => story({ translations: Object.fromEntries(ids(n, 'x').map((id) => [id, 'b'])) })),
  kind('unknown keys', 200, (n) => story(Object.fromEntries(ids(n, 'key').map((id) => [id, 'x'])))),
  kind('values of the wrong type', 300, (n) => story({ topics: Array.from({ length: n }, () => 5) })),
  kind('lines before a slip of YAML', 2000, (n) => raw(`${repeated(n, (at) => `key${at}: x\n`)}}\n`)),
  kind('lists of YAML in each other', 250, (n) => raw(`a: ${'['.repeat(n)}${']'.repeat(n)}\n`)),
  kind('groups of YAML in each other', 100, (n) => raw(repeated(n, (at) => `${' '.repeat(at)}a:\n`))),
  kind('aliases of YAML', 300, (n) => raw(`a: &a [b]\nb: [${'*a, '.repeat(n)}]\n`)),
  kind('quotes of YAML that are not closed', 2000, (n) => raw(`a: ${'"b '.repeat(n)}\n`)),
  kind('comments of YAML', 2000, (n) => raw('# a\n'.repeat(n))),
  kind('a long headline', 20_000, (n) => story({ headline: 'a b '.repeat(n / 4) })),
  kind('markup in a headline', 3000, (n) => story({ headline: '*a <b '.repeat(n) })),
  kind('values in one line', 200, (n) => story({ related: Array.from({ length: n }, () => 5) })),
  kind('comments behind values', 300, (n) => raw(`related:\n${'  - a # b\n'.repeat(n)}`)),
  kind('pieces of a text in braces', 150, (n) => raw(`image: { alt: a, ${numbered(n, 'b').join(', ')} }\n`)),
  kind('a long name', 20_000, (n) => story({ contributors: `Jane ${'a'.repeat(n)}` })),
  kind('a long unknown key', 20_000, (n) => story({ ['a'.repeat(n)]: 'x' })),

  // Other files
  kind('redirects', 200, (n) => ({
    articles: { 'a.md': aStory() },
    redirects: Object.fromEntries(ids(n, '/old').map((path) => [`${path}/`, '/2026/11/23/a/'])),
  })),
  kind('redirects that lead on', 250, (n) => ({
    articles: { 'a.md': aStory() },
    redirects: Object.fromEntries(ids(n, '/old').map((path, at) => [`${path}/`, `/old-${at + 1}/`])),
  })),
  kind('redirects to nothing', 200, (n) => ({
    redirects: Object.fromEntries(ids(n, '/old').map((path, at) => [`${path}/`, `/nothing-${at}/`])),
  })),
  kind('sections', 8, (n) => ({
    site: { sections: ids(n, 'section').map((id) => ({ id, title: id })) },
    articles: { 'a.md': aStory() },
  })),
  kind('stories of a front', 100, (n) => ({
    articles: manyStories(20),
    fronts: { 'home.yaml': JSON.stringify({ stories: ids(n, 'story') }) },
  })),

  // Many files
  kind('stories', 15, (n) => ({ articles: manyStories(n) })),
  kind('stories of one headline', 15, (n) => ({ articles: manyStories(n, { headline: 'Harbour bridge closes' }) })),
  kind('stories of one topic', 15, (n) => ({ articles: manyStories(n, { topics: ['Harbour'] }) })),
  kind('stories of one slug', 40, (n) => ({
    articles: manyStories(n, { slug: 'bridge', date: '2026-11-23 07:30' }),
  })),
  kind('stories without anything', 12, (n) => ({ articles: named(n, () => '---\n---\n') })),
  kind('files that are no stories', 12, (n) => ({ articles: named(n, () => 'Text') })),
  kind('folders in each other', 100, (n) => ({ articles: { [`${'a/'.repeat(n)}a.md`]: aStory({}, '[a](b.md)') } })),
];

/** Those that are measured by all tests: at night all, otherwise a third. */
export const MEASURED_KINDS: readonly GrowingKind[] = each(3, GROWING_KINDS);

function kind(name: string, size: number, make: (size: number) => NewsroomGiven): GrowingKind {
  return { name, size, make };
}

const MEDIA: Readonly<Record<string, MediaGiven>> = { 'bridge.jpg': [1200, 800], 'a.mp3': 'file' };

function story(keys: Keys): NewsroomGiven {
  return { articles: { 'a.md': aStory(keys) } };
}

function text(body: string): NewsroomGiven {
  return { articles: { 'a.md': aStory({}, body) }, media: MEDIA };
}

/** A story with more front matter than it needs. */
function raw(yaml: string): NewsroomGiven {
  return { articles: { 'a.md': aStory().replace('---\n', `---\n${yaml}`) } };
}

function table(rows: string): NewsroomGiven {
  return { ...text('::table{src=a.csv}\n'), media: { 'a.csv': { text: rows } } };
}

function recorded(spoken: string, name = 'a.vtt'): NewsroomGiven {
  return { ...text(`::audio{src=a.mp3 transcript=${name}}\n`), media: { ...MEDIA, [name]: { text: spoken } } };
}

function liveBlog(posts: number, words: (post: number) => string = () => 'The bridge is closed.'): NewsroomGiven {
  const start = Date.UTC(2026, 10, 23, 8);
  const body = repeated(posts, (at) => {
    const date = new Date(start + at * 1000).toISOString();
    return `:::update{date="${date}" title="a ${at}"}\n${words(at)}\n:::\n\n`;
  });
  const media = Object.fromEntries(ids(posts, 'a').map((name) => [`${name}.jpg`, [1200, 800] as const]));
  return { articles: { 'a.md': aStory({ live: true }, body) }, media };
}

function people(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(ids(count, 'jane-doe').map((id) => [`${id}.md`, aFile({ name: id.toUpperCase() }, '')]));
}

function notices(count: number): readonly Keys[] {
  return Array.from({ length: count }, (_, at) => ({ date: `2026-11-23 07:${30 + (at % 30)}`, text: `Note ${at}` }));
}

function named(count: number, textOf: (at: number) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`a-${at}.md`, textOf(at)]));
}

function numbered(count: number, word: string): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${word} ${at}`);
}

function ids(count: number, word: string): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${word}-${at}`);
}

function repeated(count: number, part: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join('');
}
