import { CONTENT_KINDS } from '../domain/content/content-kinds.ts';
import type { HeldBackPage } from '../domain/edition.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import type { OwnPageSource } from '../domain/site/own-pages.ts';
import { type LocalPublisher, PUBLISHER_PAGES, type Site } from '../domain/site/site.ts';
import type { ExternalLink } from '../domain/contributors.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { addressesOfLink } from './addresses/meant-addresses.ts';
import type { EditionOptions } from './newsroom.ts';

/** The pages of `content/pages/` by what becomes of them, each list in the order of their files. */
export interface SortedOwnPages {
  readonly published: readonly OwnPageSource[];
  /** Drafts, and those that are left out because of their errors. */
  readonly heldBack: readonly OwnPageSource[];
}

/** Keeps back drafts, unless they are to be seen, and what is left out. */
export function sortOwnPages(pages: readonly OwnPageSource[], { withDrafts, leftOut }: EditionOptions): SortedOwnPages {
  const isHeldBack = ({ path, draft }: OwnPageSource): boolean => (draft && !withDrafts) || leftOut?.has(path) === true;
  return { published: pages.filter((page) => !isHeldBack(page)), heldBack: pages.filter(isHeldBack) };
}

/** What is said of a page that is not published. */
export function heldBackPage({ path, url, draft, head }: OwnPageSource, { withDrafts }: EditionOptions): HeldBackPage {
  const reason = draft && !withDrafts ? 'draft' : 'errors';
  return { path, url, headline: head?.title || path, reason, until: undefined };
}

/** The addresses at which there would be pages that are held back, but for those that another page has meanwhile. */
export function addressesHeldBack({ published, heldBack }: SortedOwnPages): ReadonlySet<string> {
  const held = new Set<string>(heldBack.flatMap(({ url }) => url ?? []));
  for (const { url } of published) if (url !== undefined) held.delete(url);
  return held;
}

/** A site without the links of `site.yaml` that lead to addresses of pages that are held back: they are told of with all that lead nowhere. */
export function withoutLinksTo(held: ReadonlySet<string>, site: Site): Site {
  if (held.size === 0) return site;
  const leads = (url: string | undefined): boolean =>
    url === undefined || !addressesOfLink(url, site).some((address) => held.has(address));
  const links = (all: readonly ExternalLink[]): readonly ExternalLink[] => all.filter(({ url }) => leads(url));
  const publisher = <Kind extends LocalPublisher>(one: Kind): Kind => {
    const gone = PUBLISHER_PAGES.filter((key) => !leads(one[key]));
    return { ...one, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
  };
  return {
    ...site,
    navigation: site.navigation && links(site.navigation),
    social: links(site.social),
    publisher: publisher(site.publisher),
    liveStrip: leads(site.liveStrip?.url) ? site.liveStrip : undefined,
    languages: site.languages.map((language) => ({
      ...language,
      navigation: language.navigation && links(language.navigation),
      publisher: publisher(language.publisher),
    })),
  };
}

/** The media of `content/pages/` that no page shows or links to: they are published with a page only. */
export function findUnusedMedia(media: MediaLibrary, used: ReadonlySet<string>): readonly Finding[] {
  return (
    media.paths
      .filter((path) => path.startsWith(CONTENT_KINDS.ownPages.folder) && !used.has(path))
      // Of those that cannot be read it is told where a page names them.
      .filter((path) => media.find(path).kind !== 'unreadable')
      .map((path) => ({
        code: 'file-misplaced' as const,
        path,
        at: WHOLE_FILE,
        message: 'Unexpected file, expected one that a page shows or links to',
        hint: 'move it to content/public/, which is copied to the root of the site, or to content/media/',
      }))
  );
}
