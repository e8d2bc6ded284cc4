import { extractFromHtml } from '@extractus/article-extractor';
import { convert } from 'html-to-text';
import TurndownService from 'turndown';
import { beforeAll, describe, expect, test } from 'vitest';
import { bannerWords } from '../../../src/baseline/banner.ts';
import { type BuiltPage, ORIGIN, storyPages } from '../demo.ts';
import { readInReaderMode } from './reader-mode.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { IS_NIGHT } from '../../at-night.ts';

/** Programs that take the text of a page, as scrapers, feed readers, search engines and language models do. */
const EXTRACTORS: Readonly<Record<string, (page: BuiltPage) => string | Promise<string>>> = {
  Readability: ({ html, path }) => readInReaderMode(html, ORIGIN + path).words,
  'article-extractor': async ({ html, path }) => textOf((await extractFromHtml(html, ORIGIN + path))?.content ?? ''),
  'html-to-text': ({ html }) => convert(html, { wordwrap: false }),
  turndown: ({ html }) => new TurndownService().remove(['script', 'style', 'title']).turndown(html),
  textContent: ({ html }) => documentOf(html).body.textContent,
  'a plain stripper of tags': ({ html }) => html.replace(/<[^>]*>/g, ' '),
};

/** Those that look for the story within the page; the others take all of it. */
const STORY_ONLY = ['Readability', 'article-extractor'];

function textOf(html: string): string {
  return documentOf(html).body.textContent;
}

function simple(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text without its signs, which Markdown escapes, and its capitals. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The page as it would be if there were no gate. */
function withoutGate(page: BuiltPage): BuiltPage {
  return { ...page, html: page.html.replace(/<script>[^<]*<\/script>/, '') };
}

const SENTENCES = Object.values(bannerWords(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh'], {}))
  .flat()
  .map((sentence) => sentence.toLowerCase());

/** What is on a page of a story that is to be kept, or left. */
interface Shown {
  /** Times of posts, and dates of timelines. */
  readonly dates: readonly string[];
  /** Claims that were checked, and what was found of each. */
  readonly checks: readonly string[];
  /** What stands around the story. */
  readonly around: readonly string[];
  readonly paragraphs: readonly string[];
}

const shown = new Map<string, Shown>();

/** Reads a page once for all programs. */
function shownOn({ html, path }: BuiltPage): Shown {
  const known = shown.get(path);
  if (known) return known;
  const document = documentOf(html);
  const textsOf = (selector: string): readonly string[] =>
    [...document.querySelectorAll(selector)].map((element) => simple(element.textContent ?? ''));
  const read = {
    dates: textsOf('.update-time > a, .timeline-date'),
    checks: textsOf('.fact-check .claim, .fact-check .rating strong'),
    around: textsOf('.header-languages, .header-live, .topics, .related').filter((words) => words !== ''),
    paragraphs: textsOf('.story-body > p:not([class^=header-])'),
  };
  shown.set(path, read);
  return read;
}

interface Extracted {
  readonly page: BuiltPage;
  readonly text: string;
}

/** What Readability takes from each story is compared word for word in `reader-mode.test.ts`. */
const TRIED = Object.entries(EXTRACTORS).filter(([name]) => IS_NIGHT || name !== 'Readability');

describe.each(TRIED)('%s', (name, extract) => {
  let stories: readonly Extracted[] = [];

  beforeAll(async () => {
    stories = await Promise.all(storyPages().map(async (page) => ({ page, text: simple(await extract(page)) })));
  });

  test('takes no word of the banner from any story', () => {
    const leaks = stories.flatMap(({ page, text }) => {
      const lower = text.toLowerCase();
      return SENTENCES.filter((sentence) => lower.includes(sentence)).map((sentence) => `${page.path}: ${sentence}`);
    });
    expect(leaks).toEqual([]);
    expect(stories.filter(({ text }) => text.length <= 300).map(({ page }) => page.path)).toEqual([]);
  });

  test('takes from a story what it would take if there were no gate', async () => {
    // The gate is the same on each page. Those that look for the story take a tenth of a second for it, the others nothing.
    const some = stories.filter((_, index) => !STORY_ONLY.includes(name) || index % 4 === 0);
    expect(some.length).toBeGreaterThan(5);
    for (const { page, text } of some) {
      const expected = simple(await extract(withoutGate(page)));
      const isRaw = name === 'a plain stripper of tags';
      // It takes scripts for text; of the gate there is then a script, and no sentence.
      expect(isRaw ? simple(text.replace(/try\{CSS\.supports.*?appendChild\(e\)\}/, '')) : text).toBe(expected);
    }
  });

  test('keeps when each post of a live blog was written, and the dates of timelines', () => {
    const dates = stories.flatMap(({ page, text }) =>
      shownOn(page).dates.map((date) => ({ path: page.path, date, isKept: text.includes(date) })),
    );
    expect(dates.length).toBeGreaterThan(20);
    expect(dates.filter(({ date }) => date === '')).toEqual([]);
    expect(dates.filter(({ isKept }) => !isKept)).toEqual([]);
  });

  test('keeps what was found of each claim that was checked', () => {
    const checked = stories.flatMap(({ page, text }) =>
      shownOn(page).checks.map((found) => found !== '' && lettersOf(text).includes(lettersOf(found))),
    );
    expect(checked.length).toBeGreaterThan(1);
    expect(checked).not.toContain(false);
  });

  if (!STORY_ONLY.includes(name)) return;
  test('takes nothing of what leads to a translation, or stands below a story', () => {
    const leaks = stories.flatMap(({ page, text }) =>
      shownOn(page)
        .around.filter((words) => text.includes(words))
        .map((words) => `${page.path}: ${words}`),
    );
    expect(leaks).toEqual([]);
  });

  test('takes the first and the last paragraph of each story', () => {
    for (const { page, text } of stories) {
      const { paragraphs } = shownOn(page);
      for (const paragraph of [paragraphs.at(0), paragraphs.at(-1)]) {
        expect(text, page.path).toContain((paragraph ?? '?').slice(-60));
      }
    }
  });
});
