import { ARTICLES } from '../../domain/content/content-kinds.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { searchWords } from '../../formats/search/search-words.ts';

/** What of a story it is found by. */
export interface Searched {
  readonly path: string;
  readonly entry: Entry | undefined;
  readonly shown: RelatedStory | undefined;
}

/** How long texts are made at a stretch while nobody waits for them, in milliseconds: requests come between. */
const STRETCH = 8;
/** Between two looks at the clock. */
const AT_ONCE = 50;

/**
 * The words of all stories: of their headlines, sections, contributors, topics and paths, as readers of the site would search for them.
 * They are made beforehand: all at once before a preview is up, later little by little, or else by the first search.
 */
export class SearchTexts {
  private readonly stories: readonly Searched[];
  private readonly texts: (string | undefined)[];
  private making: NodeJS.Immediate | undefined;

  /** @param before Those of other stories: what is the same is taken from there. */
  constructor(stories: readonly Searched[], before: SearchTexts | undefined) {
    this.stories = stories;
    this.texts = before ? before.textsOf(stories) : Array.from({ length: stories.length });
    this.makeAll();
  }

  /** The words of the story of a number, each with a space before it. */
  at(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const story = this.stories[index];
    const text = story ? textOf(story) : '';
    this.texts[index] = text;
    return text;
  }

  /** Makes all of them at once. */
  makeNow(): void {
    this.stop();
    for (let index = 0; index < this.stories.length; index += 1) this.at(index);
  }

  /** Makes no more of them beforehand. */
  stop(): void {
    if (this.making) clearImmediate(this.making);
    this.making = undefined;
  }

  private makeAll(): void {
    let next = 0;
    const make = (): void => {
      const end = performance.now() + STRETCH;
      while (next < this.stories.length && performance.now() < end) {
        const until = Math.min(next + AT_ONCE, this.stories.length);
        for (; next < until; next += 1) this.at(next);
      }
      this.making = next < this.stories.length ? setImmediate(make).unref() : undefined;
    };
    this.making = setImmediate(make).unref();
  }

  /** The texts of those among other stories that are the same, in the order of these. */
  textsOf(stories: readonly Searched[]): (string | undefined)[] {
    const known = new Map(this.stories.map((story, index) => [story.shown, index]));
    return stories.map(({ shown, entry }) => {
      const index = shown && known.get(shown);
      return index !== undefined && this.stories[index]?.entry === entry ? this.texts[index] : undefined;
    });
  }
}

/** What a text must have to be found by a query: the beginnings of its words. */
export function beginningsOf(query: string): readonly string[] {
  return searchWords(query).map((word) => ` ${word}`);
}

function textOf({ path, entry, shown }: Searched): string {
  const own = `${entry?.headline ?? ''}\n${path.slice(ARTICLES.folder.length)}`;
  const shared = [
    shown?.section?.title ?? entry?.section ?? '',
    ...(shown?.credits.map(({ name }) => name) ?? entry?.credits.map(({ who }) => who) ?? []),
    ...(entry?.topics ?? []),
  ];
  return wordsOf(own) + shared.map(wordsOfMany).join('');
}

/** Words of what many stories have. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

function wordsOfMany(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const words = wordsOf(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
}

function wordsOf(text: string): string {
  return searchWords(text)
    .map((word) => ` ${word}`)
    .join('');
}
