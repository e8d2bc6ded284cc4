import type { LiveState } from '../domain/live-blog.ts';
import { RelatedStory, type Story } from '../domain/story/story.ts';

/** What stands for a story that is sent to another thread: the path of its file, and what time makes of it. */
interface StoryPointer {
  readonly $story: string;
  readonly live?: LiveState | undefined;
}

/** The key by which a pointer is known. */
const POINTER = '$story' satisfies keyof StoryPointer;

/** A part of subjects that as JSON is its fingerprint, and is packed as a whole. */
export abstract class Abbreviated {
  /** All of it, as plain data. */
  abstract get whole(): object;
  /** A text that changes with whatever pages show of it. */
  abstract toJSON(): string;
}

/** What pages, or parts of pages, are made of as JSON in which a pointer stands for each story, ready to be sent to another thread. */
export function pack(value: object): string {
  return JSON.stringify(value, replaceStories);
}

function replaceStories(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const given = (this as Readonly<Record<string, unknown>>)[key];
  if (typeof given === 'string') return value;
  if (isStory(given)) return { $story: given.entry.path, live: given.live } satisfies StoryPointer;
  return given instanceof Abbreviated ? given.whole : value;
}

/** The stories in what pages are made of. */
export function storiesIn(value: object): readonly RelatedStory[] {
  const found: RelatedStory[] = [];
  collect(value, found);
  return found;
}

function collect(value: object, found: RelatedStory[]): void {
  if (isStory(value)) {
    found.push(value);
    return;
  }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) collect(inner, found);
  }
}

/** The first of these stories. */
export function firstStoryIn(value: unknown): RelatedStory | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isStory(value)) return value;
  for (const key in value) {
    const found = firstStoryIn((value as Readonly<Record<string, unknown>>)[key]);
    if (found) return found;
  }
  return undefined;
}

/** Whether a value is a story, as it is in what pages are made of. */
export function isStory(value: unknown): value is RelatedStory {
  return value instanceof RelatedStory;
}

/**
 * What pages are made of with stories, as `storyAt` finds them by their paths, in place of those of an edition or of the pointers to them. What
 * has none in it is handed on as it is.
 */
export function withStories<Value>(value: Value, storyAt: (path: string) => Story): Value;
export function withStories(value: unknown, storyAt: (path: string) => Story): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isStory(value)) return asItIs(storyAt(value.entry.path), value);
  if (Array.isArray(value)) return itemsWithStories(value, storyAt);
  if (value instanceof Abbreviated) return withStories(value.whole, storyAt);
  return partsWithStories(value as Readonly<Record<string, unknown>>, storyAt);
}

function itemsWithStories(items: readonly unknown[], storyAt: (path: string) => Story): readonly unknown[] {
  let made: unknown[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (typeof item !== 'object' || item === null) continue;
    const changed = withStories(item, storyAt);
    if (changed === item) continue;
    made ??= [...items];
    made[index] = changed;
  }
  return made ?? items;
}

function partsWithStories(value: Readonly<Record<string, unknown>>, storyAt: (path: string) => Story): object {
  let made: Record<string, unknown> | undefined;
  for (const key in value) {
    const part = value[key];
    // Asked for among the keys that are there: to ask each of many kinds of objects for one that it lacks takes several times as long.
    if (key === POINTER && typeof part === 'string') return asItIs(storyAt(part), value);
    if (typeof part !== 'object' || part === null) continue;
    const changed = withStories(part, storyAt);
    if (changed === part) continue;
    made ??= { ...value };
    made[key] = changed;
  }
  return made ?? value;
}

/** A story that was looked up, at the moment of publication. */
function asItIs(story: Story, { live }: { readonly live?: LiveState | undefined }): Story {
  return live === undefined || story.live ? story : { ...story, live };
}
