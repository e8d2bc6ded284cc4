import type { Anchors } from './anchors.ts';
import type { ArticleRecord, Reference, TranslationName } from './article.ts';
import type { Credit } from '../contributors.ts';
import type { CorrectionDate } from '../corrections/notice.ts';
import { type Change, changesOf } from './changes.ts';
import type { Focus } from '../media/recipes.ts';
import { type LiveTimes, liveTimesOf } from '../live-blog.ts';
import type { Slug, UrlPath } from '../addresses.ts';
import type { OldAddress } from '../redirects/redirects.ts';

/**
 * What the order of the archive and the relations between stories need of an article. It is small, for a newsroom has
 * many: the rest of an article is looked up when a page of it is made.
 */
export interface Entry {
  readonly path: string;
  readonly url: UrlPath;
  readonly slug: Slug;
  /** Without markup. */
  readonly headline: string;
  /** First published, in milliseconds since 1970. */
  readonly date: number;
  /** Whether its date cannot be read, so that `date` and `day` are stand-ins. */
  readonly isUndated: boolean;
  /** The day on which it was first published, in the site's zone: `2026-11-23`. */
  readonly day: string;
  readonly section: Slug | undefined;
  readonly topics: readonly string[];
  readonly series: Slug | undefined;
  /** Slugs or files of stories. */
  readonly related: readonly string[];
  readonly credits: readonly Pick<Credit, 'role' | 'who' | 'as' | 'place'>[];
  readonly references: readonly Pick<Reference, 'kind' | 'target'>[];
  /** The places on its page that a link can lead to. */
  readonly anchors: Anchors;
  /** Paths of the files of `content/` that it shows or links to. */
  readonly media: readonly string[];
  /** The picture at its head and on its cards, if that is one of them. */
  readonly lead: LeadPicture | undefined;
  readonly aliases: readonly OldAddress[];
  /** What changes it after its first publication, past or to come. */
  readonly changes: readonly Change[];
  /** When it was corrected, in the order of the article. */
  readonly corrections: readonly CorrectionDate[];
  readonly language: string;
  readonly translations: readonly TranslationName[];
  readonly layout: string;
  readonly draft: boolean;
  readonly noindex: boolean;
  /** Whether an editor gave it its address. */
  readonly hasPermalink: boolean;
  /** Whether it was first published elsewhere. */
  readonly isRepeated: boolean;
  /** Whether only those may read it who pay or sign in. */
  readonly isPaid: boolean;
  /** Whether it has sound of its own to hear, in a file of the site. */
  readonly hasAudio: boolean;
  /** What decides about its state, if it is a live blog. */
  readonly live: LiveTimes | undefined;
  /** The moment from which its own live strip is not printed any more, in milliseconds since 1970. */
  readonly stripUntil: number | undefined;
  /** Changes with what a card shows of it, in a list or in a text. */
  readonly cardFingerprint: string;
  /** Changes with anything of the article. */
  readonly fingerprint: string;
}

/** What of a story's picture decides how it is cut. */
export interface LeadPicture {
  readonly path: string;
  readonly focus: Focus | undefined;
}

/** The entry of an article that has an address. */
export function entryOf(
  article: ArticleRecord,
  {
    url,
    anchors,
    day,
    corrections,
    cardFingerprint,
    fingerprint,
  }: Pick<Entry, 'url' | 'anchors' | 'day' | 'corrections' | 'cardFingerprint' | 'fingerprint'>,
): Entry {
  const { liveStrip, picture } = article;
  return {
    path: article.path,
    url,
    slug: article.slug,
    headline: article.headline.text,
    date: article.date.instant,
    isUndated: article.isUndated ?? false,
    day,
    section: article.section,
    topics: article.topics,
    series: article.series,
    related: article.related,
    credits: article.credits.map(({ role, who, as, place }) => ({ role, who, as, place })),
    references: article.body.references.map(({ kind, target }) => ({ kind, target })),
    anchors,
    media: article.body.media,
    lead: picture && { path: picture.file.path, focus: picture.focus },
    aliases: article.aliases,
    changes: changesOf(article),
    corrections,
    language: article.language,
    translations: article.translations,
    layout: article.layout,
    draft: article.draft,
    noindex: article.noindex,
    hasPermalink: article.permalink !== undefined,
    isRepeated: article.canonical !== undefined,
    isPaid: article.free === false,
    hasAudio: article.audio?.source.kind === 'file',
    live: article.live && liveTimesOf(article.live, article.date),
    stripUntil: liveStrip ? liveStrip.until : undefined,
    cardFingerprint,
    fingerprint,
  };
}

/** The date by which standards judge a story: one whose date cannot be read is as new as can be, so that no `before` excuses it. */
export function judgedAsOf({ date, isUndated }: Pick<Entry, 'date' | 'isUndated'>): number {
  return isUndated ? Number.POSITIVE_INFINITY : date;
}

/** The order of all lists of stories: by their first publication, the newest first; of one moment, by their files. */
export function newestFirst(one: Pick<Entry, 'date' | 'path'>, other: Pick<Entry, 'date' | 'path'>): number {
  return other.date - one.date || (one.path < other.path ? -1 : 1);
}

/**
 * Whether an edition in which one entry of a story stands for another would relate all stories as they are: they differ in
 * nothing but the headline, and in what nothing but cards and the page of the story itself show.
 */
export function relatesAlike(one: Entry, other: Entry): boolean {
  return relationsOf(one) === relationsOf(other);
}

function relationsOf({ headline: _headline, cardFingerprint: _card, fingerprint: _all, ...relations }: Entry): string {
  return JSON.stringify(relations);
}

/** Whether a story may be an episode of the podcast, which has the newest of those. */
export function isHeard({ hasAudio, noindex }: Pick<Entry, 'hasAudio' | 'noindex'>): boolean {
  return hasAudio && !noindex;
}

/** Whether search engines should list a story at its address here. */
export function wantsToBeFound({ noindex, isRepeated }: Pick<Entry, 'noindex' | 'isRepeated'>): boolean {
  return !noindex && !isRepeated;
}

/** The files that a story shows at a moment, in milliseconds since 1970: those of posts under embargo are published with them. */
export function shownMedia({ media, live }: Pick<Entry, 'media' | 'live'>, now: number): readonly string[] {
  if (!live || live.mediaFrom.length === 0) return media;
  const hidden = new Set(live.mediaFrom.flatMap(([path, from]) => (from > now ? [path] : [])));
  return hidden.size === 0 ? media : media.filter((path) => !hidden.has(path));
}
