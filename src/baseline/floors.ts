import type { BrowserName } from '@mdn/browser-compat-data';
import { compareVersions, type Sources } from './browser-data.ts';

/** The oldest release of each browser that a query names, or why the query cannot be read. */
export type FloorsRead =
  | {
      readonly kind: 'floors';
      readonly floors: ReadonlyMap<BrowserName, string>;
      /** Browsers that nobody has data about. */
      readonly unjudged: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Caniuse's names of browsers, and MDN's. */
const NAMES: Readonly<Record<string, BrowserName>> = {
  and_chr: 'chrome_android',
  and_ff: 'firefox_android',
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  ie: 'ie',
  ie_mob: 'ie',
  ios_saf: 'safari_ios',
  op_mob: 'opera_android',
  opera: 'opera',
  safari: 'safari',
  samsung: 'samsunginternet_android',
};

/** Browsers with the engine of another, by caniuse's names: what `baseline-browser-mapping` calls them. */
const DERIVED: Readonly<Record<string, string>> = {
  and_qq: 'qq_android',
  and_uc: 'uc_android',
  kaios: 'kai_os',
};

/** Phones of which the data knows the current release only: their releases are numbered as on a desk. */
const SAME_NUMBERS: readonly (readonly [phone: BrowserName, desk: BrowserName])[] = [
  ['chrome_android', 'chrome'],
  ['firefox_android', 'firefox'],
];

/** Names of files, of the machine and of programs: what they mean is not in the query. */
const OUTSIDE = /\b(?:extends|config|stats|node|current|supports)\b/i;
const LONGEST = 200;
/** From this release on, Android's own browser is Chrome. */
const FIRST_OF_CHROME = 37;

/**
 * Resolves a browserslist query.
 *
 * @param query With its days written out, see {@link datedQuery}.
 */
export function readFloors(query: string, sources: Sources): FloorsRead {
  if (query.length > LONGEST || OUTSIDE.test(query)) {
    return { kind: 'unreadable', reason: 'it may name browsers only' };
  }
  const floors = new Map<BrowserName, string>();
  const unjudged = new Set<string>();
  try {
    for (const release of sources.resolve(query)) {
      const [name = '', version = ''] = release.split(' ');
      const known = releaseOf(name, version.split('-')[0] ?? '', sources);
      if (known) lower(floors, ...known);
      else unjudged.add(`${name} ${version}`);
    }
  } catch (fault) {
    return { kind: 'unreadable', reason: (fault as Error).message };
  }
  for (const [phone, desk] of SAME_NUMBERS) {
    const version = floors.get(desk);
    if (floors.has(phone) && version !== undefined) lower(floors, phone, version);
  }
  return { kind: 'floors', floors, unjudged: [...unjudged] };
}

function releaseOf(name: string, version: string, sources: Sources): readonly [BrowserName, string] | undefined {
  if (name === 'android')
    return Number.parseFloat(version) < FIRST_OF_CHROME ? ['webview_android', version] : ['chrome_android', version];
  const known = NAMES[name];
  if (known) return [known, version];
  return engineOf(DERIVED[name], version, sources);
}

/** The release of Chrome or Firefox whose engine a browser has: that of its newest release up to this one. */
function engineOf(
  browser: string | undefined,
  version: string,
  { derivedReleases }: Sources,
): readonly [BrowserName, string] | undefined {
  const releases = browser === undefined ? [] : derivedReleases.filter((release) => release.browser === browser);
  const upToThis = releases.filter((release) => compareVersions(release.version, version) <= 0);
  const newest = upToThis.sort((a, b) => compareVersions(a.version, b.version)).at(-1);
  if (newest?.engine_version === undefined) return undefined;
  return [newest.engine === 'Gecko' ? 'firefox_android' : 'chrome_android', newest.engine_version];
}

function lower(floors: Map<BrowserName, string>, browser: BrowserName, version: string): void {
  const known = floors.get(browser);
  if (known === undefined || compareVersions(version, known) < 0) floors.set(browser, version);
}

/** Months after which what is newly available counts as widely available. */
const NEW_TO_WIDE = 30;
const YEAR = 365.259641 * 24 * 60 * 60 * 1000;

/**
 * Writes out the days that a query means when it says `last 2 years` or `baseline widely available`, so that a build does not
 * depend on when it runs.
 *
 * @param query As in `site.yaml`.
 * @param now Milliseconds since 1970.
 */
export function datedQuery(query: string, now: number): string {
  const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const later = new Date(now);
  later.setUTCMonth(later.getUTCMonth() + NEW_TO_WIDE);
  return query
    .replace(/\bwidely available\b(?!\s+on\b)/gi, `widely available on ${day(now)}`)
    .replace(/\bnewly available\b/gi, `widely available on ${day(later.getTime())}`)
    .replace(/\blast (\d+(?:\.\d+)?) years?\b/gi, (_all, years: string) => `since ${day(now - Number(years) * YEAR)}`);
}
