import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaType, mediaUrl } from '../../domain/media/files.ts';
import { picturesOf, type WantedPicture } from './wanted-pictures.ts';
import { namedOriginals } from './named-originals.ts';
import { FAVICON_URL, hasOwn } from '../../pages/site/icons.ts';
import { drawFavicon } from '../../assets/favicon.ts';
import { MEDIA_FOLDER, publicUrl } from '../../domain/content/content-kinds.ts';
import { outputPath, type UrlPath } from '../../domain/addresses.ts';
import { type PageSpec, specsOf, surroundingsOf } from '../../pages/page-specs.ts';
import type { Surroundings } from '../../pages/surroundings.ts';
import type { Edition } from '../../domain/edition.ts';
import { parseManuscript } from '../../parse/manuscript.ts';
import { makeAssets } from '../../assets/assets.ts';
import { MARK_ASSET } from '../publishing/workspace.ts';
import { EMPTY_FOLDER } from '../../disk/project.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import type { SourceFile } from '../../domain/content/source.ts';

/** An edition that can be published: its pages, and the files that go beside them. */
export interface PreparedBuild {
  readonly edition: Edition;
  readonly surroundings: Surroundings;
  readonly specs: readonly PageSpec[];
  /** The scripts that stand in every page as sources of a content security policy, `sha256-…`: the gate, and what loads the script of readers. */
  readonly inlineHashes: readonly string[];
  /** Files to copy: paths in `content/`, each with one in the output. */
  readonly copies: readonly (readonly [from: string, to: string])[];
  /** Files that are made of pictures, by their paths in the output. */
  readonly pictures: ReadonlyMap<string, WantedPicture>;
  /** Files that are no text: path in the output → bytes. */
  readonly bytes: ReadonlyMap<string, Buffer>;
  /** Eleventy's input folder. */
  readonly pagesFolder: string;
  /** The line on which the text of a page's template begins. */
  readonly bodyLineOf: (path: string) => number;
  /** The files of `content/pages/` that Eleventy may run, or take data from. */
  readonly programs: readonly FoundFile[];
  /** Paths of these and of the pages that are Markdown. */
  readonly templates: readonly string[];
  /** Whether Broadsheet makes something at an address itself, or copies a file there. */
  readonly isTaken: (url: UrlPath) => boolean;
}

/** What a build is prepared of. */
interface EditionRead {
  readonly edition: Edition;
  readonly media: Pick<MediaLibrary, 'paths'>;
  /** Templates of `content/pages/`. */
  readonly ownPages: readonly SourceFile[];
  /** The files of `content/pages/` that Eleventy may run, or take data from. */
  readonly programs: readonly FoundFile[];
}

/**
 * Lists the pages of an edition without errors, and the files that go beside them.
 *
 * @param content Absolute path of the content folder.
 */
export function prepareBuild({ edition, media, ownPages, programs }: EditionRead, content: string): PreparedBuild {
  const { baseline } = edition.site;
  if (!baseline) throw new Error('An edition with errors cannot be published');
  const { assets, files, inlineHashes } = makeAssets(edition, baseline);
  const published = new Set([...publishedMedia(media.paths, { edition, programs, content }), ...edition.files]);
  const ownFolder = join(content, 'pages');
  const specs = [
    ...specsOf(edition),
    ...[...files, MARK_ASSET].map((subject): PageSpec => {
      return { kind: 'asset', url: subject.url, layout: 'verbatim', subject };
    }),
  ];
  const favicon = faviconOf(edition);
  const copies = [
    ...[...published].map((path) => [path, outputPath(mediaUrl(path))] as const),
    ...edition.publicFiles.map((path) => [path, outputPath(publicUrl(path))] as const),
    ...(favicon.kind === 'copy' ? [[favicon.from, FAVICON] as const] : []),
  ];
  const pictures = picturesOf(edition);
  let taken: ReadonlySet<string> | undefined;
  return {
    edition,
    surroundings: surroundingsOf(edition, assets),
    specs,
    inlineHashes,
    copies,
    pictures,
    bytes: new Map(favicon.kind === 'drawn' ? [[FAVICON, favicon.bytes]] : []),
    programs,
    templates: [...new Set([...ownPages, ...programs].map(({ path }) => path))],
    isTaken: (url) => {
      // Asked for only where a template computes its address.
      taken ??= new Set([
        ...specs.map((spec) => outputPath(spec.url)),
        ...copies.map(([, to]) => to),
        ...pictures.keys(),
        FAVICON,
      ]);
      return taken.has(outputPath(url));
    },
    bodyLineOf: (path) => {
      const file = ownPages.find((page) => page.path === path);
      return file ? parseManuscript(file).bodyLine : 1;
    },
    pagesFolder: isFolder(ownFolder) ? ownFolder : EMPTY_FOLDER,
  };
}

/**
 * The files of `content/media/` that are published whether a story links to them or not: all but pictures of which smaller files are made,
 * unless something else names one.
 */
function publishedMedia(
  paths: readonly string[],
  { edition, programs, content }: Pick<EditionRead, 'edition' | 'programs'> & { readonly content: string },
): readonly string[] {
  const inFolder = paths.filter((path) => path.startsWith(MEDIA_FOLDER));
  if (edition.pictures.size === 0 || edition.site.pictures.original === 'link') return inFolder;
  const named = namedOriginals(edition, programs, content);
  return inFolder.filter((path) => !edition.pictures.has(path) || named.has(path));
}

const FAVICON = outputPath(FAVICON_URL);

type Favicon =
  | { readonly kind: 'none' }
  | { readonly kind: 'copy'; readonly from: string }
  | { readonly kind: 'drawn'; readonly bytes: Buffer };

/** What programs get that ask for a favicon without reading a page: browsers know a PNG under that name by its first bytes. */
function faviconOf(edition: Edition): Favicon {
  if (hasOwn(FAVICON_URL, edition)) return { kind: 'none' };
  const { picture, colour } = edition.site.icon;
  if (picture && mediaType(picture.path) === 'image/png') return { kind: 'copy', from: picture.path };
  return { kind: 'drawn', bytes: drawFavicon(colour) };
}

/** A build whose own pages are good as they are. */
export function withoutTemplates(build: PreparedBuild): PreparedBuild {
  return { ...build, edition: { ...build.edition, ownPages: [] }, pagesFolder: EMPTY_FOLDER, programs: [] };
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
