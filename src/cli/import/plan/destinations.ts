import type { UrlPath } from '../../../domain/addresses.ts';
import { CONTRIBUTORS_URL } from '../../../domain/contributors.ts';
import { ARCHIVE_URL } from '../../../domain/dates.ts';
import { FEEDS, feedUrl } from '../../../domain/feeds.ts';
import { mediaType } from '../../../domain/media/files.ts';
import { topicUrl } from '../../../relate/lists/topics.ts';
import type { Archive, ArchiveList, Outline } from '../archive.ts';
import type { Mapping } from '../read-mapping.ts';
import type { PlannedContributor } from '../write/contributor-files.ts';
import type { MediaNames, PlannedMedium } from './media-names.ts';
import type { OldAddresses, OldPlace } from './old-addresses.ts';
import type { Plan } from './plan-entries.ts';
import { isOurs } from './addresses.ts';
import { addEndings, type EndingLeft, PatternRules, withoutEnding } from './pattern-rules.ts';
import { isNoCategory, sectionOf } from './sections.ts';
import { MOST_TOPICS, topicsByUrl } from './topics.ts';

const HOME = '/' as UrlPath;

/** What is planned of an archive. */
export interface Planned {
  readonly archive: Archive;
  readonly plan: Plan;
  readonly people: ReadonlyMap<string, PlannedContributor>;
  readonly old: OldAddresses;
  readonly mapping: Mapping;
  readonly media: MediaNames;
  /** Whether the newsroom is at the address of the old site, so that all its paths are paths of it. */
  readonly isOwnHost: boolean;
  /** By the clocks of the site, as {@link PlannedEntry.date} is. */
  readonly now: string;
}

/** Where the addresses of an old site lead in the newsroom: for links in texts, for `aliases`, and for `redirects.yaml`. */
export class Destinations {
  /** For `redirects.yaml`. */
  readonly redirects = new Map<string, string>();
  /** Likewise, of old addresses of one kind. */
  readonly patterns: PatternRules;
  /** How many parts the addresses of the old site have that something stood behind. */
  private readonly depths = new Set<number>();
  private readonly planned: Planned;
  /** Lists of the newsroom in which there are stories that readers can find now. */
  private readonly lists = new Set<string>();
  private readonly titles = new Map<string, string>();

  constructor(planned: Planned) {
    this.planned = planned;
    const { taken } = planned.plan;
    this.patterns = new PatternRules({
      ...{ pages: () => [...taken, ...this.lists], further: () => this.redirects.keys() },
      isThere: (path) => this.isThere(path),
    });
    this.leadAll();
  }

  /** Says where each address of the old site leads, so that texts lead there. */
  private leadAll(): void {
    const { archive, plan, people, old, now } = this.planned;
    for (const { outline, url, date } of plan.entries.values()) {
      for (const { id, title } of outline.categories) this.titles.set(id, title);
      if (outline.url !== undefined) old.lead(outline.url, url);
      for (const other of outline.otherUrls ?? []) old.lead(other, url);
      if (outline.kind !== 'story' || outline.status !== 'published' || date === undefined || date > now) continue;
      for (const day of listsOfDay(date)) this.lists.add(day);
      this.lists.add(`/${sectionOf(outline, plan.sectionPlan).section}/`);
      for (const topic of this.topicsOf(outline).slice(0, MOST_TOPICS)) this.lists.add(topicUrl(topic) ?? '');
      for (const key of outline.contributors)
        this.lists.add(`${CONTRIBUTORS_URL}${people.get(key)?.id}/`).add(CONTRIBUTORS_URL);
    }
    for (const { from, to } of archive.redirects) old.lead(from, this.linkTo(to, undefined));
    for (const list of archive.lists) {
      for (const { from, to } of this.redirectsOf(list)) old.lead(from, to);
    }
  }

  /** The page of the new site that lists what a page of the old one did; `undefined` where nothing is in it. */
  private pageOfList({ of }: ArchiveList): UrlPath | undefined {
    const { plan, people, mapping } = this.planned;
    const section = of.kind === 'category' ? plan.sectionPlan.byCategory.get(of.id) : undefined;
    const topic = of.kind === 'topic' ? of.name : of.kind === 'category' ? this.titles.get(of.id) : undefined;
    // What had no category is not lost among others: it stands with all stories.
    if (section === undefined && of.kind === 'category' && isNoCategory(topic ?? '')) return ARCHIVE_URL;
    const page =
      of.kind === 'contributor'
        ? `/contributors/${people.get(of.key)?.id}/`
        : section === undefined
          ? topicUrl(mapping.topics.get(topic ?? '') ?? topic ?? '')
          : `/${section}/`;
    // The page of a section is there also where nothing is in it.
    return page !== undefined && (section !== undefined || this.lists.has(page)) ? (page as UrlPath) : undefined;
  }

  /** Where the addresses of a list of the old site lead, those of its feeds to that of the new list. */
  private redirectsOf(list: ArchiveList): readonly { readonly from: string; readonly to: string }[] {
    const page = this.pageOfList(list);
    if (page === undefined) return [];
    const [pages, feeds] = [[list.url, ...(list.otherUrls ?? [])], list.feeds ?? []];
    return [
      ...pages.map((from) => ({ from, to: page })),
      ...feeds.map((from) => ({ from, to: feedUrl(page === ARCHIVE_URL ? HOME : page, 'rss') })),
    ];
  }

  /** The names of a story's topics, as the mapping file has them, each once and each with a page. */
  topicsOf(outline: Outline): readonly string[] {
    const { mapping, plan } = this.planned;
    const named = [...sectionOf(outline, plan.sectionPlan).topics, ...outline.topics];
    const wanted = named.flatMap((name) => (mapping.topics.has(name) ? (mapping.topics.get(name) ?? []) : name));
    return [...topicsByUrl(wanted).values()];
  }

  /** Old paths of a story that lead to it now. Those of pages, and with a query, are kept for `redirects.yaml`. */
  aliasesOf(entry: Outline, url: string): readonly string[] {
    const { old } = this.planned;
    if (entry.status === 'draft') return [];
    const aliases = new Set<string>();
    for (const written of [...(entry.url === undefined ? [] : [entry.url]), ...(entry.otherUrls ?? [])]) {
      const place = old.placeOf(written);
      if (!place || isHome(place) || old.targetOf(place) !== url) continue;
      if (place.query === '' && (this.isTaken(place.path) || samePath(place.path, url))) continue;
      if (entry.kind === 'story' && place.query === '') aliases.add(encoded({ ...place, fragment: '' }));
      else this.redirects.set(encoded({ ...place, fragment: '' }), url);
    }
    this.noteEndings(entry, url);
    return [...aliases];
  }

  /** Notes that something was answered behind the address of an entry; where that has moved, it is led on by itself. */
  private noteEndings(entry: Outline, url: string): void {
    const { old, archive } = this.planned;
    const place = entry.url === undefined ? undefined : old.placeOf(entry.url);
    if (!place || isHome(place) || place.query !== '' || !place.path.endsWith('/')) return;
    this.depths.add(depthOf(place.path));
    if (place.path === url) return;
    for (const { ending, to } of archive.endings ?? []) {
      const path = `${place.path}${ending}`;
      if (to === undefined && !ending.includes(':') && !this.isTaken(path))
        this.redirects.set(encoded({ path, query: '', fragment: '' }), url);
    }
  }

  /**
   * Adds where recordings and documents have gone that are moved in: other sites lead to them too. Pictures are published in other sizes and without
   * what they say of themselves, so their old addresses lead nowhere.
   */
  addMedia(isThere: (medium: PlannedMedium) => boolean): void {
    for (const medium of this.planned.media.all()) {
      const to = encodeURI(`/media/${medium.name}`);
      const path = medium.oldPath;
      if (path === undefined || mediaType(path) !== undefined || path === `/media/${medium.name}`) continue;
      if (this.isTaken(path) || !isThere(medium)) continue;
      const from = encoded({ path, query: '', fragment: '' });
      if (!this.redirects.has(from)) this.redirects.set(from, to);
    }
  }

  private isTaken(path: string): boolean {
    const folder = `${path.toLowerCase().replace(/\/$/, '')}/`;
    const { taken } = this.planned.plan;
    // Lists of days and of topics are there only where something is in them.
    const isOursAlways = isOurs(path) && !/^\/(?:\d{4}|(?:topics|contributors)(?:\/|$))/.test(path);
    return isOursAlways || this.lists.has(folder) || taken.has(path.toLowerCase()) || taken.has(folder);
  }

  /** Whether an address is that of a feed of the new site. */
  private isFeed(path: string): boolean {
    const [, front = '', file] = /^(.*\/)([^/]+)$/.exec(path) ?? [];
    const isFile = Object.values(FEEDS).some((feed) => feed.file === file);
    return isFile && (front === '/' || this.isTaken(front) || this.lists.has(front));
  }

  /** Where the page is that an address begins with, where that ends as the old system let it. */
  private targetBefore({ path, query, fragment }: OldPlace): string | undefined {
    const { old, archive } = this.planned;
    const before = withoutEnding(path, archive);
    const beginning = archive.beginnings?.find((one) => path.startsWith(`/${one}`));
    const page = before ?? (beginning === undefined ? undefined : path.slice(beginning.length));
    return page === undefined ? undefined : old.targetOf({ path: page, query, fragment });
  }

  /** Adds what leads on from addresses that are no story's. Gives the redirects of the archive that there can be no line for. */
  addRedirects(): readonly Archive['redirects'][number][] {
    const { archive, old } = this.planned;
    const broken = archive.redirects.filter(
      ({ from, to, isWritten }) => !this.redirect(from, this.linkTo(to, undefined)) && isWritten === true,
    );
    for (const { from, to } of archive.lists.flatMap((list) => this.redirectsOf(list))) this.redirect(from, to);
    for (const { url } of archive.lists) {
      const place = old.placeOf(url);
      if (place && place.query === '') this.depths.add(depthOf(place.path));
    }
    const left = (archive.patterns ?? []).filter(({ from, to }) => {
      const [own, target] = [old.placeOf(from), old.placeOf(to)];
      return own?.query !== '' || !this.patterns.add(encoded(own), target ? encoded(target) : to);
    });
    this.addEach(addEndings(this.patterns, archive, this.depths));
    return [...broken, ...left];
  }

  /** Adds a line for each story and page behind whose address something ends for which there is no pattern. */
  private addEach(endings: readonly EndingLeft[]): void {
    if (endings.length === 0) return;
    const { plan, old } = this.planned;
    for (const { outline, url } of plan.entries.values()) {
      const place = outline.url === undefined || outline.status === 'draft' ? undefined : old.placeOf(outline.url);
      if (place?.query !== '' || !place.path.endsWith('/')) continue;
      const depth = depthOf(place.path);
      for (const one of endings) if (one.depth === depth) this.redirect(`${place.path}${one.ending}`, one.to ?? url);
    }
  }

  /** Adds a line, and says whether what it is about is led on now, or needs not to be. */
  private redirect(from: string, to: string): boolean {
    const place = this.planned.old.placeOf(from);
    if (!place) return false;
    if (isHome(place) || (place.query === '' && samePath(place.path, to))) return true;
    if (place.query === '' && (this.isTaken(place.path) || this.isFeed(place.path))) return true;
    const key = encoded({ ...place, fragment: '' });
    if (!this.isThere(to)) return false;
    if (!this.redirects.has(key)) this.redirects.set(key, to);
    return true;
  }

  private isThere(to: string): boolean {
    const path = to.split(/[?#]/, 1)[0] ?? '';
    const isFixed = !to.startsWith('/') || path === '/' || /\.(?:xml|json)$/.test(path);
    return isFixed || this.isTaken(path) || this.lists.has(path);
  }

  /** Where a link leads: to a page or a medium of the new site, or where it led; nowhere, the empty text, from a page to what is not there. */
  linkTo(address: string, entry: Outline | undefined): string {
    const { old, media, isOwnHost } = this.planned;
    const written = address.trim();
    if (written.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(written)) return written;
    const place = old.placeOf(written, entry?.url);
    const whole = (): string => old.resolve(written, entry?.url)?.href ?? written;
    if (!place) return whole();
    const target = old.targetOf(place) ?? this.targetBefore(place);
    if (target !== undefined) return target + place.fragment;
    const isFile = /\.(?!html?$|php$)[a-z0-9]{1,5}$/i.test(place.path);
    const medium = entry && isFile ? media.nameOf(written, entry) : undefined;
    if (medium !== undefined) return medium;
    if (!isOwnHost) return whole();
    // What is wrong with a page that has no date would hold up a build.
    return entry?.kind === 'page' ? '' : encoded(place);
  }
}

/** The pages that list the stories of a year, a month and a day. */
function listsOfDay(date: string): readonly string[] {
  const [year = '', month = '', day = ''] = date.slice(0, 'yyyy-mm-dd'.length).split('-');
  return [`/${year}/`, `/${year}/${month}/`, `/${year}/${month}/${day}/`];
}

/** The home page is where it was. */
function isHome({ path, query }: OldPlace): boolean {
  return path === '/' && query === '';
}

/** A place of the old site as an address has it. */
function encoded({ path, query, fragment }: OldPlace): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent) + query + fragment;
}

/** How many parts a path has. */
function depthOf(path: string): number {
  return path.split('/').filter((part) => part !== '').length;
}

function samePath(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}
