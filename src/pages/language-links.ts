import { href, type Site } from '../domain/site.ts';
import { directionOf } from '../words/direction.ts';
import { languageNames } from '../words/language-names.ts';
import { wordsIn } from '../words/words.ts';
import { frontsOf } from './alternates.ts';
import type { Link } from './link.ts';

/** The way to the fronts of a site in all its languages. */
export interface LanguageLinks {
  /** What it is called for whoever hears it. */
  readonly label: string;
  readonly links: readonly LanguageLink[];
}

/** A link to a page in a language, in the words of that language. */
export interface LanguageLink extends Link {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isCurrent: boolean;
}

/** Makes the way from the pages of one language to the fronts in the others. */
export function makeLanguageLinks(site: Site): LanguageLinks | undefined {
  const fronts = frontsOf(site);
  if (fronts.length === 0) return undefined;
  const names = languageNames(fronts.map(({ language }) => language));
  return {
    label: wordsIn(site.language, site.words)('languages'),
    links: fronts.map(({ language, url }, index) => ({
      label: names[index] ?? language,
      href: href(site, url),
      language,
      direction: directionOf(language),
      isCurrent: language === site.language,
    })),
  };
}
