import { absoluteUrl, href, type Site } from '../domain/site/site.ts';
import { directionOf, languageNames } from '../words/language-names.ts';
import { findPhrase, tablesOf, wordsIn } from '../words/words.ts';
import type { Link } from './site/link.ts';
import { type Alternate, mainSiteOf } from '../domain/languages.ts';
import type { UrlPath } from '../domain/addresses.ts';

/** The way to the fronts of a site in all its languages. */
export interface LanguageLinks {
  /** What it is called for whoever hears it. */
  readonly label: string;
  readonly links: readonly FrontLink[];
}

/** A link to the front in a language, which may stand where there is no room for its name. */
interface FrontLink extends LanguageLink {
  /** `es` */
  readonly sign: string;
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
  const signs = signsOf(fronts.map(({ language }) => language));
  return {
    label: wordsIn(site.language, site.words)('languages'),
    links: fronts.map(({ language, url }, index) => ({
      label: names[index] ?? language,
      href: href(site, url),
      language,
      direction: directionOf(language),
      isCurrent: language === site.language,
      sign: signs[index] ?? language,
    })),
  };
}

/** What tells languages apart in two letters, or in more where those are of two of them: `es`, or `zh-Hans` and `zh-Hant`. */
function signsOf(languages: readonly string[]): readonly string[] {
  const bases = languages.map((language) => language.split('-')[0] ?? language);
  return languages.map((language, index) => {
    const base = bases[index] ?? language;
    return bases.indexOf(base) === bases.lastIndexOf(base) ? base : language;
  });
}

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

/** The fronts of a site in all its languages, the main one first. */
export function frontsOf(site: Site): readonly Alternate[] {
  const { language, home, languages } = mainSiteOf(site);
  return languages.length === 0
    ? []
    : [{ language, url: home }, ...languages.map((one) => ({ ...one, url: one.home }))];
}

/**
 * A page in all its languages, as its head names them (HTML `hreflang`): each names all, itself among them. `x-default` is for
 * readers of any other language, and leads to the first.
 */
export function printAlternates(
  alternates: readonly Alternate[],
  site: Site,
): readonly { readonly hreflang: string; readonly href: string }[] {
  const links = alternates.map(({ language, url }) => ({ hreflang: language, href: absoluteUrl(site, url) }));
  return links.flatMap((link, index) => (index === 0 ? [link, { ...link, hreflang: 'x-default' }] : [link]));
}
