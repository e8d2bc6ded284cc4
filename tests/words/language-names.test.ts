import { expect, it } from 'vitest';
import { languageNames } from '../../src/words/language-names.ts';

it.each([
  [
    ['en-GB', 'es', 'fr', 'ar', 'ru', 'hi', 'ja'],
    ['English', 'Español', 'Français', 'العربية', 'Русский', 'हिन्दी', '日本語'],
  ],
  [
    ['zh', 'zh-Hant', 'zh-TW'],
    ['中文', '繁體中文', '中文（台灣）'],
  ],
  [
    ['pt-BR', 'pt-PT', 'en'],
    ['Português (Brasil)', 'Português europeu', 'English'],
  ],
  [['tr'], ['Türkçe']],
  [['tlh'], ['Klingon']],
  [['qqq'], ['Qqq']],
  [[], []],
])('languages are called what they are called in themselves: %j', (languages, names) => {
  expect(languageNames(languages)).toEqual(names);
});
