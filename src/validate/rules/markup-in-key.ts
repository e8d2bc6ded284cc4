import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { shortened } from '../../markdown/slips/slip.ts';
import { refusedMarkup, type Takes, withoutRefused } from '../../markdown/slips/key-markup.ts';

/** What the keys of a file take, by their names; of a list, each of its entries. `text` stands for a text where keys could be. */
interface KeysTaken {
  readonly [key: string]: Takes | KeysTaken;
}

const RECORDING: KeysTaken = { title: 'line' };
const NOTICE: KeysTaken = { text: 'line' };
const PICTURE: KeysTaken = { alt: 'plain', caption: 'line', credit: 'plain' };
const LINK: KeysTaken = { label: 'plain' };
const LIVE_STRIP: KeysTaken = { label: 'plain', text: 'plain' };
const TITLED: KeysTaken = { title: 'plain', description: 'plain' };

/** The keys of a story that are printed. */
export const STORY_TEXTS: KeysTaken = {
  headline: 'line',
  dek: 'line',
  kicker: 'plain',
  shortHeadline: 'plain',
  dateline: 'plain',
  topics: 'plain',
  contributors: { text: 'plain', name: 'plain', place: 'plain' },
  image: PICTURE,
  audio: RECORDING,
  video: RECORDING,
  corrections: NOTICE,
  updates: NOTICE,
  factCheck: {
    claim: 'line',
    claimant: { text: 'plain', organization: 'plain' },
    rating: { text: 'plain', name: 'plain' },
  },
  liveStrip: LIVE_STRIP,
};

/** Likewise of a contributor. */
export const CONTRIBUTOR_TEXTS: KeysTaken = { name: 'plain', role: 'plain', image: PICTURE, links: LINK };

/** Of `site.yaml`. */
export const SITE_TEXTS: KeysTaken = {
  ...TITLED,
  sections: TITLED,
  series: TITLED,
  navigation: LINK,
  social: LINK,
  languages: { ...TITLED, navigation: LINK },
  liveStrip: LIVE_STRIP,
};

/** Of a front. */
export const FRONT_TEXTS: KeysTaken = { breaking: { text: 'plain' }, groups: { title: 'plain' } };

/** Of a page of the newsroom's own. */
export const PAGE_TEXTS: KeysTaken = TITLED;

/** HTML and Markdown in keys that do not take them: readers would see the signs, or not see what they say. */
export function markupInKeys(path: string, values: unknown, taken: KeysTaken): readonly Finding[] {
  return findIn(values, taken, []).map(({ text, takes, keys, refused }) => ({
    code: 'markup-in-key',
    path,
    at: { kind: 'part', keys, words: refused },
    message: `Unexpected ${quote(refused)}, expected ${EXPECTED[takes]}`,
    hint: hintFor(withoutRefused(text, takes)),
  }));
}

const EXPECTED: Readonly<Record<Takes, string>> = {
  line: 'words with `*emphasis*` at most',
  plain: 'plain words',
};

function hintFor(mended: string): string {
  return mended === '' ? 'write it in words' : `write \`${shortened(mended)}\``;
}

type Keys = readonly (string | number)[];

/** A text that is not what its key takes. */
interface FoundText {
  readonly text: string;
  readonly takes: Takes;
  readonly keys: Keys;
  /** The first part of it that is refused. */
  readonly refused: string;
}

function findIn(value: unknown, taken: Takes | KeysTaken | undefined, keys: Keys): readonly FoundText[] {
  if (value === undefined || value === null || taken === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((entry, index) => findIn(entry, taken, [...keys, index]));
  if (typeof value === 'string') {
    const takes = typeof taken === 'string' ? taken : taken['text'];
    const refused = typeof takes === 'string' ? refusedMarkup(value, takes) : undefined;
    return typeof takes === 'string' && refused !== undefined ? [{ text: value, takes, keys, refused }] : [];
  }
  if (typeof value !== 'object' || typeof taken === 'string') return [];
  return Object.entries(taken).flatMap(([key, takes]) =>
    Object.hasOwn(value, key) ? findIn((value as Readonly<Record<string, unknown>>)[key], takes, [...keys, key]) : [],
  );
}
