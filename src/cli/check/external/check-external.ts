import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../diagnostics/finding.ts';
import { readText } from '../../../disk/read-text.ts';
import { contentPages, pageFilesIn } from '../../../domain/content/content-kinds.ts';
import type { Edition } from '../../../domain/edition.ts';
import { REDIRECTS_PATH } from '../../../domain/redirects/redirects.ts';
import { isMarkdownPage } from '../../../domain/site/own-pages.ts';
import { SITE_PATH } from '../../../domain/site/site.ts';
import type { Ask } from '../../web/ask.ts';
import { findCopy } from './archived-copy.ts';
import { askLinks, type Manners } from './ask-links.ts';
import { describeLink } from './describe-links.ts';
import { findLinks, type OutsideLink } from './find-links.ts';
import { type KnownLink, LinkCache } from './link-cache.ts';

/** What links to other sites are asked with. */
export interface ExternalCheck {
  /** Absolute paths. */
  readonly content: string;
  readonly cache: string;
  readonly edition: Edition;
  readonly ask: Ask;
  readonly manners: Manners;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isOnline: () => Promise<boolean>;
  readonly onProgress: (asked: number, total: number) => void;
}

export interface ExternalChecked {
  readonly findings: readonly Finding[];
  /** Different addresses. */
  readonly addresses: number;
  /** How many of them were asked for now; of the others that was known. */
  readonly asked: number;
  /** How many could not be asked for, because this machine has no way to the web. */
  readonly offline: number;
  /** How many were not asked for, because their hosts want to be left alone for now. */
  readonly later: number;
}

/** So many pages that are gone are looked for in an archive each time. */
const MOST_COPIES = 100;

/** Asks for all that the texts of an edition link to on other sites, but for what was asked for not long ago. */
export async function checkExternal(given: ExternalCheck): Promise<ExternalChecked> {
  const { edition, ask, manners, sleep, isOnline, now } = given;
  const dates = new Map(edition.stories.map(({ entry: { path, date } }) => [path, date]));
  const links = linksIn(given, [...dates.keys()]);
  const cache = new LinkCache(given.cache, now);
  const known = new Map<string, KnownLink>();
  const urls = [...new Set(links.map(({ url }) => url))];
  for (const url of urls) {
    const kept = cache.get(url);
    if (kept) known.set(url, kept);
  }
  const toAsk = urls.filter((url) => !known.has(url));
  let asked = 0;
  const onOutcome = (url: string, outcome: KnownLink['outcome']): void => {
    known.set(url, { at: now(), outcome });
    cache.set(url, outcome);
    asked += 1;
    given.onProgress(asked, toAsk.length);
  };
  try {
    await askLinks(toAsk, { ask, manners, sleep, isOnline, onOutcome });
    await findCopies(links, { known, cache, dates, given });
  } finally {
    cache.save();
  }
  const findings = links.flatMap((link) => {
    const found = known.get(link.url);
    return (found && describeLink(link, found, dates.get(link.path))) ?? [];
  });
  const countOf = (kind: KnownLink['outcome']['kind']): number =>
    [...known.values()].filter(({ outcome }) => outcome.kind === kind).length;
  const [offline, later] = [countOf('offline'), countOf('later')];
  return { findings, addresses: urls.length, asked: asked - offline - later, offline, later };
}

/** Looks for copies of what is gone, one after the other; an archive that does not answer is left alone. */
async function findCopies(
  links: readonly OutsideLink[],
  {
    known,
    cache,
    dates,
    given,
  }: {
    readonly known: Map<string, KnownLink>;
    readonly cache: LinkCache;
    readonly dates: ReadonlyMap<string, number>;
    readonly given: ExternalCheck;
  },
): Promise<void> {
  const firsts = new Map([...links].reverse().map((link) => [link.url, link]));
  const gone = [...firsts.values()].filter(({ url }) => {
    const found = known.get(url);
    return found?.archived === undefined && found?.outcome.kind === 'gone';
  });
  for (const { url, path } of gone.slice(0, MOST_COPIES)) {
    const archived = await findCopy(url, dates.get(path), given.ask);
    const found = known.get(url);
    if (archived === undefined || !found) return;
    known.set(url, { ...found, archived });
    cache.setArchived(url, archived);
    await given.sleep(given.manners.pause);
  }
}

/** The links to other sites in all texts that are published, and in those under embargo. */
function linksIn({ content, edition }: ExternalCheck, stories: readonly string[]): readonly OutsideLink[] {
  const { site, heldBack } = edition;
  const paths = [
    ...stories,
    ...heldBack.flatMap(({ path, reason }) => (reason === 'embargo' ? [path] : [])),
    ...contentPages(pageFilesIn(edition)).flatMap(({ path }) => (isMarkdownPage(path) ? [path] : [])),
    ...[SITE_PATH, REDIRECTS_PATH],
  ];
  // What else lies on the host of the site is the newsroom’s own as well.
  const isOwn = (url: string): boolean => url === site.origin || url.startsWith(`${site.origin}/`);
  return paths.flatMap((path) => {
    const file = join(content, path.slice('content/'.length));
    const read = existsSync(file) ? readText(path, file) : undefined;
    return read?.kind === 'read' ? findLinks(read.file, isOwn) : [];
  });
}
