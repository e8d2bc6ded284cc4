import { STANDARDS } from '../../../src/diagnostics/catalogue.ts';
import { describeKeys, type FileKind } from '../../../src/newsroom/keys/describe-keys.ts';
import type { GroupValue, Key, Value } from '../../../src/newsroom/keys/described.ts';
import { aFile, aStory, type Keys } from '../../newsroom/manuscript.ts';
import type { MediaGiven } from '../../newsroom/media-in-memory.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { Random } from '../random.ts';
import { hostileBody, hostileCaptions, hostileRows } from './hostile-bodies.ts';
import { hostileAddress, hostileText, MildRandom } from './hostile-words.ts';

/** Words at the beginning and the end of the text of a story that is attacked, by which one knows whether it was lost. */
export const FIRST_WORD = 'Dawnbreaker';
export const LAST_WORD = 'Nightfaller';

/** Names of files that are obeyed, or taken for something else, where they are printed or written. */
const NAMES = [
  ...[
    '::error::a',
    '##[error]a',
    'a\n::error::b',
    'a\u001b[31mb',
    'a\u202eb',
    'a b',
    'a%0Ab',
    'a,b',
    'a:b',
    '__proto__',
    'con',
  ],
  ...[
    '.htaccess',
    'index',
    '-a',
    'a"b',
    "a'b",
    'a<b>',
    'a&b',
    'a\\b',
    'a\u0000b',
    'a\u2028b',
    'ä',
    '北',
    'A',
    'a.md',
    'sw.js',
    '_headers',
  ],
] as const;

/** What can be lowered is, so that what is wrong with one value does not hide what becomes of the others. */
const LOWERED = Object.fromEntries(STANDARDS.map((code) => [code, 'warn']));

/** What of a newsroom is attacked. */
const SPOTS = [
  'site',
  'story',
  'story',
  'body',
  'body',
  'contributor',
  'biography',
  'page',
  'page text',
  'front',
  'redirects',
  'addresses',
  'name',
];

/**
 * A newsroom in memory of which a few values, texts, tables, captions and names attack whoever prints them. Where everything is hostile, there is
 * always an error, and nothing is printed.
 */
export function hostileNewsroom(seed: number): NewsroomGiven {
  const first = new Random(seed);
  const random = first.once(3) ? first : new MildRandom(seed);
  const isMild = random instanceof MildRandom;
  const spots = new Set(Array.from({ length: 1 + random.below(isMild ? 12 : 3) }, () => random.one(SPOTS)));
  const keys = (kind: FileKind, most: number): Keys =>
    spots.has(kind) ? hostileKeys(kind, random, isMild ? 4 * most : most) : {};
  const body = (spot: string, otherwise: string): string => (spots.has(spot) ? hostileBody(random) : otherwise);
  const name = spots.has('name') ? random.one(NAMES) : 'a';
  return {
    site: lines({ ...SITE, ...keys('site', 2), standards: LOWERED }),
    articles: {
      [`${name}.md`]: aStory(keys('story', 3), between(body('body', 'The city closed the bridge.'))),
      'other.md': aStory(OTHER),
    },
    contributors: { 'jane-doe.md': aFile({ name: 'Jane Doe', ...keys('contributor', 2) }, body('biography', '')) },
    pages: { 'about.md': aFile({ title: 'About', ...keys('page', 2) }, body('page text', 'Words.\n')) },
    fronts: spots.has('front') ? { 'home.yaml': JSON.stringify(hostileKeys('front', random, 2)) } : {},
    redirects: spots.has('redirects') ? redirects(random) : undefined,
    addresses: spots.has('addresses') ? { 'addresses.txt': addresses(random) } : {},
    media: {
      ...MEDIA,
      'a.csv': { text: hostileRows(random) },
      'a.vtt': { text: hostileCaptions(random) },
      'a.txt': { text: hostileText(random) },
    },
  };
}

/** Whether the newsroom of a seed is one by itself: what is of all files, such as `site.yaml`, is attacked in it. */
export function isAlone(seed: number): boolean {
  return new Random(seed).once(8);
}

/** What of a file is attacked that stands beside others. */
const FILES = ['story', 'story', 'body', 'body', 'contributor', 'page'] as const;

/** A newsroom with a file of each seed: a story with hostile keys or a hostile text, somebody's biography, or a page. */
export function hostileFiles(seeds: readonly number[]): NewsroomGiven {
  const articles: Record<string, string> = { 'other.md': aStory(OTHER) };
  const contributors: Record<string, string> = { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') };
  const pages: Record<string, string> = {};
  const media: Record<string, MediaGiven> = { ...MEDIA };
  for (const seed of seeds) {
    const random = new Random(seed).below(3) > 0 ? new MildRandom(seed) : new Random(seed);
    const keys = (kind: FileKind): Keys =>
      random.once(4) ? {} : hostileKeys(kind, random, random instanceof MildRandom ? 8 : 3);
    // Tables and captions are of one file each.
    const own = (text: string): string => text.replace(/\ba\.(csv|vtt|txt)\b/g, `a-${seed}.$1`);
    switch (random.one(FILES)) {
      case 'story':
        articles[`a-${seed}.md`] = aStory({ ...BY, ...keys('story') }, between('The city closed the bridge.'));
        break;
      case 'body':
        articles[`a-${seed}.md`] = aStory(BY, between(own(hostileBody(random))));
        media[`a-${seed}.csv`] = { text: hostileRows(random) };
        media[`a-${seed}.vtt`] = { text: hostileCaptions(random) };
        media[`a-${seed}.txt`] = { text: hostileText(random) };
        break;
      case 'contributor':
        contributors[`a-${seed}.md`] = aFile({ name: `A ${seed}`, ...keys('contributor') }, hostileBody(random));
        articles[`a-${seed}.md`] = aStory({ contributors: [`a-${seed}`] }, between('The city closed the bridge.'));
        break;
      case 'page':
        pages[`a-${seed}.md`] = aFile({ title: 'A page', ...keys('page') }, hostileBody(random));
        break;
    }
  }
  return { site: lines(SITE), articles, contributors, pages, media };
}

function between(text: string): string {
  return `${FIRST_WORD} begins.\n\n${text}\n\n${LAST_WORD} ends.\n`;
}

/** A name may be that of somebody who has a file, too. */
const BY: Keys = { contributors: ['jane-doe'] };
const OTHER: Keys = { headline: 'Other', topics: ['Ferries'], date: '2026-11-22 07:30' };

const MEDIA: Readonly<Record<string, MediaGiven>> = {
  'bridge.jpg': [1200, 800],
  'map.svg': [640, 480],
  'bells.mp3': 'file',
  'flood.mp4': 'file',
};

const SITE: Keys = {
  title: 'The Harbour Ledger',
  url: 'https://ledger.example/',
  timeZone: 'Europe/London',
  sections: [{ id: 'news', title: 'News' }],
  markdown: { math: true, dollarMath: true, emoji: true },
  standards: LOWERED,
};

/** A key a line, so that a line can be taken out. */
function lines(keys: Keys): string {
  return Object.entries(keys)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`)
    .join('');
}

function redirects(random: Random): string {
  const entries = Array.from({ length: 1 + random.below(4) }, () => {
    const to = random.one(['/2026/11/23/a/', '/2026/11/23/a/', '/news/', hostileAddress(random), hostileText(random)]);
    return [random.one([hostileAddress(random), '/old/', '/old.html']), to] as const;
  });
  return lines(Object.fromEntries(entries));
}

function addresses(random: Random): string {
  const line = (): string =>
    `${random.one(['/2026/11/23/a/', hostileAddress(random)])} ${random.one(['content/articles/a.md', hostileText(random)])}`;
  return Array.from({ length: 1 + random.below(3) }, line).join('\n');
}

/** Up to so many keys of a kind of file, of which each value is right, or hostile. */
function hostileKeys(kind: FileKind, random: Random, most: number): Keys {
  const { value } = describeKeys().find((each) => each.kind === kind) ?? {};
  if (value?.kind !== 'group') return {};
  return someKeys(value, random, 1 + random.below(most));
}

function someKeys({ keys }: GroupValue, random: Random, count: number): Keys {
  const chosen = Array.from({ length: count }, () => random.one(keys));
  return Object.fromEntries(chosen.map((key) => [key.name, oneValue(key, random)]));
}

function oneValue({ value, examples }: Pick<Key, 'value' | 'examples'>, random: Random): unknown {
  // What is an id, a code or a path is mostly refused where it is anything else, and then nothing is printed.
  const isWord = value.kind === 'text' && value.form === 'word';
  const isRight =
    random instanceof MildRandom && (isWord || value.kind === 'choice') ? !random.once(12) : random.once(5);
  return isRight && examples.length > 0 ? random.one(examples) : hostileValue(value, random);
}

function hostileValue(value: Value, random: Random): unknown {
  // What is of the wrong kind is refused, and says so.
  if (random.once(30))
    return random.one([hostileText(random), [hostileText(random)], { [hostileText(random)]: 1 }, 7, null]);
  switch (value.kind) {
    case 'text':
      if (value.form === 'date') return random.one(['2026-11-23', '2026-11-23 07:30', hostileText(random)]);
      return value.form === 'word' && !random.once(3) ? hostileAddress(random) : hostileText(random);
    case 'number':
      return random.one([0, -1, 1e9, 0.1, 75]);
    case 'flag':
      return random.once(2);
    case 'choice':
      return random.one(value.of);
    case 'list':
      return Array.from({ length: 1 + random.below(2) }, () => hostileValue(value.of, random));
    case 'group': {
      const required = value.keys.filter(({ isRequired }) => isRequired);
      const needed = Object.fromEntries(required.map((key) => [key.name, oneValue(key, random)]));
      return { ...needed, ...someKeys(value, random, 1 + random.below(3)) };
    }
    case 'entries':
      return { [random.one(['en', 'es', 'news', hostileText(random)])]: hostileValue(value.of, random) };
    case 'either':
      return hostileValue(random.one(value.of), random);
  }
}
