import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { type MadePicture, makeFiles, PictureFault } from '../../../src/build/pictures/make-files.ts';
import type { Raster } from '../../../src/domain/media/files.ts';
import { filesOfRecipe, type PictureFile, type PictureShape, recipeOf } from '../../../src/domain/media/recipes.ts';
import { PICTURE_DEFAULTS } from '../../../src/domain/site/site.ts';
import { fingerprintOfBytes } from '../../../src/plan/fingerprint.ts';

const [WIDTH, HEIGHT] = [90, 60];
const RED = { r: 220, g: 20, b: 20 };
const BLUE = { r: 20, g: 20, b: 220 };

/** Red, but for its right third, which is blue. */
function twoColours(): Sharp {
  const blue = { create: { width: WIDTH / 3, height: HEIGHT, channels: 3 as const, background: BLUE } };
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: RED } }).composite([
    { input: blue, left: (WIDTH / 3) * 2, top: 0 },
  ]);
}

interface Making {
  readonly kind?: Raster['kind'];
  readonly isTransparent?: boolean;
  readonly frames?: number;
  readonly shape?: PictureShape;
  readonly focus?: readonly [number, number];
  readonly formats?: readonly ('avif' | 'webp')[];
  /** Of the source, upright. */
  readonly size?: readonly [number, number];
  readonly only?: (file: PictureFile) => boolean;
}

async function make(bytes: Buffer, making: Making = {}): Promise<readonly MadePicture[]> {
  const {
    kind = 'photograph',
    isTransparent = false,
    frames = 1,
    shape = 'whole',
    focus,
    formats = ['webp'],
    size = [WIDTH, HEIGHT],
  } = making;
  const raster = { content: fingerprintOfBytes(bytes), bytes: bytes.length, kind, isTransparent, frames };
  const source = { path: 'content/media/a.jpg', width: size[0], height: size[1], raster };
  const settings = { ...PICTURE_DEFAULTS, widths: [30, 60, 90], formats };
  const files = filesOfRecipe(recipeOf(source, shape, { focus, settings })).filter(making.only ?? (() => true));
  const made: MadePicture[] = [];
  for await (const one of makeFiles(source, bytes, files)) made.push(one);
  return made;
}

/** The colour of a pixel, at a part of the width and the height. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

function isRed([r = 0, g = 0, b = 0]: readonly number[]): boolean {
  return r > 150 && g < 90 && b < 90;
}

describe('the files that are made of a picture', () => {
  it('have the format, the width and the height that their recipe says', async () => {
    for (const { file, bytes } of await make(await twoColours().jpeg().toBuffer(), { formats: ['avif', 'webp'] })) {
      const { format, width, height } = await sharp(bytes).metadata();
      expect([format, width, height]).toEqual([FORMATS[file.format], file.width, file.height]);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stand upright, however the camera was held: %i', async (orientation) => {
    // What undoes each orientation of EXIF, so that the picture stands upright again when it is applied.
    const flopped = async (picture: Sharp): Promise<Buffer> =>
      sharp(await picture.png().toBuffer())
        .flop()
        .png()
        .toBuffer();
    const undo: Readonly<Record<number, (picture: Sharp) => Promise<Buffer>>> = {
      1: (picture) => picture.png().toBuffer(),
      2: (picture) => picture.flop().png().toBuffer(),
      3: (picture) => picture.rotate(180).png().toBuffer(),
      4: (picture) => picture.flip().png().toBuffer(),
      5: (picture) => flopped(picture.rotate(90)),
      6: (picture) => picture.rotate(-90).png().toBuffer(),
      7: (picture) => flopped(picture.rotate(-90)),
      8: (picture) => picture.rotate(90).png().toBuffer(),
    };
    const upright = sharp(await twoColours().png().toBuffer());
    const turned = await (undo[orientation] as (picture: Sharp) => Promise<Buffer>)(upright);
    const bytes = await sharp(turned).withMetadata({ orientation }).jpeg().toBuffer();
    const made = (await make(bytes)).at(-1)?.bytes as Buffer;
    const { width, height, orientation: left } = await sharp(made).metadata();

    expect([width, height, left]).toEqual([WIDTH, HEIGHT, undefined]);
    expect(isRed(await colourAt(made, 0.2, 0.5))).toBe(true);
    expect(isRed(await colourAt(made, 0.9, 0.5))).toBe(false);
  });

  it('say who made it and whose it is, and neither where nor with what', async () => {
    const exif = {
      IFD0: { Copyright: 'Copyright 2026 Ledger', Artist: 'Ana Ruis', Make: 'Canon', Software: 'Secret 1.0' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    };
    const bytes = await twoColours().withExif(exif).jpeg().toBuffer();
    expect(bytes.toString('latin1')).toContain('Canon');
    for (const { bytes: made } of await make(bytes, { formats: ['avif', 'webp'] })) {
      const { exif: left, icc, iptc, xmp } = await sharp(made).metadata();
      const text = left?.toString('utf8') ?? '';
      expect(text).toContain('Copyright 2026 Ledger');
      expect(text).toContain('Ana Ruis');
      for (const gone of ['Canon', 'Secret', '51']) expect(text).not.toContain(gone);
      expect([icc, iptc, xmp]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('say so in every script', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:p="p" p:Place="Secret">' +
      '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 北京 &amp; José</rdf:li></rdf:Alt></dc:rights>' +
      '</rdf:Description></rdf:RDF></x:xmpmeta>';
    const bytes = await twoColours().withXmp(xmp).jpeg().toBuffer();
    for (const { bytes: made } of await make(bytes, { formats: ['avif', 'webp'] })) {
      const left = (await sharp(made).metadata()).xmp?.toString('utf8');
      expect(left).toMatch(/>© 北京 &(?:amp|#38); José</);
      expect(left).not.toContain('Secret');
    }
  });

  it('say nothing of a picture that says nothing of who made it', async () => {
    const bytes = await twoColours()
      .withExif({ IFD0: { Make: 'Canon' } })
      .jpeg()
      .toBuffer();
    for (const { bytes: made } of await make(bytes)) expect((await sharp(made).metadata()).exif).toBeUndefined();
  });

  it('are in sRGB, with eight bits a channel: of CMYK, of grey, of sixteen bits, and of a wider space', async () => {
    const sources = [
      await twoColours().toColourspace('cmyk').jpeg().toBuffer(),
      await twoColours().withIccProfile('p3').jpeg().toBuffer(),
      await sharp(await twoColours().png().toBuffer())
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
    ];
    for (const bytes of sources) {
      for (const { bytes: made } of await make(bytes)) {
        const { space, depth, icc } = await sharp(made).metadata();
        expect([space, depth, icc]).toEqual(['srgb', 'uchar', undefined]);
        expect(isRed(await colourAt(made, 0.2, 0.5))).toBe(true);
      }
    }
    const grey = await twoColours().greyscale().jpeg().toBuffer();
    expect(await make(grey)).toHaveLength(4);
  });

  it('have the colours of a source with sixteen bits and a profile, which is another one than that of our files', async () => {
    const shown = { r: 200, g: 60, b: 40 };
    const create = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: shown };
    const eight = await sharp({ create }).withIccProfile('p3').png().toBuffer();
    // The same pixels and profile in sixteen bits: 257 times each.
    const { icc } = await sharp(eight).metadata();
    const { data } = await sharp(eight, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
    const wide = Uint16Array.from(data, (value) => value * 257);
    const plain = await sharp(wide, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    const sixteen = withProfile(plain, icc as Buffer);
    expect(await sharp(sixteen).metadata()).toMatchObject({ depth: 'ushort', icc: expect.any(Buffer) });
    for (const [bytes, wanted] of [
      [eight, [200, 60, 40]],
      [sixteen, [200, 60, 40]],
      // Without a profile, numbers are those of sRGB.
      [plain, [...data.subarray(0, 3)]],
    ] as const) {
      const made = (await make(bytes, { kind: 'graphic' })).at(-1)?.bytes as Buffer;
      for (const [at, value] of (await colourAt(made, 0.5, 0.5)).entries()) {
        expect(Math.abs(value - (wanted[at] ?? 0))).toBeLessThan(5);
      }
    }
  });

  it('are none of one that is of another size than was read from its headers: it would be squeezed', async () => {
    const bytes = await twoColours().jpeg().toBuffer();

    await expect(make(bytes, { size: [HEIGHT, WIDTH] })).rejects.toThrow(
      /is 90 × 60 pixels, and was taken for 60 × 90/,
    );
  });

  it('keep what is seen through', async () => {
    const clear = {
      create: { width: WIDTH, height: HEIGHT, channels: 4 as const, background: { ...RED, alpha: 0.5 } },
    };
    const made = await make(await sharp(clear).png().toBuffer(), { kind: 'graphic', isTransparent: true });

    expect(made.at(-1)?.file.format).toBe('png');
    for (const { bytes } of made) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
  });

  it('are cut around the focus', async () => {
    const bytes = await twoColours().jpeg({ quality: 95 }).toBuffer();
    const left = (await make(bytes, { shape: 'square', focus: [0, 50] })).at(-1)?.bytes as Buffer;
    const right = (await make(bytes, { shape: 'square', focus: [100, 50] })).at(-1)?.bytes as Buffer;

    expect(isRed(await colourAt(left, 0.95, 0.5))).toBe(true);
    expect(isRed(await colourAt(right, 0.95, 0.5))).toBe(false);
  });

  it('of an animation have all its frames where it is whole, and one where it is cut', async () => {
    const frame = async (background: typeof RED): Promise<Buffer> =>
      sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = await Promise.all([RED, BLUE, RED].map(frame));
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const animation = { kind: 'animation', frames: 3 } as const;

    for (const { bytes: made } of await make(bytes, animation)) {
      expect((await sharp(made, { animated: true }).metadata()).pages).toBe(3);
    }
    for (const { bytes: made } of await make(bytes, { ...animation, shape: 'card' })) {
      expect((await sharp(made, { animated: true }).metadata()).pages ?? 1).toBe(1);
    }
  });

  it('of flat colours have no loss where that is smaller', async () => {
    const blocks = Buffer.from(Array.from({ length: WIDTH * HEIGHT }, (_, at) => ((at % WIDTH) % 9 < 4 ? 255 : 0)));
    const bytes = await sharp(blocks, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
      .png()
      .toBuffer();
    const only = ({ format, width }: PictureFile): boolean => format === 'webp' && width === WIDTH;
    const [made] = await make(bytes, { kind: 'graphic', only });
    const [lossy] = await make(bytes, { only });

    expect(made?.bytes.toString('latin1', 12, 16)).toBe('VP8L');
    expect(made?.bytes.length).toBeLessThan(lossy?.bytes.length ?? 0);
  });

  it('are the same bytes each time, made together or alone', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 };
    const create = { width: 1000, height: 700, channels: 3 as const, background: RED, noise };
    const bytes = await sharp({ create }).png().toBuffer();
    const all = await make(bytes, { kind: 'graphic', size: [1000, 700] });
    for (const { file, bytes: made } of all) {
      const [alone] = await make(bytes, { kind: 'graphic', size: [1000, 700], only: ({ url }) => url === file.url });
      expect(alone?.bytes.equals(made)).toBe(true);
    }
  });

  it.each([
    ['cut off', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])])],
    ['no picture', () => Buffer.from('\xff\xd8\xff not a picture', 'latin1')],
  ])('are none of a picture that is %s', async (_what, spoil) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 };
    const create = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: RED, noise };
    const bytes = await sharp({ create }).jpeg().toBuffer();

    await expect(make(spoil(bytes))).rejects.toThrow(PictureFault);
  });

  it('are none of one with more pixels than may be decoded, whatever was believed of it', async () => {
    const bytes = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: RED } })
      .png({ palette: true })
      .toBuffer();

    await expect(make(bytes)).rejects.toThrow(/exceeds pixel limit/);
  });
});

/** Puts a profile into a PNG, before its pixels (PNG, 11.3.2.3). */
function withProfile(png: Buffer, icc: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from('iCCPwide\0\0'), deflateSync(icc)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  const header = 8 + 25;
  return Buffer.concat([png.subarray(0, header), length, content, sum, png.subarray(header)]);
}

const FORMATS = { avif: 'heif', webp: 'webp', jpg: 'jpeg', png: 'png', gif: 'gif' } as const;
