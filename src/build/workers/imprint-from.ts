import type { Story } from '../../domain/story/story.ts';
import type { Imprint } from '../../pages/imprint.ts';
import { shownText } from '../../pages/story/body.ts';
import { publicationOf } from './task-context.ts';
import { StoryReader, type StorySource } from './story-reader.ts';

/** Where the stories of some pages are to be had, by their paths. */
export type StorySources = Readonly<Record<string, StorySource>>;

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
