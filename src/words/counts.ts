import { en } from './tables/en.ts';
import type { CountedName, Phrases, PluralForm } from './phrases.ts';
import { fillPhrase, findPhrase, type OwnWords, tablesOf } from './words.ts';

/** Prints a phrase with a number in it: `3 stories`. */
export type Counts = (name: CountedName, count: number) => string;

/**
 * The phrases of a language that have a number in them, each in the form that the language has for the number. Where there
 * is no such form it is `other`, and English by its own rules where the language has no phrase at all.
 */
export function countsIn(language: string, own: OwnWords): Counts {
  const tables = tablesOf(language, own);
  return (name, count) => {
    const phrase =
      findPhrase(tables, formFor(name, count, language)) ??
      findPhrase(tables, `${name}.other`) ??
      ENGLISH[formFor(name, count, 'en')] ??
      '{count}';
    return fillPhrase(phrase, { count: printNumber(count, language) });
  };
}

/** A phrase with a number in it, for who learns of the number later: its form for each plural category of a language. */
export interface PhraseForms {
  /** BCP 47; English where there are no words of another. */
  readonly language: string;
  readonly forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
}

/** The forms of a phrase with a number in it, see {@link countsIn}. */
export function phraseForms(name: CountedName, language: string, own: OwnWords): PhraseForms {
  const tables = tablesOf(language, own);
  const other = findPhrase(tables, `${name}.other`);
  const known = other === undefined ? 'en' : language;
  const formOf = (category: Intl.LDMLPluralRule): string | undefined =>
    findPhrase(tables, `${name}.${category}`) ?? other ?? ENGLISH[`${name}.${category}`];
  return {
    language: known,
    forms: Object.fromEntries(categoriesOf(known).map((category) => [category, formOf(category) ?? '{count}'])),
  };
}

/** The plural categories of a language (Unicode CLDR), by name: each Node has its own order. */
function categoriesOf(language: string): readonly Intl.LDMLPluralRule[] {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
}

const ENGLISH: Phrases = en;

function formFor(name: CountedName, count: number, language: string): PluralForm {
  const select = known(pluralRules, language, () => {
    const rules = new Intl.PluralRules([language, 'en']);
    return ofSmallNumbers((value) => rules.select(value));
  });
  return `${name}.${select(count)}`;
}

function printNumber(value: number, language: string): string {
  return known(numberFormats, language, () => {
    const format = new Intl.NumberFormat([language, 'en']);
    // Between thousands Switzerland has one apostrophe or the other, by the release of Node.
    return ofSmallNumbers((number) => format.format(number).replaceAll("'", '’'));
  })(value);
}

/** A function of numbers that remembers what it said of the whole numbers below a thousand: those are most of what is counted, again and again. */
function ofSmallNumbers<Said>(say: (value: number) => Said): (value: number) => Said {
  const said: (Said | undefined)[] = [];
  return (value) => {
    if (!(Number.isInteger(value) && value >= 0 && value < 1000)) return say(value);
    const known = said[value];
    if (known !== undefined) return known;
    const made = say(value);
    said[value] = made;
    return made;
  };
}

/** A number that numbers something, such as a page, in the digits of a language. */
export function printPlainNumber(value: number, language: string): string {
  return known(plainFormats, language, () => new Intl.NumberFormat([language, 'en'], { useGrouping: false })).format(
    value,
  );
}

const pluralRules = new Map<string, (count: number) => Intl.LDMLPluralRule>();
const numberFormats = new Map<string, (value: number) => string>();
const plainFormats = new Map<string, Intl.NumberFormat>();

function known<Made>(made: Map<string, Made>, language: string, make: () => Made): Made {
  const found = made.get(language) ?? make();
  made.set(language, found);
  return found;
}

/**
 * The forms of a phrase with a number in it, by the plural categories of the language (Unicode CLDR), for scripts that know
 * the number in the browser only.
 */
export function formsOf(name: CountedName, language: string, own: OwnWords): Readonly<Record<string, string>> {
  const tables = tablesOf(language, own);
  const other = findPhrase(tables, `${name}.other`) ?? en[`${name}.other`] ?? '{count}';
  const formOf = (category: Intl.LDMLPluralRule): string => findPhrase(tables, `${name}.${category}`) ?? other;
  return Object.fromEntries(categoriesOf(language).map((category) => [category, formOf(category)]));
}
