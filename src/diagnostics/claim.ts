import type { EditionToBe } from '../domain/edition.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { type Spot, WHOLE_FILE } from './finding.ts';

/** Who has an address: a file of the newsroom, and where in it the address comes from. */
export interface Holder {
  readonly path: string;
  readonly at: Spot;
  /** What has the address, as the words after “is the address of”. */
  readonly what: string;
  /** Whether an editor wrote the address itself, and not what it is made of. */
  readonly isChosen?: boolean;
  /** Whether it is a draft, which is shown but not published: what is written of its address holds until then, and is no fault. */
  readonly isDraft?: boolean;
  /** What to do where another has it too, unless the address is written in a key. */
  readonly hint?: string;
}

/** Says who has an address. It is asked only where two have one: few are, and there are very many addresses. */
export type HolderOf = () => Holder;

/** Who has an address that nobody wrote anywhere. */
export const OF_SITE: Omit<Holder, 'what'> = { path: SITE_PATH, at: WHOLE_FILE };

/** Who has an address that goes with a holder’s: `whatOf` says what it is of what the holder has. */
export function withWhat(holderOf: HolderOf, whatOf: (what: string) => string): HolderOf {
  return () => {
    const { what, ...place } = holderOf();
    return { ...place, what: whatOf(what) };
  };
}

/** A page's wish for an address. */
export interface Claim {
  readonly url: UrlPath;
  readonly holderOf: HolderOf;
  /** Whether the page is there only when an embargo ends: until then nothing can lead to it. */
  readonly isToCome?: boolean;
}

/** The wish for files that go with a page, beside it in its folder. */
export interface ClaimBeside {
  /** The address of the page, with a slash at its end. */
  readonly page: UrlPath;
  /** The names of the files, in lower case. */
  readonly beside: readonly string[];
  /** The wish for one of them. It is asked only where something else is in the folder too. */
  readonly claimOf: (name: string) => Claim;
}

/** The claim of a page that follows from the site, not from a file. */
export function claimOfSite(url: UrlPath, what: string): Claim {
  return { url, holderOf: () => ({ ...OF_SITE, what }) };
}

/** The claim of such a page, unless the newsroom has a page of its own there. */
export function claimUnlessOwn(
  url: UrlPath,
  what: string,
  { ownPages }: Pick<EditionToBe, 'ownPages'>,
): readonly Claim[] {
  return ownPages.some((page) => page.url === url) ? [] : [claimOfSite(url, what)];
}

/**
 * When a claim is made. Of two claims for one address the later loses, and is told; of those that follow from others, which can have
 * no other address, whoever had it is told.
 *
 * - `needed`: Broadsheet itself needs it.
 * - `section`: of the sections in `site.yaml`.
 * - `named`: of what else has a name in `site.yaml`, or a file of its own. Own pages come next.
 * - `unless-own`: a newsroom may have a page of its own there. Files of `content/media/` come next.
 * - `story`: of a story, or of what goes with one.
 * - `list`: of what stories name: topics, series.
 * - `follows`: of what follows from all these. Old addresses come next, and what texts lead to is looked up.
 * - `last`: of files that nobody leads to.
 */
export type ClaimRank = 'needed' | 'section' | 'named' | 'unless-own' | 'story' | 'list' | 'follows' | 'last';

/** What claims the addresses of the pages of a kind, by when it does. */
export type Claims = Readonly<Partial<Record<ClaimRank, (edition: EditionToBe) => Iterable<Claim | ClaimBeside>>>>;
