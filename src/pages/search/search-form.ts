import { searchUrl } from '../../domain/search/urls.ts';
import { href, type Site } from '../../domain/site/site.ts';
import { wordsIn } from '../../words/words.ts';

/** The way to the search from anywhere. */
export interface SearchForm {
  readonly action: string;
  /** What is to be written into it. */
  readonly label: string;
  readonly button: string;
}

/** Makes the way to the search, in the language of the site. */
export function makeSearchForm(site: Site): SearchForm {
  const words = wordsIn(site.language, site.words);
  return { action: href(site, searchUrl(site)), label: words('searchFor'), button: words('search') };
}
