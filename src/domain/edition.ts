import type { ArticleRecord } from './article.ts';
import type { CorrectionList } from './correction.ts';
import type { Contributor } from './contributor.ts';
import type { CreditRole } from './credit.ts';
import type { CuratedFront } from './curated-front.ts';
import type { Entry } from './entry.ts';
import type { Html } from './html.ts';
import type { Redirect } from './redirect.ts';
import type { Series } from './series.ts';
import type { LiveState } from './live-blog.ts';
import type { SearchBucket } from './search-bucket.ts';
import type { Section, Site } from './site.ts';
import type { Slug } from './slug.ts';
import type { UrlPath } from './url-path.ts';

/** Everything that is published at one moment, its references resolved. */
export interface Edition {
  readonly site: Site;
  /** The moment of publication, in milliseconds since 1970. */
  readonly now: number;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
  /** Those in the main language of the site, and in languages that it has no front in. Newest first. */
  readonly mainStories: readonly RelatedStory[];
  /** With the main stories, in the order of `site.yaml`. */
  readonly sections: readonly SectionStories[];
  /** The further languages that the site has fronts in, in the order of `site.yaml`. */
  readonly languages: readonly LanguageStories[];
  /** By name, in the site's alphabet. */
  readonly contributors: readonly ContributorStories[];
  /** By address. */
  readonly topics: readonly TopicStories[];
  /** By id. */
  readonly series: readonly SeriesStories[];
  /** By the day of their first publication, in the site's zone; the newest year first. */
  readonly years: readonly YearStories[];
  /** What editors put on fronts, by the name of the front: `home`, or the id of a section. */
  readonly fronts: ReadonlyMap<string, CuratedFront>;
  /** Whether there is an archive by date; without a story there is none. */
  readonly hasArchive: boolean;
  /** Whether somebody has a page: then there is one of all, too. */
  readonly hasContributors: boolean;
  /** What is searched, the oldest first; nothing where the site has no search. */
  readonly searchBuckets: readonly SearchBucket[];
  /** By their old addresses; none leads to another. */
  readonly redirects: readonly Redirect[];
  /** Unless the newsroom has something of its own at the address of their page. */
  readonly corrections: CorrectionList | undefined;
  readonly heldBack: readonly HeldBack[];
  /** Ordinary pages that `content/pages/` brings itself. */
  readonly ownPages: readonly OwnPage[];
  /** Paths of the files beside stories that they show or link to; all of `content/media/` is published anyway. */
  readonly files: readonly string[];
}

/** An article that is published, as lists show it. */
export interface Story {
  readonly url: UrlPath;
  readonly section: Section | undefined;
  /** The state of a live blog at the moment of publication. */
  readonly live?: LiveState | undefined;
  /** Looked up when it is asked for. */
  readonly article: ArticleRecord;
}

/** A story of an edition, with what it refers to. */
export interface RelatedStory extends Story {
  readonly entry: Entry;
  readonly topics: readonly Topic[];
  readonly credits: readonly ResolvedCredit[];
  /** What the references of the article's body lead to, in their order. */
  readonly references: readonly ResolvedReference[];
  /** Its place in the series that it is a part of. */
  readonly part: SeriesPart | undefined;
  /** Those to be read after it. */
  readonly related: readonly RelatedStory[];
  /** Where the same story is published in other languages. */
  readonly translations: Translations | undefined;
  /** As JSON it is what changes with what lists show of it, and with the state of a live blog. */
  toJSON(): string;
}

/** What a link or a card in a story's text leads to. */
export type ResolvedReference =
  | { readonly kind: 'page'; readonly url: UrlPath; readonly fragment: string }
  | { readonly kind: 'file'; readonly url: UrlPath }
  | { readonly kind: 'story'; readonly story: Story }
  /** Something that is not published, or not there. */
  | { readonly kind: 'nowhere' };

/** A story in all languages in which it is published. */
export interface Translations {
  /** Address of the oldest. schema.org: `translationOfWork`. */
  readonly original: UrlPath;
  /** The one for readers of any other language first. */
  readonly stories: readonly { readonly language: string; readonly url: UrlPath }[];
}

/** What a story is about. schema.org: `keywords`. */
export interface Topic {
  readonly name: string;
  readonly url: UrlPath;
}

/** A story's place in a series. It does not say how many parts there are, which would change each with every new one. */
export interface SeriesPart {
  readonly series: Pick<Series, 'title'> & { readonly url: UrlPath };
  /** Counted from the oldest part in the story's language, from 1. */
  readonly number: number;
  readonly earlier: RelatedStory | undefined;
  readonly later: RelatedStory | undefined;
}

/** A credit whose person is known: someone with a page, or a name to print. */
export interface ResolvedCredit {
  readonly role: CreditRole;
  readonly name: string;
  readonly url: UrlPath | undefined;
  readonly place: string | undefined;
}

/**
 * A list of stories: the newest on its front, all others on the pages of its archive, see {@link closedPages}. No list has
 * a total: it would change every page of its archive.
 */
export interface StoryList {
  /** Of the front. */
  readonly url: UrlPath;
  /** Those on the front, newest first. */
  readonly stories: readonly RelatedStory[];
  /** The page with the oldest stories first. */
  readonly archive: readonly ArchivePage[];
}

/** A page of a list's archive. It is full, and no later story changes it. */
export interface ArchivePage {
  readonly url: UrlPath;
  /** Counted from the oldest, from 1. */
  readonly number: number;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
}

export interface SectionStories extends StoryList {
  /** As it is called in the language. */
  readonly section: Section;
  /** BCP 47: a language that the site has a front in. */
  readonly language: string;
}

/** A further language of the site with its stories, all of them and by section. */
export interface LanguageStories extends StoryList {
  /** BCP 47. */
  readonly language: string;
  readonly sections: readonly SectionStories[];
}

export interface ContributorStories extends StoryList {
  readonly contributor: Contributor;
}

export interface TopicStories extends StoryList {
  readonly topic: Topic;
}

export interface SeriesStories extends StoryList {
  readonly series: Series;
}

/** A year in which stories were published. */
export interface YearStories {
  /** `2026`: four digits. */
  readonly date: string;
  readonly url: UrlPath;
  /** In the order of the calendar; those with stories only. */
  readonly months: readonly MonthStories[];
}

/** A month in which stories were published. */
export interface MonthStories {
  /** `2026-11`. */
  readonly date: string;
  readonly url: UrlPath;
  /** In the order of the calendar; those with stories only. */
  readonly days: readonly DayStories[];
}

/** A day on which stories were published. */
export interface DayStories {
  /** `2026-11-23`. */
  readonly date: string;
  readonly url: UrlPath;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
}

/** A story that is not in this edition, and why. */
export interface HeldBack {
  readonly path: string;
  readonly slug: Slug;
  readonly headline: string;
  /** Of its publication, in milliseconds since 1970. */
  readonly date: number;
  readonly reason: 'draft' | 'embargo';
  /** For an embargo: when it ends, in milliseconds since 1970. */
  readonly until: number | undefined;
}

/** A page that an Eleventy template of `content/pages/` makes. */
export interface OwnPage {
  readonly path: string;
  /** Its address, unless only Eleventy can compute it. */
  readonly url: UrlPath | undefined;
  readonly noindex: boolean;
  /** BCP 47. */
  readonly language: string;
  /** The text of a Markdown page, with what its references lead to. */
  readonly text: { readonly html: Html; readonly references: readonly ResolvedReference[] } | undefined;
}
