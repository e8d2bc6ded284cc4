import { CORRECTIONS_URL } from '../domain/correction.ts';
import type { Edition, HeldBack, ResolvedReference, Topic } from '../domain/edition.ts';
import { contributorUrl } from '../domain/contributor-url.ts';
import type { Entry } from '../domain/entry.ts';
import { sectionOf } from '../domain/section-of.ts';
import { liveStateAt } from '../domain/live-blog.ts';
import { liveUpdatesUrl } from '../domain/live-updates-url.ts';
import { shownMedia } from '../domain/shown-media.ts';
import { searchBuckets } from '../domain/search-bucket.ts';
import type { TextPlace } from '../domain/text-place.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { Addresses } from './addresses.ts';
import { checkCorrections } from './check-corrections.ts';
import { claimArchives } from './claim-archives.ts';
import { claimCorrections } from './claim-corrections.ts';
import { claimOwnAddresses } from './claim-own-addresses.ts';
import { claimSeries } from './claim-series.ts';
import { claimSearch } from './claim-search.ts';
import { claimTopics } from './claim-topics.ts';
import { contributorsOf } from './contributors-of.ts';
import { linkParts } from './link-parts.ts';
import { linkRelated } from './link-related.ts';
import { NamedStories } from './named-stories.ts';
import { correctionsOf } from './corrections-of.ts';
import type { Newsroom } from './newsroom.ts';
import { People } from './people.ts';
import { relateFronts } from './fronts.ts';
import { type Destination, type Destinations, resolveReferences } from './references.ts';
import { relateRedirects } from './relate-redirects.ts';
import { PublishedStory } from './published-story.ts';
import { relatedByEditor } from './related-by-editor.ts';
import { relateTranslations } from './relate-translations.ts';
import { languagesOf } from './languages-of.ts';
import { sectionsOf } from './sections-of.ts';
import { seriesOf } from './series-of.ts';
import { storiesByLanguage } from './stories-by-language.ts';
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
  const addresses = new Addresses(findings);
  const people = new People(newsroom.contributors);
  const topics = new Topics();
  // Whatever is named or reported first does not depend on dates.
  const all = [...newsroom.entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((entry) => {
      const section = sectionOf(entry, site);
      const credits = people.resolve(entry, { findings, recordOf });
      const live = entry.live && liveStateAt(entry.live, moment.now);
      return new PublishedStory(entry, { section, topics: topicsIn(entry, topics), credits, live }, recordOf);
    });
  const heldBack = new Map<PublishedStory, HeldBack>();
  for (const story of all) {
    const held = holdBack(story.entry, moment);
    if (held) heldBack.set(story, held);
  }
  const stories = all.filter((story) => !heldBack.has(story));
  // Stories under embargo are checked too: their build at midnight must not fail.
  const checked = all.filter(({ entry: { draft } }) => !draft || moment.withDrafts);
  const embargoed = checked.filter((story) => heldBack.has(story));

  claimOwnAddresses(newsroom, addresses);
  for (const { url, entry } of checked) addresses.claim(url, { path: entry.path, at: WHOLE_FILE, what: 'this story' });
  for (const { url, entry } of checked) {
    if (!entry.live) continue;
    addresses.claim(liveUpdatesUrl(url), { path: entry.path, at: WHOLE_FILE, what: 'the updates of this story' });
  }
  claimTopics(stories, addresses);
  claimSeries(site, stories, addresses);
  const hasOwnCorrections = addresses.has(CORRECTIONS_URL);
  const datesToCome = [
    ...claimArchives(newsroom, { published: stories, embargoed }, addresses),
    ...(hasOwnCorrections ? [] : claimCorrections({ published: stories, embargoed }, addresses)),
  ];
  const heldBackUrls = new Set<string>([...[...heldBack.keys()].map(({ url }) => url), ...datesToCome]);
  const aliases = checked.flatMap((story) => {
    if (story.entry.aliases.length === 0) return [];
    const redirected = addresses.claimAliases(story.entry);
    if (!heldBack.has(story)) return redirected;
    for (const { from } of redirected) heldBackUrls.add(from);
    return [];
  });
  const destinations = destinationsOf(newsroom, { all, heldBack, heldBackUrls, addresses });
  const { redirects, unpublished } = relateRedirects(
    { written: newsroom.redirects, aliases, addresses, destinations },
    findings,
  );
  for (const url of unpublished) heldBackUrls.add(url);

  const placeOf =
    (path: string) =>
    (index: number): TextPlace | undefined =>
      recordOf(path).body.references[index]?.place;
  const resolve = ({ path, references, live }: Entry, needed: Set<string>): readonly ResolvedReference[] => {
    if (references.length === 0) return NO_REFERENCES;
    const hidden = new Set(live?.referencesFrom.flatMap(([index, from]) => (from > moment.now ? [index] : [])));
    const isHidden = (index: number): boolean => hidden.has(index);
    const text = { path, references, placeOf: placeOf(path), isHidden };
    return resolveReferences(text, destinations, { findings, files: needed });
  };
  relateTranslations(
    { all, isHeldBack: (story) => heldBack.has(story), withDrafts: moment.withDrafts },
    site,
    findings,
  );
  for (const story of stories) story.references = resolve(story.entry, files);
  // Those that are held back are resolved for their findings only; their files are not published before they are.
  for (const story of heldBack.keys()) resolve(story.entry, new Set());
  for (const { entry } of stories) for (const path of shownMedia(entry, moment.now)) files.add(path);
  for (const { media } of newsroom.contributors) for (const path of media) files.add(path);
  stories.sort(newestFirst);
  const held = [...heldBack.values()].sort(latestFirst);
  const names = new NamedStories({ stories, heldBack: held });
  const storiesIn = storiesByLanguage(stories, site);
  const mainStories = storiesIn(site.language);
  const languages = languagesOf(site, storiesIn);
  const sectionLists = sectionsOf(site, mainStories);
  const topicLists = topicsOfStories(stories);
  const ofFronts = {
    site,
    now: moment.now,
    stories,
    heldBack: held,
    sections: sectionLists,
    languages,
    topics: topicLists,
  };
  const curated = relateFronts(newsroom.fronts, ofFronts, names);
  findings.push(...curated.findings);
  linkParts(site, stories);
  linkRelated(stories, ({ entry }) => relatedByEditor(entry, names, findings));
  // Those that are held back are looked at for their findings only.
  for (const { entry } of heldBack.keys()) relatedByEditor(entry, names, findings);
  checkCorrections(stories, { now: moment.now, site }, findings);
  const buckets = site.search ? searchBuckets(stories) : [];
  claimSearch(buckets, addresses);

  return {
    edition: {
      site,
      now: moment.now,
      stories,
      mainStories,
      sections: sectionLists,
      languages,
      contributors: contributorsOf(newsroom, stories),
      topics: topicLists,
      series: seriesOf(site, stories),
      years: yearsOf(stories),
      fronts: curated.fronts,
      hasArchive: stories.length > 0,
      hasContributors: newsroom.contributors.length > 0,
      searchBuckets: buckets,
      redirects,
      heldBack: held,
      corrections: hasOwnCorrections ? undefined : correctionsOf(stories, moment.now),
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
  if (texts.length === 0) return NO_TOPICS;
  const found: Topic[] = [];
  for (const text of texts) {
    const topic = topics.get(text);
    if (topic && !found.includes(topic)) found.push(topic);
  }
  return found;
}

const NO_TOPICS: readonly Topic[] = [];
const NO_REFERENCES: readonly ResolvedReference[] = [];

function newestFirst({ entry: a }: PublishedStory, { entry: b }: PublishedStory): number {
  return b.date - a.date || (a.path < b.path ? -1 : 1);
}

function latestFirst(a: HeldBack, b: HeldBack): number {
  return b.date - a.date || (a.path < b.path ? -1 : 1);
}

function holdBack({ path, slug, headline, draft, date }: Entry, moment: Publication): HeldBack | undefined {
  const story = { path, slug, headline, date };
  if (draft && !moment.withDrafts) return { ...story, reason: 'draft', until: undefined };
  return date > moment.now ? { ...story, reason: 'embargo', until: date } : undefined;
}

function destinationsOf(
  { contributors, ownPages, media }: Newsroom,
  {
    all,
    heldBack,
    heldBackUrls,
    addresses,
  }: {
    /** In the order of their files. */
    readonly all: readonly PublishedStory[];
    readonly heldBack: ReadonlyMap<PublishedStory, HeldBack>;
    /** Addresses at which nothing is published yet. */
    readonly heldBackUrls: ReadonlySet<string>;
    readonly addresses: Addresses;
  },
): Destinations {
  const destinationOf = (story: PublishedStory): Destination => ({
    path: story.entry.path,
    published: heldBack.has(story) ? undefined : story,
  });
  const storiesByPath = once(() => new Map(all.map((story) => [story.entry.path, destinationOf(story)])));
  const storiesBySlug = once(
    () => new Map([...newestBySlug(all)].map(([slug, story]) => [slug, destinationOf(story)])),
  );
  return {
    // Asked for only where there is a reference.
    get storiesByPath() {
      return storiesByPath();
    },
    get storiesBySlug() {
      return storiesBySlug();
    },
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
function newestBySlug(stories: readonly PublishedStory[]): ReadonlyMap<string, PublishedStory> {
  const newest = new Map<string, PublishedStory>();
  for (const story of stories) {
    const { slug, date } = story.entry;
    const known = newest.get(slug);
    if (!known || known.entry.date < date) newest.set(slug, story);
  }
  return newest;
}

/** A value that is made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
