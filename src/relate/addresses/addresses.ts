import type { Entry } from '../../domain/story/entry.ts';
import {
  NO_OLD_ADDRESS,
  type OldAddress,
  partsOfOld,
  type Redirect,
  targetAt,
} from '../../domain/redirects/redirects.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type Claim, type ClaimBeside, type Holder, type HolderOf, OF_SITE } from '../../diagnostics/claim.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
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
  private readonly pages = new Map<string, Registered>();
  /** The first that has a page further down, by the place of the folder around it. */
  private readonly folders = new Map<string, Registered>();
  /** What files go with pages that have a folder each, by the places of those. Nearly always nothing else is in such a folder. */
  private readonly beside = new Map<string, ClaimBeside>();
  /** Who has each old address that has no page of its own: one with a query, or one that differs in capitals from a page's. */
  private readonly rules = new Map<OldAddress, HolderOf>();
  /** The places of pages that lead on from old addresses. */
  private readonly olds = new Set<string>();
  private readonly findings: Finding[];

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  /** All but those of files that go with pages. */
  get urls(): readonly string[] {
    return [...this.pages.values()].map(({ url }) => url);
  }

  /** What is published, but for pages that lead on from old addresses; that of files that go with pages, too. */
  *published(): Iterable<Registered> {
    for (const [place, registered] of this.pages) if (!this.olds.has(place)) yield registered;
    for (const { page, beside, claimOf } of this.beside.values())
      for (const name of beside) yield { url: `${page}${name}` as UrlPath, holderOf: () => claimOf(name).holderOf() };
  }

  has(url: string): boolean {
    if (this.pages.get(placeOf(url))?.url === url) return true;
    const [folder, name] = cutName(url);
    const beside = this.beside.get(folder.toLowerCase());
    return beside?.page === `${folder}/` && beside.beside.includes(name);
  }

  /** Claims an address for a page. */
  claim({ url, holderOf }: Claim): void {
    const other = this.register(url, holderOf);
    if (!other) return;
    const hint = 'give one of the two another address: change `slug`, `id` or `permalink`';
    this.noteDuplicate({ url, holderOf }, other, hint);
  }

  /** Claims an address for a page that follows from others and can have no other: whoever has it is told. */
  claimFixed({ url, holderOf }: Claim): void {
    const other = this.register(url, holderOf);
    if (!other) return;
    const hint = 'give it another address: change its `slug`, `id` or `permalink`';
    this.noteDuplicate({ url: other.url, holderOf: other.holderOf }, { url, holderOf }, hint);
  }

  /** Claims addresses for files in the folder of a page. Of two pages with one address it is told once. */
  claimBeside(claim: ClaimBeside): void {
    const { page, beside, claimOf } = claim;
    const folder = page.slice(0, -1).toLowerCase();
    if (this.beside.has(folder)) return;
    if (!this.folders.has(folder)) {
      this.beside.set(folder, claim);
      return;
    }
    this.beside.set(folder, { ...claim, beside: [] });
    for (const name of beside) this.claim(claimOf(name));
  }

  /** Tells whoever comes second; and the first too where an editor chose the address of one of them. */
  private noteDuplicate({ url, holderOf }: Registered, first: Registered, hint: string): void {
    const [told, other] = [holderOf(), first.holderOf()];
    this.findings.push(duplicate({ url, holder: told }, { url: first.url, holder: other }, hint));
    if (told.isChosen || other.isChosen)
      this.findings.push(duplicate({ url: first.url, holder: other }, { url, holder: told }, hint));
  }

  /** Claims the old addresses of a story, for redirects to its address now. */
  claimAliases({ aliases, path, url, draft }: Entry): readonly Redirect[] {
    return aliases.flatMap((old, index) => {
      if (old === NO_OLD_ADDRESS) return [];
      const claimed = this.claimOld(old, { path, at: valueAt('aliases', index), isDraft: draft });
      return claimed ? [{ ...claimed, to: targetAt(url) }] : [];
    });
  }

  /** Claims an old address for a redirect: returns it as one, unless somebody has it. A draft may have what a withdrawn story had: it mostly is that. */
  claimOld(old: OldAddress, by: Pick<Holder, 'path' | 'at' | 'isDraft'>): Omit<Redirect, 'to'> | undefined {
    const { from, query } = partsOfOld(old);
    const holderOf: HolderOf = () => ({ ...by, what: 'a redirect' });
    const page = query === '' ? this.register(from, holderOf) : undefined;
    if (query === '' && !page) {
      this.olds.add(placeOf(from));
      return { from, query, hasPage: true };
    }
    // A page of its own would be the same file as the other's on many computers.
    const isPage = page && !isTwin(page.url, from);
    const other = isPage ? page.holderOf : this.rules.get(old);
    if (!other) {
      this.rules.set(old, holderOf);
      return { from, query, hasPage: false };
    }
    const holder = other();
    if (holder.isDraft) return undefined;
    this.findings.push({
      code: 'alias-collision',
      path: by.path,
      at: by.at,
      message: `Unexpected old address ${quote(old)}, expected one that no page has now`,
      hint: 'remove it here, or give the other page another address',
      related: [{ path: holder.path, at: holder.at, message: `is the address of ${holder.what}` }],
    });
    return undefined;
  }

  /** Registers an address, or says who has it. */
  private register(url: UrlPath, holderOf: HolderOf): Registered | undefined {
    const place = placeOf(url);
    const other = this.pages.get(place) ?? this.folders.get(place) ?? sitemapPartAt(place, url);
    if (other) return other;
    const isFolder = place.endsWith('/');
    // A page that has a folder of its own has the place of a file of that name, and the other way round.
    const [folder, twin] = isFolder ? [place.slice(0, -1), place.slice(0, -1)] : [place, `${place}/`];
    const beside = this.pages.get(placeOf(twin));
    if (beside) return beside;
    const folders = this.newFolders(folder);
    if (!Array.isArray(folders)) return folders;
    // Its own folder need not be noted, unless it has the name of another page's file.
    if (placeOf(folder) !== folder) folders.push(placeOf(folder));
    // Whoever has a file where this one needs a folder.
    const above = folders.map((at) => this.pages.get(at)).find((found) => found !== undefined);
    if (above) return above;
    const registered = { url, holderOf };
    this.pages.set(place, registered);
    for (const at of folders) this.folders.set(at, registered);
    return undefined;
  }

  /**
   * The places of the folders around a file or a folder that nobody has anything in, the innermost first; or who has one of these as a file
   * that goes with a page.
   */
  private newFolders(path: string): string[] | Registered {
    const folders: string[] = [];
    for (let inner = path, end = path.lastIndexOf('/'); end > 0; end = inner.lastIndexOf('/')) {
      const around = inner.slice(0, end);
      const place = placeOf(around);
      const name = inner.slice(end + 1);
      const beside = this.beside.get(place);
      if (beside?.beside.includes(name)) return beside.claimOf(name);
      // Those around a folder that is known are known, too.
      if (this.folders.has(place)) break;
      folders.push(place);
      inner = around;
    }
    return folders;
  }
}

/** The folder of a file, without a slash at its end, and the name of the file. */
function cutName(path: string): readonly [folder: string, name: string] {
  const end = path.lastIndexOf('/');
  return [path.slice(0, end), path.slice(end + 1)];
}

/** An address, and who has it. */
interface Registered {
  readonly url: UrlPath;
  readonly holderOf: HolderOf;
}

const INDEX = 'index.html';

/** What addresses of one file have in common, also where file systems do not tell capitals apart: `/News/index.html` → `/news/`. */
function placeOf(url: string): string {
  const place = url.toLowerCase();
  return place.endsWith(`/${INDEX}`) ? place.slice(0, -INDEX.length) : place;
}

const PART_OF_SITEMAP = /^\/sitemaps\/(pages|archives|news|\d{4}-\d\d)-[01]+\.xml$/;

/** What is kept for the parts of a sitemap that is too long to be one: how many there are is known late. */
function sitemapPartAt(place: string, url: UrlPath): Registered | undefined {
  const name = place.startsWith('/sitemaps/') ? PART_OF_SITEMAP.exec(place)?.[1] : undefined;
  return name === undefined
    ? undefined
    : { url, holderOf: () => ({ ...OF_SITE, what: `a part of the sitemap of ${name}` }) };
}

/** Whether two addresses differ in capitals only. */
function isTwin(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() === other.toLowerCase();
}

function duplicate(
  { url, holder }: { readonly url: UrlPath; readonly holder: Holder },
  other: { readonly url: UrlPath; readonly holder: Holder },
  hint: string,
): Finding {
  const hasTwin = isTwin(other.url, url);
  const wanted = holder.hint ?? hint;
  const expected = hasTwin
    ? `one that differs from ${quote(other.url)} in more than capitals`
    : 'one that no other page has';
  return {
    code: 'url-duplicate',
    path: holder.path,
    at: holder.at,
    message: `Unexpected address ${quote(url)} for ${holder.what}, expected ${expected}`,
    hint: hasTwin ? `many computers take the two for one file; ${wanted}` : wanted,
    related: [{ path: other.holder.path, at: other.holder.at, message: `is the address of ${other.holder.what} too` }],
  };
}

/** The address of a story: its own, or one by the site's pattern. A story without a section has none of it in its address either. */
export function storyUrl(
  { permalink, date, slug, section }: Pick<Article, 'permalink' | 'date' | 'slug' | 'section'>,
  site: Site,
): UrlPath {
  if (permalink !== undefined) return permalink;
  const parts: Readonly<Record<string, string>> = {
    ...datePartsAt(date.instant, site.timeZone),
    slug,
    section: section ?? '',
  };
  const filled = site.permalink.replace(/\{(\w+)\}/g, (_all, token: string) => parts[token] ?? '');
  return filled.replace(/\/{2,}/g, '/') as UrlPath;
}
