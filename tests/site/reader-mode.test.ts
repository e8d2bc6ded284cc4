import { Readability } from '@mozilla/readability';
import { describe, expect, test } from 'vitest';
import { type BuiltPage, parse, storyPages } from './demo.ts';
import { readStory, storySources } from './sources.ts';
import { wordsOf } from './words-of.ts';

/**
 * What a reader mode prints elsewhere, or leaves out: it has the headline, the section and the times from the page's
 * structured data, the picture above the text as the page's picture; cards lead away from the story.
 */
const NOT_IN_THE_TEXT = '.headline, .header-kicker, .header-times, .header-caption, .story-card';

const FURNITURE = '.skip-link, .site-header, .live-strip, .topics, .site-footer, .story-card';

describe('reader mode', () => {
  test('names each story by its headline', () => {
    const stories = storyPages().map((page) => ({ page: page.path, title: extract(page).title }));
    const wanted = storyPages().map(({ path, document }) => ({
      page: path,
      title: document.querySelector('h1.headline')?.textContent,
    }));
    expect(stories).toEqual(wanted);
  });

  test('names those who wrote each story', () => {
    const bylines = storyPages().map((page) => ({ page: page.path, byline: extract(page).byline }));
    const wanted = storyPages().map(({ path }) => ({ page: path, byline: readStory(path).bylines.join(', ') }));
    expect(bylines).toEqual(wanted);
  });

  test('shows the story word for word: dek, byline, text, credits and corrections, and nothing else', () => {
    const shown = storyPages().map((page) => ({ page: page.path, words: wordsOf(parse(extract(page).content ?? '', '/').body).join(' ') }));
    const wanted = storyPages().map((page) => ({ page: page.path, words: ownWordsOf(page).join(' ') }));
    expect(shown).toEqual(wanted);
  });

  test('shows nothing of what stands around a story', () => {
    const leaks = storyPages().flatMap((page) => {
      const text = extract(page).textContent ?? '';
      const furniture = [...page.document.querySelectorAll(FURNITURE)].map((element) => wordsOf(element).join(' '));
      return furniture.filter((words) => words !== '' && text.replace(/\s+/g, ' ').includes(words)).map((words) => `${page.path}: ${words}`);
    });
    expect(leaks).toEqual([]);
  });

  test('shows every paragraph, heading, item, cell and quote of the Markdown', () => {
    const lost = storySources().flatMap(({ path, lines }) => {
      const page = storyPages().find((each) => each.path === path);
      if (page === undefined) return [`${path} is not published`];
      const text = simple(wordsOf(parse(extract(page).content ?? '', '/').body).join(' '));
      let from = 0;
      return lines.filter((line) => {
        const at = text.indexOf(simple(line), from);
        if (at >= 0) from = at;
        return at < 0;
      }).map((line) => `${path}: ${line}`);
    });
    expect(lost).toEqual([]);
  });
});

type Extracted = NonNullable<ReturnType<Readability<string>['parse']>>;

/** What Firefox's reader mode makes of a page. It takes the document apart, so it gets one of its own. */
function extract({ html, path }: BuiltPage): Extracted {
  const known = extracted.get(path);
  if (known) return known;
  const found = new Readability(parse(html, path)).parse();
  if (!found) throw new Error(`Reader mode finds no story at ${path}`);
  extracted.set(path, found);
  return found;
}

const extracted = new Map<string, Extracted>();

/** The story's own words, by the page. */
function ownWordsOf({ document }: BuiltPage): readonly string[] {
  const story = document.querySelector('article.story')?.cloneNode(true) as Element;
  const headline = story.querySelector('.headline');
  // Readability tells that a heading repeats the title by words of Latin letters, and shows all others again.
  const isTold = /\w/.test(headline?.textContent ?? '');
  for (const element of story.querySelectorAll(NOT_IN_THE_TEXT)) if (isTold || element !== headline) element.remove();
  return wordsOf(story);
}

/** Letters and digits only: Markdown's marks, typographic quotes and dashes make no difference. */
function simple(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
