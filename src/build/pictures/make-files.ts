import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { PICTURE_LIMITS } from '../../domain/media/limits.ts';
import type { PictureFile, RasterFile } from '../../domain/media/recipes.ts';
import { type PictureRights, printXmp, rightsIn } from './picture-rights.ts';
import { loadSharp } from './sharp.ts';

/** A picture that was good by its headers cannot be decoded. */
export class PictureFault extends Error {
  override readonly name = 'PictureFault';
  /** Of the source, from the content folder's parent. */
  readonly path: string;
  readonly problem: string;

  constructor(path: string, cause: unknown) {
    // What libvips says may have several lines, the first of which says what it was doing.
    const problem = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
    super(`${path} cannot be decoded: ${problem}`, { cause });
    this.path = path;
    this.problem = problem;
  }
}

/** A file that was made. */
export interface MadePicture {
  readonly file: PictureFile;
  readonly bytes: Buffer;
}

/**
 * Makes files of one picture, one after the other: upright, in sRGB, with eight bits a channel, and with nothing that its file says but who made it
 * and whose it is. The source is decoded once, no larger than the largest of them needs it.
 *
 * @param bytes Of the source.
 * @throws {PictureFault}
 */
export async function* makeFiles(
  source: RasterFile,
  bytes: Buffer,
  files: readonly PictureFile[],
): AsyncGenerator<MadePicture> {
  try {
    const metadata = await loadSharp()(bytes, INPUT).metadata();
    const rights = rightsIn(metadata);
    const animated = files.filter(({ isAnimated }) => isAnimated);
    for (const file of animated) yield { file, bytes: await encodeAnimation(bytes, file, rights) };
    const still = files.filter(({ isAnimated }) => !isAnimated);
    if (still.length === 0) return;
    const base = await decode(source, { bytes, metadata }, still[0]?.scale ?? 1);
    assertSize(source, metadata);
    for (const file of still) yield { file, bytes: await encode(base, file, { source, rights }) };
  } catch (fault) {
    throw new PictureFault(source.path, fault);
  }
}

/** A file that is cut off is no picture; so is one with more pixels than its header was believed to say. */
const INPUT: SharpOptions = { failOn: 'error', limitInputPixels: PICTURE_LIMITS.pixels, sequentialRead: true };

/** What libjpeg says of a file whose end is a false one: for a program that shows what there is, that is no more than a warning. */
const IS_CUT_OFF = /premature end/i;

/** A decoded picture: its pixels, and how much smaller than the source it is. */
interface Base {
  readonly pixels: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
  /** Whether it is worth trying what it is without loss. */
  readonly isFlat: boolean;
}

/** What would be squeezed into a size that it does not have is not published: headers have been read by two programs, which may not agree. */
function assertSize({ width, height }: RasterFile, { autoOrient }: Metadata): void {
  if (autoOrient.width === width && autoOrient.height === height) return;
  throw new Error(`it is ${autoOrient.width} × ${autoOrient.height} pixels, and was taken for ${width} × ${height}`);
}

interface Encoded {
  readonly bytes: Buffer;
  readonly metadata: Metadata;
}

async function decode(source: RasterFile, encoded: Encoded, scale: number): Promise<Base> {
  try {
    return await decodeBy({ ...INPUT, failOn: 'warning' }, { source, encoded, scale });
  } catch (fault) {
    if (fault instanceof Error && IS_CUT_OFF.test(fault.message)) throw fault;
    // Cameras and programs write much that is worth a warning, and is shown by every browser.
    return decodeBy(INPUT, { source, encoded, scale });
  }
}

async function decodeBy(
  options: SharpOptions,
  { source, encoded, scale }: { readonly source: RasterFile; readonly encoded: Encoded; readonly scale: number },
): Promise<Base> {
  const upright = inSrgb(loadSharp()(encoded.bytes, options).rotate(), encoded.metadata);
  const [width, height] = [scaled(source.width, scale), scaled(source.height, scale)];
  const { data, info } = await upright
    .resize({ width, height, fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const isFlat = source.raster.kind !== 'photograph' && (await isSmallerWithoutLoss(data, raw));
  return { pixels: data, raw, isFlat };
}

/**
 * sharp converts what has a profile to sRGB, but of sixteen bits to Display P3, which it expects to be said in the file; without a profile it leaves
 * sixteen bits as they are.
 */
function inSrgb(picture: Sharp, { space, icc }: Metadata): Sharp {
  return space === 'rgb16' && icc ? picture.withIccProfile('srgb', { attach: false }) : picture;
}

function scaled(length: number, scale: number): number {
  return Math.max(1, Math.round(length * scale));
}

async function encode(
  { pixels, raw, isFlat }: Base,
  file: PictureFile,
  { source, rights }: { readonly source: RasterFile; readonly rights: PictureRights },
): Promise<Buffer> {
  const { width, height, crop } = file;
  const cut = crop && within(crop, { across: raw.width / source.width, down: raw.height / source.height }, raw);
  const whole = loadSharp()(pixels, { raw });
  const shown = (cut ? whole.extract(cut) : whole).resize({ width, height, fit: 'fill' });
  return inFormat(withRights(shown, rights), file, isFlat);
}

/** Wide enough to tell flat colours from others. */
const TRIED_WIDTH = 320;

/** Whether a picture is about as small without loss as with it: wide files take ten times as long to be made so. */
async function isSmallerWithoutLoss(pixels: Buffer, raw: Base['raw']): Promise<boolean> {
  const tried = (): Sharp => loadSharp()(pixels, { raw }).resize({ width: Math.min(raw.width, TRIED_WIDTH) });
  const lossy = await tried().webp({ effort: 0 }).toBuffer();
  const lossless = await tried().webp({ lossless: true, effort: 0 }).toBuffer();
  return lossless.length < lossy.length * 1.5;
}

/** A part of a source in a smaller copy of it. */
function within(
  { left, top, width, height }: NonNullable<PictureFile['crop']>,
  { across, down }: { readonly across: number; readonly down: number },
  raw: Base['raw'],
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const [x, y] = [Math.min(raw.width - 1, Math.round(left * across)), Math.min(raw.height - 1, Math.round(top * down))];
  return {
    left: x,
    top: y,
    width: Math.min(raw.width - x, scaled(width, across)),
    height: Math.min(raw.height - y, scaled(height, down)),
  };
}

/** In EXIF, which everything reads; in XMP where there are letters that EXIF has not. GIF has room for neither. */
function withRights(picture: Sharp, rights: PictureRights): Sharp {
  const { artist, copyright } = rights;
  const tags = { ...(artist && { Artist: artist }), ...(copyright && { Copyright: copyright }) };
  const texts = Object.values(tags).join('');
  if (texts === '') return picture;
  return IS_ASCII.test(texts) ? picture.withExif({ IFD0: tags }) : picture.withXmp(printXmp(rights));
}

const IS_ASCII = /^[ -~]*$/;

/** How much time is spent on making files smaller; each step more takes half as long again, and saves one or two percent. */
const EFFORT = { webp: 3, avif: 3, png: 4, gif: 5 };
/** AVIF looks the same at a lower number. */
const AVIF_QUALITY = 0.7;

async function inFormat(picture: Sharp, { format, quality }: PictureFile, isFlat: boolean): Promise<Buffer> {
  if (format === 'jpg') return picture.flatten({ background: '#fff' }).jpeg({ quality, progressive: true }).toBuffer();
  if (format === 'png')
    return picture.png({ compressionLevel: 9, effort: EFFORT.png, palette: true, quality: 90 }).toBuffer();
  if (format === 'avif') {
    return picture.avif({ quality: Math.max(1, Math.round(quality * AVIF_QUALITY)), effort: EFFORT.avif }).toBuffer();
  }
  const lossy = await picture.clone().webp({ quality, effort: EFFORT.webp }).toBuffer();
  if (!isFlat) return lossy;
  const lossless = await picture.webp({ lossless: true, effort: EFFORT.webp }).toBuffer();
  return lossless.length < lossy.length ? lossless : lossy;
}

async function encodeAnimation(
  bytes: Buffer,
  { width, format, quality }: PictureFile,
  rights: PictureRights,
): Promise<Buffer> {
  const options: SharpOptions = { ...INPUT, animated: true, limitInputPixels: PICTURE_LIMITS.framePixels };
  const frames = withRights(loadSharp()(bytes, options).resize({ width }), rights);
  if (format === 'gif')
    return frames.gif({ effort: EFFORT.gif, interFrameMaxError: 8, interPaletteMaxError: 16 }).toBuffer();
  return frames.webp({ quality, effort: EFFORT.webp, mixed: true }).toBuffer();
}
