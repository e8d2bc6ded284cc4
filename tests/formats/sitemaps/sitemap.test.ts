import { expect, it } from 'vitest';
import { newsLanguage } from '../../../src/formats/sitemaps/sitemap.ts';

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['pt-BR', 'pt'],
  ['fil', 'fil'],
  ['zh', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-SG', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-Hant-MO', 'zh-tw'],
  ['sr-Latn', 'sr'],
  ['x-own', 'und'],
])('news in %s are in %s for aggregators', (language, wanted) => {
  expect(newsLanguage(language)).toBe(wanted);
});
