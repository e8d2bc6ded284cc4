import type { ResolvedCredit } from '../../domain/story/story.ts';
import { href, type Site } from '../../domain/site/site.ts';

/** A stretch of text, with where it leads to. */
export interface TextPart {
  readonly text: string;
  readonly href: string | undefined;
}

/**
 * A phrase with people in it: `By {names}` → “By ”, “Ana Ruiz”, “ and ”, “Jo Li”. The list is joined by the grammar of
 * its language; English lists have no comma before “and”, as newspapers print them.
 */
export function printNames(phrase: string, people: readonly ResolvedCredit[], printing: Printing): readonly TextPart[] {
  return fillParts(phrase, 'names', joinNames(people, printing));
}

/** Where and how names are printed. */
export interface Printing {
  readonly site: Site;
  readonly language: string;
}

/** Puts parts in the place of `{name}` in a phrase. */
export function fillParts(phrase: string, name: string, parts: readonly TextPart[]): readonly TextPart[] {
  const [before = '', after = ''] = phrase.split(`{${name}}`);
  return [plain(before), ...parts, plain(after)].filter(({ text }) => text !== '');
}

export function plain(text: string): TextPart {
  return { text, href: undefined };
}

function joinNames(people: readonly ResolvedCredit[], { site, language }: Printing): readonly TextPart[] {
  // Most stories have one author, and a list of one is that one in every language.
  if (people.length < 2) return people.map(({ name, url }) => ({ text: name, href: url && href(site, url) }));
  const open = [...people];
  return listFormat(language)
    .formatToParts(people.map(({ name }) => name))
    .map(({ type, value }) => {
      const person = type === 'element' ? open.shift() : undefined;
      return person ? { text: person.name, href: person.url && href(site, person.url) } : plain(value);
    });
}

const formats = new Map<string, Intl.ListFormat>();

export function listFormat(language: string): Intl.ListFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.ListFormat(/^en\b/i.test(language) ? 'en-GB' : [language, 'en-GB'], { type: 'conjunction' });
  formats.set(language, made);
  return made;
}
