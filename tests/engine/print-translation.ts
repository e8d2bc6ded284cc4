import { posix } from 'node:path';
import type { Newsroom, StoryDraft } from './newsroom.ts';

/**
 * What a story says of its translation: nothing where that is gone, is in the same language, or is a translation of a third story,
 * nor where an older story in this language names it already.
 */
export function printTranslation(
  story: StoryDraft,
  { stories, site }: Newsroom,
): Readonly<Record<string, string>> | undefined {
  const { number, path, translates } = story;
  const target = stories.find((other) => other.number === translates);
  if (translates === undefined || !target || target.translates !== undefined) return undefined;
  const languageOf = ({ keys }: StoryDraft): string => String(keys['language'] ?? site['language'] ?? 'en-US');
  const language = languageOf(story);
  const isTaken = stories.some(
    (other) => other.translates === translates && other.number < number && languageOf(other) === language,
  );
  if (isTaken || languageOf(target) === language) return undefined;
  return { [languageOf(target)]: posix.relative(posix.dirname(path), target.path) };
}
