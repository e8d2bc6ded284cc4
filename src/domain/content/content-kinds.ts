import { type Contributor, contributorUrl } from '../contributors.ts';
import type { Edition } from '../edition.ts';
import type { OwnPageSource } from '../site/own-pages.ts';
import type { FrontSource } from '../fronts.ts';
import type { RecordedAddresses } from '../site/permanent-addresses.ts';
import type { WrittenPattern } from '../redirects/patterns.ts';
import type { WrittenRedirect } from '../redirects/redirects.ts';
import type { Anchors } from '../story/anchors.ts';
import type { PageText } from '../story/article.ts';
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
  /** Its text, whose references are looked up: pages print what `pageTexts` of an edition has of it. */
  readonly text?: PageText | undefined;
  /** Whether previews alone have it. */
  readonly isDraft?: boolean;
}

/** All that is known of a kind of content file but how it is validated, which `newsroom/content-readers.ts` says. */
export interface ContentKindRecord<Value> extends ContentPlace {
  /** What files of the kind are as pages, if they are any. */
  readonly pages: PagesOfFiles<Value> | undefined;
}

/**
 * What is asked of a kind whose files are pages, wherever files are asked for kind by kind: their addresses are kept, links in their
 * Markdown are looked after, stories lead to them.
 */
export interface PagesOfFiles<Value> {
  /** What a preview calls such a page. */
  readonly label: string;
  /** The keys that its front matter cannot do without. */
  readonly needs: readonly string[];
  /** The page that a file is. */
  of(value: Value): ContentPage;
  /** The files of those that an edition has, as far as what leads to them has to know. */
  inEdition(edition: Edition): readonly Value[];
}

export const CONTENT_KINDS: { readonly [Kind in ContentKind]: ContentKindRecord<ContentValues[Kind]> } = {
  contributors: {
    ...{ folder: 'content/contributors/', file: /^[^/]+\.md$/, hasMedia: true },
    pages: {
      label: 'Contributor',
      needs: ['name'],
      of: ({ path, id, media }) => ({ path, url: contributorUrl({ id }), media }),
      inEdition: ({ contributors }) => contributors.map(({ contributor }) => contributor),
    },
  },
  ownPages: {
    // What else lies there is data of templates, or programs, see `src/disk/walk-content.ts`.
    ...{ folder: 'content/pages/', file: /^(?!_data\/).*\.(?:[mM][dD]|html|njk|liquid)$/s, hasMedia: true },
    pages: {
      label: 'Page',
      needs: ['title'],
      of: ({ path, url, body, draft }) => {
        return { path, url, media: body?.media ?? [], anchors: body?.anchors, text: body, isDraft: draft };
      },
      inEdition: ({ ownPages }) => ownPages.map(({ text: _text, ...page }) => ({ ...page, body: undefined })),
    },
  },
  fronts: {
    ...{ folder: 'content/fronts/', file: /^(?:[^/]+\/)?[^/]+\.yaml$/, hasMedia: false },
    pages: undefined,
  },
  redirects: { folder: 'content/', file: /^redirects\.yaml$/, hasMedia: false, pages: undefined },
  addresses: { folder: 'content/', file: /^addresses\.txt$/, hasMedia: false, pages: undefined },
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
    content[kind].flatMap((value) => CONTENT_KINDS[kind].pages?.of(value) ?? []);
  return Object.values(eachContentKind(ofKind)).flat();
}

/** What an edition has of each kind whose files are pages; of the others nothing. */
export function pageFilesIn(edition: Edition): ContentRead {
  return eachContentKind((kind) => CONTENT_KINDS[kind].pages?.inEdition(edition) ?? []) as ContentRead;
}

/** What files of the kind that one lies among are as pages. */
export function pagesAt(path: string): Pick<PagesOfFiles<never>, 'label' | 'needs'> | undefined {
  return Object.values(CONTENT_KINDS).find((kind) => isAt(kind, path))?.pages;
}
