import type { Redirect } from '../domain/edition.ts';
import type { Entry } from '../domain/entry.ts';
import { outputPath, type UrlPath } from '../domain/url-path.ts';
import { type Finding, type Spot, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';

/** Who has an address: a file of the newsroom, and where in it the address comes from. */
export interface Holder {
  readonly path: string;
  readonly at: Spot;
  /** What has the address, as the words after “is the address of”. */
  readonly what: string;
}

/**
 * All addresses of an edition. No two pages share one, nor the file that it stands for: `/news/` and `/news/index.html`
 * are one file, and below the file `/feed.xml` there is no folder.
 */
export class Addresses {
  private readonly taken = new Map<UrlPath, Holder>();
  private readonly files = new Map<string, Holder>();
  private readonly folders = new Map<string, Holder>();
  private readonly findings: Finding[];

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  get urls(): readonly string[] {
    return [...this.taken.keys()];
  }

  has(url: string): boolean {
    return this.taken.has(url as UrlPath);
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
  claimAliases({ aliases, path, url: to }: Entry): readonly Redirect[] {
    return aliases.flatMap((from, index) => {
      const at = valueAt('aliases', index);
      const other = this.take(from, { path, at, what: 'a redirect' });
      if (!other) return [{ from, to }];
      this.findings.push({
        code: 'alias-collision',
        path,
        at,
        message: `Unexpected old address ${quote(from)}, expected one that no page has now`,
        hint: 'remove it here, or give the other page another address',
        related: [{ path: other.path, at: other.at, message: `is the address of ${other.what}` }],
      });
      return [];
    });
  }

  /** Takes an address, or says who has it. */
  private take(url: UrlPath, holder: Holder): Holder | undefined {
    const file = outputPath(url);
    const folders = foldersOf(file);
    const other = this.files.get(file) ?? this.folders.get(file) ?? this.firstFile(folders);
    if (other) return other;
    this.taken.set(url, holder);
    this.files.set(file, holder);
    for (const folder of folders) if (!this.folders.has(folder)) this.folders.set(folder, holder);
    return undefined;
  }

  private firstFile(paths: readonly string[]): Holder | undefined {
    const found = paths.find((path) => this.files.has(path));
    return found === undefined ? undefined : this.files.get(found);
  }
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

/** The folders that a file stands in: `a/b/c.html` → `a`, `a/b`. */
function foldersOf(file: string): readonly string[] {
  const folders: string[] = [];
  for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) folders.push(file.slice(0, at));
  return folders;
}
