import type { LiveState } from '../domain/live-blog.ts';
import { RelatedStory, type Story } from '../domain/story/story.ts';

/** JSON in which a pointer stands for each story, ready to be sent to another thread. Made by {@link pack} only. */
export type Packed = string & { readonly brand: 'Packed' };

/** What stands for a story: the path of its file, and what time makes of it. */
interface StoryPointer {
  readonly $story: string;
  readonly live?: LiveState | undefined;
}

/** A part of subjects that as JSON is its fingerprint, and is packed as a whole. */
export abstract class Abbreviated {
  /** All of it, as plain data. */
  abstract get whole(): object;
  /** A text that changes with whatever pages show of it. */
  abstract toJSON(): string;
}

/** Packs what a page, or a part of pages, is made of. */
export function pack(value: object): Packed {
  return JSON.stringify(value, replaceStories) as Packed;
}

function replaceStories(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const given = (this as Readonly<Record<string, unknown>>)[key];
  if (typeof given === 'string') return value;
  if (isStory(given)) return { $story: given.entry.path, live: given.live } satisfies StoryPointer;
  return given instanceof Abbreviated ? given.whole : value;
}

/** The stories in what is packed, or in what pages are made of. */
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
  for (const inner of Object.values(value)) {
    const found = firstStoryIn(inner);
    if (found) return found;
  }
  return undefined;
}

/** Whether a value is a story, as it is in what pages are made of. */
export function isStory(value: unknown): value is RelatedStory {
  return value instanceof RelatedStory;
}

/** What was packed, with stories in place of their pointers. `storyAt` finds a story by its path. */
export function unpack(packed: Packed, storyAt: (path: string) => Story): unknown {
  return withStories(JSON.parse(packed), storyAt);
}

/** Puts stories into a value that nobody else has yet. */
function withStories(value: unknown, storyAt: (path: string) => Story): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = withStories(value[index], storyAt);
    return value;
  }
  if (isPointer(value)) return asItIs(storyAt(value.$story), value);
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    const inner = object[key];
    if (typeof inner === 'object' && inner !== null) object[key] = withStories(inner, storyAt);
  }
  return object;
}

/** A story that was looked up, at the moment of publication. */
function asItIs(story: Story, { live }: StoryPointer): Story {
  return live === undefined || story.live ? story : { ...story, live };
}

function isPointer(value: object): value is StoryPointer {
  return typeof (value as Partial<StoryPointer>).$story === 'string';
}
