import type { Edition } from '../domain/edition.ts';
import type { RelatedStory, Story } from '../domain/related-story.ts';
import type { LiveState } from '../domain/live-blog.ts';
import type { Page } from '../domain/page.ts';
import type { UrlPath } from '../domain/url-path.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import type { Imprint } from './publication.ts';

/** A page that is to be: its address, its layout, and what it is made of. */
export interface PageSpec {
  readonly kind: keyof typeof PAGE_KINDS;
  readonly url: UrlPath;
  readonly layout: string;
  /** What it is made of; as JSON it changes with whatever the page would show. */
  readonly subject: object;
}

/** A page that is to be, as it is sent to another thread. */
export interface PackedPage extends Omit<PageSpec, 'subject'> {
  /** JSON in which a mark stands for each story. */
  readonly subject: string;
}

/** What stands for a story: the path of its file, and what time makes of it. */
interface StoryMark {
  readonly $story: string;
  readonly live?: LiveState | undefined;
}

const ALL_KINDS = Object.keys(PAGE_KINDS) as PageSpec['kind'][];

/** The pages of an edition but those that Eleventy templates make: of all kinds, or of some. */
export function* specsOf(edition: Edition, kinds: readonly PageSpec['kind'][] = ALL_KINDS): Generator<PageSpec> {
  for (const name of kinds) {
    const kind = PAGE_KINDS[name];
    for (const subject of kind.list(edition)) {
      yield { kind: name, url: kind.urlOf(subject), layout: kind.layoutOf(subject), subject };
    }
  }
}

/** A text that changes with whatever a page would show: what it is made of, as JSON. */
export function keyOf({ subject }: PageSpec): string {
  if (!('stories' in subject)) return JSON.stringify(subject);
  // Most lists are long, and of each story only the card counts.
  const { stories, ...others } = subject as { readonly stories: readonly unknown[] };
  let cards = '';
  for (const story of stories) {
    if (!isStory(story)) return JSON.stringify(subject);
    cards += ` ${story.toJSON()}`;
  }
  return JSON.stringify(others) + cards;
}

/** Makes a page ready to be sent to another thread. */
export function packPage(spec: PageSpec): PackedPage {
  return { ...spec, subject: JSON.stringify(spec.subject, markStories) };
}

function markStories(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const given = (this as Readonly<Record<string, unknown>>)[key];
  if (isStory(given)) return { $story: given.entry.path, live: given.live } satisfies StoryMark;
  return isAbbreviated(given) ? given.whole : value;
}

function isStory(value: unknown): value is RelatedStory {
  return typeof value === 'object' && value !== null && 'entry' in value;
}

/** A part of subjects that as JSON is a text which changes with it, and shorter than it. */
interface Abbreviated {
  toJSON(): string;
  readonly whole: object;
}

function isAbbreviated(value: unknown): value is Abbreviated {
  return typeof value === 'object' && value !== null && 'whole' in value;
}

/** Makes a page of what it is made of. `storyAt` finds a story by its path. */
export function makePage({ kind, subject }: PackedPage, storyAt: (path: string) => Story, imprint: Imprint): Page {
  return PAGE_KINDS[kind].make(withStories(JSON.parse(subject), storyAt) as object, imprint);
}

/** The story that a page is the page of. */
export function storyOf({ subject }: PageSpec): RelatedStory | undefined {
  return 'story' in subject ? (subject.story as RelatedStory) : undefined;
}

/** The stories that a page is made of. */
export function storiesOf({ subject }: PageSpec): readonly RelatedStory[] {
  const found: RelatedStory[] = [];
  collect(subject, found);
  return found;
}

function collect(value: unknown, found: RelatedStory[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isStory(value)) found.push(value);
  else for (const inner of Object.values(value)) collect(inner, found);
}

/** A value with stories in place of their marks. */
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
