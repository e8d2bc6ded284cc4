import { expect, it } from 'vitest';
import { languageHint } from '../../src/validate/languages.ts';

it.each([
  ['french-canadian', 'fr-CA'],
  ['French Canadian', 'fr-CA'],
  ['canadian_french', 'fr-CA'],
  ['French (Canada)', 'fr-CA'],
  ['portuguese-brazil', 'pt-BR'],
  ['Brazilian Portuguese', 'pt-BR'],
  ['German, Swiss High', 'de-CH'],
  ['english american', 'en-US'],
  ['chinese traditional', 'zh-Hant'],
  ['english please', 'en'],
  ['Deutsch', 'de'],
  ['fr_ca', 'fr-CA'],
])('the code is shown in place of the name of a language: %s', (written, code) => {
  expect(languageHint(written)).toBe(`write \`${code}\``);
});

it.each(['', '12', '?', 'zzzzzzzzzzzz'])('says how a code is written where no language is meant: %s', (written) => {
  expect(languageHint(written)).toBe('write the code of the language, with a hyphen before the country');
});
