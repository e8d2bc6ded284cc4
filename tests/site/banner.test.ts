import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bannerWords } from '../../src/baseline/banner.ts';
import { demoFolder, demoPages, filesIn } from './demo.ts';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh'];
const SENTENCES = Object.values(bannerWords(LANGUAGES, {})).flat();

/** What would give the banner away in any text: its sentences, as they are, encoded for JSON, and in HTML. */
const FORMS = SENTENCES.flatMap((sentence) => {
  const ascii = JSON.stringify(sentence)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const html = sentence.replace(/[^\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);
  return [sentence, ascii, html].map((form) => form.toLowerCase());
});

function isPayload(file: string): boolean {
  return /^assets\/legacy\.[0-9a-f]{8}\.js$/.test(file);
}

test('ten languages have words of their own', () => {
  expect(SENTENCES).toHaveLength(4 * LANGUAGES.length);
  expect(new Set(SENTENCES).size).toBe(SENTENCES.length);
});

test('no file but the one for old browsers has a word of the banner', () => {
  const folder = demoFolder();
  const files = filesIn(folder).filter((file) => !isPayload(file));
  const leaks = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').toLowerCase();
    return FORMS.filter((form) => text.includes(form)).map((form) => `${file}: ${form}`);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(leaks).toEqual([]);
});

test('the file for old browsers has the words of the languages that the site uses', () => {
  const folder = demoFolder();
  const [payload = ''] = filesIn(folder).filter(isPayload);
  const text = readFileSync(join(folder, payload), 'utf8');
  expect(text).toContain('Your browser is out of date');
  expect(text).toContain('Su navegador');
  expect(text).not.toContain('Ihr Browser');
});

test('every page has the same gate once, in its head, and it asks for that file', () => {
  const folder = demoFolder();
  const [payload = ''] = filesIn(folder).filter(isPayload);
  const gates = demoPages().map(({ html }) => html.match(/<script>[^<]*<\/script>(?=.*<\/head>)/gs) ?? []);
  expect(gates.length).toBeGreaterThan(60);
  expect(gates.filter((found) => found.length !== 1)).toEqual([]);
  const all = new Set(gates.flat());
  expect(all.size).toBe(1);
  expect([...all][0]).toContain(`"/${payload}"`);
});
