import type { LocalPublisher, Section, SiteLanguage } from '../../domain/site/site.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import { hintForListed, quote } from '../../diagnostics/wording.ts';
import { keysOf, type Reader } from '../reader.ts';
import { readLanguage } from '../languages.ts';
import type { SiteValues } from './site-schema.ts';

/** What of the site its further languages are measured by. */
interface MainLanguage {
  readonly language: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** The newsroom's own phrases, by language. */
  readonly words: Readonly<Record<string, unknown>>;
  /** All that `site.yaml` holds. */
  readonly given: unknown;
}

/** Reads `languages`: each further language in which the site has a front. */
export function readSiteLanguages(
  values: SiteValues['languages'] | undefined,
  main: MainLanguage,
  reader: Reader,
): readonly SiteLanguage[] {
  const taken = [main.language];
  return (values ?? []).flatMap((value, index) => {
    const at = valueAt('languages', index, 'language');
    const language = readLanguage(value.language, { fallback: '', words: main.words, at }, reader);
    if (language === '') return [];
    if (taken.includes(language)) {
      const message = `Unexpected second ${quote(language)}, expected each language once`;
      const hint = 'remove one of the two; the first language of the site is `language`';
      reader.note('language-duplicate', at, message, hint);
      return [];
    }
    taken.push(language);
    return [
      {
        language,
        home: `/${language.toLowerCase()}/` as UrlPath,
        title: reader.filled(value.title, 'languages', index, 'title') ?? main.title,
        description: reader.filled(value.description, 'languages', index, 'description'),
        sections: value.sections && readTitles(value.sections, { index, main }, reader),
        navigation: value.navigation && reader.links(value.navigation, 'languages', index, 'navigation'),
        publisher: readPublisher(value.publisher, reader, 'languages', index, 'publisher'),
        // The language of the site is the first that is taken.
        ...(taken.length - 2 < index && { entry: index }),
      },
    ];
  });
}

function readTitles(
  titles: Readonly<Record<string, string>>,
  { index, main }: { readonly index: number; readonly main: MainLanguage },
  reader: Reader,
): Readonly<Record<string, string>> {
  const ids: readonly string[] = main.sections.map(({ id }) => id);
  for (const id of keysOf(main.given, 'languages', index, 'sections').filter((key) => !ids.includes(key))) {
    const message = `Unexpected section ${quote(id)}, expected the id of one of \`sections\``;
    const at = keyAt('languages', index, 'sections', id);
    reader.note('section-unknown', at, message, hintForListed(id, 'sections', main.sections));
  }
  return Object.fromEntries(
    Object.entries(titles).flatMap(([id, title]) => {
      const filled = reader.filled(title, 'languages', index, 'sections', id);
      return ids.includes(id) && filled !== undefined ? [[id, filled]] : [];
    }),
  );
}

/** Reads `publisher`, of the site or of one of its languages: `keys` lead there. */
export function readPublisher(
  values: SiteValues['publisher'],
  reader: Reader,
  ...keys: readonly (string | number)[]
): LocalPublisher {
  const { name, logo, contact, corrections, ethics, ownership } = values ?? {};
  return {
    name: reader.filled(name, ...keys, 'name'),
    logo: logo === undefined ? undefined : reader.pictureFile(logo, ...keys, 'logo')?.path,
    contact: reader.link(contact, ...keys, 'contact'),
    corrections: reader.link(corrections, ...keys, 'corrections'),
    ethics: reader.link(ethics, ...keys, 'ethics'),
    ownership: reader.link(ownership, ...keys, 'ownership'),
  };
}
