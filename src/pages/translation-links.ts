import type { Alternate } from '../domain/alternate.ts';
import { href, type Site } from '../domain/site.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { directionOf } from '../words/direction.ts';
import { languageNames } from '../words/language-names.ts';
import { findPhrase, tablesOf } from '../words/words.ts';
import type { LanguageLink } from './language-links.ts';

/**
 * The ways from a page to the same in other languages: “Leer en español”. Where the phrase of two would be the
 * same, and where there is none, the link is the name of the language.
 */
export function makeTranslationLinks(
  alternates: readonly Alternate[],
  url: UrlPath,
  site: Site,
): readonly LanguageLink[] {
  const others = alternates.filter((other) => other.url !== url);
  const phrases = others.map(({ language }) => findPhrase(tablesOf(language, site.words), 'readIn'));
  const names = languageNames(others.map(({ language }) => language));
  return others.map(({ language, url: other }, index) => {
    const phrase = phrases[index];
    const isOwn = phrase !== undefined && phrases.indexOf(phrase) === phrases.lastIndexOf(phrase);
    return {
      label: (isOwn ? phrase : names[index]) ?? language,
      href: href(site, other),
      language,
      direction: directionOf(language),
      isCurrent: false,
    };
  });
}
