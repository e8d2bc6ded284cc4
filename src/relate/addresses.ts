import type { Article } from '../domain/article.ts';
import type { Redirect } from '../domain/edition.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { type Finding, type Spot, valueAt } from '../diagnostics/finding.ts';
import { quote } from '../diagnostics/quote.ts';

/** Who has an address: a file of the newsroom, and where in it the address comes from. */
interface Holder {
  readonly path: string;
  readonly at: Spot;
  /** What has the address, as the words after “is already the address of”. */
  readonly what: string;
}

/** All addresses of an edition. No two pages share one. */
export class Addresses {
  private readonly holders = new Map<string, Holder>();
  private readonly findings: Finding[];

  constructor(findings: Finding[]) {
    this.findings = findings;
  }

  get urls(): readonly string[] {
    return [...this.holders.keys()];
  }

  has(url: string): boolean {
    return this.holders.has(url);
  }

  /** Takes an address for a page of Broadsheet's own, or of `site.yaml`. */
  claim(url: UrlPath, holder: Holder): void {
    const other = this.holders.get(url);
    if (!other) {
      this.holders.set(url, holder);
      return;
    }
    this.findings.push({
      code: 'url-duplicate',
      path: holder.path,
      at: holder.at,
      message: `Unexpected address ${quote(url)} for ${holder.what}, expected one that no other page has`,
      hint: `give one of the two another address: change \`slug\`, \`id\` or \`permalink\``,
      related: [{ path: other.path, at: other.at, message: `is the address of ${other.what} too` }],
    });
  }

  /** Takes the old addresses of a story, for redirects to its address now. */
  claimAliases({ aliases, path }: Article, to: UrlPath): readonly Redirect[] {
    return aliases.flatMap((from, index) => {
      const other = this.holders.get(from);
      const at = valueAt('aliases', index);
      if (!other) {
        this.holders.set(from, { path, at, what: 'a redirect' });
        return [{ from, to }];
      }
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
}
