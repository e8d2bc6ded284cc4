import { storiesByLanguage } from '../../domain/languages.ts';
import type { EditionToBe } from '../../domain/edition.ts';
import { searchUrl } from '../../domain/search/urls.ts';
import type { UrlPath } from '../../domain/addresses.ts';

/** The search of a language, as it is called where its addresses are told of. */
interface SearchToBe {
  readonly url: UrlPath;
  readonly what: string;
  /** Whether there is nothing to be found until an embargo ends. */
  readonly isToCome: boolean;
}

/** The search in each language in which there is a story to be found, or will be. */
export function searchesToBe({ site, searches, embargoed }: EditionToBe): readonly SearchToBe[] {
  if (!site.search) return [];
  const embargoedIn = storiesByLanguage(embargoed, site);
  return [site, ...site.languages].flatMap(({ language, home }) => {
    const isThere = searches.some((search) => search.language === language);
    if (!isThere && embargoedIn(language).every(({ entry }) => entry.noindex)) return [];
    const what = language === site.language ? 'the search' : `the search in ${language}`;
    return [{ url: searchUrl({ home }), what, isToCome: !isThere }];
  });
}
