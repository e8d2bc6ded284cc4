import { keyAt, type Spot, valueAt } from '../diagnostics/finding.ts';
import { nearest, quote } from '../diagnostics/wording.ts';
import { hasWords } from '../words/words.ts';
import { keysOf, type Reader } from './reader.ts';
import type { TranslationName } from '../domain/story/article.ts';

/** What a language may be measured by. */
interface LanguageSetting {
  readonly fallback: string;
  /** The newsroom's own phrases, by language. */
  readonly words: Readonly<Record<string, unknown>>;
  /** Where it stands: at `language`, unless it says otherwise. */
  readonly at?: Spot;
}

/** Reads a `language` (BCP 47) into its canonical form. */
export function readLanguage(value: string | undefined, setting: LanguageSetting, reader: Reader): string {
  if (value === undefined) return setting.fallback;
  const at = setting.at ?? valueAt('language');
  const language = canonical(value.trim());
  if (language === undefined) {
    reader.note(
      'language-invalid',
      at,
      `Unexpected language ${quote(value)}, expected a code like \`en-GB\`, \`es\` or \`ar\``,
      languageHint(value),
    );
    return setting.fallback;
  }
  const base = language.split('-')[0] ?? '';
  if (!hasWords(language) && !Object.hasOwn(setting.words, language) && !Object.hasOwn(setting.words, base)) {
    reader.note(
      'language-without-words',
      at,
      `Unexpected language ${quote(language)}, expected one that Broadsheet has phrases in`,
      `the page says “Published” and the like in English until they stand under \`words: { ${base}: … }\` in site.yaml`,
    );
  }
  return language;
}

/** Reads `translations` of a story: by language, the slug or the file of the same story in it. */
export function readTranslations(
  values: Readonly<Record<string, string>> | undefined,
  given: unknown,
  reader: Reader,
): readonly TranslationName[] {
  if (values === undefined) return [];
  const seen = new Set<string>();
  return keysOf(given, 'translations').flatMap((key) => {
    const language = canonical(key);
    if (language === undefined) {
      const message = `Unexpected language ${quote(key)}, expected a code like \`en-GB\`, \`es\` or \`ar\``;
      reader.note('language-invalid', keyAt('translations', key), message, languageHint(key));
      return [];
    }
    if (seen.has(language)) {
      const message = `Unexpected second ${quote(language)}, expected one story in each language`;
      reader.note('translation-duplicate', keyAt('translations', key), message, 'remove one of the two');
      return [];
    }
    seen.add(language);
    const target = reader.filled(values[key], 'translations', key);
    return target === undefined ? [] : [{ language, key, target }];
  });
}

/** The names of languages in English, by which it is known which tags say something; nothing stands in for what is unknown. */
const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const canonicalTags = new Map<string, string | undefined>();

/** The canonical form of a language code (BCP 47), if it is one, and there are such a language and country. */
export function canonical(code: string): string | undefined {
  if (canonicalTags.has(code)) return canonicalTags.get(code);
  const tag = canonicalTag(code);
  canonicalTags.set(code, tag);
  return tag;
}

function canonicalTag(code: string): string | undefined {
  const tag = wellFormed(code);
  return tag !== undefined && isKnown(tag) ? tag : undefined;
}

function wellFormed(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

/** Small languages have codes of three letters, of which not all have an English name here (ISO 639-3). */
function isKnown(tag: string): boolean {
  const plain = tag.replace(/-(?:[a-wyz0-9]-.*|x-.*)$/, '');
  if (ENGLISH_NAMES.of(plain) !== undefined) return true;
  return /^[a-z]{3}(?:-|$)/.test(plain) && ENGLISH_NAMES.of(plain.replace(/^[a-z]{3}/, 'en')) !== undefined;
}

/** What to write in place of a text that is no language code: its code, where the text is the name of a language. */
export function languageHint(written: string): string {
  const tag = tagMeant(written.trim());
  return tag === undefined ? 'write the code of the language, with a hyphen before the country' : `write \`${tag}\``;
}

function tagMeant(written: string): string | undefined {
  const joined = canonical(written.replace(/[_\s]+/g, '-'));
  if (joined !== undefined && joined !== written) return joined;
  const name = plainName(written);
  const named = tagsByName(shortTags()).get(name) ?? tagsByName(DIALECTS).get(name) ?? tagsByName(longTags()).get(name);
  const inAnyOrder = dialectsByWords().get(sortedWords(name));
  const ofTwoLetters = tagsByName(shortTags());
  const [first = ''] = name.split(/[-_\s(]/, 1);
  return (
    named ?? inAnyOrder ?? ofTwoLetters.get(first) ?? ofTwoLetters.get(nearest(name, [...ofTwoLetters.keys()]) ?? '')
  );
}

/** Languages that are called differently in a country, or written in another script. */
const DIALECTS: readonly string[] = [
  ...['en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-US', 'en-ZA', 'es-419', 'es-AR', 'es-ES', 'es-MX'],
  ...['de-AT', 'de-CH', 'fr-BE', 'fr-CA', 'fr-CH', 'nl-BE', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant', 'fa-AF', 'ar-001'],
];

const byWords = new Map<string, string>();

/** These by the words of their names in any order: `french-canadian`. */
function dialectsByWords(): ReadonlyMap<string, string> {
  if (byWords.size > 0) return byWords;
  for (const [name, tag] of tagsByName(DIALECTS)) {
    const words = sortedWords(name);
    if (!byWords.has(words)) byWords.set(words, tag);
  }
  return byWords;
}

/** The words of a name in the order of the alphabet. */
function sortedWords(name: string): string {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function shortTags(): readonly string[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
}

/** Thousands, of which few are known: they are looked through last. */
function longTags(): readonly string[] {
  return shortTags().flatMap((start) => LETTERS.map((last) => start + last));
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** Languages by their names in English and in themselves; of two of one name the first. */
function tagsByName(tags: readonly string[]): ReadonlyMap<string, string> {
  const key = `${tags[0]} ${tags.length}`;
  const made = known.get(key) ?? nameTags(tags);
  known.set(key, made);
  return made;
}

function nameTags(tags: readonly string[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const written of tags) {
    const tag = wellFormed(written);
    const name = tag === undefined ? undefined : ENGLISH_NAMES.of(tag);
    if (tag === undefined || name === undefined) continue;
    for (const each of [name, ...ownNames(tag)]) if (!named.has(plainName(each))) named.set(plainName(each), tag);
  }
  return named;
}

/** What a language is called in itself: with its country as a name of its own, and behind the name of the language. */
function ownNames(tag: string): readonly string[] {
  const [own] = Intl.DisplayNames.supportedLocalesOf([tag]);
  if (own === undefined) return [];
  const forms = (['dialect', 'standard'] as const).flatMap((languageDisplay) =>
    [own, 'en'].map((language) => new Intl.DisplayNames([language], { type: 'language', languageDisplay }).of(tag)),
  );
  return forms.filter((name) => name !== undefined);
}

/** A name without what writers of it may leave out: capitals, accents, more than one space. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
