import type { Edition, HeldBack, ResolvedReference, Topic } from '../domain/edition.ts';
import type { Entry } from '../domain/entry.ts';
import type { TextPlace } from '../domain/text-place.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { Addresses } from './addresses.ts';
import { claimArchives } from './claim-archives.ts';
import { claimOwnAddresses } from './claim-own-addresses.ts';
import { claimTopics } from './claim-topics.ts';
import { contributorsOf } from './contributors-of.ts';
import type { Newsroom } from './newsroom.ts';
import { contributorUrl, People } from './people.ts';
import { type Destination, type Destinations, resolveReferences } from './references.ts';
import { PublishedStory } from './published-story.ts';
import { sectionsOf } from './sections-of.ts';
import { Topics } from './topics.ts';
import { topicsOfStories } from './topics-of-stories.ts';
import { yearsOf } from './years-of.ts';

/** When to publish, and what beside the finished stories. */
export interface Publication {
  /** Milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
}

/** Everything that a newsroom publishes at one moment, and what is wrong between its files. */
export function relateEdition(
  newsroom: Newsroom,
  moment: Publication,
): { readonly edition: Edition; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const files = new Set<string>();
  const { site, recordOf } = newsroom;
  // Whatever is named or reported first does not depend on dates.
  const entries = [...newsroom.entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const heldBack = new Map(entries.flatMap((entry) => holdBack(entry, moment) ?? []).map((held) => [held.path, held]));
  const published = entries.filter(({ path }) => !heldBack.has(path));
  // Stories under embargo are checked too: their build at midnight must not fail.
  const checked = entries.filter(({ draft }) => !draft || moment.withDrafts);
  const embargoed = checked.filter(({ path }) => heldBack.has(path));

  const addresses = new Addresses(findings);
  claimOwnAddresses(newsroom, addresses);
  for (const { url, path } of checked) addresses.claim(url, { path, at: WHOLE_FILE, what: 'this story' });
  const people = new People(newsroom.contributors);
  const topics = new Topics();
  const topicsOf = new Map(entries.map((entry) => [entry.path, topicsIn(entry, topics)]));
  const creditsOf = new Map(entries.map((entry) => [entry.path, people.resolve(entry, { findings, recordOf })]));
  claimTopics(published, topicsOf, addresses);
  const datesToCome = claimArchives(newsroom, { published, embargoed, topicsOf, creditsOf }, addresses);
  const redirects = checked.flatMap((entry) => {
    const redirected = addresses.claimAliases(entry);
    return heldBack.has(entry.path) ? [] : redirected;
  });

  const sections = new Map(site.sections.map((section) => [section.id, section]));
  const stories = published.map(
    (entry) =>
      new PublishedStory(
        entry,
        {
          section: entry.section && sections.get(entry.section),
          topics: topicsOf.get(entry.path) ?? [],
          credits: creditsOf.get(entry.path) ?? [],
        },
        recordOf,
      ),
  );
  const destinations = destinationsOf(newsroom, { entries, stories, datesToCome, addresses });
  const placeOf =
    (path: string) =>
    (index: number): TextPlace | undefined =>
      recordOf(path).body.references[index]?.place;
  const resolve = ({ path, references }: Entry, needed: Set<string>): readonly ResolvedReference[] =>
    references.length === 0
      ? NO_REFERENCES
      : resolveReferences({ path, references, placeOf: placeOf(path) }, destinations, { findings, files: needed });
  for (const story of stories) story.references = resolve(story.entry, files);
  // Those that are held back are resolved for their findings only; their files are not published before they are.
  for (const entry of entries) if (heldBack.has(entry.path)) resolve(entry, new Set());
  for (const { media } of [...published, ...newsroom.contributors]) for (const path of media) files.add(path);
  stories.sort(newestFirst);

  return {
    edition: {
      site,
      now: moment.now,
      stories,
      sections: sectionsOf(newsroom, stories),
      contributors: contributorsOf(newsroom, stories),
      topics: topicsOfStories(stories),
      years: yearsOf(site, stories),
      hasArchive: stories.length > 0,
      redirects,
      heldBack: [...heldBack.values()].sort(latestFirst),
      ownPages: newsroom.ownPages.map(({ path, url, noindex, language, body }) => {
        for (const media of body?.media ?? []) files.add(media);
        const text = {
          path,
          references: body?.references ?? [],
          placeOf: (index: number) => body?.references[index]?.place,
        };
        const references = resolveReferences(text, destinations, { findings, files });
        return { path, url, noindex, language, text: body && { html: body.html, references } };
      }),
      files: [...files].sort(),
    },
    findings,
  };
}

/** Each topic once, however it is spelt. */
function topicsIn({ topics: texts }: Entry, topics: Topics): readonly Topic[] {
  return texts.length === 0 ? NO_TOPICS : [...new Set(texts.flatMap((text) => topics.get(text) ?? []))];
}

const NO_TOPICS: readonly Topic[] = [];
const NO_REFERENCES: readonly ResolvedReference[] = [];

function newestFirst({ entry: a }: PublishedStory, { entry: b }: PublishedStory): number {
  return b.date - a.date || (a.path < b.path ? -1 : 1);
}

function latestFirst(a: HeldBack, b: HeldBack): number {
  return b.date - a.date || (a.path < b.path ? -1 : 1);
}

function holdBack({ path, headline, draft, date }: Entry, moment: Publication): HeldBack | undefined {
  const story = { path, headline, date };
  if (draft && !moment.withDrafts) return { ...story, reason: 'draft', until: undefined };
  return date > moment.now ? { ...story, reason: 'embargo', until: date } : undefined;
}

function destinationsOf(
  { contributors, ownPages, media }: Newsroom,
  {
    entries,
    stories,
    datesToCome,
    addresses,
  }: {
    /** In the order of their files. */
    readonly entries: readonly Entry[];
    readonly stories: readonly PublishedStory[];
    readonly datesToCome: readonly UrlPath[];
    readonly addresses: Addresses;
  },
): Destinations {
  const byPath = new Map(stories.map((story) => [story.entry.path, story]));
  const destinations = entries.map(({ path }): Destination => ({ path, published: byPath.get(path) }));
  const heldBack = entries.filter(({ path }) => !byPath.has(path));
  const heldBackUrls = new Set<string>([...heldBack.map(({ url }) => url), ...datesToCome]);
  return {
    storiesByPath: new Map(destinations.map((destination) => [destination.path, destination])),
    storiesBySlug: bySlug(entries, destinations),
    pagesByPath: new Map([
      ...contributors.map((contributor) => [contributor.path, contributorUrl(contributor)] as const),
      ...ownPages.flatMap(({ path, url }) => (url === undefined ? [] : [[path, url] as const])),
    ]),
    // Asked for only where a link is broken.
    get urls() {
      return addresses.urls.filter((url) => !heldBackUrls.has(url));
    },
    hasUrl: (url) => addresses.has(url) && !heldBackUrls.has(url),
    heldBackUrls,
    media,
    hasUnknownUrls: ownPages.some(({ url }) => url === undefined),
  };
}

/** The newest of several stories with one slug. */
function bySlug(
  entries: readonly Entry[],
  destinations: readonly Destination[],
): ReadonlyMap<string, Destination> {
  const found = new Map<string, { readonly date: number; readonly destination: Destination }>();
  entries.forEach(({ slug, date }, index) => {
    const destination = destinations[index];
    if (destination && (found.get(slug)?.date ?? Number.NEGATIVE_INFINITY) < date) found.set(slug, { date, destination });
  });
  return new Map([...found].map(([slug, { destination }]) => [slug, destination]));
}
