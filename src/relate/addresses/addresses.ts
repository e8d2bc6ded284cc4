import type { Entry } from '../../domain/story/entry.ts';
import { type Redirect, redirectTo } from '../../domain/redirects.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type Claim, type Holder, type HolderOf, OF_SITE } from '../../diagnostics/claim.ts';
import { type Finding, type Spot, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Article } from '../../domain/story/article.ts';
import type { Site } from '../../domain/site/site.ts';
import { datePartsAt } from '../../time/print-time.ts';

/**
 * All addresses of an edition. No two pages share one, nor the file that it stands for: `/news/` and `/news/index.html`
 * are one file, and below the file `/feed.xml` there is no folder.
 */
export class Addresses {
  /** Who has each place, and by which address. */
  private readonly pages = new Map<string, { readonly url: UrlPath; readonly holderOf: HolderOf }>();
  /** The first that has a page further down, by the place of the folder around it. */
  private readonly folders = new Map<string, HolderOf>();
  private readonly findings: Finding[];

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  get urls(): readonly string[] {
    return [...this.pages.values()].map(({ url }) => url);
  }

  has(url: string): boolean {
    return this.pages.get(placeOf(url))?.url === url;
  }

  /** Claims an address for a page. */
  claim({ url, holderOf }: Claim): void {
    const other = this.register(url, holderOf);
    if (!other) return;
    const hint = 'give one of the two another address: change `slug`, `id` or `permalink`';
    this.findings.push(duplicate(url, { told: holderOf(), other: other(), hint }));
  }

  /** Claims an address for a page that follows from others and can have no other: whoever has it is told. */
  claimFixed({ url, holderOf }: Claim): void {
    const other = this.register(url, holderOf);
    if (!other) return;
    const hint = 'give it another address: change its `slug`, `id` or `permalink`';
    this.findings.push(duplicate(url, { told: other(), other: holderOf(), hint }));
  }

  /** Claims the old addresses of a story, for redirects to its address now. */
  claimAliases({ aliases, path, url }: Entry): readonly Redirect[] {
    return aliases.flatMap((from, index) =>
      this.claimOld(from, path, valueAt('aliases', index)) ? [redirectTo(from, url)] : [],
    );
  }

  /** Claims an old address for a redirect. Returns whether nobody has it. */
  claimOld(from: UrlPath, path: string, at: Spot): boolean {
    const holderOf = this.register(from, () => ({ path, at, what: 'a redirect' }));
    if (!holderOf) return true;
    const other = holderOf();
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

  /** Registers an address, or says who has it. */
  private register(url: UrlPath, holderOf: HolderOf): HolderOf | undefined {
    const place = placeOf(url);
    const other = this.pages.get(place)?.holderOf ?? this.folders.get(place) ?? sitemapPartAt(place);
    if (other) return other;
    const isFolder = place.endsWith('/');
    // A page that has a folder of its own has the place of a file of that name, and the other way round.
    const [folder, twin] = isFolder ? [place.slice(0, -1), place.slice(0, -1)] : [place, `${place}/`];
    const beside = this.pages.get(placeOf(twin));
    if (beside) return beside.holderOf;
    const folders = this.newFolders(folder);
    // Its own folder need not be noted, unless it has the name of another page's file.
    if (placeOf(folder) !== folder) folders.push(placeOf(folder));
    // Whoever has a file where this one needs a folder.
    const above = folders.map((at) => this.pages.get(at)).find((found) => found !== undefined);
    if (above) return above.holderOf;
    this.pages.set(place, { url, holderOf });
    for (const at of folders) this.folders.set(at, holderOf);
    return undefined;
  }

  /** The places of the folders around a file or a folder that nobody has anything in, the innermost first. */
  private newFolders(path: string): string[] {
    const folders: string[] = [];
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const place = placeOf(path.slice(0, end));
      // Those around a folder that is known are known, too.
      if (this.folders.has(place)) break;
      folders.push(place);
    }
    return folders;
  }
}

const INDEX = 'index.html';

/** What addresses of one file have in common: `/news/index.html` → `/news/`. */
function placeOf(url: string): string {
  return url.endsWith(`/${INDEX}`) ? url.slice(0, -INDEX.length) : url;
}

const PART_OF_SITEMAP = /^\/sitemaps\/(pages|archives|news|\d{4}-\d\d)-[01]+\.xml$/;

/** What is kept for the parts of a sitemap that is too long to be one: how many there are is known late. */
function sitemapPartAt(place: string): HolderOf | undefined {
  const name = place.startsWith('/sitemaps/') ? PART_OF_SITEMAP.exec(place)?.[1] : undefined;
  return name === undefined ? undefined : () => ({ ...OF_SITE, what: `a part of the sitemap of ${name}` });
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

/** The address of a story, by the site's pattern. A story without a section has none of it in its address either. */
export function storyUrl({ date, slug, section }: Pick<Article, 'date' | 'slug' | 'section'>, site: Site): UrlPath {
  const parts: Readonly<Record<string, string>> = {
    ...datePartsAt(date.instant, site.timeZone),
    slug,
    section: section ?? '',
  };
  const filled = site.permalink.replace(/\{(\w+)\}/g, (_all, token: string) => parts[token] ?? '');
  return filled.replace(/\/{2,}/g, '/') as UrlPath;
}
