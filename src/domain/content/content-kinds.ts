import { type Contributor, contributorUrl } from '../contributors.ts';
import type { OwnPageSource } from '../site/own-pages.ts';
import type { FrontSource } from '../fronts.ts';
import type { RecordedAddresses } from '../site/permanent-addresses.ts';
import type { WrittenPattern } from '../redirects/patterns.ts';
import type { WrittenRedirect } from '../redirects/redirects.ts';
import type { Anchors } from '../story/anchors.ts';
import type { UrlPath } from '../addresses.ts';

/**
 * The kinds of content files that are read anew for each edition, and what a file of each is when it is validated by itself. Stories
 * are many and read one by one (`Entry`); `site.yaml` is read before all, for the others are read by it (`Site`).
 */
export interface ContentValues {
  readonly contributors: Contributor;
  /** Eleventy templates. */
  readonly ownPages: OwnPageSource;
  readonly fronts: FrontSource;
  /** Of a file, in its order. */
  readonly redirects: readonly (WrittenRedirect | WrittenPattern)[];
  /** Addresses that have been published, in the order of their lines. */
  readonly addresses: RecordedAddresses;
}

export type ContentKind = keyof ContentValues;

/** A value for each kind of content file. */
export type EachContentKind<Value> = Readonly<Record<ContentKind, Value>>;

/** What the files of a newsroom hold, of each kind, in the order of their paths. */
export type ContentRead = { readonly [Kind in ContentKind]: readonly ContentValues[Kind][] };

/** Where files lie. */
export interface ContentPlace {
  /** From the content folder’s parent, with `/` at its end: `content/fronts/`. */
  readonly folder: string;
  /** What the path of one matches from there on. */
  readonly file: RegExp;
  /** Whether pictures, recordings and other media may lie there too. */
  readonly hasMedia: boolean;
}

/** A page that a content file is, as far as other files have to do with it. */
export interface ContentPage {
  readonly path: string;
  /** Where a text that names the file leads, unless only Eleventy can compute it. */
  readonly url: UrlPath | undefined;
  /** Paths of the files of `content/` that it shows. */
  readonly media: readonly string[];
  /** The places on it that a link can lead to, where they are known. */
  readonly anchors?: Anchors | undefined;
}

/** All that is known of a kind of content file but how it is validated, which `newsroom/content-readers.ts` says. */
export interface ContentKindRecord<Value> extends ContentPlace {
  /** The page that a file of the kind is, if it is one. */
  page(value: Value): ContentPage | undefined;
}

export const CONTENT_KINDS: { readonly [Kind in ContentKind]: ContentKindRecord<ContentValues[Kind]> } = {
  contributors: {
    ...{ folder: 'content/contributors/', file: /^[^/]+\.md$/, hasMedia: true },
    page: ({ path, id, media }) => ({ path, url: contributorUrl({ id }), media }),
  },
  ownPages: {
    // What else lies there is data of templates, or programs, see `src/disk/walk-content.ts`.
    ...{ folder: 'content/pages/', file: /^(?!_data\/).*\.(?:[mM][dD]|html|njk|liquid)$/s, hasMedia: true },
    page: ({ path, url, body }) => ({ path, url, media: body?.media ?? [], anchors: body?.anchors }),
  },
  fronts: {
    ...{ folder: 'content/fronts/', file: /^(?:[^/]+\/)?[^/]+\.yaml$/, hasMedia: false },
    page: () => undefined,
  },
  redirects: { folder: 'content/', file: /^redirects\.yaml$/, hasMedia: false, page: () => undefined },
  addresses: { folder: 'content/', file: /^addresses\.txt$/, hasMedia: false, page: () => undefined },
};

/** The folder of files that are published whether a text leads to them or not; of which kinds they are, see `isMedium`. */
export const MEDIA_FOLDER = 'content/media/';

/** Where files lie that are copied to the root of the site as they are, hidden ones too. */
export const PUBLIC: ContentPlace = { folder: 'content/public/', file: /^/, hasMedia: false };

/** The address of a file of `content/public/`: `content/public/ads.txt` → `/ads.txt`. */
export function publicUrl(path: string): UrlPath {
  return `/${path.slice(PUBLIC.folder.length)}`.replace(/\/index\.html$/, '/') as UrlPath;
}

/** Where the lists of the copy desk lie, see `newsroom/copy-desk/`; and the folder of a cache in which is kept what it found. */
export const COPY_DESK: ContentPlace & { readonly cache: string } = {
  ...{ folder: 'content/', file: /^(?:style\.yaml|words\.txt)$/, hasMedia: false },
  cache: 'copy-desk',
};

/** Where stories lie. */
export const ARTICLES: ContentPlace = { folder: 'content/articles/', file: /\.md$/, hasMedia: true };

/** Whether a file of the content folder is one of those that lie at a place. */
export function isAt({ folder, file }: ContentPlace, path: string): boolean {
  return path.startsWith(folder) && file.test(path.slice(folder.length));
}

/** Makes a value for each kind. */
export function eachContentKind<Value>(make: (kind: ContentKind) => Value): EachContentKind<Value> {
  const kinds = Object.keys(CONTENT_KINDS) as ContentKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as EachContentKind<Value>;
}

/** The pages that content files are. */
export function contentPages(content: ContentRead): readonly ContentPage[] {
  const ofKind = <Kind extends ContentKind>(kind: Kind): readonly ContentPage[] =>
    content[kind].flatMap((value) => CONTENT_KINDS[kind].page(value) ?? []);
  return Object.values(eachContentKind(ofKind)).flat();
}
