import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../demo.ts';
import { type Address, addressesInCss, addressesInHtml, addressesInJson, addressesInXml } from './addresses.ts';

/** What was found on the site itself. */
export interface Crawl {
  /** How many addresses of each kind lead to the site. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many of them name a part of a page. */
  readonly parts: number;
  /** Those that lead nowhere: `news/index.html: <a href> /gone/`. */
  readonly broken: readonly string[];
}

interface Found extends Address {
  readonly file: string;
}

/**
 * Reads every file of an output as those do who ask for it, and follows each address on the site: to a file, and to the part of
 * a page that it names.
 *
 * @param site Where the site says that it lives, with a slash at its end: `https://ledger.example/paper/`.
 */
export function crawlSite(folder: string, site: string): Crawl {
  const files = new Set(filesIn(folder));
  const ids = new Map<string, ReadonlySet<string>>();
  const found: Found[] = [];
  for (const file of files) {
    const note = (addresses: readonly Address[]): void => {
      found.push(...addresses.map((address) => ({ ...address, file })));
    };
    if (file.endsWith('.html')) {
      const page = addressesInHtml(textOf(folder, file));
      ids.set(file, page.ids);
      note(page.addresses);
    } else {
      note(addressesIn(file, () => textOf(folder, file)));
    }
  }
  const counts = new Map<string, number>();
  const broken = new Set<string>();
  let parts = 0;
  const { origin, pathname } = new URL(site);
  for (const { file, kind, written, hasParts } of found) {
    const tell = (): unknown => broken.add(`${file}: <${kind}> ${written}`);
    const url = parse(written, site + file.split('/').map(encodeURIComponent).join('/'));
    if (!url) tell();
    if (!url || url.origin !== origin) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const target = url.pathname.startsWith(pathname) ? fileAt(url.pathname.slice(pathname.length)) : undefined;
    if (target === undefined || !files.has(target)) {
      tell();
    } else if (hasParts && url.hash.length > 1) {
      parts += 1;
      // Media fragments are times, not parts (W3C Media Fragments).
      if (target.endsWith('.html') && !ids.get(target)?.has(decodeURIComponent(url.hash.slice(1)))) tell();
    }
  }
  return { counts, parts, broken: [...broken].sort() };
}

function addressesIn(file: string, text: () => string): readonly Address[] {
  if (file.endsWith('.xml')) return addressesInXml(text());
  if (file.endsWith('.css')) return addressesInCss(text());
  if (file === '_redirects') return redirectsIn(text().trimEnd().split('\n'));
  if (file === 'robots.txt') {
    return [...text().matchAll(/^Sitemap:\s*(\S+)/gim)].map(([, written = '']) => ({
      kind: 'robots',
      written,
      hasParts: false,
    }));
  }
  if (file === 'redirects.json') {
    const rules = Object.entries(JSON.parse(text()) as Readonly<Record<string, string | null>>);
    return redirectsIn(rules.map(([from, to]) => (to === null ? `${from} ${from} 410!` : `${from} ${to} 301`)));
  }
  return file.endsWith('.json') ? addressesInJson('json', text(), (html) => addressesInHtml(html).addresses) : [];
}

function redirectsIn(lines: readonly string[]): readonly Address[] {
  return lines.flatMap((line) => {
    const [from = '', to = '', status] = line.split(' ');
    // The page that says that it was withdrawn is sent with that status.
    if (status === '410!') return [{ kind: 'redirect to', written: to, hasParts: true }];
    if (status !== '301') return [{ kind: 'redirect', written: `http://${line}`, hasParts: false }];
    return [
      { kind: 'redirect from', written: from, hasParts: false },
      { kind: 'redirect to', written: to, hasParts: true },
    ];
  });
}

/** The file that a host sends for a path within the site. */
function fileAt(path: string): string {
  const file = decodeURIComponent(path);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

function parse(written: string, base: string): URL | undefined {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
