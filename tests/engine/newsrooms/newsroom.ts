import type { Article } from '../../../src/domain/story/article.ts';
import type { Site } from '../../../src/domain/site/site.ts';
import { storyUrl } from '../../../src/relate/addresses/addresses.ts';
import { readMoment } from '../../../src/time/read-moment.ts';
import { slugFromPath } from '../../../src/validate/story/slug.ts';

/** A newsroom as a test edits it: what its files say, before it is written as files. Paths are from `content/`. */
export interface Newsroom {
  site: Record<string, unknown>;
  stories: StoryDraft[];
  /** By id. */
  people: Record<string, PersonDraft>;
  /** Pages of `content/pages/`, by path. */
  pages: Record<string, PageDraft>;
  /** What files of `content/fronts/` hold, by their names. */
  fronts: Record<string, Record<string, unknown>>;
  /** Pictures and other files, by path. */
  media: Record<string, Medium>;
  /** What `redirects.yaml` maps; without it there is no such file. */
  redirects: Record<string, RedirectDraft> | undefined;
  /** Files of `content/public/`, by path. */
  publicFiles: Record<string, string>;
  /** Files that say something else than the rest of this: broken ones, and such as belong nowhere. */
  others: Record<string, string>;
  /** The number of the next story. */
  next: number;
}

/** Where a redirect leads: to a story, wherever that is, or to an address. */
export type RedirectDraft = { readonly story: number } | { readonly address: string };

export interface StoryDraft {
  readonly number: number;
  path: string;
  keys: Record<string, unknown>;
  paragraphs: string[];
  links: LinkDraft[];
  /** Numbers of the stories that its editor named. */
  related: number[];
  image: ImageDraft | undefined;
  /** Paths of pictures in its text. */
  figures: string[];
  /** The number of the story in another language that it is a translation of. */
  translates?: number | undefined;
  /** A comment in its front matter. */
  comment: string;
}

/** Something in a text that leads elsewhere. */
export type LinkDraft =
  | { readonly kind: 'path' | 'address' | 'card'; readonly story: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'markdown'; readonly text: string };

export interface ImageDraft {
  readonly path: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly focus?: string;
}

export interface PersonDraft {
  keys: Record<string, unknown>;
  text: string;
  /** Path of their picture. */
  picture: string | undefined;
}

export interface PageDraft {
  keys: Record<string, unknown>;
  text: string;
  links: LinkDraft[];
}

export interface Medium {
  readonly kind: 'png' | 'svg' | 'csv';
  readonly width: number;
  readonly height: number;
  readonly shade: number;
}

/** The address of a story, as other files write it. */
export function addressOf({ path, keys }: StoryDraft, { site }: Newsroom): string {
  const timeZone = String(site['timeZone'] ?? 'UTC');
  const read = readMoment(String(keys['date']), timeZone);
  const sections = (site['sections'] ?? []) as readonly { readonly id: string }[];
  const article = {
    date: read.kind === 'moment' ? read.moment : { instant: 0, hasTime: false },
    permalink: keys['permalink'],
    slug: keys['slug'] ?? slugFromPath(path),
    section: keys['section'] ?? sections[0]?.id,
  };
  const permalink = site['permalink'] ?? '/{yyyy}/{mm}/{dd}/{slug}/';
  return storyUrl(article as Article, { timeZone, permalink } as Site);
}
