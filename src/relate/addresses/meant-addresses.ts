import { pathToCheck, type Site } from '../../domain/site/site.ts';
import { pathNames } from '../../markdown/content-paths.ts';

/** The addresses that a path of the site may mean, the likeliest first: as it stands, without its slash, or with the file of its folder. */
export function addressesNamed(path: string): readonly string[] {
  return [path, `${path}/`, path.replace(/\/index\.html$/, '/')];
}

/** Likewise of a link as it stands under a key; none where it leads elsewhere. */
export function addressesOfLink(link: string, site: Site): readonly string[] {
  const target = pathToCheck(link, site);
  return target === undefined ? [] : pathNames(target.replace(/[?#].*$/s, '')).flatMap(addressesNamed);
}
