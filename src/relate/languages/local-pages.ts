import type { Alternate } from '../../domain/languages.ts';
import { type LocalPublisher, PUBLISHER_PAGES } from '../../domain/site/site.ts';
import type { Site } from '../../domain/site/site.ts';
import { ownPageName } from '../../domain/site/own-pages.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { addressesOfLink } from '../addresses/meant-addresses.ts';
import type { Newsroom } from '../newsroom.ts';

/** What follows from pages of `content/pages/` that are there in several languages of the site. */
export interface LocalPages {
  /** The site, whose publisher has its pages in each further language, as far as there are any. */
  readonly site: Site;
  /** A page in all languages that it is in, the main one first; nothing where it is in one only. */
  readonly alternatesOf: (path: string) => readonly Alternate[];
}

/** Finds the pages that are one in several languages: `content/pages/es/ethics.md` is `content/pages/ethics.md` in Spanish. */
export function localPages({ site, ownPages }: Pick<Newsroom, 'site' | 'ownPages'>): LocalPages {
  if (site.languages.length === 0) return { site, alternatesOf: () => [] };
  // Every path begins with the main one.
  const homes = [...site.languages.map(({ home }) => home), site.home];
  const namesOf = new Map<string, string>();
  const pages = new Map<string, Map<UrlPath, Alternate>>();
  for (const { path, url, language } of ownPages) {
    if (url === undefined) continue;
    const within = `/${ownPageName(path)}`;
    const home = homes.find((start) => within.startsWith(start)) ?? site.home;
    const name = within.slice(home.length);
    const inLanguages = pages.get(name) ?? new Map<UrlPath, Alternate>();
    pages.set(name, inLanguages);
    if (inLanguages.has(home)) continue;
    inLanguages.set(home, { language, url });
    namesOf.set(path, name);
  }
  const translated = (link: string | undefined, home: UrlPath): string | undefined => {
    const urls = link === undefined ? [] : addressesOfLink(link, site);
    const found = [...pages.values()].find((page) => urls.includes(page.get(site.home)?.url ?? ''))?.get(home);
    return found && encodeURI(found.url);
  };
  const publisherIn = (home: UrlPath, own: LocalPublisher): LocalPublisher => {
    const links = PUBLISHER_PAGES.map((key) => [key, own[key] ?? translated(site.publisher[key], home)] as const);
    return { ...own, ...Object.fromEntries(links) };
  };
  return {
    site: {
      ...site,
      languages: site.languages.map((own) => ({ ...own, publisher: publisherIn(own.home, own.publisher) })),
    },
    alternatesOf: (path) => {
      const page = pages.get(namesOf.get(path) ?? '');
      if (!page || page.size === 1) return [];
      return [site.home, ...homes.slice(0, -1)].flatMap((home) => page.get(home) ?? []);
    },
  };
}
