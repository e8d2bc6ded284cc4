import type { EditionToBe } from '../../domain/edition.ts';
import { CORRECTIONS_URL } from '../../domain/corrections/correction-list.ts';
import type { Redirect } from '../../domain/redirects/redirects.ts';
import type { Claim, ClaimRank, Claims, Holder } from '../../diagnostics/claim.ts';
import { type Finding, keyAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { PUT_INTO_PUBLIC, quote } from '../../diagnostics/wording.ts';
import { ADMIN_URLS } from '../../domain/site/admin.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { MEDIA_FOLDER, publicUrl } from '../../domain/content/content-kinds.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import type { Addresses } from './addresses.ts';
import type { Newsroom } from '../newsroom.ts';
import type { SortedStories } from '../story/sorted-stories.ts';

/** What came of claiming all addresses. */
export interface ClaimedAddresses {
  /** Of published stories. */
  readonly aliases: readonly Redirect[];
  /** Addresses at which nothing is published yet. */
  readonly heldBackUrls: Set<string>;
  /** Whether the newsroom has something of its own at the address of the page of all corrections. */
  readonly hasOwnCorrections: boolean;
}

/**
 * Has the addresses of all pages claimed, in the order of {@link ClaimRank}: those that somebody wrote or named first, then those
 * that follow from them, and old ones last. What ranks last of all waits for {@link claimLast}.
 */
export function claimAddresses(
  { ownPages, media, publicFiles }: Newsroom,
  given: {
    readonly edition: Omit<EditionToBe, 'isTaken'>;
    readonly sorted: SortedStories;
    /** Of all kinds of page. */
    readonly claims: readonly Claims[];
  },
  addresses: Addresses,
  findings: Finding[],
): ClaimedAddresses & { readonly claimLast: () => void } {
  const { heldBack, checked } = given.sorted;
  const edition: EditionToBe = { ...given.edition, isTaken: (url) => addresses.has(url) };
  const heldBackUrls = new Set<string>([...heldBack.keys()].map(({ url }) => url));
  const claimAll = (rank: ClaimRank, claim: (claim: Claim) => void): void => {
    for (const claims of given.claims) {
      for (const made of claims[rank]?.(edition) ?? []) {
        if ('beside' in made) {
          addresses.claimBeside(made);
          continue;
        }
        claim(made);
        if (made.isToCome) heldBackUrls.add(made.url);
      }
    }
  };
  // What Broadsheet itself makes for hosts, and what an editor puts into content/public/, is meant to be obeyed.
  const claimAny = (made: Claim): void => addresses.claim(made);
  const claim = (made: Claim): void => addresses.claim(judged(made, findings));
  const claimFixed = (made: Claim): void => addresses.claimFixed(judged(made, findings));

  claimAll('needed', claimAny);
  for (const url of edition.site.admin ? Object.values(ADMIN_URLS) : []) {
    claimAny({ url, holderOf: () => ({ path: SITE_PATH, at: keyAt('admin'), what: 'the editor' }) });
  }
  claimAll('section', claim);
  claimAll('named', claim);
  for (const { path, url } of ownPages) {
    if (url !== undefined) claimAny({ url, holderOf: () => ownPageAt(url, path) });
  }
  claimAll('unless-own', claimAny);
  for (const path of media.paths.filter((file) => file.startsWith(MEDIA_FOLDER))) {
    claim({ url: mediaUrl(path), holderOf: () => ({ path, at: WHOLE_FILE, what: 'this file' }) });
  }
  for (const path of publicFiles) {
    claimAny({ url: publicUrl(path), holderOf: () => ({ path, at: WHOLE_FILE, what: 'this file', hint: OF_PUBLIC }) });
  }
  claimAll('story', claim);
  claimAll('list', claim);
  const hasOwnCorrections = addresses.has(CORRECTIONS_URL);
  claimAll('follows', claimFixed);

  const aliases: Redirect[] = [];
  for (const story of checked) {
    if (story.entry.aliases.length === 0) continue;
    const redirects = addresses.claimAliases(story.entry);
    if (!heldBack.has(story)) aliases.push(...redirects);
    else for (const { from, hasPage } of redirects) if (hasPage) heldBackUrls.add(from);
  }
  return { aliases, heldBackUrls, hasOwnCorrections, claimLast: () => claimAll('last', claimFixed) };
}

/** The holder of the address of a page of `content/pages/`. */
function ownPageAt(url: string, path: string): Holder {
  const hint =
    url === '/'
      ? 'give the file another name, or a `permalink` such as `/about/`: what stands on the home page is said in content/fronts/home.yaml'
      : 'give one of the two another address: this page by its `permalink`, or by the name of its file';
  return { path, at: keyAt('permalink'), what: 'this page', hint };
}

/** A claim, of which it is noted if its file would be one that hosts obey. */
function judged(made: Claim, findings: Finding[]): Claim {
  const name = nameForHosts(made.url);
  if (name === undefined) return made;
  const { path, at, what } = made.holderOf();
  findings.push({
    code: 'name-reserved',
    path,
    at,
    message: `Unexpected ${quote(name)} in the address of ${what}, expected a name that no host obeys`,
    hint: PUT_INTO_PUBLIC,
  });
  return made;
}

const OF_PUBLIC = 'rename it, or take it out of content/public/: files there may stand in the place of no page';

/** Claims the addresses of files beside stories and pages: they have the names of their folders. */
export function claimFiles(files: Iterable<string>, addresses: Addresses, findings: Finding[]): void {
  for (const path of [...files].filter((file) => !file.startsWith(MEDIA_FOLDER)).sort()) {
    const made = { url: mediaUrl(path), holderOf: () => ({ path, at: WHOLE_FILE, what: 'this file' }) };
    addresses.claimFixed(judged(made, findings));
  }
}
