import { parseUrl, readPath } from '../addresses.ts';
import { hasForbidden } from '../invisible.ts';

/**
 * An address that somebody wrote, under a key or in a text, judged as browsers read it (WHATWG URL). Every place that takes addresses
 * asks {@link readAddress}, and says which kinds it takes.
 */
export type Address =
  /** A path on the site from its root, percent-encoded: `/news/?page=2#top`. */
  | { readonly kind: 'path'; readonly path: string }
  /** A web address in its normal form. */
  | { readonly kind: 'web'; readonly url: string }
  /** `mailto:`, with what stands behind it. */
  | { readonly kind: 'mail'; readonly mailbox: string }
  /** `tel:`, with what stands behind it. */
  | { readonly kind: 'phone'; readonly number: string }
  /** A place of the same page, or none: `#repairs`. */
  | { readonly kind: 'fragment'; readonly fragment: string }
  /** A path from the file that it is written in: `../10/report.md`. It is an address only once there is something at it. */
  | { readonly kind: 'file' }
  | { readonly kind: 'fault'; readonly fault: AddressFault };

/** Why a text is no address, though it may look like one. */
export type AddressFault =
  /** A character that browsers pass over or take for another. */
  | { readonly kind: 'character'; readonly character: string }
  /** It begins with `//`, which leads to another host. */
  | { readonly kind: 'host' }
  /** Part of the path goes up, or stays where it is. */
  | { readonly kind: 'dots' }
  /** Before the host there is a name, which looks like the host. */
  | { readonly kind: 'name' }
  /** Its scheme is none that leads to a page, to mail or to a telephone. */
  | { readonly kind: 'scheme' }
  /** No browser can read it. */
  | { readonly kind: 'unreadable' };

/** White space, `\\`, which browsers take for `/`, and marks of direction, which show an address as another. */
const REFUSED = /[\s\\\u202a-\u202e\u2066-\u2069]/;

/** A space between two other signs, as names of files have it: browsers percent-encode it. */
const INNER_SPACE = /(?<=[^\s/]) (?=[^\s/])/g;

/** Judges an address as it was written. Spaces around it are no part of it; those within a name are percent-encoded. */
export function readAddress(written: string): Address {
  const trimmed = written.trim();
  const text = trimmed.includes(' ') ? trimmed.replace(INNER_SPACE, '%20') : trimmed;
  const character = REFUSED.exec(text)?.[0] ?? forbiddenIn(text);
  if (character !== undefined) return fault({ kind: 'character', character });
  if (text.startsWith('#')) return { kind: 'fragment', fragment: text.slice(1) };
  if (text.startsWith('/')) return readPathAddress(text);
  const [start, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(text) ?? [];
  if (start === undefined) return { kind: 'file' };
  switch (scheme?.toLowerCase()) {
    case 'http':
    case 'https':
      return readWeb(text);
    case 'mailto':
      return { kind: 'mail', mailbox: text.slice(start.length) };
    case 'tel':
      return { kind: 'phone', number: text.slice(start.length) };
    default:
      return fault({ kind: 'scheme' });
  }
}

/**
 * Judges the address of the site itself: a web address of a folder, whose path is what all paths of the site begin with. Its
 * percent-encoding can be read, and no part of it is empty, so that no path of the site begins with `//`.
 */
export function readSiteAddress(written: string): Address {
  const address = readAddress(written);
  if (address.kind !== 'web') return address;
  const { pathname, search, hash } = new URL(address.url);
  const isFolder = search === '' && hash === '' && !/\/index\.\w+$/i.test(pathname);
  const isGood = isFolder && isDecodable(pathname) && readPath(pathname).kind === 'path';
  return isGood ? address : fault({ kind: 'unreadable' });
}

function isDecodable(path: string): boolean {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

/** An address with its spaces percent-encoded: names of files may have them, and Markdown allows them between `<` and `>`. */
export function encodeSpaces(written: string): string {
  return /\p{Zs}/u.test(written) ? written.trim().replace(/\p{Zs}/gu, encodeURIComponent) : written;
}

function fault(kind: AddressFault): Address {
  return { kind: 'fault', fault: kind };
}

function forbiddenIn(text: string): string | undefined {
  return hasForbidden(text) ? [...text].find((character) => hasForbidden(character)) : undefined;
}

/** What stands for a control character or for a backslash in a path: no file can have it in its name. */
const ENCODED = /%(?:[01][0-9a-f]|7f|5c)/i;
/** `.` or `..` as a part of a path, percent-encoded or not. */
const DOTS = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

function readPathAddress(text: string): Address {
  if (text.startsWith('//')) return fault({ kind: 'host' });
  const path = text.replace(/[?#].*$/s, '');
  const encoded = ENCODED.exec(path)?.[0];
  if (encoded !== undefined) return fault({ kind: 'character', character: decodeURIComponent(encoded) });
  return DOTS.test(path) ? fault({ kind: 'dots' }) : { kind: 'path', path: text };
}

function readWeb(text: string): Address {
  if (!/^https?:\/\/[^/]/i.test(text)) return fault({ kind: 'unreadable' });
  const url = parseUrl(text);
  if (!url) return fault({ kind: 'unreadable' });
  const hasName = url.username !== '' || url.password !== '' || /^[a-z]+:\/\/[^/?#]*@/i.test(text);
  return hasName ? fault({ kind: 'name' }) : { kind: 'web', url: url.href };
}
