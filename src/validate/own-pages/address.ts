import { isUrlPath, type UrlPath } from '../../domain/addresses.ts';
import { isMarkdownPage, ownPageName } from '../../domain/site/own-pages.ts';
import { type Finding, type Spot, valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { PUT_INTO_PUBLIC, quote } from '../../diagnostics/wording.ts';
import { slugFrom } from '../story/slug.ts';

/** What the front matter of a page of `content/pages/` says of its address, as far as it is one. */
export interface AddressKeys {
  readonly permalink?: unknown;
  readonly pagination?: unknown;
  readonly eleventyComputed?: unknown;
  readonly eleventyAllowMissingExtension?: unknown;
}

/** The address of a page of `content/pages/`, or why there is none. */
export type OwnAddress =
  | { readonly kind: 'address'; readonly url: UrlPath }
  /** It is not written to a file. */
  | { readonly kind: 'none' }
  /** Only Eleventy can compute it. */
  | { readonly kind: 'computed' }
  | { readonly kind: 'wrong'; readonly finding: Omit<Finding, 'path'> };

/** The longest whole address that a file can have: systems take paths of 4,096 bytes, and the output is in a folder. */
const LONGEST = 2_000;

/** The address of a page: its `permalink`, or its path as a folder. What a build writes, and what `check` judges. */
export function ownAddress(path: string, keys: AddressKeys): OwnAddress {
  const { permalink } = keys;
  if (!isMarkdownPage(path) && isComputed(path, keys)) return { kind: 'computed' };
  if (permalink === false) return isMarkdownPage(path) ? wrongAddress(path, permalink) : { kind: 'none' };
  if (permalink === undefined || permalink === null || permalink === '') return addressByName(path);
  if (typeof permalink !== 'string') return wrongAddress(path, permalink);
  const url = `/${permalink.replace(/^\//, '')}`.replace(/\/index\.html$/, '/');
  const isWhole = hasEnding(url) || (!isMarkdownPage(path) && keys.eleventyAllowMissingExtension === true);
  if (!isWhole || !isUrlPath(url) || url.length > LONGEST) return wrongAddress(path, permalink);
  const obeyed = nameForHosts(url);
  return obeyed === undefined ? { kind: 'address', url } : obeyedAddress(obeyed, valueAt('permalink'));
}

/** Eleventy renders a `permalink` in the language of the template, and has other ways to give several pages or none. */
function isComputed(path: string, { permalink, pagination, eleventyComputed }: AddressKeys): boolean {
  if (pagination !== undefined && pagination !== null) return true;
  if (typeof permalink === 'object' && permalink !== null) return true;
  const computed = typeof eleventyComputed === 'object' && eleventyComputed !== null ? eleventyComputed : {};
  if (Object.hasOwn(computed, 'permalink')) return true;
  return !/\.html$/i.test(path) && typeof permalink === 'string' && /\{[{%]/.test(permalink);
}

function hasEnding(url: string): boolean {
  return url.endsWith('/') || /[^/]\.[a-z0-9]+$/i.test(url);
}

/** Says that a page would be a file that hosts obey. */
function obeyedAddress(name: string, at: Spot): OwnAddress {
  const message = `Unexpected ${quote(name)} in the address of a page, expected a name that no host obeys`;
  return { kind: 'wrong', finding: { code: 'permalink-invalid', at, message, hint: PUT_INTO_PUBLIC } };
}

/**
 * The address that a file has by its name: `content/pages/about.md` → `/about/`. As in Eleventy, `index` and a file of the name of
 * its folder are the page of the folder. A name that is no part of an address makes one: `About us` → `about-us`.
 */
function addressByName(path: string): OwnAddress {
  const names = ownPageName(path).split('/');
  const name = names.at(-1);
  const own = name === 'index' || (names.length > 1 && name === names.at(-2)) ? names.slice(0, -1) : names;
  const segments = own.map(segmentFrom);
  const url = ['', ...segments, ''].join('/').replace(/^\/\/$/, '/');
  const obeyed = nameForHosts(url);
  if (obeyed !== undefined) return obeyedAddress(obeyed, WHOLE_FILE);
  if (segments.every((segment) => segment !== '') && isUrlPath(url) && url.length <= LONGEST) {
    return { kind: 'address', url };
  }
  const message = `Unexpected file name ${quote(path.split('/').at(-1))}, expected one that makes an address`;
  const hint = 'rename it to words joined by hyphens, or give it a `permalink` such as `/about-us/`';
  return { kind: 'wrong', finding: { code: 'permalink-invalid', at: WHOLE_FILE, message, hint } };
}

/** The part of an address that a name makes; the name itself, where it is one. */
function segmentFrom(name: string): string {
  if (isUrlPath(`/${name}/`)) return name;
  const joined = name
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}._~]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slugFrom(name) ?? (/[\p{L}\p{N}]/u.test(joined) ? joined : '');
}

/** Says that a `permalink` is no address, and which it may be meant to be. */
function wrongAddress(path: string, permalink: unknown): OwnAddress {
  const message = `Unexpected address ${quote(permalink)}, expected a path that ends with \`/\` or with a file name such as \`rules.html\``;
  return {
    kind: 'wrong',
    finding: { code: 'permalink-invalid', at: valueAt('permalink'), message, hint: hintForWrong(path, permalink) },
  };
}

function hintForWrong(path: string, permalink: unknown): string {
  const own = `write ${quote(`/${segmentFrom(ownPageName(path).split('/').at(-1) ?? '') || 'about-us'}/`)}`;
  if (permalink === false) return `${own}; a page that nobody is to read yet is a \`draft: true\``;
  const written = onlyText(permalink);
  if (written === undefined) return own;
  if (written.length > LONGEST) return `shorten it: no address has more than ${LONGEST} characters`;
  if (/\{[{%]|\/:[a-z]/.test(written)) return `${own}; nothing is filled in here, so write the whole address`;
  const meant = meantBy(written);
  if (typeof permalink !== 'string') return meant === undefined ? own : `write ${quote(meant)}`;
  if (meant === undefined || meant === written) return `${own}; files without an ending belong into content/public/`;
  const further = isBare(written) ? '; files without an ending belong into content/public/' : '';
  return meant.length < MOST_SHOWN
    ? `write ${quote(meant)}${further}`
    : 'shorten its names: none has more than 255 bytes';
}

/** So many characters of an address are shown. */
const MOST_SHOWN = 60;

/** A text, or the only one in a list or a group of keys: `permalink: [/about/]`, `permalink: { build: /about/ }`. */
function onlyText(permalink: unknown): string | undefined {
  if (typeof permalink === 'string') return permalink;
  if (typeof permalink !== 'object' || permalink === null) return undefined;
  const [only, ...others] = Object.values(permalink);
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

/** Whether nothing is wrong with an address but that it has no ending. */
function isBare(permalink: unknown): boolean {
  return typeof permalink === 'string' && isUrlPath(`/${permalink.replace(/^\//, '')}`);
}

function meantBy(permalink: string): string | undefined {
  const path = decoded(permalink.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''));
  const segments = path.split('/').flatMap((name) => segmentFrom(name) || []);
  if (segments.length === 0) return undefined;
  const url = `/${segments.join('/')}`;
  const address = hasEnding(url) ? url : `${url}/`;
  const isGood = isUrlPath(address) && address.length <= LONGEST && nameForHosts(address) === undefined;
  return isGood ? address : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
