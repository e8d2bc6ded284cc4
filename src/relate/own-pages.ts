import { CONTENT_KINDS } from '../domain/content-kinds.ts';
import type { DraftPage } from '../domain/edition.ts';
import type { OwnPageSource } from '../domain/site/own-pages.ts';
import { type LocalPublisher, PUBLISHER_PAGES, type Site } from '../domain/site/site.ts';
import type { ExternalLink } from '../domain/contributors.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { addressesOfLink } from './addresses/meant-addresses.ts';

/** The pages of `content/pages/` that an edition has, and those that it has not. */
export interface OwnPagesToBe {
  readonly published: readonly OwnPageSource[];
  readonly drafts: readonly OwnPageSource[];
}

/** Keeps drafts back, unless they are to be seen. */
export function sortOwnPages(pages: readonly OwnPageSource[], withDrafts: boolean): OwnPagesToBe {
  const isHeld = ({ draft }: OwnPageSource): boolean => draft && !withDrafts;
  return { published: pages.filter((page) => !isHeld(page)), drafts: pages.filter(isHeld) };
}

/** What is said of a draft that is not published. */
export function draftPage({ path, head }: OwnPageSource): DraftPage {
  return { path, headline: head?.title || path, reason: 'draft', until: undefined };
}

/** A site without the links of `site.yaml` that lead to drafts of pages, which are told of with all that lead nowhere. */
export function withoutLinksTo(drafts: readonly OwnPageSource[], site: Site): Site {
  const held = new Set<string>(drafts.flatMap(({ url }) => url ?? []));
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
export function findUnusedMedia(paths: readonly string[], used: ReadonlySet<string>): readonly Finding[] {
  return paths
    .filter((path) => path.startsWith(CONTENT_KINDS.ownPages.folder) && !used.has(path))
    .map((path) => ({
      code: 'file-misplaced' as const,
      path,
      at: WHOLE_FILE,
      message: 'Unexpected file, expected one that a page shows or links to',
      hint: 'move it to content/public/, which is copied to the root of the site, or to content/media/',
    }));
}
