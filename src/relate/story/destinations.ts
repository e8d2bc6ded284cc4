import type { RelatedStory, Story } from '../../domain/story/story.ts';
import { contentPages, publicUrl } from '../../domain/content/content-kinds.ts';
import type { Anchors } from '../../domain/story/anchors.ts';
import { isElsewhere } from '../../domain/site/elsewhere.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { fileName } from '../../domain/content/source.ts';
import type { Addresses } from '../addresses/addresses.ts';
import type { SortedStories } from './sorted-stories.ts';
import type { Newsroom } from '../newsroom.ts';
import { Suggestions } from '../suggestions.ts';

/** A story that a reference can lead to, unless it is held back. */
export interface Destination {
  readonly path: string;
  readonly published: Story | undefined;
}

/** Everything that a reference can lead to. */
export interface Destinations {
  readonly storiesByPath: ReadonlyMap<string, Destination>;
  readonly storiesBySlug: ReadonlyMap<string, Destination>;
  /** Addresses of other source files that are pages, such as contributors. */
  readonly pagesByPath: ReadonlyMap<string, UrlPath>;
  /** The address that somebody most likely meant who wrote one at which there is nothing. */
  readonly nearestUrl: (written: string) => string | undefined;
  /** The path of a story, a page or a contributor whose file has a name, or most likely was meant by it. */
  readonly nearestFile: (name: string) => string | undefined;
  readonly hasUrl: (url: string) => boolean;
  readonly heldBackUrls: ReadonlySet<string>;
  /** The places of the page of a story, or of a page that a content file is; of others nobody knows them. */
  readonly anchorsAt: (url: string) => Anchors | undefined;
  /** Whether something else serves a path on the host of the site. */
  readonly isElsewhere: (path: string) => boolean;
  /** Paths of pages of `content/pages/` that are not published yet. */
  readonly heldBackPages: ReadonlySet<string>;
  readonly media: MediaLibrary;
  /** Whether some page has an address that nobody knows yet: one that only Eleventy knows, or that of a file with errors. */
  readonly hasUnknownUrls: boolean;
}

/** What is known of an edition before its references are resolved. */
type KnownBefore = 'heldBackUrls' | 'heldBackPages' | 'hasUnknownUrls';

/** What references can lead to; `heldBackUrls` are addresses at which nothing is published yet. */
export function destinationsOf(
  newsroom: Newsroom,
  { all, heldBack }: SortedStories,
  { addresses, ...given }: Pick<Destinations, KnownBefore> & { readonly addresses: Addresses },
): Destinations {
  const { media, site } = newsroom;
  const { heldBackUrls } = given;
  const destinationOf = (story: RelatedStory): Destination => ({
    path: story.entry.path,
    published: heldBack.has(story) ? undefined : story,
  });
  const storiesByPath = once(() => new Map(all.map((story) => [story.entry.path, destinationOf(story)])));
  const storiesBySlug = once(
    () => new Map([...newestBySlug(all)].map(([slug, story]) => [slug, destinationOf(story)])),
  );
  const anchorsByUrl = once(() => {
    const ofPages = contentPages(newsroom).flatMap(({ url, anchors }) =>
      url !== undefined && anchors !== undefined ? [[url, anchors] as const] : [],
    );
    const ofStories = all
      .filter((story) => !heldBack.has(story))
      .map(({ entry }) => [entry.url, entry.anchors] as const);
    return new Map<string, Anchors>([...ofPages, ...ofStories]);
  });
  const suggestions = new Suggestions();
  const urls = once(() => addresses.urls.filter((url) => !heldBackUrls.has(url)));
  // Of several files of one name the first.
  const texts = once(() => [...storiesByPath().keys(), ...contentPages(newsroom).map(({ path }) => path)]);
  const pathsByName = once(() => new Map([...texts()].reverse().map((path) => [fileName(path), path])));
  const fileNames = once(() => texts().map(fileName));
  return {
    anchorsAt: (url) => anchorsByUrl().get(url),
    isElsewhere: (path) => isElsewhere(path, site.elsewhere),
    // Asked for only where there is a reference.
    get storiesByPath() {
      return storiesByPath();
    },
    get storiesBySlug() {
      return storiesBySlug();
    },
    pagesByPath: new Map([
      ...contentPages(newsroom).flatMap(({ path, url }) => (url === undefined ? [] : [[path, url] as const])),
      ...newsroom.publicFiles.map((path) => [path, publicUrl(path)] as const),
    ]),
    nearestUrl: (written) => suggestions.nearest(written, 'url', urls),
    nearestFile: (name) => pathsByName().get(suggestions.nearest(name, 'file', fileNames) ?? name),
    hasUrl: (url) => addresses.has(url) && !heldBackUrls.has(url),
    ...given,
    media,
  };
}

/** The newest of several stories with one slug. */
function newestBySlug(stories: readonly RelatedStory[]): ReadonlyMap<string, RelatedStory> {
  const newest = new Map<string, RelatedStory>();
  for (const story of stories) {
    const { slug, date } = story.entry;
    const known = newest.get(slug);
    if (!known || known.entry.date < date) newest.set(slug, story);
  }
  return newest;
}

/** A value that is made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
