import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { isOpaquePng } from '../../../src/disk/media/png-alpha.ts';
import { each } from '../../at-night.ts';
import { type RasterDepth, type RasterKind, rasterKindOf } from '../../../src/disk/media/rasters.ts';

function kindOf(name: string, bytes: Buffer, depth: RasterDepth = 'pixels'): RasterKind | undefined {
  return rasterKindOf(`content/media/${name}`, bytesOf(bytes), depth);
}

function bytesOf(bytes: Buffer): Parameters<typeof isOpaquePng>[0] {
  return { size: bytes.length, read: (from, length) => bytes.subarray(Math.max(0, from), from + length) };
}

/** Pixels that no filter and no format makes small, with an alpha that is opaque but for some of them. */
function noise(width: number, height: number, channels: 2 | 4, clear: ReadonlyMap<number, number> = new Map()): Sharp {
  const pixels = Buffer.from(
    Array.from({ length: width * height * channels }, (_, at) => (at * 7919 * (at % 101)) % 256),
  );
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    pixels[pixel * channels + channels - 1] = clear.get(pixel) ?? 255;
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

const OPTIONS = [
  { adaptiveFiltering: false },
  { adaptiveFiltering: true },
  { adaptiveFiltering: true, progressive: true },
  { progressive: true },
];
const SIZES = [
  [1, 1],
  [1, 9],
  [9, 1],
  [3, 2],
  [5, 5],
  [64, 48],
  [131, 77],
] as const;

describe('whether a PNG with an alpha channel is opaque', () => {
  it.each(OPTIONS)('is told as who decodes it tells: %j', async (options) => {
    for (const [width, height] of each(2, SIZES)) {
      for (const channels of [2, 4] as const) {
        for (const space of ['srgb', 'rgb16', 'grey16'] as const) {
          const last = width * height - 1;
          for (const clear of [undefined, 0, last, Math.floor(last / 2), Math.max(0, last - width)]) {
            const picture = noise(width, height, channels, new Map(clear === undefined ? [] : [[clear, 254]]));
            const bytes = await picture.toColourspace(space).png(options).toBuffer();
            const { hasAlpha } = await sharp(bytes).metadata();

            expect(hasAlpha).toBe(true);
            expect(isOpaquePng(bytesOf(bytes)), `${width} × ${height}, ${channels}, ${space}, ${clear}`).toBe(
              clear === undefined,
            );
          }
        }
      }
    }
  });

  it.each([
    ['none', 0],
    ['sub', 1],
    ['up', 2],
    ['average', 3],
    ['Paeth', 4],
  ])('is known without undoing the filter %s, whichever its line is filtered after', (_name, filter) => {
    for (const before of [0, 1, 2, 3, 4]) {
      for (const depth of [8, 16]) {
        const filters = [filter, before, filter, filter, before];
        expect(isOpaquePng(bytesOf(filteredPng(filters, depth, () => 255)))).toBe(true);
        for (const clear of [0, 3, 7, 12, 19]) {
          const alpha = (pixel: number): number => (pixel === clear ? 0 : 255);
          expect(isOpaquePng(bytesOf(filteredPng(filters, depth, alpha)))).toBe(false);
        }
      }
    }
  });

  it('is not said of what ends before its pixels do, holds none, or has others than it says', async () => {
    const bytes = await noise(64, 48, 4).png().toBuffer();
    const large = await noise(300, 300, 4).png().toBuffer();

    const halves = [bytes, large].map((whole) => whole.subarray(0, whole.length / 2));
    for (const broken of [...halves, bytes.subarray(0, 33)]) expect(isOpaquePng(bytesOf(broken))).toBe(false);
    expect(isOpaquePng(bytesOf(pngOf({ width: 4, height: 5, depth: 8 }, Buffer.from('no pixels'))))).toBe(false);
    const tooMany = deflateSync(Buffer.alloc(50_000_000));
    expect(isOpaquePng(bytesOf(pngOf({ width: 4, height: 5, depth: 8 }, tooMany)))).toBe(false);
  });

  it('is seen at the end of a large one, too', async () => {
    const opaque = await noise(400, 300, 4).png().toBuffer();
    const clear = await noise(400, 300, 4, new Map([[400 * 300 - 1, 0]]))
      .png()
      .toBuffer();

    expect([isOpaquePng(bytesOf(opaque)), isOpaquePng(bytesOf(clear))]).toEqual([true, false]);
  });
});

describe('the kind of a picture', () => {
  const opaque = noise(40, 30, 4);
  const clear = noise(40, 30, 4, new Map([[700, 0]]));
  const still = { frames: 1, isTransparent: false };

  it('says of one with an alpha channel whether anything is seen through', async () => {
    expect(kindOf('a.png', await opaque.clone().png().toBuffer())).toEqual({ kind: 'graphic', ...still });
    expect(kindOf('a.png', await clear.clone().png().toBuffer())).toEqual({
      kind: 'graphic',
      frames: 1,
      isTransparent: true,
    });
    expect(kindOf('a.webp', await opaque.clone().webp().toBuffer())).toEqual({ kind: 'photograph', ...still });
    expect(kindOf('a.webp', await opaque.clone().webp({ lossless: true }).toBuffer())).toEqual({
      kind: 'graphic',
      ...still,
    });
    for (const lossless of [true, false])
      expect(kindOf('a.webp', await clear.clone().webp({ lossless }).toBuffer())?.isTransparent).toBe(true);
  });

  it('is not asked of pixels by who publishes nothing', async () => {
    expect(kindOf('a.png', await opaque.clone().png().toBuffer(), 'headers')).toMatchObject({ isTransparent: true });
  });

  it('says of few colours whether one of them is clear', async () => {
    const flat = (alpha: number): Promise<Buffer> =>
      sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 9, b: 9, alpha } } })
        .png({ palette: true })
        .toBuffer();

    expect(kindOf('a.png', await flat(1))).toEqual({ kind: 'palette', ...still });
    expect(kindOf('a.png', await flat(0))).toEqual({ kind: 'palette', frames: 1, isTransparent: true });
    expect(kindOf('a.gif', await opaque.clone().removeAlpha().gif().toBuffer())).toEqual({ kind: 'palette', ...still });
    expect(kindOf('a.gif', await clear.clone().gif().toBuffer())).toMatchObject({
      kind: 'palette',
      isTransparent: true,
    });
  });

  it('says of an animation whether its first frame covers all, and stays', () => {
    const frames = { flags: 0, left: 0 };

    expect(kindOf('a.gif', gif([frames, frames]))).toEqual({ kind: 'animation', frames: 2, isTransparent: false });
    expect(kindOf('a.gif', gif([frames, { flags: 1, left: 0 }]))?.isTransparent).toBe(false);
    for (const first of [
      { flags: 1, left: 0 },
      { flags: 0, left: 1 },
      { flags: 8, left: 0 },
    ])
      expect(kindOf('a.gif', gif([first, frames]))?.isTransparent, JSON.stringify(first)).toBe(true);
  });
});

/** A GIF of 3 × 2 pixels, each frame with the flags of its control block, and a place from the left. */
function gif(frames: readonly { readonly flags: number; readonly left: number }[]): Buffer {
  const size = Buffer.from([3, 0, 2, 0]);
  const parts = frames.flatMap(({ flags, left }) => [
    Buffer.from([0x21, 0xf9, 4, flags, 10, 0, 0, 0]),
    Buffer.from([0x2c, left, 0, 0, 0, 3, 0, 2, 0, 0]),
    Buffer.from([2, 3, 0x84, 0x8f, 0x05, 0]),
  ]);
  const table = Buffer.from([0, 0, 0, 255, 255, 255]);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0]), table, ...parts, Buffer.from([0x3b])]);
}

/** A PNG of 4 × 5 pixels, each line with its filter. */
function filteredPng(filters: readonly number[], depth: number, alphaOf: (pixel: number) => number): Buffer {
  const [width, bytes] = [4, depth / 8];
  const lines = filters.map((_, line) =>
    Buffer.from(
      Array.from({ length: width * 4 * bytes }, (_byte, at) => {
        const [pixel, channel] = [line * width + Math.floor(at / (4 * bytes)), Math.floor(at / bytes) % 4];
        return channel === 3 ? alphaOf(pixel) : (at * 37 + line * 91) % 256;
      }),
    ),
  );
  const filtered = lines.map((line, index) => {
    const above = lines[index - 1] ?? Buffer.alloc(line.length);
    const step = 4 * bytes;
    return Buffer.from([
      filters[index] ?? 0,
      ...line.map((value, at) => {
        const [left, up, corner] = [line[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0];
        return (value - (predict(filters[index] ?? 0, left, up, corner) & 255)) & 255;
      }),
    ]);
  });
  return pngOf({ width, height: lines.length, depth }, deflateSync(Buffer.concat(filtered)));
}

/** What a filter expects (PNG, 9.2). */
function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** A PNG with an alpha channel; nobody here looks at its checksums. */
function pngOf(
  { width, height, depth }: { readonly width: number; readonly height: number; readonly depth: number },
  data: Buffer,
): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, 6, 0, 0, 0], 8);
  const half = Math.floor(data.length / 2);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    // Encoders part the data as they like.
    chunk('IDAT', data.subarray(0, half)),
    chunk('IDAT', data.subarray(half)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
