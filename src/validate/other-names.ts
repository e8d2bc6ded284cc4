import { PlainScalar } from '../domain/content/source.ts';
import { slipsBetween } from '../diagnostics/slips.ts';
import { didYouMean, nearest, quoteAll } from '../diagnostics/wording.ts';
import { hintsOfKind } from './names-by-kind.ts';

/** What to do about a key that other programs have: the key that is meant, or what to do instead. */
interface OtherName {
  /** The key; where a file takes no such key, it is not meant. */
  readonly key: string;
  /** Whether it is meant with a value; with any, unless this says otherwise. */
  readonly fits?: (value: string) => boolean;
  /** What to do where it is more than writing another key, by the value. */
  readonly hint?: (value: string) => string;
}

/** A key by which other programs keep a page from readers, or from search engines. */
interface HoldingBack {
  /** Whether it does so with a value; with any other, the key may be about something else. */
  readonly holds: (value: string) => boolean;
  readonly others: readonly OtherName[];
}

const HEADLINE = { key: 'headline' };
const DEK = { key: 'dek' };
const DATE = { key: 'date' };
const UPDATED = { key: 'updated' };
const TOPICS = { key: 'topics' };
const SECTION = { key: 'section' };
const KICKER = { key: 'kicker' };
const CONTRIBUTORS = { key: 'contributors' };
const LANGUAGE = { key: 'language' };
const ALIASES = {
  key: 'aliases',
  hint: () => 'here it is called `aliases`, a list of old paths: `aliases: [/old-address/]`',
};
const IMAGE = { key: 'image', hint: () => 'write `image: { src: …, alt: … }`, with what the picture shows in `alt`' };
const LINKS = { key: 'links', hint: () => 'write its address into `links: [https://…]`' };
const BIOGRAPHY = { key: 'formerNames', hint: () => 'write it below the second line of `---`' };
const ROLE = { key: 'role' };
const ADDRESS = {
  key: 'slug',
  hint: () => 'write the last part of the address into `slug`; an old address goes into `aliases`',
};
const ELSEWHERE = {
  key: 'canonical',
  hint: () => 'write an old path of this site into `aliases`, and where a story was first published into `canonical`',
};
const WRITE_DRAFT = 'write `draft: true` in its place';
const PUBLISH_ALL = 'remove it; all is published that does not say `draft: true`';

const isYes = (value: string): boolean => /^(?:true|yes|on|1)$/i.test(value);
const isNo = (value: string): boolean => /^(?:false|no|off|0|never)$/i.test(value);
const isSaid = (value: string): boolean => !isNo(value) && !/^(?:null|~)?$/i.test(value);

/** `published: false` */
const PUBLISHED: HoldingBack = {
  holds: isNo,
  others: [
    { key: 'date', fits: (value) => /^\d{4}-/.test(value) },
    { key: 'draft', hint: (value) => (isNo(value) ? WRITE_DRAFT : PUBLISH_ALL) },
  ],
};
/** `status: draft` */
const STATUS: HoldingBack = {
  holds: (value) =>
    /^(?:draft|pending|private|hidden|unpublished|unlisted|scheduled|future|(?:in[- ]?)?review|embargo(?:ed)?|archived?|trash|deleted|inactive|protected|internal|secret)$/i.test(
      value,
    ),
  others: [
    {
      key: 'draft',
      hint: (value) => (/^(?:publish(?:ed)?|live|public|final|true)$/i.test(value) ? PUBLISH_ALL : WRITE_DRAFT),
    },
  ],
};
/** `hidden: true` */
const HIDDEN: HoldingBack = {
  holds: isYes,
  others: [
    {
      key: 'noindex',
      hint: (value) =>
        isNo(value)
          ? PUBLISH_ALL
          : 'write `draft: true` for what is not published, `noindex: true` for what search engines are to leave out',
    },
  ],
};
/** `is_draft: true` */
const DRAFT: HoldingBack = {
  holds: isYes,
  others: [{ key: 'draft', hint: (value) => (isNo(value) ? PUBLISH_ALL : WRITE_DRAFT) }],
};
/** `password: secret` */
const PASSWORD: HoldingBack = {
  holds: isSaid,
  others: [
    { key: 'draft', hint: () => 'remove it; what is published, all can read: write `draft: true` for what is not' },
  ],
};
/** `embargo: 2026-12-01 06:00` */
const EMBARGO: HoldingBack = {
  holds: isSaid,
  others: [
    { key: 'date', hint: () => 'write the moment into `date`: a story is not published before' },
    { key: 'draft', hint: () => 'write `draft: true`, and remove that line when the moment has come' },
  ],
};
/** `expires: 2027-01-01` */
const EXPIRES: HoldingBack = {
  holds: isSaid,
  others: [{ key: 'draft', hint: () => 'remove it, and write `draft: true` when nobody is to read it any more' }],
};
/** `robots: noindex` */
const ROBOTS: HoldingBack = {
  holds: (value) => /\b(?:noindex|none)\b/i.test(value),
  others: [
    {
      key: 'noindex',
      hint: (value) =>
        /\b(?:noindex|none)\b/i.test(value)
          ? 'write `noindex: true` in its place'
          : 'remove it; search engines may list all that does not say `noindex: true`',
    },
  ],
};

/** By the key without hyphens and underscores, in small letters. Keys of one line mean the same. */
const HOLDING_BACK: ReadonlyMap<string, HoldingBack> = new Map([
  ...named('published publish public visible ispublished ispublic online render build', PUBLISHED),
  ...named('status state visibility poststatus', STATUS),
  ...named('unpublished private hidden unlisted protected archived secret', HIDDEN),
  ...named('isdraft', DRAFT),
  ...named('password', PASSWORD),
  ...named('embargo embargoed embargountil publishon releasedate scheduled', EMBARGO),
  // A date, which may be one of long ago.
  ...named('publishdate', { ...EMBARGO, others: [DATE, ...EMBARGO.others] }),
  ...named('publishedat', { holds: () => false, others: [DATE, ...EMBARGO.others] }),
  ...named('expires expirydate expirationdate unpublishdate', EXPIRES),
  ...named('robots', ROBOTS),
  ...named('noindex', { holds: isSaid, others: [{ key: 'noindex' }] }),
  // Eleventy obeys it in a template.
  ...named('eleventyexcludefromcollections', { ...HIDDEN, holds: () => false }),
]);

function named(names: string, meant: HoldingBack): readonly (readonly [string, HoldingBack])[] {
  return names.split(' ').map((name) => [name, meant]);
}

/** Whether an unknown key may be what keeps a page from readers or search engines: it must never be passed over. */
export function seemsToHoldBack(key: string): boolean {
  const name = plainName(key);
  return HOLDING_BACK.has(name) || nearest(name, ['draft', 'noindex']) !== undefined;
}

/** Whether a key does so by its value, where a file may have any keys. */
export function holdsBack(key: string, value: unknown): boolean {
  return HOLDING_BACK.get(plainName(key))?.holds(saidBy(value)) ?? false;
}

function credit(role: string): OtherName {
  return { key: 'contributors', hint: () => `write it as a credit: \`contributors: [{ name: …, credit: ${role} }]\`` };
}

const CORRECTIONS: OtherName = { key: 'corrections', hint: () => 'write `corrections: [{ date: …, text: … }]`' };
const SPONSORED: OtherName = { key: 'label', hint: () => 'write `label: sponsored`' };
const FREE: OtherName = { key: 'free', hint: () => 'write `free: false` for what only those may read who pay' };

/** By the key without hyphens and underscores, in small letters: what it is called here, in the order of likelihood. */
const OTHER_NAMES: Readonly<Record<string, readonly OtherName[]>> = {
  title: [HEADLINE, ROLE, { key: 'label' }],
  name: [{ key: 'headline' }, { key: 'title' }, { key: 'label' }],
  heading: [HEADLINE],
  seotitle: [{ key: 'shortHeadline' }],
  shorttitle: [{ key: 'shortHeadline' }],
  linktitle: [{ key: 'shortHeadline' }],
  author: [CONTRIBUTORS],
  authors: [CONTRIBUTORS],
  byline: [CONTRIBUTORS],
  writer: [CONTRIBUTORS],
  reporter: [CONTRIBUTORS],
  contributor: [CONTRIBUTORS],
  translator: [credit('translation')],
  photographer: [credit('photography')],
  illustrator: [credit('illustration')],
  editor: [credit('editing')],
  tags: [TOPICS],
  tag: [TOPICS],
  keywords: [TOPICS],
  category: [SECTION],
  categories: [SECTION],
  summary: [DEK, { key: 'description' }],
  description: [DEK],
  excerpt: [DEK],
  subtitle: [DEK, { key: 'description' }],
  subheadline: [DEK],
  subhead: [DEK],
  deck: [DEK],
  standfirst: [DEK],
  abstract: [DEK],
  lede: [DEK],
  tagline: [{ key: 'description' }],
  overline: [KICKER],
  eyebrow: [KICKER],
  publishedon: [DATE],
  publicationdate: [DATE],
  datepublished: [DATE],
  pubdate: [DATE],
  corrected: [CORRECTIONS],
  sponsored: [SPONSORED],
  advertorial: [SPONSORED],
  paywall: [FREE],
  premium: [FREE],
  created: [DATE],
  lastmod: [UPDATED],
  lastmodified: [UPDATED],
  lastmodifiedat: [UPDATED],
  lastupdated: [UPDATED],
  updatedat: [UPDATED],
  updateddate: [UPDATED],
  datemodified: [UPDATED],
  modified: [UPDATED],
  lang: [LANGUAGE],
  locale: [LANGUAGE],
  languagecode: [LANGUAGE],
  picture: [IMAGE],
  images: [IMAGE],
  photo: [IMAGE],
  thumbnail: [IMAGE],
  thumb: [IMAGE],
  cover: [IMAGE],
  coverimage: [IMAGE],
  hero: [IMAGE],
  heroimage: [IMAGE],
  header: [IMAGE],
  featuredimage: [IMAGE],
  featureimage: [IMAGE],
  ogimage: [IMAGE],
  avatar: [IMAGE],
  permalink: [ADDRESS],
  path: [ADDRESS],
  url: [ELSEWHERE, { key: 'links', hint: LINKS.hint }],
  link: [ELSEWHERE, { key: 'links', hint: LINKS.hint }, { key: 'url' }],
  href: [{ key: 'url' }],
  canonicalurl: [{ key: 'canonical' }],
  redirectfrom: [ALIASES],
  redirectsfrom: [ALIASES],
  redirects: [ALIASES],
  alias: [ALIASES],
  location: [{ key: 'dateline' }],
  place: [{ key: 'dateline' }],
  bio: [BIOGRAPHY],
  biography: [BIOGRAPHY],
  about: [BIOGRAPHY],
  job: [ROLE],
  jobtitle: [ROLE],
  position: [ROLE],
  mail: [{ key: 'email' }],
  website: [LINKS],
  homepage: [LINKS],
  twitter: [LINKS],
  mastodon: [LINKS],
  baseurl: [{ key: 'url' }],
  domain: [{ key: 'url' }],
  menu: [{ key: 'navigation' }],
  nav: [{ key: 'navigation' }],
  source: [{ key: 'src' }],
  file: [{ key: 'src' }],
  alttext: [{ key: 'alt' }],
  license: [{ key: 'licence' }],
};

const NAMES = [...Object.keys(OTHER_NAMES), ...HOLDING_BACK.keys()];

/** What to do about a key that is none of those that are known in its place. */
export function hintForKey(key: string, value: unknown, known: readonly string[]): string {
  const [, before = '', behind = ''] = /^([\w-]+):(.+)$/s.exec(key) ?? [];
  if (known.includes(before)) return `put a space after the colon: \`${before}: ${behind}\``;
  const bare = key.replace(/[\s\p{Cf}]/gu, '');
  if (bare !== key && known.includes(bare)) {
    return 'delete what cannot be seen before or after the key, and type an ordinary space where one is needed';
  }
  const name = plainName(key);
  const said = saidBy(value);
  const ofKind = hintsOfKind(known);
  const likely = nearestName(key, [...known, ...ofKind.keys()]);
  const others = otherNames(name) ?? otherNames(likely) ?? [];
  const other = others.find((each) => known.includes(each.key) && (each.fits?.(said) ?? true));
  const hint = ofKind.get(name) ?? (other && (other.hint?.(said) ?? `here it is called \`${other.key}\``));
  return hint ?? didYouMean(key, known, `the keys here are ${quoteAll(known)}`);
}

function otherNames(name: string): readonly OtherName[] | undefined {
  return HOLDING_BACK.get(name)?.others ?? (Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined);
}

const GROUP = '{ … }';

/** A value as one line. Groups of keys may have one by the name of a method (`toString`), which is not to be called. */
function saidBy(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => (isGroup(item) ? GROUP : String(item))).join();
  return isGroup(value) ? GROUP : String(value).trim();
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof PlainScalar);
}

/** A key without hyphens, underscores and spaces, in small letters. */
function plainName(key: string): string {
  return key.replace(/[-_\s]/g, '').toLowerCase();
}

/** The name that other programs have, if a slip of it was written that comes closer to no key of ours. */
function nearestName(key: string, known: readonly string[]): string {
  if (key.length < 4 || nearest(key, known) !== undefined) return '';
  const name = nearest(key, NAMES) ?? '';
  return slipsBetween(plainName(key), name) <= (name.length < 8 ? 1 : 2) ? name : '';
}
