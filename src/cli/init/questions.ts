import { basename } from 'node:path';
import { writtenLanguage } from '../../domain/languages.ts';
import { STAND_IN_URL } from '../../domain/site/stand-in-url.ts';
import { slugFrom } from '../../validate/story/slug.ts';
import { type Answers, capitalised } from './answers.ts';
import { judge } from './judge.ts';

/** Something that whoever makes a newsroom is asked. */
export interface Question {
  readonly key: keyof Answers;
  /** The option of the command that answers it: `--time-zone`. */
  readonly option: 'title' | 'url' | 'language' | 'time-zone' | 'sections';
  /** What is asked for, on a terminal. */
  readonly label: string;
  /** What is taken where nothing is answered. */
  readonly suggest: (known: Partial<Answers>) => string;
}

/** What is known of who makes a newsroom, and where. */
export interface Maker {
  /** Path of the folder of the newsroom. */
  readonly folder: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** The questions in their order: each may make use of the answers before it. */
export function questionsFor({ folder, locale, timeZone }: Maker): readonly Question[] {
  return [
    { key: 'title', option: 'title', label: 'Title of the paper', suggest: () => titleFrom(basename(folder)) },
    { key: 'url', option: 'url', label: 'Address of the site', suggest: () => STAND_IN_URL },
    { key: 'language', option: 'language', label: 'Language', suggest: () => languageFrom(locale) },
    { key: 'timeZone', option: 'time-zone', label: 'Time zone', suggest: () => timeZoneFrom(timeZone) },
    {
      key: 'sections',
      option: 'sections',
      label: 'Sections, with commas between them',
      suggest: ({ language }) => usualSections(language ?? ENGLISH),
    },
  ];
}

/** `my-paper` → `My paper`. */
function titleFrom(name: string): string {
  const title = capitalised(name.replace(/[-_.\s]+/g, ' ').trim());
  return title !== '' && judge({ title }).remarks.length === 0 ? title : 'My paper';
}

const ENGLISH = 'en';

/** The language of a locale, if Broadsheet has words in it. */
function languageFrom(locale: string): string {
  const language = withoutExtensions(locale);
  return language !== undefined && judge({ language }).remarks.length === 0 ? language : ENGLISH;
}

/** `en-US-u-va-posix` → `en-US`. */
function withoutExtensions(locale: string): string | undefined {
  try {
    const { language, script, region } = new Intl.Locale(locale);
    return [language, script, region].filter((part) => part !== undefined).join('-');
  } catch {
    return undefined;
  }
}

function timeZoneFrom(timeZone: string): string {
  return judge({ timeZone }).isGood ? timeZone : 'UTC';
}

const USUAL_IDS = ['news', 'opinion', 'culture', 'sport'];
const USUAL_TITLES = ['News', 'Opinion', 'Culture', 'Sport'];

/** What the usual sections are called, by language and script. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  'ar-Arab': ['أخبار', 'رأي', 'ثقافة', 'رياضة'],
  'de-Latn': ['Nachrichten', 'Meinung', 'Kultur', 'Sport'],
  'es-Latn': ['Noticias', 'Opinión', 'Cultura', 'Deportes'],
  'fr-Latn': ['Actualités', 'Opinions', 'Culture', 'Sport'],
  'hi-Deva': ['समाचार', 'विचार', 'संस्कृति', 'खेल'],
  'ja-Jpan': ['ニュース', 'オピニオン', '文化', 'スポーツ'],
  'pt-Latn': ['Notícias', 'Opinião', 'Cultura', 'Esporte'],
  'ru-Cyrl': ['Новости', 'Мнения', 'Культура', 'Спорт'],
  'zh-Hans': ['新闻', '评论', '文化', '体育'],
  'zh-Hant': ['新聞', '評論', '文化', '體育'],
};

function usualSections(language: string): string {
  const titles = TITLES[writtenLanguage(language)] ?? USUAL_TITLES;
  return titles.map((title, index) => (slugFrom(title) ? title : `${USUAL_IDS[index]}=${title}`)).join(', ');
}
