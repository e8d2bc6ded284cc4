import type { LiveState } from '../domain/live-blog.ts';
import { RelatedStory, type Story } from '../domain/story/story.ts';

/** JSON in which a mark stands for each story, ready to be sent to another thread. */
export type Packed = string & { readonly brand: 'Packed' };

/** What stands for a story: the path of its file, and what time makes of it. */
interface StoryMark {
  readonly $story: string;
  readonly live?: LiveState | undefined;
}

/** Packs what a page, or a part of pages, is made of. */
export function pack(value: object): Packed {
  return JSON.stringify(value, markStories) as Packed;
}

function markStories(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const given = (this as Readonly<Record<string, unknown>>)[key];
  if (isStory(given)) return { $story: given.entry.path, live: given.live } satisfies StoryMark;
  return isAbbreviated(given) ? given.whole : value;
}

/** The stories in what is packed, or in what pages are made of. */
export function storiesIn(value: object): readonly RelatedStory[] {
  const found: RelatedStory[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: RelatedStory[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isStory(value)) found.push(value);
  else for (const inner of Object.values(value)) collect(inner, found);
}

/** Whether a value is a story, as it is in what pages are made of. */
export function isStory(value: unknown): value is RelatedStory {
  return value instanceof RelatedStory;
}

/** A part of subjects that as JSON is a text which changes with it, and shorter than it. */
interface Abbreviated {
  toJSON(): string;
  readonly whole: object;
}

function isAbbreviated(value: unknown): value is Abbreviated {
  return typeof value === 'object' && value !== null && 'whole' in value;
}

/** What was packed, with stories in place of their marks. `storyAt` finds a story by its path. */
export function unpack(packed: Packed, storyAt: (path: string) => Story): unknown {
  return withStories(JSON.parse(packed), storyAt);
}

function withStories(value: unknown, storyAt: (path: string) => Story): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMark(value)) return asItIs(storyAt(value.$story), value);
  if (Array.isArray(value)) return value.map((item) => withStories(item, storyAt));
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    const inner = object[key];
    if (typeof inner === 'object' && inner !== null) object[key] = withStories(inner, storyAt);
  }
  return object;
}

/** A story that was looked up, at the moment of publication. */
function asItIs(story: Story, { live }: StoryMark): Story {
  return live === undefined || story.live ? story : { ...story, live };
}

function isMark(value: object): value is StoryMark {
  return '$story' in value && typeof value.$story === 'string';
}
