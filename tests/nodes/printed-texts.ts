import { listFormat } from '../../src/pages/story/names.ts';
import { type DateParts, printDate } from '../../src/time/print-date.ts';
import { printTime } from '../../src/time/print-time.ts';
import { countsIn } from '../../src/words/counts.ts';
import { languageNames } from '../../src/words/language-names.ts';

/** Prints, as JSON, what Broadsheet makes of dates, times, numbers and names on this Node, by its data of languages. */

/** Every language that Broadsheet has words in, and the countries that print it in their own way. */
const LANGUAGES = [
  ...[
    'ar',
    'ar-EG',
    'ar-SA',
    'de',
    'de-AT',
    'de-CH',
    'en',
    'en-AU',
    'en-CA',
    'en-GB',
    'en-IE',
    'en-IN',
    'en-NZ',
    'en-US',
  ],
  ...[
    'en-ZA',
    'es',
    'es-419',
    'es-AR',
    'es-CL',
    'es-CO',
    'es-MX',
    'es-PE',
    'es-US',
    'fr',
    'fr-BE',
    'fr-CA',
    'hi',
    'ja',
  ],
  ...['pt', 'pt-BR', 'pt-PT', 'ru', 'zh', 'zh-CN', 'zh-Hant', 'zh-HK', 'zh-TW'],
];
const ZONES = ['America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'Europe/London', 'Europe/Madrid', 'UTC'];
const PARTS: readonly DateParts[] = ['year', 'month', 'month-of-year', 'day', 'day-of-year'];
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 1_234, 12_345, 1_234_567];
const HOURS = [1, 7, 12, 19];

const texts: Record<string, string> = {};

for (const language of LANGUAGES) {
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(Date.UTC(2026, month, 2 * month + 1)).toISOString().slice(0, 10);
    for (const parts of PARTS) texts[`${language} ${day} ${parts}`] = printDate(day, parts, language);
    for (const hour of HOURS)
      for (const zone of ZONES) {
        const moment = { instant: Date.parse(`${day}T${String(hour).padStart(2, '0')}:05Z`), hasTime: true };
        texts[`${language} ${day} ${hour} ${zone}`] = printTime(moment, language, zone).text;
      }
  }
  const counts = countsIn(language, {});
  for (const number of NUMBERS) texts[`${language} ${number}`] = counts('stories', number);
  texts[`${language} names`] = listFormat(language).format(['Ana', 'Jane', 'Tom']);
  texts[`${language} language`] = languageNames([language]).join();
}

process.stdout.write(JSON.stringify(texts));
