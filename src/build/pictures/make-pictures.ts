import { readFile } from 'node:fs/promises';
import { PICTURE_LIMITS } from '../../domain/media/limits.ts';
import type { RasterFile } from '../../domain/media/recipes.ts';
import { fingerprintOfBytes } from '../../plan/fingerprint.ts';
import type { WantedPicture } from '../planning/wanted-pictures.ts';
import { ContentChangedError } from '../rendering/content-faults.ts';
import { type MadePicture, makeFiles } from './make-files.ts';
import type { PictureCache } from './picture-cache.ts';
import { fingerprintOfPicture } from './sharp.ts';

/** Where the sources of pictures are, and where made files are kept. */
export interface PictureMaking {
  readonly cache: PictureCache;
  /** The absolute path of a file of `content/`. */
  readonly diskPathOf: (path: string) => string;
}

/** How many pictures are made at a time. libvips works in the threads that Node has for its own work, of which there are four. */
const MOST_AT_ONCE = 4;
/** So many pixels of their sources may be decoded at a time: a large picture is made alone. */
const PIXELS_AT_ONCE = PICTURE_LIMITS.framePixels;

/**
 * Has files of pictures made, several pictures at a time, and hands each on as soon as it is there. What was made before comes from the cache.
 *
 * @param jobs How many threads may work at once.
 * @param use Takes a file; those of one picture come one after the other.
 */
export async function makePictures(
  wanted: readonly WantedPicture[],
  making: PictureMaking & { readonly jobs: number; readonly isStopped: () => boolean },
  use: (made: MadePicture) => void,
): Promise<void> {
  const open: WantedPicture[][] = [];
  const byContent = new Map<string, WantedPicture[]>();
  for (const picture of wanted) {
    const kept = making.cache.get(fingerprintOfPicture(picture));
    if (kept) {
      use({ file: picture.file, bytes: kept });
      continue;
    }
    const { content } = picture.source.raster;
    const others = byContent.get(content);
    if (others) others.push(picture);
    else {
      const first = [picture];
      byContent.set(content, first);
      open.push(first);
    }
  }
  const room = new Room(Math.min(making.jobs, MOST_AT_ONCE));
  const tasks = open.map(async (pictures) => {
    const source = (pictures[0] as WantedPicture).source;
    await room.enter(source);
    try {
      if (!room.hasFailed && !making.isStopped()) await makeOf(source, pictures, making, use);
    } catch (fault) {
      room.hasFailed = true;
      throw fault;
    } finally {
      room.leave(source);
    }
  });
  const ended = await Promise.allSettled(tasks);
  const failed = ended.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failed) throw failed.reason;
}

/** Makes files of one picture, and keeps them. */
async function makeOf(
  source: RasterFile,
  pictures: readonly WantedPicture[],
  { cache, diskPathOf, isStopped = () => false }: PictureMaking & { readonly isStopped?: () => boolean },
  use: (made: MadePicture) => void,
): Promise<void> {
  const bytes = await readFile(diskPathOf(source.path));
  if (fingerprintOfBytes(bytes) !== source.raster.content) throw new ContentChangedError(source.path);
  const files = pictures.map(({ file }) => file);
  for await (const made of makeFiles(source, bytes, files)) {
    cache.set(fingerprintOfPicture({ source, file: made.file }), made.bytes);
    use(made);
    if (isStopped()) return;
  }
}

/** The bytes of one file of a picture: as they are kept, or made now. */
export async function makePicture(picture: WantedPicture, making: PictureMaking): Promise<Buffer> {
  const kept = making.cache.get(fingerprintOfPicture(picture));
  if (kept) return kept;
  let bytes: Buffer | undefined;
  await makeOf(picture.source, [picture], making, (made) => {
    bytes = made.bytes;
  });
  if (!bytes) throw new Error(`Nothing was made of ${picture.source.path}`);
  return bytes;
}

/** Lets in as many pictures as there are threads and memory for, in their order. */
class Room {
  hasFailed = false;
  private readonly most: number;
  private count = 0;
  private pixels = 0;
  private readonly waiting: { readonly pixels: number; readonly enter: () => void }[] = [];

  constructor(most: number) {
    this.most = most;
  }

  enter(source: RasterFile): Promise<void> {
    return new Promise((enter) => {
      this.waiting.push({ pixels: pixelsOf(source), enter });
      this.fill();
    });
  }

  leave(source: RasterFile): void {
    this.count -= 1;
    this.pixels -= pixelsOf(source);
    this.fill();
  }

  private fill(): void {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const hasRoom = this.count < this.most && this.pixels + next.pixels <= PIXELS_AT_ONCE;
      if (this.count > 0 && !hasRoom) return;
      this.waiting.shift();
      this.count += 1;
      this.pixels += next.pixels;
      next.enter();
    }
  }
}

function pixelsOf({ width, height, raster }: RasterFile): number {
  return width * height * raster.frames;
}
