import { describe, expect, it } from 'vitest';
import { countsIn } from '../../src/words/counts.ts';

describe('a phrase with a number in it', () => {
  it.each([
    ['en', 1, '1 story'],
    ['en-GB', 1234, '1,234 stories'],
    ['de', 1234, '1.234 Artikel'],
    ['es', 1_000_000, '1.000.000 de artículos'],
    ['fr', 1, '1 article'],
    ['ar', 0, 'لا مقالات'],
    ['ar', 1, 'مقال واحد'],
    ['ar', 2, 'مقالان'],
    ['ar', 3, '3 مقالات'],
    ['ar', 11, '11 مقالًا'],
    ['ar', 100, '100 مقال'],
    ['ar-EG', 3, '٣ مقالات'],
    ['pt-BR', 1, '1 artigo'],
    ['pt', 2_000_000, '2.000.000 de artigos'],
    ['hi', 0, '0 ख़बर'],
    ['hi-IN', 123_456, '1,23,456 ख़बरें'],
    ['ru', 1, '1 материал'],
    ['ru', 3, '3 материала'],
    ['ru', 11, '11 материалов'],
    ['ru', 21, '21 материал'],
    ['ja', 1, '1件の記事'],
    ['zh', 12_345, '12,345篇文章'],
    ['zh-TW', 2, '2篇文章'],
  ])('has the form of its language: %s, %i', (language, count, text) => {
    expect(countsIn(language, {})('stories', count)).toBe(text);
  });

  it.each([
    ['its own form', { pl: { 'stories.few': '{count} teksty', 'stories.other': '{count} tekstu' } }, '2 teksty'],
    ['the form for all others', { pl: { 'stories.other': '{count} tekstu' } }, '2 tekstu'],
    ['English', {}, '2 stories'],
  ])('is in the newsroom’s words, or else in %s', (_which, own, text) => {
    expect(countsIn('pl', own)('stories', 2)).toBe(text);
  });

  it('is English by the rules of English where the language has no words', () => {
    expect(countsIn('sw', {})('stories', 1)).toBe('1 story');
  });

  it('keeps the forms that the newsroom has not worded', () => {
    const counts = countsIn('en-GB', { en: { 'stories.other': '{count} articles' } });

    expect([counts('stories', 1), counts('stories', 2)]).toEqual(['1 story', '2 articles']);
  });
});
