import { isStorySlug, isUrlPath, readPath } from '../../../domain/addresses.ts';
import { nameForHosts } from '../../../domain/site/host-files.ts';
import { slugFrom, slugFromPath } from '../../../validate/story/slug.ts';
import type { Outline } from '../archive.ts';
import type { OldAddresses } from './old-addresses.ts';

/** Where a story or a page stands in the new site. */
export interface PlannedEntry {
  readonly outline: Outline;
  /** From the content folder: `articles/2014/10/bridge.md`. */
  readonly file: string;
  /** Its address in the new site. */
  readonly url: string;
  /** `permalink`, where the address does not follow from the pattern of the site. */
  readonly permalink: string | undefined;
  /** `slug`, where it does not follow from the file's name. */
  readonly slug: string | undefined;
  /** As `date` says it: by the clocks of the site. */
  readonly date: string | undefined;
  readonly section: string | undefined;
}

/** Patterns of addresses that other systems have, the first being Broadsheet's own. */
const PATTERNS = [
  '/{yyyy}/{mm}/{dd}/{slug}/',
  '/{yyyy}/{mm}/{slug}/',
  '/{yyyy}/{slug}/',
  '/{section}/{slug}/',
  '/{slug}/',
  '/posts/{slug}/',
  '/post/{slug}/',
  '/blog/{slug}/',
  '/{yyyy}/{mm}/{dd}/{slug}.html',
  '/{yyyy}/{mm}/{slug}.html',
  '/{slug}.html',
];

/** Addresses that Broadsheet gives its own lists: by day, of topics and so on. */
const OURS =
  /^\/(?:\d{4}(?:\/\d\d){0,2}|(?:archive|topics|contributors|series|search|sitemaps|corrections|media|pictures|assets|page-data|pages\.json|404\.html)(?:\/.*)?)?\/?$/;

/** Whether a story or a page of an archive cannot have an address since Broadsheet has something there. */
export function isOurs(path: string): boolean {
  return OURS.test(path) || nameForHosts(path) !== undefined;
}

/** Facts of an entry that its address is made of. */
export interface Facts {
  readonly slug: string;
  readonly date: string | undefined;
  readonly section: string | undefined;
}

/** The pattern by which most stories of an archive keep their addresses. */
export function choosePattern(
  stories: readonly { readonly outline: Outline; readonly facts: Facts }[],
  old: OldAddresses,
): string {
  const fitting = new Map(PATTERNS.map((pattern) => [pattern, 0]));
  for (const { outline, facts } of stories) {
    const path = outline.url === undefined ? undefined : old.placeOf(outline.url)?.path;
    if (path === undefined) continue;
    const same = withSlash(path);
    for (const pattern of PATTERNS)
      if (fillPattern(pattern, facts) === same) fitting.set(pattern, (fitting.get(pattern) ?? 0) + 1);
  }
  const [best = ['', 0]] = [...fitting].toSorted(([, a], [, b]) => b - a);
  return best[1] > 0 ? best[0] : (PATTERNS[0] ?? '');
}

/** The address of a story by a pattern. What is missing leaves nothing. */
export function fillPattern(pattern: string, { slug, date, section }: Facts): string {
  const [yyyy = '', mm = '', dd = ''] = (date ?? '').slice(0, 10).split('-');
  const parts: Readonly<Record<string, string>> = { yyyy, mm, dd, slug, section: section ?? '' };
  return pattern.replace(/\{(\w+)\}/g, (_all, name: string) => parts[name] ?? '').replace(/\/{2,}/g, '/');
}

/** An address of the old site as one that a page can have: a folder, or a file of HTML. `undefined` where there is none. */
export function pageAddress(path: string): string | undefined {
  const read = readPath(path);
  if (read.kind !== 'path' || read.path === '/' || isOurs(read.path)) return undefined;
  if (/\.html?$/i.test(read.path)) return read.path;
  if (/\.[a-z][a-z0-9]{1,4}$/i.test(read.path)) return undefined;
  return withSlash(read.path);
}

/** Likewise, for a page of `content/pages/`, of which fewer signs are allowed. */
export function ownPageAddress(path: string): string | undefined {
  const address = pageAddress(path);
  return address !== undefined && isUrlPath(address) ? address : undefined;
}

/** What the address of a story ends with: what it was, or else made of its title. */
export function slugOf({ slug, title, key }: Outline): string {
  if (slug !== undefined && isStorySlug(slug)) return slug;
  const made = (slug === undefined ? undefined : slugFrom(slug)) ?? slugFrom(title);
  // What is in no Latin letters gets a number that it keeps.
  return made ?? `story-${slugFrom(key) ?? hashOf(key)}`;
}

function hashOf(text: string): string {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);
}

/** Whether the name of a file makes a slug by itself. */
export function namesSlug(file: string, slug: string): boolean {
  return slugFromPath(`content/${file}`) === slug;
}

function withSlash(path: string): string {
  return /\/$|\.html?$/i.test(path) ? path : `${path}/`;
}
