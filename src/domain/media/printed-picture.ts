import { href, type Site } from '../site/site.ts';
import { mediaType, mediaUrl, type MediaFile } from './files.ts';
import {
  cropOf,
  type Focus,
  focusWithin,
  isRasterFile,
  ratioOf,
  type PictureRecipe,
  type PictureShape,
  recipeOf,
  srcsetOf,
} from './recipes.ts';

/** The files of a picture as they are put into a page. */
export interface PrintedFiles {
  /** What every browser can show. */
  readonly src: string;
  /** Of that file, in pixels. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** The width of the widest that is offered: more pixels than these cannot be shown. */
  readonly widest: number | undefined;
  /** What browsers are offered before it, the best first; nothing of a drawing, which is a file as it is. */
  readonly offers: readonly { readonly type: string; readonly srcset: string }[];
  /** The address of the file itself, where the newsroom publishes those of pictures too. */
  readonly original?: string;
}

/** A picture in one shape, with addresses from the root of the host. */
export function printFiles(
  file: MediaFile,
  shape: PictureShape,
  { focus, site }: { readonly focus?: Focus | undefined; readonly site: Site },
): PrintedFiles {
  const { width, height } = file;
  if (!isRasterFile(file)) return { src: href(site, mediaUrl(file.path)), width, height, widest: width, offers: [] };
  const { fallback, widest, offers } = recipeOf(file, shape, { focus, settings: site.pictures });
  return {
    src: href(site, fallback.url),
    width: fallback.width,
    height: fallback.height,
    widest,
    offers: offers.map(({ type, files }) => ({ type, srcset: srcsetOf(files, (url) => href(site, url)) })),
    ...(site.pictures.original === 'link' ? { original: href(site, mediaUrl(file.path)) } : {}),
  };
}

/** One file of a picture, for those who take no list of them: feeds, social networks, search engines, players. */
export interface SinglePicture {
  readonly url: string;
  readonly type: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The file of a picture that everybody can show, in one shape. Of what is published as it is, that file. */
export function singlePicture(
  file: MediaFile,
  shape: PictureShape,
  { focus, site }: { readonly focus?: Focus | undefined; readonly site: Site },
): SinglePicture {
  const { path, width, height } = file;
  if (!isRasterFile(file)) return { url: mediaUrl(path), type: mediaType(path), width, height };
  const { fallback }: PictureRecipe = recipeOf(file, shape, { focus, settings: site.pictures });
  return { url: fallback.url, type: mediaType(fallback.url), width: fallback.width, height: fallback.height };
}

/** Where the focus of a picture is within what a shape leaves of it, as a page may cut that once more. */
export function focusShown(file: MediaFile, shape: PictureShape, focus: Focus): Focus {
  if (!isRasterFile(file)) return focus;
  const ratio = ratioOf(shape);
  return focusWithin(focus, file, ratio === undefined ? undefined : cropOf(file, ratio, focus));
}
