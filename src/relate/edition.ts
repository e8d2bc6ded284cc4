import type { Edition, EditionParts } from '../domain/edition.ts';
import { contentPages } from '../domain/content/content-kinds.ts';
import { RelatedStory, type ResolvedReference, type ResolvedText } from '../domain/story/story.ts';
import { type Entry, newestFirst, shownMedia } from '../domain/story/entry.ts';
import { creditedPerson } from '../domain/contributors.ts';
import { liveStateAt } from '../domain/live-blog.ts';
import { sectionOf, storiesByLanguage } from '../domain/languages.ts';
import { ShownPictures } from '../domain/media/shown-pictures.ts';
import type { OwnPage } from '../domain/site/own-pages.ts';
import type { PageText } from '../domain/story/article.ts';
import type { Claims } from '../diagnostics/claim.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { Addresses } from './addresses/addresses.ts';
import { checkChanges, correctionsOf } from './corrections.ts';
import { claimAddresses, claimFiles } from './addresses/claim-addresses.ts';
import { describeLost, findLostAddresses } from './addresses/lost-addresses.ts';
import { checkDefaultFolders } from './defaults.ts';
import { checkEndedStrip } from './ended.ts';
import { addressesHeldBack, findUnusedMedia, heldBackPage, sortOwnPages, withoutLinksTo } from './own-pages.ts';
import { searchesOf } from './search.ts';
import { destinationsOf } from './story/destinations.ts';
import { relateFronts } from './fronts/fronts.ts';
import { localPages } from './languages/local-pages.ts';
import { linkParts } from './lists/series.ts';
import { linkRelated, relatedByEditor } from './story/related.ts';
import { NamedStories } from './story/named-stories.ts';
import type { EditionOptions, Newsroom } from './newsroom.ts';
import { People } from './contributors.ts';
import { type ReferringText, resolveReferences } from './story/references.ts';
import { withoutClashes } from './redirects/patterns.ts';
import { relateRedirects } from './redirects/redirects.ts';
import { checkSiteLinks } from './site-links.ts';
import { relateTranslations } from './languages/translations.ts';
import { sortStories } from './story/sorted-stories.ts';
import { storyLists } from './lists/story-lists.ts';
import { NamedTopics } from './lists/named-topics.ts';
import { yearsOf } from './dates.ts';

/**
 * Everything that a newsroom publishes at one moment, and what is wrong between its files. `claims` claim the addresses of the
 * pages that there will be.
 */
export function relateEdition(
  given: Newsroom,
  options: EditionOptions,
  claims: readonly Claims[],
): { readonly edition: Edition; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const files = new Set<string>();
  const own = sortOwnPages(given.ownPages, options);
  const ownHeldBack = addressesHeldBack(own);
  const main = withoutLinksTo(ownHeldBack, given.site);
  const { site, alternatesOf } = localPages({ site: main, ownPages: own.published });
  const newsroom = { ...given, site, ownPages: own.published };
  const { now } = options;
  const people = newsroom.contributors.map(creditedPerson);
  checkDefaultFolders(newsroom, findings);
  checkEndedStrip(newsroom, options, findings);
  const sorted = sortStories(creditedStories(newsroom, { people, now }, findings), options);
  const { all, published, embargoed, checked, heldBack } = sorted;

  const stories = [...published].sort((one, other) => newestFirst(one.entry, other.entry));
  const storiesIn = storiesByLanguage(stories, site);
  const lists = storyLists(newsroom, stories, storiesIn);
  const corrections = correctionsOf(stories, now);
  const parts: EditionParts = { site, people, ...lists, searches: searchesOf(site, storiesIn) };

  const addresses = new Addresses(findings);
  const { ownPages, publicFiles } = newsroom;
  const toBe = { ...parts, published, embargoed, checked, ownPages, publicFiles, corrections };
  const claimed = claimAddresses(newsroom, { edition: toBe, sorted, claims }, addresses, findings);
  const { aliases, heldBackUrls, hasOwnCorrections } = claimed;
  for (const url of ownHeldBack) if (!addresses.has(url)) heldBackUrls.add(url);
  const heldBackPages = new Set(own.heldBack.map(({ path }) => path));
  const hasUnknownUrls =
    options.hasUnknownAddresses === true ||
    given.ownPages.some(
      ({ path, isComputed }) => isComputed && (!heldBackPages.has(path) || options.leftOut?.has(path)),
    );
  const destinations = destinationsOf(newsroom, sorted, { addresses, heldBackUrls, heldBackPages, hasUnknownUrls });
  const written = { lines: newsroom.redirects.flat(), aliases, addresses, destinations };
  const { redirects, withdrawn, unpublished, ...patterns } = relateRedirects(written, findings);
  for (const url of unpublished) heldBackUrls.add(url);

  const resolve = (text: ReferringText, needed: Set<string>): readonly ResolvedReference[] =>
    resolveReferences(text, destinations, { findings, files: needed });
  const resolveText = (path: string, { html, references }: PageText, needed: Set<string>): ResolvedText => ({
    html,
    references: resolve({ path, references, placeOf: (index) => references[index]?.place }, needed),
  });
  const referencesOf = (entry: Entry, needed: Set<string>): readonly ResolvedReference[] =>
    entry.references.length === 0 ? NO_REFERENCES : resolve(textOf(entry, newsroom, now), needed);
  relateTranslations({ all, heldBack }, site, findings);
  for (const story of published) story.relate({ references: referencesOf(story.entry, files) });
  // Those that are held back are looked at for their findings only; their files are not published before they are.
  for (const { entry } of heldBack.keys()) referencesOf(entry, new Set());
  // Of the links of site.yaml, those that lead to pages that are held back are left out only then.
  checkSiteLinks({ ...newsroom, site: given.site }, destinations, { findings, files });
  const filesHeldBack = new Set(own.heldBack.flatMap(({ body }) => body?.media ?? []));
  for (const { path, body } of own.heldBack) if (body) resolveText(path, body, filesHeldBack);

  const held = [...heldBack.values()].sort(newestFirst);
  const names = new NamedStories({ stories, heldBack: held });
  linkParts(site, stories);
  linkRelated(stories, ({ entry }) => relatedByEditor(entry, names, findings));
  for (const { entry } of heldBack.keys()) relatedByEditor(entry, names, findings);

  const ofFronts = { ...lists, site, now, stories, heldBack: held };
  const curated = relateFronts(newsroom.fronts, ofFronts, names);
  findings.push(...curated.findings);
  checkChanges(stories, { now, site, recordOf: newsroom.recordOf }, findings);
  claimed.claimLast();

  const pictures = new ShownPictures(newsroom.media);
  const show = (path: string): void => {
    if (!pictures.addWhole(path)) files.add(path);
  };
  for (const { entry } of stories) {
    if (entry.media.length === 0) continue;
    if (entry.lead) pictures.addLead(entry.lead);
    for (const path of shownMedia(entry, now)) show(path);
  }
  for (const { picture } of newsroom.contributors) if (picture) pictures.addPortrait(picture);
  for (const path of mediaOfPages(newsroom)) show(path);
  for (const path of [site.icon.picture?.path, site.publisher.logo]) if (path !== undefined) files.add(path);
  const pageTexts = new Map(
    contentPages(newsroom).flatMap(({ path, text }) => (text ? [[path, resolveText(path, text, files)]] : [])),
  );
  const pages = ownPages.map(({ body: _body, ...page }): OwnPage => {
    return { ...page, alternates: alternatesOf(page.path), text: pageTexts.get(page.path) };
  });
  if (site.pictures.original === 'link') for (const path of pictures.all.keys()) files.add(path);
  claimFiles(files, addresses, findings);
  const redirectPatterns = withoutClashes(patterns.patterns, addresses, findings);
  const used = new Set([...files, ...pictures.all.keys(), ...filesHeldBack]);
  findings.push(...findUnusedMedia(newsroom.media, used));
  const pagesHeldBack = own.heldBack.map((page) => heldBackPage(page, options));
  const lostAddresses = findLostAddresses({
    recorded: given.addresses,
    ...{
      redirects,
      written: written.lines,
      leadsOn: patterns.leadsOn,
      stories,
      ownPages: given.ownPages,
      destinations,
    },
    heldBack: [...held, ...pagesHeldBack],
    ...{ leftOut: options.leftOut, faulty: options.faulty },
  });
  findings.push(...describeLost(lostAddresses));
  return {
    edition: {
      ...parts,
      now,
      stories,
      mainStories: storiesIn(site.language),
      years: yearsOf(stories),
      fronts: curated.fronts,
      redirects,
      redirectPatterns,
      withdrawn,
      heldBack: held,
      corrections: hasOwnCorrections ? undefined : corrections,
      ownPages: pages,
      pageTexts,
      heldBackPages: pagesHeldBack,
      lostAddresses,
      publicFiles,
      files: [...files].sort(),
      pictures: pictures.all,
    },
    findings,
  };
}

/** What content files show that are pages, but for portraits, unless a text shows them too. */
function mediaOfPages(newsroom: Newsroom): readonly string[] {
  const portraits = newsroom.contributors.map(({ path, picture }) => [path, picture?.file.path] as const);
  const portraitOf = new Map(portraits);
  return contentPages(newsroom).flatMap(({ path, media }) => {
    const portrait = portraitOf.get(path);
    return media.filter((file, index) => file !== portrait || media.indexOf(file) < index);
  });
}

const NO_REFERENCES: readonly ResolvedReference[] = [];

/** The stories in the order of their files: whatever is named or reported first does not depend on dates. */
function creditedStories(
  { site, entries, recordOf }: Newsroom,
  { people: credited, now }: Pick<Edition, 'people' | 'now'>,
  findings: Finding[],
): readonly RelatedStory[] {
  const people = new People(credited);
  people.checkDefaults(site.defaults, findings);
  const topics = new NamedTopics(site.defaults, findings);
  const stories = [...entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((entry) => {
      const relations = {
        section: sectionOf(entry, site),
        topics: topics.of(entry),
        credits: people.resolve(entry, { findings, recordOf }),
        live: entry.live && liveStateAt(entry.live, now),
      };
      return new RelatedStory(entry, relations, recordOf);
    });
  topics.checkDefaults();
  return stories;
}

/** The text of a story. What stands in an update under embargo is not published yet. */
function textOf({ path, references, live }: Entry, { recordOf }: Newsroom, now: number): ReferringText {
  const hidden = new Set(live?.referencesFrom.flatMap(([index, from]) => (from > now ? [index] : [])));
  return {
    path,
    references,
    placeOf: (index) => recordOf(path).body.references[index]?.place,
    isOfKey: (index) => recordOf(path).body.references[index]?.isOfKey ?? false,
    isHidden: (index) => hidden.has(index),
  };
}
