import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { MediaFound } from '../../../src/domain/media/library.ts';
import { MediaOnDisk } from '../../../src/disk/media/media-on-disk.ts';
import { temporaryFolder } from '../../build/temporary-folder.ts';

/** What is found of a file with these bytes. */
function find(name: string, bytes: Uint8Array): MediaFound {
  const folder = temporaryFolder({});
  const diskPath = join(folder, 'file');
  writeFileSync(diskPath, bytes);
  const path = `content/media/${name}`;
  const places = { outside: new Set<string>(), known: new Map(), contents: new Map(), depth: 'pixels' as const };
  return new MediaOnDisk({ ...places, diskPaths: new Map([[path, diskPath]]) }).find(path);
}

function reasonFor(name: string, bytes: Uint8Array): string {
  const found = find(name, bytes);
  return found.kind === 'unreadable' ? found.reason : found.kind;
}

/** Pixels that no format can make small. */
const NOISE = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, at) => (at * 7919 * (at % 101)) % 256));
const PIXELS = sharp(NOISE, { raw: { width: 64, height: 48, channels: 3 } });
const DRAWING = Buffer.from(
  '<?xml version="1.0"?>\n<!-- A pier -->\n<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><path d="M0 0h9"/></svg>\n',
);
const PICTURES: Readonly<Record<string, Buffer>> = {
  png: await PIXELS.clone().png().toBuffer(),
  jpg: await PIXELS.clone().jpeg().toBuffer(),
  jpeg: await PIXELS.clone().jpeg({ progressive: true }).toBuffer(),
  gif: await PIXELS.clone().gif().toBuffer(),
  webp: await PIXELS.clone().webp().toBuffer(),
  avif: await PIXELS.clone().avif().toBuffer(),
  svg: DRAWING,
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const box = (type: string, content: Buffer): Buffer =>
  Buffer.concat([u32(content.length + 8), Buffer.from(type), content]);
const SOUND = Buffer.alloc(600, 7);
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), SOUND]);
const oggPage = (content: Buffer): Buffer =>
  Buffer.concat([Buffer.from('OggS'), Buffer.alloc(22), Buffer.from([1, content.length]), content]);
const RECORDINGS: Readonly<Record<string, Buffer>> = {
  mp3: Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x20'), Buffer.alloc(32), FRAME]),
  m4a: Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0M4A ')), box('moov', SOUND), box('mdat', SOUND)]),
  mp4: Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), box('mdat', SOUND), box('moov', SOUND)]),
  ogg: Buffer.concat([oggPage(SOUND.subarray(0, 30)), oggPage(SOUND.subarray(0, 200))]),
  opus: Buffer.concat([oggPage(SOUND.subarray(0, 19)), oggPage(SOUND.subarray(0, 250))]),
  wav: readFileSync('content/media/auction-bell.wav'),
  webm: readFileSync('content/media/bridge-turns.webm'),
};

const FORMATS = { jpg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const;

describe('a picture', () => {
  it.each(Object.entries(PICTURES))('of each format has a size: %s', (ending, bytes) => {
    expect(find(`pier.${ending}`, bytes)).toMatchObject({
      kind: 'found',
      file: { path: `content/media/pier.${ending}`, width: 64, height: 48 },
    });
    expect(find(`PIER.${ending.toUpperCase()}`, bytes).kind).toBe('found');
  });

  it.each(['jpg', 'png', 'webp', 'avif'] as const)('is as wide as it is when it stands upright: %s', async (ending) => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await PIXELS.clone().withMetadata({ orientation }).toFormat(FORMATS[ending]).toBuffer();
      const { width, height } = (await sharp(bytes).metadata()).autoOrient;
      expect([width, height]).toEqual(orientation >= 5 ? [48, 64] : [64, 48]);
      expect(find(`pier.${ending}`, bytes)).toMatchObject({ file: { width, height } });
    }
  });

  it('is as it lies where what its camera said of it says nothing, and what other programs said stands before that', async () => {
    const app1 = (content: Buffer): Buffer => {
      const length = Buffer.from([0xff, 0xe1, (content.length + 2) >> 8, (content.length + 2) & 255]);
      return Buffer.concat([length, content]);
    };
    const xmp = app1(Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>'));
    const exif = (order: 'II' | 'MM', tag: number, type: number, value: number): Buffer => {
      const two = (number: number): Buffer =>
        Buffer.from(order === 'II' ? [number & 255, number >> 8] : [number >> 8, number & 255]);
      const four = (number: number): Buffer =>
        Buffer.concat(order === 'II' ? [two(number), two(0)] : [two(0), two(number)]);
      const entries = [
        two(0x010f),
        two(2),
        four(2),
        two(0x4141),
        two(0),
        two(tag),
        two(type),
        four(1),
        two(value),
        two(0),
      ];
      // The directory may stand anywhere.
      const tiff = [Buffer.from(order), two(42), four(12), four(0), two(2), ...entries, four(0)];
      return app1(Buffer.concat([Buffer.from('Exif\0\0'), ...tiff]));
    };
    const jpeg = PICTURES['jpg'] as Buffer;
    const withSegments = (...segments: readonly Buffer[]): Buffer =>
      Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
    const cases = [
      [withSegments(xmp, exif('MM', 0x0112, 3, 6)), [48, 64]],
      [withSegments(exif('II', 0x0112, 3, 8), xmp), [48, 64]],
      [withSegments(exif('II', 0x0112, 3, 3)), [64, 48]],
      [withSegments(exif('II', 0x0112, 3, 0)), [64, 48]],
      [withSegments(exif('MM', 0x0112, 3, 9)), [64, 48]],
      [withSegments(exif('MM', 0x0113, 3, 6)), [64, 48]],
      [withSegments(app1(Buffer.from('Exif\0\0MM'))), [64, 48]],
      [withSegments(app1(Buffer.from('Exif\0\0MM\0\x2a\xff\xff\xff\xff', 'latin1'))), [64, 48]],
    ] as const;
    for (const [bytes, [width, height]] of cases) {
      expect((await sharp(bytes).metadata()).autoOrient).toEqual({ width, height });
      expect(find('pier.jpg', bytes)).toMatchObject({ file: { width, height } });
    }
  });

  it('is as large as the tiles that it is put together of, turned and cut', () => {
    const full = (type: string, version: number, ...content: readonly Buffer[]): Buffer =>
      box(type, Buffer.concat([Buffer.from([version, 0, 0, 0]), ...content]));
    const extent = (width: number, height: number): Buffer => full('ispe', 0, u32(width), u32(height));
    const clap = box('clap', Buffer.concat([600, 1, 400, 1, 0, 1, 0, 1].map(u32)));
    const turn = (angle: number): Buffer => box('irot', Buffer.from([angle]));
    const avifOf = (...indices: readonly number[]): Buffer => {
      const ipco = box('ipco', Buffer.concat([extent(512, 512), extent(640, 480), clap, turn(1), turn(2)]));
      const tile = Buffer.from([0, 1, 1, 1]);
      const whole = Buffer.from([0, 7, indices.length, ...indices.map((index) => index | 0x80)]);
      const iprp = box('iprp', Buffer.concat([ipco, full('ipma', 0, u32(2), tile, whole)]));
      const meta = full('meta', 0, full('pitm', 0, Buffer.from([0, 7])), iprp);
      return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), meta, box('mdat', NOISE)]);
    };
    const sizes = [[2], [2, 5], [2, 4], [2, 3], [2, 3, 4]].map((indices) => {
      const found = find('pier.avif', avifOf(...indices));
      return found.kind === 'found' && [found.file.width, found.file.height];
    });
    expect(sizes).toEqual([
      [640, 480],
      [640, 480],
      [480, 640],
      [600, 400],
      [400, 600],
    ]);
  });

  it.each(Object.entries(PICTURES))('that is cut off anywhere is unreadable: %s', (ending, bytes) => {
    const ends = [1, 4, 8, 12, 20, 24, 33, 64, bytes.length >> 2, bytes.length >> 1, bytes.length - 12];
    const kinds = ends
      .filter((end) => end < bytes.length)
      .map((end) => [end, find(`pier.${ending}`, bytes.subarray(0, end)).kind]);

    expect(kinds.filter(([, kind]) => kind !== 'unreadable')).toEqual([]);
    expect(reasonFor(`pier.${ending}`, Buffer.alloc(0))).toBe('the file is empty');
  });

  it.each(Object.entries(PICTURES).filter(([ending]) => ending !== 'svg'))(
    'may have bytes behind its end, as cameras write them: %s',
    (ending, bytes) => {
      expect(find(`pier.${ending}`, Buffer.concat([bytes, Buffer.alloc(ending === 'avif' ? 0 : 3_000, 1)])).kind).toBe(
        'found',
      );
    },
  );

  it.each([
    ['pier.jpg', 'png', 'it is a PNG file, and the names of those end with `.png`'],
    ['pier.png', 'webp', 'it is a WebP file, and the names of those end with `.webp`'],
    ['pier.webp', 'avif', 'it is an AVIF file, and the names of those end with `.avif`'],
    ['pier.avif', 'jpg', 'it is a JPEG file, and the names of those end with `.jpg`'],
    ['pier.gif', 'svg', 'it is an SVG file, and the names of those end with `.svg`'],
    ['pier.svg', 'gif', 'it is a GIF file, and the names of those end with `.gif`'],
  ])('is what its name says: %s is no %s', (name, ending, reason) => {
    expect(reasonFor(name, PICTURES[ending] ?? Buffer.alloc(0))).toBe(reason);
  });

  it.each([
    ['budget.pdf', '', 'the file is empty'],
    ['budget.pdf', '<!doctype html><title>404</title>', 'it is a web page file'],
    ['budget.pdf', 'PK\x03\x04', 'it is a ZIP file'],
    ['budget.docx', '%PDF-1.4', 'it is a PDF file'],
    ['budget.xlsx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'it is an Office file'],
    ['budget.zip', '', 'the file is empty'],
    ['budget.zip', 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n', 'run `git lfs pull`'],
    ['budget.gpx', '', 'the file is empty'],
  ])('to load down is what its name says: %s that begins with %j', (name, start, reason) => {
    expect(reasonFor(name, Buffer.from(start, 'latin1'))).toContain(reason);
  });

  it.each([
    ['budget.pdf', '\n%PDF-1.7'],
    ['budget.docx', 'PK\x03\x04'],
    ['budget.zip', 'PK\x05\x06'],
    ['budget.tgz', '\x1f\x8b'],
    ['budget.rtf', '{\\rtf1'],
    ['budget.json', '{}'],
    ['budget.gpx', '<gpx/>'],
  ])('to load down may be one that begins so: %s', (name, start) => {
    expect(find(name, Buffer.from(start, 'latin1')).kind).toBe('found');
  });

  it('is no web page, and no text', () => {
    expect(reasonFor('pier.png', Buffer.from('<!DOCTYPE html><title>404</title>'))).toContain('a web page');
    expect(reasonFor('pier.jpg', Buffer.from('hello'))).toBe('its bytes are not those of a JPEG file');
  });

  it.each([
    ['a Photoshop', '8BPS\0\x01'],
    ['a PNM', 'P6\n4 2\n255\n'],
    ['an icon', '\0\0\x01\0\x01\0'],
    ['a JPEG XL', '\xff\x0a\xfa'],
    ['a web page', '\n<!-- saved -->\n<html><svg/></html>'],
    ['a web page', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "a" "b"><html/>'],
    ['a web page', '\xef\xbb\xbf<script>alert(1)</script>'],
    ['an SVG', '<?xml version="1.0"?><!-- Made by hand --><svg/>'],
    ['an SVG', '<!DOCTYPE svg><x:svg xmlns:x="http://www.w3.org/2000/svg"/>'],
  ])('is no other file under its name: %s', (name, start) => {
    const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(64)]);

    for (const ending of ['jpg', 'png', 'webp', 'gif', 'avif']) {
      expect(reasonFor(`pier.${ending}`, bytes)).toContain(`it is ${name} file`);
    }
  });

  it.each([
    ['width="1e999" height="4"', 'its size is no number'],
    ['width="20000000" height="4"', 'it is 20000000 × 4 pixels'],
    ['viewBox="0 0 . ."', 'its size is no number'],
  ])('is no drawing of a size that nothing has: %s', (size, reason) => {
    expect(reasonFor('pier.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}></svg>`))).toBe(reason);
  });

  it.each([
    [70_000, 10],
    [60_000, 60_000],
    [0, 48],
  ])('is no PNG of a size that no browser shows: %i × %i', (width, height) => {
    const huge = Buffer.from(PICTURES['png'] ?? []);
    huge.writeUInt32BE(width, 16);
    huge.writeUInt32BE(height, 20);

    expect(reasonFor('pier.png', huge)).toBe(`it is ${width} × ${height} pixels`);
  });

  it('has a size as a drawing in UTF-16, and in units that are small', () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297000 210000"></svg>';

    expect(find('pier.svg', Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ file: { width: 297_000 } });
  });

  it.each(['width="0" height="40"', 'width="40" height="0"', 'viewBox="0 0 0 0"'])(
    'is no drawing without room: %s',
    (size) => {
      expect(find('pier.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}></svg>`)).kind).toBe(
        'unreadable',
      );
    },
  );

  it('is no PNG of no height', () => {
    const flat = Buffer.from(PICTURES['png'] ?? []);
    flat.writeUInt32BE(0, 20);

    expect(reasonFor('pier.png', flat)).toBe('it is 64 × 0 pixels');
  });
});

describe('a recording', () => {
  it.each(Object.entries(RECORDINGS))('of each format has a length in bytes: %s', (ending, bytes) => {
    expect(find(`bells.${ending}`, bytes)).toMatchObject({ kind: 'found', file: { size: bytes.length } });
  });

  it.each(Object.entries(RECORDINGS))('that is empty, or ends in its head, is unreadable: %s', (ending, bytes) => {
    expect(reasonFor(`bells.${ending}`, Buffer.alloc(0))).toBe('the file is empty');
    for (const end of [1, 3, 7, 11, 20, 30]) {
      expect(find(`bells.${ending}`, bytes.subarray(0, end)).kind, `${end} bytes`).toBe('unreadable');
    }
  });

  it.each(Object.entries(RECORDINGS).filter(([ending]) => ending !== 'mp3'))(
    'that is cut off is unreadable: %s',
    (ending, bytes) => {
      expect(reasonFor(`bells.${ending}`, bytes.subarray(0, bytes.length - 5))).toBe(
        'the file ends before the recording does',
      );
    },
  );

  it.each([
    ['bells.mp3', 'wav', 'a WAV'],
    ['bells.wav', 'mp3', 'an MP3'],
    ['bells.mp3', 'm4a', 'an MP4'],
    ['bells.mp4', 'webm', 'a WebM'],
    ['bells.ogg', 'mp3', 'an MP3'],
  ])('is what its name says: %s is no %s', (name, ending, what) => {
    expect(reasonFor(name, RECORDINGS[ending] ?? Buffer.alloc(0))).toContain(`it is ${what} file`);
  });

  it('may say nothing of its length, as recorders do', () => {
    const wav = Buffer.from(RECORDINGS['wav'] ?? []);
    wav.writeUInt32LE(0xffff_ffff, wav.indexOf('data') + 4);

    expect(find('bells.wav', wav).kind).toBe('found');
  });
});
