import type { UrlPath } from '../addresses.ts';
import type { PictureSettings } from '../site/site.ts';
import { type MediaFile, mediaType, type Raster } from './files.ts';

// What is published of a picture follows from what is known of it without decoding it. So pages are printed, and fingerprints compared,
// before any file of it is made; see docs/decisions/0028-pictures.md.

/** A picture whose pixels are known. */
export interface RasterFile extends MediaFile {
  readonly width: number;
  readonly height: number;
  readonly raster: Raster;
}

/** How a picture is cut: not at all; as on cards (3:2); square, as portraits; as on social networks (1.91:1); as search engines ask for it. */
export type PictureShape = 'whole' | 'card' | 'square' | 'social' | SearchShape;

/** The ratios of the pictures of a story that search engines ask for. */
type SearchShape = '16x9' | '4x3' | '1x1';

/** The point that must stay in sight, in percent from the left and the top. */
export type Focus = readonly [x: number, y: number];

/** What of a picture is shown, in pixels of its source, upright. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png' | 'gif';

/** A file that is published of a picture. */
export interface PictureFile {
  /** Says all that the file is made of but the program: the content of the source, and the recipe. */
  readonly url: UrlPath;
  readonly format: PictureFormat;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Nothing where all of the source is shown. */
  readonly crop: Crop | undefined;
  /**
   * How much smaller the source is decoded that it is made of: the same for all files of a picture, so that each has the same bytes whether it is
   * made with the others or alone.
   */
  readonly scale: number;
  /** On the scale of JPEG. */
  readonly quality: number;
  /** Whether all frames of an animation are in it, or the first one only. */
  readonly isAnimated: boolean;
}

/** The files of a picture in one shape. */
export interface PictureRecipe {
  /** By format, the best first; in each the narrowest first. */
  readonly offers: readonly { readonly type: string; readonly files: readonly PictureFile[] }[];
  /** What every browser, and everything else that reads pages, can show. */
  readonly fallback: PictureFile;
  /** Of the widest file, in pixels. */
  readonly widest: number;
}

interface Shape {
  /** Width by height. */
  readonly ratio: number | undefined;
  readonly widths: readonly number[];
  /** The fallback is the widest file that is no wider. */
  readonly fallback: number;
  /** But where that is narrower than this, it is the next one. */
  readonly least?: number;
}

/** The widths that slots of the pages need on screens of one to three device pixels a CSS pixel. */
const SHAPES: Readonly<Record<Exclude<PictureShape, 'whole'>, Shape>> = {
  card: { ratio: 3 / 2, widths: [240, 480, 720, 1080, 1440], fallback: 720 },
  square: { ratio: 1, widths: [100, 200, 300, 480, 720], fallback: 300 },
  social: { ratio: 1.91, widths: [1200], fallback: 1200 },
  '16x9': { ratio: 16 / 9, widths: [1200], fallback: 1200 },
  '4x3': { ratio: 4 / 3, widths: [1200], fallback: 1200 },
  '1x1': { ratio: 1, widths: [1200], fallback: 1200 },
};
const SEARCH_SHAPES: readonly SearchShape[] = ['16x9', '4x3', '1x1'];
/** Shapes that no page shows: who asks for them takes one file. */
const FOR_OTHERS: readonly PictureShape[] = ['social', ...SEARCH_SHAPES];
/** Least width of what search engines show large, in pixels. */
const LEAST_FOR_SEARCH = 1200;
/** An editor's widths may have nothing between these; the lesser one fills the column of a text. */
const FALLBACK_OF_WHOLE = { fallback: 1280, least: 640 };
/** An animation has many times the bytes of a picture. */
const WIDEST_ANIMATION = { offered: 960, fallback: 640 };

/** The folder of all files that are made of pictures. */
export const MADE_PICTURES = '/pictures/';

/** Whether smaller files are made of a picture. */
export function isRasterFile(file: MediaFile): file is RasterFile {
  return file.raster !== undefined && file.width !== undefined && file.height !== undefined;
}

/** Width by height; nothing where a picture is shown whole. */
export function ratioOf(shape: PictureShape): number | undefined {
  return shape === 'whole' ? undefined : SHAPES[shape].ratio;
}

/** Says which files are published of a picture in a shape. */
export function recipeOf(
  file: RasterFile,
  shape: PictureShape,
  { focus, settings }: { readonly focus?: Focus | undefined; readonly settings: PictureSettings },
): PictureRecipe {
  const { ratio, widths, fallback, least = 0 } = shapeOf(shape, settings);
  const crop = ratio === undefined ? undefined : cropOf(file, ratio, focus);
  const shown = crop ?? file;
  const isAnimated = shape === 'whole' && file.raster.kind === 'animation';
  const name = `${MADE_PICTURES}${nameOf(file.raster)}${tagOf(shape, crop)}${qualityTag(settings)}`;
  const scale = scaleOf(file, settings);
  const fileOf = (width: number, format: PictureFormat): PictureFile => ({
    url: `${name}${groundTag(file.raster, format)}-${width}.${format}` as UrlPath,
    format,
    width,
    height: heightAt(width, shown),
    crop,
    scale,
    quality: settings.quality,
    isAnimated,
  });
  const all = widthsUpTo(shown.width, widths);
  const offered = isAnimated ? atMost(all, WIDEST_ANIMATION.offered) : all;
  const formats = isAnimated ? (['webp'] as const) : settings.formats;
  const last = fallbackWidth(offered, isAnimated ? { ...WIDEST_ANIMATION, least: 0 } : { fallback, least });
  return {
    offers: FOR_OTHERS.includes(shape)
      ? []
      : formats.map((format) => ({
          type: mediaType(`.${format}`) ?? '',
          files: offered.map((width) => fileOf(width, format)),
        })),
    fallback: fileOf(last ?? shown.width, isAnimated ? 'gif' : fallbackOf(file.raster)),
    widest: offered.at(-1) ?? shown.width,
  };
}

/** The shapes in which search engines are told of a picture: those that it is large enough for. */
export function searchShapesOf(file: RasterFile): readonly PictureShape[] {
  return SEARCH_SHAPES.filter((shape) => {
    const { ratio = 1 } = SHAPES[shape];
    return (cropOf(file, ratio) ?? file).width >= LEAST_FOR_SEARCH;
  });
}

/** All files of a recipe. */
export function filesOfRecipe({ offers, fallback }: PictureRecipe): readonly PictureFile[] {
  return [...offers.flatMap(({ files }) => files), fallback];
}

/** The list of candidates of an `img` or a `source` (HTML, 4.8.4.2.1). */
export function srcsetOf(files: readonly PictureFile[], hrefOf: (url: UrlPath) => string): string {
  return files.map(({ url, width }) => `${hrefOf(url)} ${width}w`).join(', ');
}

/**
 * The largest part of a picture that has a ratio, as near to its focus as can be; nothing where that is all of it.
 *
 * @param focus The middle, unless an editor says another.
 */
export function cropOf(
  { width, height }: Pick<RasterFile, 'width' | 'height'>,
  ratio: number,
  [x, y]: Focus = [50, 50],
): Crop | undefined {
  const across = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const down = Math.max(1, Math.min(height, Math.round(width / ratio)));
  if (across === width && down === height) return undefined;
  return {
    left: placeAround((width * x) / 100, across, width),
    top: placeAround((height * y) / 100, down, height),
    width: across,
    height: down,
  };
}

/** Where the focus of a picture is in a part of it, in whole percent. */
export function focusWithin(
  [x, y]: Focus,
  { width, height }: Pick<RasterFile, 'width' | 'height'>,
  crop: Crop | undefined,
): Focus {
  if (!crop) return [x, y];
  const share = (at: number, from: number, length: number): number =>
    Math.min(100, Math.max(0, Math.round(((at - from) / length) * 100)));
  return [share((width * x) / 100, crop.left, crop.width), share((height * y) / 100, crop.top, crop.height)];
}

/** The least that all shapes can be made of, whatever their focus is. */
function scaleOf(file: RasterFile, settings: PictureSettings): number {
  const scales = ALL_SHAPES.map((shape) => {
    const { ratio, widths } = shapeOf(shape, settings);
    const crop = ratio === undefined ? undefined : cropOf(file, ratio);
    return Math.max(...widths) / (crop ?? file).width;
  });
  return Math.min(1, Math.max(...scales));
}

const ALL_SHAPES: readonly PictureShape[] = ['whole', 'card', 'square', 'social', ...SEARCH_SHAPES];

function shapeOf(shape: PictureShape, { widths }: PictureSettings): Shape {
  return shape === 'whole' ? { ratio: undefined, widths, ...FALLBACK_OF_WHOLE } : SHAPES[shape];
}

/** Of what is seen through, and of what has few colours, a JPEG would be worse, and mostly larger. */
function fallbackOf({ kind, isTransparent }: Raster): PictureFormat {
  return isTransparent || kind === 'palette' || kind === 'animation' ? 'png' : 'jpg';
}

/** Where a part begins that has a place in its middle, as far as the whole reaches. */
function placeAround(middle: number, length: number, whole: number): number {
  return Math.min(whole - length, Math.max(0, Math.round(middle - length / 2)));
}

/** Never wider than the source, whose own width is the last where more would be wanted. */
function widthsUpTo(own: number, widths: readonly number[]): readonly number[] {
  const narrower = widths.filter((width) => width < own);
  return narrower.length < widths.length ? [...narrower, own] : narrower;
}

function fallbackWidth(
  offered: readonly number[],
  { fallback, least }: { readonly fallback: number; readonly least: number },
): number | undefined {
  const widest = atMost(offered, fallback).at(-1);
  return widest !== undefined && widest < least ? (offered.find((width) => width >= least) ?? widest) : widest;
}

/** Those that are no wider, but at least the narrowest. */
function atMost(widths: readonly number[], most: number): readonly number[] {
  const found = widths.filter((width) => width <= most);
  return found.length > 0 ? found : widths.slice(0, 1);
}

function heightAt(width: number, shown: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.round((width * shown.height) / shown.width));
}

/** In small letters and digits, which every file system tells apart and every host serves. */
function nameOf({ content }: Raster): string {
  return Buffer.from(content, 'base64url').toString('hex').slice(0, 20);
}

function tagOf(shape: PictureShape, crop: Crop | undefined): string {
  if (shape === 'whole') return '';
  return crop ? `-${shape}-${crop.left}-${crop.top}` : `-${shape}`;
}

/** What is seen through is known by its address: in the dark it stands on white paper, see `layouts/styles/base.css`. */
function groundTag({ isTransparent }: Raster, format: PictureFormat): string {
  return isTransparent || (format !== 'png' && format !== 'gif') ? '' : '-opaque';
}

function qualityTag({ quality }: PictureSettings): string {
  return `-q${quality}`;
}
