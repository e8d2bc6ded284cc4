import type { ExternalLink } from '../domain/contributors.ts';
import { needlesFor } from '../domain/content/source.ts';
import { pathToCheck, PUBLISHER_PAGES, SITE_PATH } from '../domain/site/site.ts';
import { type Finding, type Spot, valueAt } from '../diagnostics/finding.ts';
import type { Destinations } from './story/destinations.ts';
import type { Newsroom } from './newsroom.ts';
import { resolveReferences } from './story/references.ts';

/** An address that stands under a key, and where. */
interface KeyLink {
  readonly path: string;
  readonly url: string | undefined;
  readonly at: Spot;
}

/** Finds out whether the addresses under keys of `site.yaml`, of contributors and of fronts lead somewhere, if they are on the site. */
export function checkSiteLinks(
  newsroom: Newsroom,
  destinations: Destinations,
  notes: { readonly findings: Finding[]; readonly files: Set<string> },
): void {
  const { site } = newsroom;
  for (const { path, url, at } of [...linksOfSite(newsroom), ...linksOfPeople(newsroom), ...linksOfFronts(newsroom)]) {
    const target = url === undefined ? undefined : pathToCheck(url, site);
    if (target === undefined) continue;
    const references = [{ kind: 'link', target }] as const;
    resolveReferences({ path, references, placeOf: () => at, isOfKey: () => true }, destinations, notes);
  }
}

function linksOfSite({ site }: Newsroom): readonly KeyLink[] {
  const of = (url: string | undefined, ...keys: readonly (string | number)[]): KeyLink => {
    return { path: SITE_PATH, url, at: valueAt(...keys) };
  };
  const all = (links: readonly ExternalLink[] | undefined, ...keys: readonly (string | number)[]): readonly KeyLink[] =>
    (links ?? []).map(({ url, entry }, index) => of(url, ...keys, entry ?? index, 'url'));
  return [
    ...all(site.navigation, 'navigation'),
    ...all(site.social, 'social'),
    ...PUBLISHER_PAGES.map((key) => of(site.publisher[key], 'publisher', key)),
    of(site.liveStrip?.url, 'liveStrip', 'url'),
    of(site.unsupportedBrowser.updateUrl, 'unsupportedBrowser', 'updateUrl'),
    ...site.languages.flatMap((own, index) => {
      const keys = ['languages', own.entry ?? index] as const;
      return [
        ...all(own.navigation, ...keys, 'navigation'),
        ...PUBLISHER_PAGES.map((key) => of(own.publisher[key], ...keys, 'publisher', key)),
      ];
    }),
    ...site.defaults.map(({ stripUrl, keys }) => of(stripUrl, ...keys, 'liveStrip', 'url')),
  ];
}

/** Those that stand twice are there once: they are found by their words. */
function linksOfPeople({ contributors }: Newsroom): readonly KeyLink[] {
  return contributors.flatMap(({ path, links }) =>
    links.map(({ url }): KeyLink => {
      const needles = needlesFor([url], ['url: ', '- ', '']);
      return { path, url, at: { kind: 'text', lines: [1, Number.MAX_SAFE_INTEGER], needles, nth: 0 } };
    }),
  );
}

function linksOfFronts({ fronts }: Newsroom): readonly KeyLink[] {
  return fronts.map(({ path, breaking }) => ({ path, url: breaking?.url, at: valueAt('breaking', 'url') }));
}
