import type { Entry } from '../domain/entry.ts';
import { type Redirect, redirectTo } from '../domain/redirect.ts';
import { SITE_PATH } from '../domain/site.ts';
import { outputPath, type UrlPath } from '../domain/url-path.ts';
import { type Finding, type Spot, valueAt, WHOLE_FILE } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';

/** Who has an address: a file of the newsroom, and where in it the address comes from. */
export interface Holder {
  readonly path: string;
  readonly at: Spot;
  /** What has the address, as the words after “is the address of”. */
  readonly what: string;
}

/** Who has an address that nobody wrote anywhere. */
export const OF_SITE: Omit<Holder, 'what'> = { path: SITE_PATH, at: WHOLE_FILE };

/**
 * All addresses of an edition. No two pages share one, nor the file that it stands for: `/news/` and `/news/index.html`
 * are one file, and below the file `/feed.xml` there is no folder.
 */
export class Addresses {
  /** Who has each file, and by which address. */
  private readonly files = new Map<string, { readonly url: UrlPath; readonly holder: Holder }>();
  /** The first that has a file in each folder. */
  private readonly folders = new Map<string, Holder>();
  private readonly findings: Finding[];

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  get urls(): readonly string[] {
    return [...this.files.values()].map(({ url }) => url);
  }

  has(url: string): boolean {
    return this.files.get(outputPath(url as UrlPath))?.url === url;
  }

  /** Takes an address for a page. */
  claim(url: UrlPath, holder: Holder): void {
    const other = this.take(url, holder);
    if (!other) return;
    const hint = 'give one of the two another address: change `slug`, `id` or `permalink`';
    this.findings.push(duplicate(url, { told: holder, other, hint }));
  }

  /** Takes an address for a page that follows from others and can have no other: whoever has it is told. */
  claimFixed(url: UrlPath, holder: Holder): void {
    const other = this.take(url, holder);
    if (!other) return;
    const hint = 'give it another address: change its `slug`, `id` or `permalink`';
    this.findings.push(duplicate(url, { told: other, other: holder, hint }));
  }

  /** Takes the old addresses of a story, for redirects to its address now. */
  claimAliases({ aliases, path, url }: Entry): readonly Redirect[] {
    return aliases.flatMap((from, index) =>
      this.claimOld(from, path, valueAt('aliases', index)) ? [redirectTo(from, url)] : [],
    );
  }

  /** Takes an old address for a redirect. Returns whether nobody has it. */
  claimOld(from: UrlPath, path: string, at: Spot): boolean {
    const other = this.take(from, { path, at, what: 'a redirect' });
    if (!other) return true;
    this.findings.push({
      code: 'alias-collision',
      path,
      at,
      message: `Unexpected old address ${quote(from)}, expected one that no page has now`,
      hint: 'remove it here, or give the other page another address',
      related: [{ path: other.path, at: other.at, message: `is the address of ${other.what}` }],
    });
    return false;
  }

  /** Takes an address, or says who has it. */
  private take(url: UrlPath, holder: Holder): Holder | undefined {
    const file = outputPath(url);
    const other = this.files.get(file)?.holder ?? this.folders.get(file) ?? sitemapPartAt(file);
    if (other) return other;
    const folders = this.newFolders(file);
    // Whoever has a file where this one needs a folder.
    const above = folders.map((folder) => this.files.get(folder)).find((found) => found !== undefined);
    if (above) return above.holder;
    this.files.set(file, { url, holder });
    for (const folder of folders) this.folders.set(folder, holder);
    return undefined;
  }

  /** The folders of a file that nobody has anything in, the innermost first. What is known for a folder is no file. */
  private newFolders(file: string): readonly string[] {
    const folders: string[] = [];
    for (let folder = folderOf(file); folder !== undefined && !this.folders.has(folder); folder = folderOf(folder)) {
      folders.push(folder);
    }
    return folders;
  }
}

const PART_OF_SITEMAP = /^sitemaps\/(pages|archives|news|\d{4}-\d\d)-[01]+\.xml$/;

/** What is kept for the parts of a sitemap that is too long to be one: how many there are is known late. */
function sitemapPartAt(file: string): Holder | undefined {
  const name = file.startsWith('sitemaps/') ? PART_OF_SITEMAP.exec(file)?.[1] : undefined;
  return name === undefined ? undefined : { ...OF_SITE, what: `a part of the sitemap of ${name}` };
}

/** The folder that a file or a folder stands in: `a/b/c.html` → `a/b`. */
function folderOf(path: string): string | undefined {
  const end = path.lastIndexOf('/');
  return end < 0 ? undefined : path.slice(0, end);
}

function duplicate(
  url: UrlPath,
  { told, other, hint }: { readonly told: Holder; readonly other: Holder; readonly hint: string },
): Finding {
  return {
    code: 'url-duplicate',
    path: told.path,
    at: told.at,
    message: `Unexpected address ${quote(url)} for ${told.what}, expected one that no other page has`,
    hint,
    related: [{ path: other.path, at: other.at, message: `is the address of ${other.what} too` }],
  };
}
