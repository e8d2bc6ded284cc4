import { readFile } from 'node:fs/promises';
import { PICTURE_LIMITS } from '../../domain/media/limits.ts';
import type { RasterFile } from '../../domain/media/recipes.ts';
import { fingerprintOfBytes } from '../../plan/fingerprint.ts';
import { CARD_SIZE } from '../../pages/site/social-card.ts';
import type { WantedCard, WantedCut, WantedPicture } from '../planning/wanted-pictures.ts';
import { ContentChangedError } from '../rendering/content-faults.ts';
import { drawCard } from './draw-card.ts';
import { makeFiles } from './make-files.ts';
import { fingerprintOfPicture, type PictureCache } from './picture-cache.ts';

/** Where the sources of pictures are, and where made files are kept. */
export interface PictureMaking {
  readonly cache: PictureCache;
  /** The absolute path of a file of `content/`. */
  readonly diskPathOf: (path: string) => string;
}

/** A file that was made, or kept. */
interface Made {
  readonly file: WantedPicture['file'];
  readonly bytes: Buffer;
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
  use: (made: Made) => void,
): Promise<void> {
  const open: [WantedCut, ...WantedCut[]][] = [];
  const byContent = new Map<string, WantedCut[]>();
  const cards: WantedCard[] = [];
  for (const picture of wanted) {
    const kept = making.cache.get(fingerprintOfPicture(picture));
    if (kept) {
      use({ file: picture.file, bytes: kept });
      continue;
    }
    if ('card' in picture) {
      cards.push(picture);
      continue;
    }
    const { content } = picture.source.raster;
    const others = byContent.get(content);
    if (others) others.push(picture);
    else {
      const first: [WantedCut] = [picture];
      byContent.set(content, first);
      open.push(first);
    }
  }
  const room = new Room(Math.min(making.jobs, MOST_AT_ONCE));
  const inRoom = async (pixels: number, make: () => Promise<void>): Promise<void> => {
    await room.enter(pixels);
    try {
      if (!room.hasFailed && !making.isStopped()) await make();
    } catch (fault) {
      room.hasFailed = true;
      throw fault;
    } finally {
      room.leave(pixels);
    }
  };
  const ended = await Promise.allSettled([
    ...open.map((pictures) => {
      const [{ source }] = pictures;
      return inRoom(pixelsOf(source), () => makeOf(source, pictures, making, use));
    }),
    ...cards.map((card) => inRoom(CARD_PIXELS, () => drawOf(card, making, use))),
  ]);
  const failed = ended.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failed) throw failed.reason;
}

const CARD_PIXELS = CARD_SIZE.width * CARD_SIZE.height;

/** Draws a card, and keeps it. */
async function drawOf(wanted: WantedCard, { cache }: PictureMaking, use: (made: Made) => void): Promise<void> {
  const bytes = await drawCard(wanted.card);
  cache.set(fingerprintOfPicture(wanted), bytes);
  use({ file: wanted.file, bytes });
}

/** Makes files of one picture, and keeps them. */
async function makeOf(
  source: RasterFile,
  pictures: readonly WantedCut[],
  { cache, diskPathOf, isStopped = () => false }: PictureMaking & { readonly isStopped?: () => boolean },
  use: (made: Made) => void,
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
  const use = (made: Made): void => {
    bytes = made.bytes;
  };
  await ('card' in picture ? drawOf(picture, making, use) : makeOf(picture.source, [picture], making, use));
  if (!bytes) throw new Error(`Nothing was made for ${picture.file.url}`);
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

  enter(pixels: number): Promise<void> {
    return new Promise((enter) => {
      this.waiting.push({ pixels, enter });
      this.fill();
    });
  }

  leave(pixels: number): void {
    this.count -= 1;
    this.pixels -= pixels;
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
