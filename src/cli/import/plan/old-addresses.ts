import { parseUrl } from '../../../domain/addresses.ts';
import type { ArchiveSite } from '../archive.ts';

/** Where an address of an archive stands on its old site. */
export interface OldPlace {
  /** From the site's own root, decoded, beginning with `/`, with or without `/` at its end, without `index.html` and doubled slashes. */
  readonly path: string;
  /** With `?`, or empty. */
  readonly query: string;
  /** With `#`, or empty. */
  readonly fragment: string;
}

/** Addresses of an old site, and what each leads to now. */
export class OldAddresses {
  private readonly base: string;
  /** The folder of the host that the site was in, with `/` at both ends. */
  private readonly folder: string;
  private readonly hosts: ReadonlySet<string>;
  private readonly targets = new Map<string, string>();

  constructor({ url, hosts = [] }: ArchiveSite) {
    const base = url === undefined ? undefined : parseUrl(url);
    this.base = base?.href ?? 'https://archive.invalid/';
    this.folder = `${decoded(base?.pathname ?? '').replace(/\/+$/, '')}/`;
    this.hosts = new Set([hostOf(this.base), ...hosts.map((host) => host.replace(/^www\./, ''))]);
  }

  /**
   * Where an address stands on the old site; `undefined` where it is one of another site, or none.
   *
   * @param from The address of the page that names it.
   */
  placeOf(address: string, from?: string): OldPlace | undefined {
    const url = this.resolve(address, from);
    if (!url || !/^https?:$/.test(url.protocol) || !this.hosts.has(hostOf(url.href))) return undefined;
    const path = decoded(url.pathname)
      .normalize('NFC')
      .replace(/\/{2,}/g, '/')
      .replace(/\/index\.(?:html?|php)$/i, '/');
    return { path: this.withinSite(path), query: url.search, fragment: url.hash };
  }

  /** A path of the host as one of the site, which may be in a folder of it. */
  private withinSite(path: string): string {
    return `${path}/`.startsWith(this.folder) ? `/${path.slice(this.folder.length)}` : path;
  }

  /** An address as a whole one. */
  resolve(address: string, from?: string): URL | undefined {
    const page = from === undefined ? undefined : parseAgainst(from, this.base);
    return parseAgainst(address, page?.href ?? this.base);
  }

  /** Says where an address leads now; one that is known already stays. */
  lead(address: string, target: string): void {
    const place = this.placeOf(address);
    if (!place) return;
    const key = keyOf(place.path) + place.query;
    if (!this.targets.has(key)) this.targets.set(key, target);
  }

  /** Where a place of the old site leads now, with the query or without it. */
  targetOf({ path, query }: OldPlace): string | undefined {
    const key = keyOf(path);
    return this.targets.get(key + query) ?? (key === '' && query !== '' ? undefined : this.targets.get(key));
  }
}

/** Capitals and the `/` at the end tell no pages apart. */
function keyOf(path: string): string {
  return path.replace(/\/+$/, '').toLowerCase();
}

function hostOf(url: string): string {
  return (parseUrl(url)?.host ?? '').replace(/^www\./, '');
}

function parseAgainst(address: string, base: string): URL | undefined {
  try {
    return new URL(address.trim(), base);
  } catch {
    return undefined;
  }
}

function decoded(path: string): string {
  return path
    .split('/')
    .map((part) => {
      try {
        // A slash within a name would be another path.
        return decodeURIComponent(part).replaceAll('/', '%2F');
      } catch {
        return part;
      }
    })
    .join('/');
}
