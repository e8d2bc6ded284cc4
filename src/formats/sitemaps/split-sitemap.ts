import type { UrlPath } from '../../domain/addresses.ts';

/** The most pages that a sitemap may list, by the sitemaps.org protocol. */
export const SITEMAP_LENGTH = 50_000;
/** The most bytes that it may have, uncompressed. The protocol says 52,428,800; some readers say 50 MB and mean this. */
export const SITEMAP_BYTES = 50_000_000;

/** Where and how sitemaps of a kind are split. */
export interface SitemapSplit<Entry> {
  /** What they are called: `2026-11` for `/sitemaps/2026-11.xml`. */
  readonly name: string;
  /** How many entries one may have. */
  readonly most: number;
  /** How many bytes an entry takes at the most. */
  readonly sizeOf: (entry: Entry) => number;
}

/** A sitemap and what it lists. */
export interface SitemapPart<Entry> {
  readonly url: UrlPath;
  readonly entries: readonly Entry[];
}

/**
 * Cuts a list of pages into as many sitemaps as the protocol asks for: one, or `…-0.xml` and `…-1.xml`, or `…-00.xml` and so
 * on. A page goes where the bits of its address say, so that another one more or less changes one sitemap, and at the most
 * cuts it in two or makes two of them one, however many there are.
 */
export function splitSitemap<Entry extends { readonly url: UrlPath }>(
  entries: readonly Entry[],
  split: SitemapSplit<Entry>,
): readonly SitemapPart<Entry>[] {
  return entries.length === 0 ? [] : cut(entries, '', split);
}

/** Where addresses are so much alike that no more bits tell them apart, they are the same. */
const MOST_BITS = 64;

function cut<Entry extends { readonly url: UrlPath }>(
  entries: readonly Entry[],
  bits: string,
  split: SitemapSplit<Entry>,
): readonly SitemapPart<Entry>[] {
  if (fits(entries, split) || bits.length === MOST_BITS) return [{ url: sitemapUrl(split.name, bits), entries }];
  const parts: readonly [Entry[], Entry[]] = [[], []];
  for (const entry of entries) parts[bitOf(entry.url, bits.length)].push(entry);
  return parts.flatMap((part, bit) => (part.length === 0 ? [] : cut(part, `${bits}${bit}`, split)));
}

function fits<Entry>(entries: readonly Entry[], { most, sizeOf }: SitemapSplit<Entry>): boolean {
  if (entries.length > most) return false;
  let size = FRAME;
  for (const entry of entries) size += sizeOf(entry);
  return size <= SITEMAP_BYTES;
}

/** What stands around the entries takes less. */
const FRAME = 1_000;

/** What a sitemap of a language is called that has its front there: `2026-11`, and of a further one `es/2026-11`. */
export function sitemapName(name: string, home: UrlPath): string {
  return `${home.slice(1)}${name}`;
}

/** The address of a sitemap; `bits` say which part it is. */
export function sitemapUrl(name: string, bits = ''): UrlPath {
  return `/sitemaps/${name}${bits === '' ? '' : `-${bits}`}.xml` as UrlPath;
}

const WORD = 32;

/** One bit of an address's hash (FNV-1a, with an offset of its own for each 32 bits, and mixed as MurmurHash3 ends). */
function bitOf(url: string, index: number): 0 | 1 {
  let hash = 0x811c9dc5 ^ Math.floor(index / WORD);
  for (let at = 0; at < url.length; at += 1) hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> (WORD - 1 - (index % WORD))) & 1) as 0 | 1;
}
