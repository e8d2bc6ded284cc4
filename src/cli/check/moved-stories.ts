import { join } from 'node:path';
import { readText } from '../../disk/read-text.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { LostAddress, RecordedAddress } from '../../domain/site/permanent-addresses.ts';
import { cutFrontMatter } from '../../domain/content/source.ts';
import type { RelatedStory } from '../../domain/story/story.ts';
import { lastText } from './history.ts';

/** So many files are looked up in the history: more are gone only where a whole archive was taken out. */
const MOST_LOOKED_UP = 1_000;

export interface AddressesAndStories {
  readonly lost: readonly LostAddress[];
  readonly recorded: readonly RecordedAddress[];
  readonly stories: readonly RelatedStory[];
}

/**
 * Finds stories whose files have another name now: the text of a file that is gone, as git has it, is word by word that of one story
 * of which nothing is recorded. Without git, or without the history, none is found.
 *
 * @param lost Those whose files are gone.
 * @returns The address now, by the path of the file that is gone.
 */
export function movedStories(
  content: string,
  { lost, recorded, stories }: AddressesAndStories,
): ReadonlyMap<string, UrlPath> {
  const sources = [...new Set(lost.map(({ source }) => source))].filter((path) => /^content\/.*\.md$/s.test(path));
  if (sources.length === 0) return new Map();
  const before = sources.slice(0, MOST_LOOKED_UP).map((path) => ({ path, body: bodyOf(lastText(content, path)) }));
  const added = newBodies(content, recorded, stories);
  const moved = new Map<string, UrlPath>();
  for (const { path, body } of before) {
    const isOnly = before.filter((other) => other.body === body).length === 1;
    const url = body === undefined || !isOnly ? undefined : added.get(body);
    if (url !== undefined) moved.set(path, url);
  }
  return moved;
}

/** The addresses of stories of which nothing is recorded, by their texts; undefined where several have one text. */
function newBodies(
  content: string,
  recorded: readonly RecordedAddress[],
  stories: readonly RelatedStory[],
): ReadonlyMap<string, UrlPath | undefined> {
  const known = new Set([...recorded.map(({ url }) => url as string), ...recorded.map(({ source }) => source)]);
  const bodies = new Map<string, UrlPath | undefined>();
  for (const { entry } of stories) {
    if (known.has(entry.url) || known.has(entry.path)) continue;
    const read = readText(entry.path, join(content, entry.path.slice('content/'.length)));
    const body = read.kind === 'read' ? bodyOf(read.file.text) : undefined;
    if (body !== undefined) bodies.set(body, bodies.has(body) ? undefined : entry.url);
  }
  return bodies;
}

/** The text of a story without its front matter; undefined where there is none. */
function bodyOf(text: string | undefined): string | undefined {
  const body = text === undefined ? undefined : cutFrontMatter(text)?.body.trim();
  return body === '' ? undefined : body;
}
