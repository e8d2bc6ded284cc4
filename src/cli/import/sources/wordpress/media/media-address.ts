/** Hosts of Jetpack's picture service, which has the address of a picture as its path. */
const PHOTON = /^i[0-3]\.wp\.com$/;

/** What says in a path that a file of media follows: of one site, of one of several, of an old installation of several. */
const UPLOADS = /\/(?:wp-content\/uploads|wp-content\/blogs\.dir\/\d+\/files|files)\/(?:sites\/\d+\/)?/;

/** The end of the name of a smaller copy: `-300x200` before the extension. */
const SIZE = /-\d{1,5}x\d{1,5}(?=\.[A-Za-z0-9]{2,5}$)/;

/** The end of the name of the copy that WordPress makes of a very large picture. */
const SCALED = /-scaled(?=\.[A-Za-z0-9]{2,5}$)/;

/** Where a medium is: its host, and its path as its name on a disk would be. */
export interface MediaPlace {
  /** In small letters; `undefined` where the address is a path. */
  readonly host: string | undefined;
  /** Below the folder of uploads if the address says that it is in one (`2019/03/a.jpg`), otherwise below the host. Decoded. */
  readonly path: string;
  readonly isUpload: boolean;
}

/** Where an address leads, if that may be a medium. What a picture service made of a picture counts as the picture. */
export function placeOfMedium(address: string): MediaPlace | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  const isRelative = url.host === RELATIVE;
  if (PHOTON.test(url.hostname)) return placeOfMedium(`https:/${url.pathname}`);
  const path = decode(url.pathname);
  if (path === undefined) return undefined;
  const upload = UPLOADS.exec(path);
  const below = upload ? path.slice(upload.index + upload[0].length) : path.replace(/^\/+/, '');
  // A parser resolves `..` but for one that is encoded.
  if (below === '' || below.split(/[/\\]/).includes('..') || below.includes('\0')) return undefined;
  const host = isRelative ? undefined : hostOf(url);
  return { host, path: below, isUpload: upload !== null };
}

/** The names that the original of a picture may have, the likeliest first: itself, without the size, the copy of a very large one, that one's original. */
export function namesOfOriginal(path: string): readonly string[] {
  const unsized = path.replace(SIZE, '');
  const scaled = unsized.replace(/(?=\.[A-Za-z0-9]{2,5}$)/, '-scaled');
  return [...new Set([unsized, scaled, unsized.replace(SCALED, ''), path])];
}

/** The host of an address, in small letters and without `www.`, which many sites have with and without. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^www\./, '');
}

const RELATIVE = 'relative.invalid';

/** An address as a URL: whole, without its scheme, or a path. */
function parseUrl(address: string): URL | undefined {
  const written = address.trim();
  if (!URL.canParse(written, `https://${RELATIVE}/`)) return undefined;
  const url = new URL(written, `https://${RELATIVE}/`);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
