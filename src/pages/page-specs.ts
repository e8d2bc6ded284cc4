import type { Edition } from '../domain/edition.ts';
import type { RelatedStory, Story } from '../domain/story/story.ts';
import type { UrlPath } from '../domain/addresses.ts';
import { isStory, withStories } from './packed.ts';
import { iconsOf } from './site/icons.ts';
import type { PageKind, PageToFind } from './page-kind.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import type { Assets, Materials, Surroundings } from './surroundings.ts';

/** A page that is to be: its address, its layout, and what it is made of. */
export interface PageSpec {
  readonly kind: keyof typeof PAGE_KINDS;
  readonly url: UrlPath;
  readonly layout: string;
  /** What it is made of; as JSON it changes with whatever the page would show. */
  readonly subject: object;
}

const ALL_KINDS = Object.keys(PAGE_KINDS) as PageSpec['kind'][];

/** The pages of an edition but those that Eleventy templates make: of all kinds, or of some. */
export function* specsOf(edition: Edition, kinds: readonly PageSpec['kind'][] = ALL_KINDS): Generator<PageSpec> {
  for (const name of kinds) {
    const kind: PageKind<object> = PAGE_KINDS[name];
    for (const subject of kind.list(edition, () => pagesToFind(edition))) {
      yield { kind: name, url: kind.urlOf(subject), layout: kind.layout(subject), subject };
    }
  }
}

/** The pages that sitemaps list beside stories, of all kinds. */
export function* pagesToFind(edition: Edition): Generator<PageToFind> {
  for (const { sitemap } of Object.values<PageKind<object>>(PAGE_KINDS)) {
    if (typeof sitemap === 'function') yield* sitemap(edition);
  }
}

/** What surrounds the subjects of all pages of an edition. */
export function surroundingsOf(edition: Edition, assets: Assets): Surroundings {
  const links = Object.values<PageKind<object>>(PAGE_KINDS).flatMap(({ navigation }) => navigation ?? []);
  const navigation = links
    .sort((one, other) => one.order - other.order)
    .map(({ place, label, urlsOf }) => ({ place, label, urls: urlsOf(edition) }));
  return { site: edition.site, navigation, assets, icons: iconsOf(edition) };
}

/** A text that changes with whatever a page would show: what it is made of, as JSON. */
export function keyOf({ subject }: PageSpec): string {
  const { stories } = subject as { readonly stories?: readonly unknown[] };
  // Most lists are long, and of each story only the card counts.
  if (!stories?.every(isStory)) return JSON.stringify(subject);
  let cards = '';
  for (const story of stories) cards += ` ${story.toJSON()}`;
  return JSON.stringify({ ...subject, stories: undefined }) + cards;
}

/** Makes a page of what it is made of. `storyAt` finds a story by its path. */
export function makePage(
  { kind, url, layout, subject }: PageSpec,
  storyAt: (path: string) => Story,
  materials: Materials,
): Page {
  const { make }: PageKind<object> = PAGE_KINDS[kind];
  return { url, layout, data: make(withStories(subject, storyAt), materials) };
}

/** The story that a page is the page of. */
export function storyOf({ subject }: PageSpec): RelatedStory | undefined {
  const { story } = subject as { readonly story?: unknown };
  return isStory(story) ? story : undefined;
}

/** The content file that an editor opens to change a page. It need not be there. */
export function sourceOf(spec: PageSpec): string | undefined {
  const kind: PageKind<object> = PAGE_KINDS[spec.kind];
  return storyOf(spec)?.entry.path ?? kind.sourceOf?.(spec.subject);
}

/** When the passing of time will change a page of an edition, in milliseconds since 1970: the earliest that a kind of page says. */
export function nextChange(edition: Edition): number | undefined {
  let next: number | undefined;
  for (const { changesAt } of Object.values<PageKind<object>>(PAGE_KINDS)) {
    for (const moment of changesAt(edition)) {
      if (moment > edition.now && (next === undefined || moment < next)) next = moment;
    }
  }
  return next;
}

/** One output file: its address, the layout that prints it, and all that the layout may know. */
export interface Page<Data = unknown> {
  readonly url: UrlPath;
  /** Name of a layout of `layouts/`, or of a format of `src/formats/`. */
  readonly layout: string;
  readonly data: Data;
}
