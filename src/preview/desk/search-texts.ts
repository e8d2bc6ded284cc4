import type { Entry } from '../../domain/story/entry.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { searchWords } from '../../formats/search/search-words.ts';

/** What of a story it is found by. */
export interface Searched {
  readonly path: string;
  readonly entry: Entry | undefined;
  readonly shown: RelatedStory | undefined;
}

interface Known extends Pick<Searched, 'entry' | 'shown'> {
  readonly text: string;
}

/** How long texts are made at a stretch while nobody waits for them, in milliseconds: requests come between. */
const STRETCH = 8;
/** Between two looks at the clock. */
const AT_ONCE = 100;

/**
 * The words of all stories: of their headlines, sections, contributors, topics and paths, as readers of the site would search for them.
 * They are made beforehand, little by little, or else by the first search.
 */
export class SearchTexts {
  private readonly known = new Map<string, Known>();
  private making: NodeJS.Immediate | undefined;

  /** The words of a story, each with a space before it. */
  of(story: Searched): string {
    const { path, entry, shown } = story;
    const before = this.known.get(path);
    if (before && before.entry === entry && before.shown === shown) return before.text;
    const text = textOf(story);
    this.known.set(path, { entry, shown, text });
    return text;
  }

  /** Makes the words of some stories while nothing else is to be done, and forgets all others. */
  keepFor(stories: readonly Searched[]): void {
    if (this.making) clearImmediate(this.making);
    if (this.known.size > stories.length) this.forgetAllBut(stories);
    let next = 0;
    const make = (): void => {
      const end = performance.now() + STRETCH;
      while (next < stories.length && performance.now() < end) {
        for (const story of stories.slice(next, next + AT_ONCE)) this.of(story);
        next += AT_ONCE;
      }
      this.making = next < stories.length ? setImmediate(make).unref() : undefined;
    };
    this.making = setImmediate(make).unref();
  }

  private forgetAllBut(stories: readonly Searched[]): void {
    const paths = new Set(stories.map(({ path }) => path));
    for (const path of this.known.keys()) if (!paths.has(path)) this.known.delete(path);
  }
}

/** What a text must have to be found by a query: the beginnings of its words. */
export function beginningsOf(query: string): readonly string[] {
  return searchWords(query).map((word) => ` ${word}`);
}

function textOf({ path, entry, shown }: Searched): string {
  const parts = [
    entry?.headline ?? '',
    shown?.section?.title ?? entry?.section ?? '',
    ...(shown?.credits.map(({ name }) => name) ?? entry?.credits.map(({ who }) => who) ?? []),
    ...(entry?.topics ?? []),
    path,
  ];
  return ` ${searchWords(parts.join('\n')).join(' ')}`;
}
