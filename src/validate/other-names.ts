import { didYouMean, nearest, quoteAll } from '../diagnostics/wording.ts';

/** What to do about a key that other programs have: the key that is meant, or what to do instead. */
interface OtherName {
  /** The key; where a file takes no such key, it is not meant. */
  readonly key: string;
  /** What to do where it is more than writing another key, by the value. */
  readonly hint?: (value: string) => string;
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
const NEEDLESS = { key: 'headline', hint: () => 'remove it; a story needs no such key' };
const IN_FRONT = { key: 'headline', hint: () => 'remove it, and name the story in content/fronts/home.yaml' };
const ADDRESS = {
  key: 'slug',
  hint: () => 'write the last part of the address into `slug`; an old address goes into `aliases`',
};
const ELSEWHERE = {
  key: 'canonical',
  hint: () => 'write an old path of this site into `aliases`, and where a story was first published into `canonical`',
};
const STATUS = {
  key: 'draft',
  hint: (value: string) =>
    /^(?:publish(?:ed)?|live|public|final|true)$/i.test(value)
      ? 'remove it; a story is published unless it says `draft: true`'
      : 'write `draft: true` in its place',
};
const PUBLISHED = {
  key: 'draft',
  hint: (value: string) => {
    if (/^\d/.test(value)) return 'here it is called `date`';
    return /^(?:false|no|off)$/i.test(value)
      ? 'write `draft: true` in its place'
      : 'remove it; a story is published unless it says `draft: true`';
  },
};
const HIDDEN = {
  key: 'noindex',
  hint: () => 'write `draft: true` for what is not published, `noindex: true` for what search engines are to leave out',
};

function credit(role: string): OtherName {
  return { key: 'contributors', hint: () => `write it as a credit: \`contributors: [{ name: …, credit: ${role} }]\`` };
}

/** By the key without hyphens and underscores, in small letters: what it is called here, in the order of likelihood. */
const OTHER_NAMES: Readonly<Record<string, readonly OtherName[]>> = {
  title: [HEADLINE, ROLE],
  name: [{ key: 'headline' }, { key: 'title' }],
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
  published: [PUBLISHED],
  status: [STATUS],
  publish: [PUBLISHED],
  publishdate: [DATE],
  publishedat: [DATE],
  publishedon: [DATE],
  publicationdate: [DATE],
  datepublished: [DATE],
  pubdate: [DATE],
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
  link: [ELSEWHERE, { key: 'links', hint: LINKS.hint }],
  canonicalurl: [{ key: 'canonical' }],
  redirectfrom: [ALIASES],
  redirectsfrom: [ALIASES],
  redirects: [ALIASES],
  alias: [ALIASES],
  location: [{ key: 'dateline' }],
  place: [{ key: 'dateline' }],
  hidden: [HIDDEN],
  private: [HIDDEN],
  unlisted: [HIDDEN],
  robots: [HIDDEN],
  type: [NEEDLESS],
  comments: [NEEDLESS],
  toc: [NEEDLESS],
  weight: [IN_FRONT],
  order: [IN_FRONT],
  featured: [IN_FRONT],
  sticky: [IN_FRONT],
  pinned: [IN_FRONT],
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

const NAMES = Object.keys(OTHER_NAMES);

/** What to do about a key that is none of those that are known in its place. */
export function hintForKey(key: string, value: unknown, known: readonly string[]): string {
  const [, before = '', behind = ''] = /^([\w-]+):(.+)$/s.exec(key) ?? [];
  if (known.includes(before)) return `put a space after the colon: \`${before}: ${behind}\``;
  const bare = key.replace(/[\s\p{Cf}]/gu, '');
  if (bare !== key && known.includes(bare)) {
    return 'delete what cannot be seen before or after the key, and type an ordinary space where one is needed';
  }
  const name = key.toLowerCase().replace(/[_-]/g, '');
  const others = otherNames(name) ?? otherNames(nearestName(key, known)) ?? [];
  const other = others.find((each) => known.includes(each.key));
  if (other === undefined) return didYouMean(key, known, `the keys here are ${quoteAll(known)}`);
  return other.hint?.(String(value)) ?? `here it is called \`${other.key}\``;
}

function otherNames(name: string): readonly OtherName[] | undefined {
  return Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
}

/** The name that other programs have, if a slip of it was written that comes closer to no key of ours. */
function nearestName(key: string, known: readonly string[]): string {
  if (key.length < 4 || nearest(key, known) !== undefined) return '';
  return nearest(key, NAMES) ?? '';
}
