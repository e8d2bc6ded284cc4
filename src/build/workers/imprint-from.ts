import type { Story } from '../../domain/story/story.ts';
import type { Imprint } from '../../pages/imprint.ts';
import { shownText } from '../../pages/story/body.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { RecordPlace } from '../cache/record-log.ts';
import { publicationOf } from './task-context.ts';
import { StoryReader } from './story-reader.ts';

/** Where the stories of some pages are to be had, by their paths. */
export type StorySources = Readonly<Record<string, StorySource>>;

/** Where a story is: what was made of it, and its source file. */
export interface StorySource {
  readonly record: RecordPlace;
  readonly diskPath: string;
  readonly content: Fingerprint;
  /** Its text, if it was rendered in this build. */
  readonly text: RecordPlace | undefined;
}

/** What makers of pages may know, from the places where it lies. */
export function imprintFrom(sourceOf: (path: string) => StorySource | undefined): {
  readonly imprint: Imprint;
  readonly storyAt: (path: string) => Story;
} {
  const { edition, assets, records, texts } = publicationOf();
  const stories = new StoryReader(sourceOf, { site: edition.site, records, texts });
  return {
    imprint: {
      edition,
      assets,
      textOf: (story) => shownText(stories.text(story.article.path), story),
      wordsOf: ({ article }) => stories.words(article.path),
    },
    storyAt: (path) => stories.story(path),
  };
}
