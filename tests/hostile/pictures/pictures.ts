import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { MediaOnDisk } from '../../../src/disk/media/media-on-disk.ts';
import type { MediaFound } from '../../../src/domain/media/library.ts';
import type { HostileKind } from '../kinds.ts';
import { Random } from '../random.ts';

/** Files that are something else than their names say, of no size or of no end, cut short, or put together of several. */
export const pictures: HostileKind = {
  name: 'pictures',
  begin: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-hostile-pictures-'));
    const wholes = await wholeFiles();
    return {
      faultsOf: async (seed) => {
        const { name, bytes } = hostilePicture(wholes, seed);
        const fault = faultOf(name, bytes, folder);
        return fault === undefined ? [] : [`seed ${seed}: ${name} of ${bytes.length} bytes ${fault}`];
      },
      end: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

export type Files = Readonly<Record<string, Buffer>>;

/** Whole files, by the ending that they should have; those that are no media by what they are. */
export async function wholeFiles(): Promise<Files> {
  const pixels = sharp(Buffer.alloc(16 * 12 * 3, 90), { raw: { width: 16, height: 12, channels: 3 } });
  const media = ['auction-bell.wav', 'bridge-turns.webm', 'harbour-map.svg'].map((name) => [
    name.replace(/^.*\./, ''),
    readFileSync(join('content/media', name)),
  ]);
  const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
  return {
    png: await pixels.clone().png().toBuffer(),
    jpg: await pixels.clone().jpeg().toBuffer(),
    gif: await pixels.clone().gif().toBuffer(),
    webp: await pixels.clone().webp().toBuffer(),
    avif: await pixels.clone().avif().toBuffer(),
    ...Object.fromEntries(media),
    psd: ascii(`8BPS\0\x01\0\0\0\0\0\0\0\x03\0\0\0\x0c\0\0\0\x10${'\0'.repeat(60)}`),
    pnm: ascii('P6\n16 12\n255\n'.padEnd(600, 'a')),
    bmp: ascii(`BM${'\x10\0\0\0'.repeat(20)}`),
    tiff: ascii(`II*\0\b\0\0\0${'\x01\0'.repeat(40)}`),
    html: ascii('<!doctype html><script>alert(1)</script>'),
    pdf: ascii('%PDF-1.7\n1 0 obj\n<</JS (app.alert(1))>>\nendobj\n%%EOF\n'),
    zip: ascii(`PK\x03\x04${'\0'.repeat(40)}`),
    exe: ascii(`MZ${'\0'.repeat(80)}`),
  };
}

const ENDINGS = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'mp3', 'm4a', 'ogg', 'opus', 'wav', 'mp4', 'webm'];

/** The bytes that stand in every such file, and where. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG\r\n/,
  jpg: /^\xff\xd8\xff/,
  jpeg: /^\xff\xd8\xff/,
  gif: /^GIF8[79]a/,
  webp: /^RIFF.{4}WEBP/s,
  avif: /^.{4}ftyp.*?avi[fs]/s,
  wav: /^RIFF.{4}WAVE/s,
  webm: /^.E\xdf\xa3/s,
  ogg: /^OggS/,
  opus: /^OggS/,
};

/** A file of a seed. */
export function hostilePicture(wholes: Files, seed: number): { readonly name: string; readonly bytes: Buffer } {
  const random = new Random(seed);
  const ending = random.one(ENDINGS);
  const own = wholes[ending === 'jpeg' ? 'jpg' : ending];
  let bytes = Buffer.from(own !== undefined && !random.once(3) ? own : random.one(Object.values(wholes)));
  for (const change of random.some(3, () => random.one([cut, overwritten, doubled, withZeroes, headed]))) {
    bytes = Buffer.from(change(bytes, random, wholes));
  }
  return { name: `a.${random.once(8) ? ending.toUpperCase() : ending}`, bytes };
}

type Change = (bytes: Buffer, random: Random, wholes: Files) => Buffer;

const cut: Change = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));

const overwritten: Change = (bytes, random) => {
  const changed = Buffer.from(bytes);
  for (let time = 0; time < 1 + random.below(8); time += 1) {
    if (changed.length > 0)
      changed[random.below(Math.min(changed.length, random.one([40, changed.length])))] = random.one([
        0,
        1,
        255,
        random.below(256),
      ]);
  }
  return changed;
};

const doubled: Change = (bytes, random, wholes) => Buffer.concat([bytes, random.one(Object.values(wholes))]);

/** Sizes of 0, or of 2³¹ and more, wherever four bytes may be one. */
const withZeroes: Change = (bytes, random) => {
  const changed = Buffer.from(bytes);
  const value = random.one([0x00, 0xff, 0x80, 0x7f]);
  const at = random.below(Math.max(1, Math.min(changed.length, 64)));
  return changed.fill(value, at, Math.min(changed.length, at + random.one([2, 4, 8])));
};

const headed: Change = (bytes, random, wholes) => {
  const other = random.one(Object.values(wholes));
  return Buffer.concat([other.subarray(0, random.one([4, 12, 32, 64])), bytes]);
};

/** No file as small as these takes so long. */
const TOO_LONG = 2_000;

/** What is wrong with how such a file is taken. */
export function faultOf(
  name: string,
  bytes: Buffer,
  folder: string,
  find: (path: string, diskPath: string) => MediaFound = findOnDisk,
): string | undefined {
  const diskPath = join(folder, 'file');
  writeFileSync(diskPath, bytes);
  const before = process.cpuUsage();
  let found: MediaFound;
  try {
    found = find(`content/media/${name}`, diskPath);
  } catch (fault) {
    return `throws ${fault instanceof Error ? fault.stack : fault}`;
  }
  if (process.cpuUsage(before).user / 1000 > TOO_LONG) return 'takes too long';
  if (found.kind === 'unreadable')
    return found.reason === '' || /\n\s+at /.test(found.reason) ? `says ${found.reason}` : undefined;
  if (found.kind !== 'found') return `is ${found.kind}`;
  const sign = SIGNS[name.replace(/^.*\./, '').toLowerCase()];
  if (sign && !sign.test(bytes.toString('latin1'))) return 'is taken for what its name says';
  const { width, height } = found.file;
  const isSize = (side: number | undefined): boolean => side === undefined || (Number.isFinite(side) && side > 0);
  return isSize(width) && isSize(height) ? undefined : `has the size ${width} × ${height}`;
}

function findOnDisk(path: string, diskPath: string): MediaFound {
  const places = { outside: new Set<string>(), known: new Map(), contents: new Map(), depth: 'pixels' as const };
  return new MediaOnDisk({ ...places, diskPaths: new Map([[path, diskPath]]) }).find(path);
}
