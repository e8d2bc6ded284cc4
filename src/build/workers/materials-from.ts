import type { Story } from '../../domain/story/story.ts';
import type { Materials } from '../../pages/surroundings.ts';
import { shownText } from '../../pages/story/body.ts';
import { sharedForPages } from './task-context.ts';
import { StoryReader, type StorySource } from './story-reader.ts';

/** Where the stories of some pages are to be had, by their paths. */
export type StorySources = Readonly<Record<string, StorySource>>;

/** What makers of pages may know, from the places where it lies. */
export function materialsFrom(sourceOf: (path: string) => StorySource | undefined): {
  readonly materials: Materials;
  readonly storyAt: (path: string) => Story;
} {
  const { surroundings, records, texts } = sharedForPages();
  const stories = new StoryReader(sourceOf, { site: surroundings.site, records, texts });
  return {
    materials: {
      ...surroundings,
      textOf: (story) => shownText(stories.text(story.article.path), story),
      wordsOf: ({ article }) => stories.words(article.path),
    },
    storyAt: (path) => stories.story(path),
  };
}
