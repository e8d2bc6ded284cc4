import type { CreditedPerson } from './contributors.ts';
import type { CorrectionList } from './corrections/correction-list.ts';
import type { CuratedFront } from './fronts.ts';
import type { OwnPage } from './site/own-pages.ts';
import type { ShownPicture } from './media/shown-pictures.ts';
import type { LostAddress } from './site/permanent-addresses.ts';
import type { RedirectPattern } from './redirects/patterns.ts';
import type { Redirect, WithdrawnAddress } from './redirects/redirects.ts';
import type { RelatedStory, ResolvedText } from './story/story.ts';
import type { Site } from './site/site.ts';
import type { SiteSearch } from './search/buckets.ts';
import type { Slug, UrlPath } from './addresses.ts';
import type {
  ContributorStories,
  LanguageStories,
  SectionStories,
  SeriesStories,
  TopicStories,
  YearStories,
} from './lists/lists.ts';
import { wantsToBeFound } from './story/entry.ts';

/** What an edition has that pages get addresses by. */
export interface EditionParts {
  readonly site: Site;
  /** With the main stories, in the order of `site.yaml`. */
  readonly sections: readonly SectionStories[];
  /** The further languages that the site has fronts in, in the order of `site.yaml`. */
  readonly languages: readonly LanguageStories[];
  /** By name, in the site's alphabet. */
  readonly contributors: readonly ContributorStories[];
  /** What stories know of them, in the order of their files. */
  readonly people: readonly CreditedPerson[];
  /** By address. */
  readonly topics: readonly TopicStories[];
  /** By id. */
  readonly series: readonly SeriesStories[];
  /** What readers search, in each language that has a front and a story to be found; nothing where the site has no search. */
  readonly searches: readonly SiteSearch[];
}

/** Everything that is published at one moment, its references resolved. */
export interface Edition extends EditionParts {
  /** The moment of publication, in milliseconds since 1970. */
  readonly now: number;
  /** Newest first. */
  readonly stories: readonly RelatedStory[];
  /** Those in the main language of the site, and in languages that it has no front in. Newest first. */
  readonly mainStories: readonly RelatedStory[];
  /** By the day of their first publication, in the site's zone; the newest year first. */
  readonly years: readonly YearStories[];
  /** What editors put on fronts, by the name of the front: `home`, or the id of a section. */
  readonly fronts: ReadonlyMap<string, CuratedFront>;
  /** By their old addresses; none leads to another. */
  readonly redirects: readonly Redirect[];
  /** Old addresses that stand for many, in the order in which they count. */
  readonly redirectPatterns: readonly RedirectPattern[];
  /** Addresses whose pages were taken down for good, in their order. */
  readonly withdrawn: readonly WithdrawnAddress[];
  /** Unless the newsroom has something of its own at the address of their page. */
  readonly corrections: CorrectionList | undefined;
  /** Addresses of `addresses.txt` at which there is nothing any more, in the order of their lines. */
  readonly lostAddresses: readonly LostAddress[];
  readonly heldBack: readonly HeldBack[];
  /** Ordinary pages that `content/pages/` brings itself. */
  readonly ownPages: readonly OwnPage[];
  /** The texts of content files that are pages, by their paths, with what their references lead to. */
  readonly pageTexts: ReadonlyMap<string, ResolvedText>;
  /** Pages of `content/pages/` that are not in this edition. */
  readonly heldBackPages: readonly HeldBackPage[];
  /** Paths of the files of `content/public/`, which are copied to the root as they are. */
  readonly publicFiles: readonly string[];
  /** Paths of the files that are published as they are because something shows or links to them, see {@link publishedFiles}. */
  readonly files: readonly string[];
  /** The pictures that are shown, by their paths: smaller files are made of them. */
  readonly pictures: ReadonlyMap<string, ShownPicture>;
}

/** A page of `content/pages/` that is not in this edition, and why. */
export interface HeldBackPage extends Omit<HeldBack, 'slug' | 'date'> {
  /** Its title, or its path where it says none. */
  readonly headline: string;
  /** The address that it would have; `undefined` where it has none, or only Eleventy can compute it. */
  readonly url: UrlPath | undefined;
}

/** An edition whose addresses are being given away: what decides which there are, and whose. */
export interface EditionToBe extends EditionParts {
  /** The stories of the edition, in the order of their files. */
  readonly published: readonly RelatedStory[];
  /** Those that will be published, in the same order: the build at midnight must not fail. */
  readonly embargoed: readonly RelatedStory[];
  /** Both of these. */
  readonly checked: readonly RelatedStory[];
  readonly ownPages: readonly Pick<OwnPage, 'url'>[];
  readonly publicFiles: readonly string[];
  readonly corrections: CorrectionList;
  /** Whether somebody has an address by now. */
  readonly isTaken: (url: UrlPath) => boolean;
}

/** A story that is not in this edition, and why. */
export interface HeldBack {
  readonly path: string;
  readonly slug: Slug;
  readonly headline: string;
  /** Of its publication, in milliseconds since 1970. */
  readonly date: number;
  /** `errors` where drafts, or all stories, are published but for those that have errors. */
  readonly reason: 'draft' | 'embargo' | 'errors';
  /** For an embargo: when it ends, in milliseconds since 1970. */
  readonly until: number | undefined;
}

/** How long a story is news to aggregators, in milliseconds: two days after its first publication. */
export const NEWS_AGE = 172_800_000;

/** The stories of the last two days that want to be found, newest first. */
export function recentNews({ stories, now }: Pick<Edition, 'stories' | 'now'>): readonly RelatedStory[] {
  const news: RelatedStory[] = [];
  for (const story of stories) {
    if (story.entry.date <= now - NEWS_AGE) break;
    if (wantsToBeFound(story.entry)) news.push(story);
  }
  return news;
}
