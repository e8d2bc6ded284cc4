import { beforeAll, expect, test } from 'vitest';
import { ORIGIN, storyPages } from '../demo.ts';
import { type Read, readInReaderMode, sentencesOf } from './reader-mode.ts';
import { readStory, storySources } from '../sources.ts';

let stories: readonly (Read & { readonly path: string })[] = [];

beforeAll(() => {
  stories = storyPages().map(({ html, path }) => ({ path, ...readInReaderMode(html, ORIGIN + path) }));
});

test('reader mode names each story by its headline', () => {
  const found = stories.map(({ path, title }) => ({ path, title }));
  expect(found).toEqual(stories.map(({ path, headline }) => ({ path, title: headline })));
});

test('reader mode names those who wrote each story', () => {
  const found = stories.map(({ path, byline }) => ({ path, byline }));
  expect(found).toEqual(stories.map(({ path }) => ({ path, byline: readStory(path).bylines.join(', ') })));
});

test('reader mode shows each story word for word: dek, byline, text, credits and corrections, and nothing else', () => {
  const found = stories.map(({ path, words }) => ({ path, words: sentencesOf(words) }));
  expect(found).toEqual(stories.map(({ path, ownWords }) => ({ path, words: sentencesOf(ownWords) })));
});

test('reader mode shows nothing of what stands around a story', () => {
  const furniture = stories.flatMap((story) => story.furniture);
  const leaks = stories.flatMap((story) =>
    story.furniture.filter((words) => story.words.includes(words)).map((words) => `${story.path}: ${words}`),
  );
  expect(furniture.length).toBeGreaterThan(5 * stories.length);
  expect(leaks).toEqual([]);
});

test('reader mode shows every paragraph, heading, item, cell and quote of the Markdown, in its order', () => {
  const sources = storySources();
  const lost = sources.flatMap(({ path, lines }) => {
    const text = simple(stories.find((story) => story.path === path)?.words ?? '');
    let from = 0;
    return lines.flatMap((line) => {
      const at = text.indexOf(simple(line), from);
      if (at >= 0) from = at;
      return at < 0 ? `${path}: ${line}` : [];
    });
  });
  expect(sources.map(({ path }) => path).sort()).toEqual(stories.map(({ path }) => path).sort());
  expect(sources.flatMap(({ lines }) => lines).length).toBeGreaterThan(400);
  expect(lost).toEqual([]);
});

test('reader mode shows nothing but the dek, the byline and the lines of the Markdown of a story that has no more', () => {
  const plain = storySources().flatMap(({ path, whole }) => (whole ? [{ path, words: simple(whole.join(' ')) }] : []));
  const found = plain.map(({ path }) => ({
    path,
    words: simple(stories.find((story) => story.path === path)?.words ?? '').replaceAll(' and ', ' '),
  }));
  expect(plain.length).toBeGreaterThan(2);
  expect(found).toEqual(plain.map(({ path, words }) => ({ path, words: words.replaceAll(' and ', ' ') })));
});

/** Letters and digits only: Markdown's marks, typographic quotes and dashes make no difference. */
function simple(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
