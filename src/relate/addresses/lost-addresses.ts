import { NOT_FOUND_URL, type UrlPath } from '../../domain/addresses.ts';
import type { OwnPageSource } from '../../domain/site/own-pages.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import {
  ADDRESSES_PATH,
  type LostAddress,
  type PageNow,
  type RecordedAddress,
  type RecordedAddresses,
} from '../../domain/site/permanent-addresses.ts';
import {
  oldAddress,
  type Redirect,
  REDIRECTS_PATH,
  redirectLine,
  type WrittenRedirect,
} from '../../domain/redirects/redirects.ts';
import type { WrittenPattern } from '../../domain/redirects/patterns.ts';
import type { HeldBack } from '../../domain/edition.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { type Finding, keyAt, type Spot } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Destinations } from '../story/destinations.ts';

/** What decides whether something is at an address that has been published. */
export interface PublishedNow {
  /** By file. */
  readonly recorded: readonly RecordedAddresses[];
  /** Those of the edition. */
  readonly redirects: readonly Pick<Redirect, 'from' | 'query'>[];
  /** Of `redirects.yaml`; of one that leads nowhere that is told. */
  readonly written: readonly (WrittenRedirect | WrittenPattern)[];
  /** Whether a pattern of `redirects.yaml` leads from an address to a page. */
  readonly leadsOn: (url: UrlPath) => boolean;
  /** Those of the edition. */
  readonly stories: readonly RelatedStory[];
  readonly ownPages: readonly OwnPageSource[];
  /** Stories and own pages that are not published. */
  readonly heldBack: readonly Pick<HeldBack, 'path' | 'reason'>[];
  /** Paths of what is left out because of its errors, also of files that cannot be read. */
  readonly leftOut: ReadonlySet<string> | undefined;
  /** Paths of files that have errors, and may have other addresses without them. */
  readonly faulty: ReadonlySet<string> | undefined;
  readonly destinations: Pick<Destinations, 'hasUrl' | 'isElsewhere'>;
}

/** The files that say of all pages where they are, or where they were. */
const OF_ALL = [SITE_PATH, REDIRECTS_PATH];

/**
 * Finds the addresses that were published and at which there is nothing now, in the order of their lines; each once. While there are errors in a file
 * that says something of all addresses, nobody knows, and none is found.
 */
export function findLostAddresses(given: PublishedNow): readonly LostAddress[] {
  const { recorded, written, redirects, destinations, ownPages, leftOut, faulty } = given;
  if (recorded.length === 0 || OF_ALL.some((path) => faulty?.has(path))) return [];
  const { hasUrl, isElsewhere } = destinations;
  // Nearly all are stories that are where they were: of those nothing more is asked.
  const live = given.stories.map(({ entry }) => entry.url);
  const missing = recorded.flatMap((addresses) => addresses.missing(live));
  if (missing.length === 0) return [];
  const redirected = new Set<string>([
    ...written.flatMap((line) => ('from' in line ? [line.from] : [])),
    ...redirects.map(({ from, query }) => oldAddress(from, query)),
  ]);
  const computed = new Set(ownPages.filter(({ url }) => url === undefined).map(({ path }) => path));
  const met = new Set<string>();
  const lost = missing.filter(({ url, source }) => {
    if (hasUrl(url) || met.has(url) || url === NOT_FOUND_URL) return false;
    if (redirected.has(oldAddress(url, '')) || computed.has(source) || isElsewhere(url)) return false;
    if (given.leadsOn(url)) return false;
    met.add(url);
    return true;
  });
  if (lost.length === 0) return [];
  const reasons = new Map(given.heldBack.map(({ path, reason }) => [path, reason]));
  const pages = publishedPages(given, reasons);
  const newStories = new NewStories(given);
  return lost.map((address) => {
    const { source } = address;
    const unpublished = leftOut?.has(source) ? 'errors' : unpublishedBy(reasons.get(source), faulty?.has(source));
    const now = unpublished === 'errors' ? undefined : pages.get(source);
    const perhaps = now || unpublished ? undefined : newStories.endingLike(address);
    // Where that is, is not known before its errors are mended.
    if (perhaps && faulty?.has(perhaps.path)) return { ...address, unpublished: 'errors', now, perhaps: undefined };
    return { ...address, unpublished, now, perhaps };
  });
}

/** Errors of a draft change nothing: it is not published with them and not without. */
function unpublishedBy(reason: LostAddress['unpublished'], isFaulty: boolean | undefined): LostAddress['unpublished'] {
  return isFaulty && reason !== 'draft' ? 'errors' : reason;
}

/** What is published, by its file. */
function publishedPages(
  { stories, ownPages }: PublishedNow,
  heldBack: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, PageNow> {
  const pages = new Map<string, PageNow>();
  for (const { entry } of stories) pages.set(entry.path, pageOf(entry));
  for (const { path, url } of ownPages) {
    if (url !== undefined && !heldBack.has(path)) pages.set(path, { url, path, key: 'permalink' });
  }
  return pages;
}

function pageOf({ url, path, hasPermalink }: Pick<Entry, 'url' | 'path' | 'hasPermalink'>): PageNow {
  return { url, path, key: hasPermalink ? 'permalink' : 'slug' };
}

/** The stories of which nothing is recorded, by the last part of their addresses. */
class NewStories {
  /** Undefined where several end alike. */
  private readonly byName = new Map<string, PageNow | undefined>();

  constructor({ recorded: given, stories }: PublishedNow) {
    const recorded = given.flatMap((addresses) => addresses.all());
    const urls = new Set<string>(recorded.map(({ url }) => url));
    const sources = new Set(recorded.map(({ source }) => source));
    for (const { entry } of stories) {
      const { url, path } = entry;
      if (urls.has(url) || sources.has(path)) continue;
      const name = nameOf(url);
      this.byName.set(name, this.byName.has(name) ? undefined : pageOf(entry));
    }
  }

  endingLike({ url }: RecordedAddress): PageNow | undefined {
    return this.byName.get(nameOf(url));
  }
}

/** The last part of an address: `/2026/11/23/flood/` → `flood`. */
function nameOf(url: string): string {
  return /([^/]*)\/?$/.exec(url)?.[1] ?? '';
}

/** So many lost addresses are told of one by one: more are lost by one change of all, such as another `permalink` in `site.yaml`. */
const MOST_TOLD = 100;

/** Says what to do about each address that is lost. Of what is left out for its errors that is told already. */
export function describeLost(lost: readonly LostAddress[]): readonly Finding[] {
  const all = lost.filter(({ unpublished }) => unpublished !== 'errors');
  const findings = all.slice(0, MOST_TOLD).map(describe);
  const rest = all[MOST_TOLD];
  if (rest) {
    const count = all.length - MOST_TOLD;
    const message = `Unexpected end of ${count} further addresses that were published, expected pages or redirects there`;
    const hint =
      'if `permalink` of site.yaml was changed, take that back; or have `npx broadsheet check --fix` add redirects';
    findings.push({ code: 'address-lost', path: ADDRESSES_PATH, at: lineAt(rest), message, hint });
  }
  return findings;
}

function describe(address: LostAddress): Finding {
  const { url, now, unpublished } = address;
  if (now) {
    return {
      code: 'address-lost',
      path: now.path,
      at: keyAt(now.key),
      message: `Unexpected address ${quote(now.url)}, expected ${quote(url)}, where readers know it, or a redirect from there`,
      hint: `add the line \`${redirectLine(url, now.url)}\` to ${REDIRECTS_PATH} if it is the same story, as \`npx broadsheet check --fix\` does where that is certain, or give it its address again`,
      related: [{ path: ADDRESSES_PATH, at: lineAt(address), message: 'says that it was published there' }],
    };
  }
  if (unpublished === 'embargo') {
    return {
      code: 'address-unpublished',
      path: ADDRESSES_PATH,
      at: lineAt(address),
      message: `Unexpected embargo of what was published at ${quote(url)}, expected it to be there`,
      hint: `correct the \`date\` of ${address.source}, or leave it: the story comes back at that time`,
    };
  }
  if (address.perhaps) {
    return {
      ...lostAt(address),
      hint: `add \`${redirectLine(url, address.perhaps.url)}\` to ${REDIRECTS_PATH} if ${address.perhaps.path} is the same story`,
    };
  }
  const line = `\`${redirectLine(url, '/new-address/')}\` to ${REDIRECTS_PATH} with where it leads now, or \`${redirectLine(url, '{ gone: true }')}\` if it was withdrawn`;
  return {
    ...lostAt(address),
    hint: unpublished === 'draft' ? `take \`draft\` out of ${address.source}, or add ${line}` : `add ${line}`,
  };
}

function lostAt(address: LostAddress): Finding {
  return {
    code: 'address-lost',
    path: ADDRESSES_PATH,
    at: lineAt(address),
    message: `Unexpected end of ${quote(address.url)}, which was published, expected a page or a redirect there`,
  };
}

function lineAt({ line, url }: RecordedAddress): Spot {
  return { kind: 'position', line, column: 1, length: url.length };
}
