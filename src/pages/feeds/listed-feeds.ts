import { allStoriesOf, type StoryList } from '../../domain/lists/lists.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat, feedUrl, feedUrls } from '../../domain/feeds.ts';
import { lastChange } from '../../domain/story/changes.ts';
import { type RelatedStory, relationsOf } from '../../domain/story/story.ts';
import type { Site } from '../../domain/site/site.ts';
import { siteIn } from '../../domain/languages.ts';
import { fingerprintOf } from '../../plan/fingerprint.ts';
import { type FeedEntrySubject, type FeedHeading, feedIds, FeedList } from './feed-list.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import { type Claim, claimOfSite, withWhat } from '../../diagnostics/claim.ts';
import { heldLists } from '../lists/list-holders.ts';
import type { FeedEntry, PartlyPrintedFeed } from '../../formats/feeds/feed.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type Materials, materialsIn } from '../surroundings.ts';
import { makeChannel } from './feed-channel.ts';
import { makeFeedEntry } from './feed-entry.ts';
import type { ListOfPrinted, PrintedEntry } from './printed-entry.ts';

/**
 * The most stories in a feed. Readers ask every hour, aggregators more often: what is older than the newest twenty was
 * fetched long ago, and every list is in three files that hold each of its stories in full.
 */
const MOST_ENTRIES = 20;

/** The feeds of the site as a whole. */
export const siteFeed: PageKind<FeedSubject, PartlyPrintedFeed> = {
  list: listSiteFeeds,
  urlOf: ownUrl,
  layout: ({ format }) => format,
  make: makeFeed,
  sitemap: { none: 'feeds are for programs that look for news' },
  // Those in further languages go with the fronts there.
  claims: {
    needed: ({ site }) => FEED_FORMATS.map((format) => claimOfSite(feedUrl(site.home, format), FEEDS[format].ofSite)),
  },
  everyShard: true,
  changesAt: noMoments,
  navigation: {
    ...{ place: 'footer', order: 4, label: 'feed' },
    urlsOf: ({ site }) => Object.fromEntries([site, ...site.languages].map(({ home }) => [home, feedUrl(home, 'rss')])),
  },
};

/** The feeds of every list. */
export const listFeed: PageKind<FeedSubject, PartlyPrintedFeed> = {
  list: listListFeeds,
  urlOf: ownUrl,
  layout: ({ format }) => format,
  make: makeFeed,
  sitemap: { none: 'feeds are for programs that look for news' },
  claims: { follows: claimListFeeds },
  everyShard: false,
  changesAt: noMoments,
  navigation: undefined,
};

/** The feeds of the site in its main language, and in each of its others: its newest stories. */
function listSiteFeeds(edition: Edition): readonly FeedSubject[] {
  const { site, mainStories, languages } = edition;
  const main = { heading: headingOf(site), stories: mainStories };
  const others = languages.map((list) => ({
    heading: headingOf(siteIn(list.language, site)),
    stories: allStoriesOf(list),
  }));
  return feedsOf([main, ...others], edition);
}

function headingOf({ home, description, language }: Site): FeedHeading {
  return { url: home, name: undefined, description, language };
}

/** The feeds of every list: its newest stories. */
function listListFeeds(edition: Edition): readonly FeedSubject[] {
  const { languages, topics, contributors, series } = edition;
  const sections = [...edition.sections, ...languages.flatMap((list) => list.sections)];
  const lists = [
    ...sections.map((list) => fed(list, { ...list.section, name: list.section.title, language: list.language })),
    ...topics.map((list) => fed(list, { name: list.topic.name })),
    ...contributors.map((list) => fed(list, { name: list.contributor.name, description: list.contributor.role })),
    ...series.map((list) => fed(list, { ...list.series, name: list.series.title })),
  ];
  return feedsOf(lists, edition);
}

function* claimListFeeds(edition: EditionToBe): Generator<Claim> {
  for (const { list, holderOf } of heldLists(edition)) {
    const ofFeed = withWhat(holderOf, (what) => `a feed of ${what}`);
    for (const url of feedUrls(list.url)) yield { url, holderOf: ofFeed };
  }
}

interface Fed {
  readonly heading: FeedHeading;
  /** Newest first. */
  readonly stories: Iterable<RelatedStory>;
}

function fed(
  list: StoryList,
  { name, description, language }: Pick<FeedHeading, 'name'> & Partial<Pick<FeedHeading, 'description' | 'language'>>,
): Fed {
  return { heading: { url: list.url, name, description, language }, stories: allStoriesOf(list) };
}

/** Every format of each list. */
function feedsOf(lists: readonly Fed[], edition: Edition): readonly FeedSubject[] {
  const entryOf = feedEntries(edition);
  const subjects: FeedSubject[] = [];
  for (const { heading, stories } of lists) {
    const newest: FeedEntrySubject[] = [];
    for (const story of stories) {
      // Stories that ask not to be indexed stay out.
      if (story.entry.noindex) continue;
      newest.push(entryOf(story));
      if (newest.length === MOST_ENTRIES) break;
    }
    const list = new FeedList(heading, newest);
    for (const format of FEED_FORMATS) subjects.push({ url: feedUrl(heading.url, format), format, list });
  }
  return subjects;
}

const makers = new WeakMap<Edition, (story: RelatedStory) => FeedEntrySubject>();

/** Gives each story of an edition the one object that it is in all feeds. */
function feedEntries(edition: Edition): (story: RelatedStory) => FeedEntrySubject {
  const known = makers.get(edition);
  if (known) return known;
  const idOf = feedIds(edition);
  const made = new Map<RelatedStory, FeedEntrySubject>();
  const maker = (story: RelatedStory): FeedEntrySubject => {
    const entry = made.get(story) ?? feedEntry(story, { id: idOf(story), now: edition.now });
    made.set(story, entry);
    return entry;
  };
  makers.set(edition, maker);
  return maker;
}

function feedEntry(
  story: RelatedStory,
  { id, now }: { readonly id: string | undefined; readonly now: number },
): FeedEntrySubject {
  const { entry, live } = story;
  const relations = relationsOf(story);
  const updated = lastChange(entry, now)?.instant ?? entry.date;
  const shown = JSON.stringify([id, relations, updated, live]);
  return {
    story,
    id,
    ...relations,
    updated,
    fingerprint: fingerprintOf(`${entry.fingerprint} ${shown}`),
  };
}

/** How long a feed gets before it ends with fewer stories, in bytes of their texts: some aggregators take no more. */
const MOST_BYTES = 500_000;

/** What a feed is made of. */
export interface FeedSubject {
  readonly url: UrlPath;
  readonly format: FeedFormat;
  /** Of stories, or of their entries where these were printed before. */
  readonly list: FeedList['whole'] | ListOfPrinted;
}

/** Makes a feed: stories in full. */
function makeFeed({ url, format, list }: FeedSubject, materials: Materials): PartlyPrintedFeed {
  const { heading } = list;
  const { site } = materialsIn(heading.language, materials);
  const entries: (FeedEntry | Uint8Array)[] = [];
  let bytes = 0;
  let updated: number | undefined;
  for (const entry of entriesOf(list, format, materials)) {
    bytes += entry.bytes;
    if (entries.length > 0 && bytes > MOST_BYTES) break;
    entries.push(entry.entry);
    updated = Math.max(entry.updated, updated ?? entry.updated);
  }
  const title = heading.name === undefined ? site.title : `${heading.name} – ${site.title}`;
  const { description, url: front } = heading;
  return { ...makeChannel({ title, description, front, url, updated }, site), entries };
}

interface EntryToAdd extends Pick<PrintedEntry, 'updated' | 'bytes'> {
  readonly entry: FeedEntry | Uint8Array;
}

/** The entries of a list, each made when it is asked for. */
function* entriesOf(list: FeedSubject['list'], format: FeedFormat, materials: Materials): Generator<EntryToAdd> {
  if (list.kind === 'to-print') {
    for (const subject of list.entries) {
      const entry = makeFeedEntry(subject, materials);
      yield { entry, updated: entry.updated.instant, bytes: entry.bytes };
    }
    return;
  }
  const { printedEntry } = materials;
  if (!printedEntry) throw new Error('An entry was printed where nobody can read it');
  for (const printed of list.entries) yield { ...printed, entry: printedEntry(printed, format) };
}
