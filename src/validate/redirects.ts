import { PlainScalar } from '../domain/source.ts';
import { REDIRECTS_PATH, type RedirectTarget, type WrittenRedirect } from '../domain/redirects.ts';
import type { Site } from '../domain/site/site.ts';
import { isUrlPath, parseUrl, type UrlPath } from '../domain/addresses.ts';
import { type Finding, keyAt, type Spot, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/wording.ts';
import type { Validated } from './setting.ts';
import type { Reader } from './reader.ts';

/** A host that no address names, to read paths with. */
const NOWHERE = 'https://path.invalid';

/** Makes redirects of what `content/redirects.yaml` holds, in their order: old paths and where they lead now. */
export function validateRedirects(given: unknown, site: Site): Validated<readonly WrittenRedirect[]> {
  if (given === undefined || given === null) return { value: [], findings: [] };
  if (typeof given !== 'object' || Array.isArray(given) || given instanceof PlainScalar) {
    const message = `Unexpected ${Array.isArray(given) ? 'list' : 'text'}, expected old paths and where they lead now`;
    const hint = 'write a line for each: `/old-address/: /new-address/`';
    return { value: [], findings: [{ code: 'value-type', path: REDIRECTS_PATH, at: WHOLE_FILE, message, hint }] };
  }
  const findings: Finding[] = [];
  const note = (at: Spot, message: string, hint: string): void => {
    findings.push({ code: 'redirect-invalid', path: REDIRECTS_PATH, at, message, hint });
  };
  const value = Object.entries(given).flatMap(([key, target]): readonly WrittenRedirect[] => {
    const from = readOldPath(key);
    if (from === undefined) note(keyAt(key), ...describeOldPath(key));
    const to = readTarget(target, site);
    if (to === undefined) note(valueAt(key), ...describeTarget(key, target));
    return from === undefined ? [] : [{ key, from, to }];
  });
  return { value, findings };
}

function describeOldPath(key: string): readonly [message: string, hint: string] {
  const written = /^\[object \w+\]$/.test(key) ? 'key that is no text' : `old path ${quote(key)}`;
  const message = `Unexpected ${written}, expected one like \`/news/old-address/\``;
  if (/[?#]/.test(key)) {
    return [message, 'leave out what comes after `?` or `#`: a page is found by its path alone'];
  }
  if (key.trim() === '/') return [message, 'the home page is always there, and leads nowhere else'];
  return [message, 'write the part of the old address after the host, beginning with `/`'];
}

function describeTarget(key: string, target: unknown): readonly [message: string, hint: string] {
  const expected = 'expected a path like `/new-address/` or an address like `https://example.com/`';
  if (target === null || target === '') {
    return [`Unexpected end of ${quote(key)}, ${expected}`, 'write after the colon where it leads now'];
  }
  if (typeof target === 'object' && !(target instanceof PlainScalar)) {
    const kind = Array.isArray(target) ? 'list' : 'group of keys';
    return [`Unexpected ${kind} under ${quote(key)}, ${expected}`, 'write one address after the colon'];
  }
  const written = target instanceof PlainScalar ? target.written : target;
  const message = `Unexpected target ${quote(written)}, ${expected}`;
  if (typeof written === 'string' && /\.md$/i.test(written))
    return [message, 'write the address of the story, or put the old path into its `aliases`'];
  return [message, 'begin a path on this site with one `/`, and an address elsewhere with `https://`'];
}

function readTarget(target: unknown, site: Site): RedirectTarget | undefined {
  if (typeof target !== 'string' || /\.md$/i.test(target)) return undefined;
  const written = target.trim();
  if (/^\/(?![/\\])/.test(written)) return pageOf(parseUrl(`${NOWHERE}${written}`), NOWHERE, '');
  if (!/^https?:\/\//i.test(written)) return undefined;
  const url = parseUrl(written);
  if (!url || `${url.username}${url.password}` !== '') return undefined;
  // An address of this site in full is one of its pages all the same.
  const isOwn = url.origin === site.origin && `${decode(url.pathname)}/`.startsWith(`${site.basePath}/`);
  return (isOwn ? pageOf(url, site.origin, site.basePath) : undefined) ?? { kind: 'elsewhere', url: url.href };
}

/** The page that an address leads to; `basePath` is not part of its path. */
function pageOf(url: URL | undefined, origin: string, basePath: string): RedirectTarget | undefined {
  if (!url || url.origin !== origin) return undefined;
  const path = decode(url.pathname).normalize('NFC').slice(basePath.length) || '/';
  if (!isUrlPath(path)) return undefined;
  return { kind: 'page', url: path, query: url.search, fragment: url.hash };
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * Reads the path of an old address on this site, percent-encoded or not. One without a file's ending is a folder, as
 * browsers ask for it: `/news/bridge` → `/news/bridge/`.
 *
 * @returns Nothing where it is no path, or the home page's.
 */
function readOldPath(written: string): UrlPath | undefined {
  const path = asFolder(decode(written.trim()).normalize('NFC'));
  return isUrlPath(path) && path !== '/' ? path : undefined;
}

/** An address with a slash at its end, unless it is that of a file. */
function asFolder(path: string): string {
  return /\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
}

/** Reads `aliases`: old paths on this site. */
export function readAliases(values: readonly string[] | undefined, reader: Reader): readonly UrlPath[] {
  return (values ?? []).flatMap((value, index) => {
    const path = readOldPath(value);
    if (path !== undefined) return [path];
    reader.note(
      'alias-invalid',
      valueAt('aliases', index),
      `Unexpected old path ${quote(value)}, expected one like \`/news/old-address/\``,
      'write the part of the old address after the host, beginning with `/`',
    );
    return [];
  });
}
