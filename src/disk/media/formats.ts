import { endingOf } from '../../domain/media/kinds.ts';
import type { FileBytes } from './file-bytes.ts';
import { boxesOf } from './boxes.ts';

/** A format of pictures, recordings or documents, by the first bytes of its files. */
interface Format {
  /** As it is called in a sentence: “a PNG”. */
  readonly name: string;
  /** How the names of its files end. */
  readonly endings: readonly string[];
  readonly isAtStart: (start: Buffer) => boolean;
}

const FORMATS: readonly Format[] = [
  { name: 'a PNG', endings: ['png'], isAtStart: (start) => hasAt(start, 0, '\x89PNG\r\n\x1a\n') },
  { name: 'a JPEG', endings: ['jpg', 'jpeg'], isAtStart: (start) => hasAt(start, 0, '\xff\xd8\xff') },
  { name: 'a GIF', endings: ['gif'], isAtStart: (start) => hasAt(start, 0, 'GIF87a') || hasAt(start, 0, 'GIF89a') },
  { name: 'a WebP', endings: ['webp'], isAtStart: (start) => isRiff(start, 'WEBP') },
  {
    name: 'an AVIF',
    endings: ['avif'],
    isAtStart: (start) => /^avi[fs]/.test(brandsOf(start)) || /avif/.test(brandsOf(start)),
  },
  { name: 'a HEIC', endings: ['heic', 'heif'], isAtStart: (start) => /hei[cxmsf]|mif1|hevc/.test(brandsOf(start)) },
  { name: 'a BMP', endings: ['bmp'], isAtStart: (start) => hasAt(start, 0, 'BM') && start.readUInt32LE(6) === 0 },
  { name: 'a TIFF', endings: ['tif'], isAtStart: (start) => hasAt(start, 0, 'II*\0') || hasAt(start, 0, 'MM\0*') },
  { name: 'a Photoshop', endings: ['psd'], isAtStart: (start) => hasAt(start, 0, '8BPS') },
  { name: 'a PNM', endings: ['pnm'], isAtStart: (start) => /^P[1-7]\s/.test(start.toString('latin1', 0, 3)) },
  { name: 'an icon', endings: ['ico'], isAtStart: (start) => hasAt(start, 0, '\0\0\x01\0') },
  { name: 'a JPEG XL', endings: ['jxl'], isAtStart: (start) => hasAt(start, 0, '\xff\x0a') || hasAt(start, 4, 'JXL ') },
  { name: 'a JPEG 2000', endings: ['jp2'], isAtStart: (start) => hasAt(start, 4, 'jP  ') },
  { name: 'a web page', endings: ['html'], isAtStart: isWebPage },
  {
    name: 'an SVG',
    endings: ['svg'],
    isAtStart: (start) => !isWebPage(start) && /<(?:[\w.-]{1,40}:)?svg[\s>/]/i.test(start.toString('latin1')),
  },
  // Readers look for it within the first 1,024 bytes.
  { name: 'a PDF', endings: ['pdf'], isAtStart: (start) => textAt(start, 0, 1024).includes('%PDF-') },
  {
    name: 'a ZIP',
    endings: ['zip', 'epub', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'kmz'],
    isAtStart: (start) => ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((mark) => hasAt(start, 0, mark)),
  },
  { name: 'a gzip', endings: ['gz', 'tgz'], isAtStart: (start) => hasAt(start, 0, '\x1f\x8b') },
  { name: 'a 7z', endings: ['7z'], isAtStart: (start) => hasAt(start, 0, '7z\xbc\xaf\x27\x1c') },
  { name: 'an RTF', endings: ['rtf'], isAtStart: (start) => /^(?:\xef\xbb\xbf)?\s*\{\\rt/.test(textAt(start, 0, 64)) },
  {
    name: 'an Office',
    endings: ['doc'],
    isAtStart: (start) => hasAt(start, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  },
  { name: 'a WAV', endings: ['wav'], isAtStart: (start) => isRiff(start, 'WAVE') || hasAt(start, 0, 'RF64') },
  { name: 'an Ogg', endings: ['ogg', 'opus'], isAtStart: (start) => hasAt(start, 0, 'OggS') },
  { name: 'a FLAC', endings: ['flac'], isAtStart: (start) => hasAt(start, 0, 'fLaC') },
  { name: 'a WebM', endings: ['webm'], isAtStart: (start) => isEbml(start, 'webm') },
  { name: 'a Matroska', endings: ['mkv'], isAtStart: (start) => isEbml(start, 'matroska') },
  {
    name: 'an MP4',
    endings: ['mp4', 'm4a'],
    isAtStart: (start) => /^(?:ftyp|moov|mdat|wide|skip|free|pnot)$/.test(textAt(start, 4, 4)),
  },
  { name: 'an MP3', endings: ['mp3'], isAtStart: (start) => hasAt(start, 0, 'ID3') || isFrame(start, 0) },
];

/** What stands in the place of a large file until it is fetched (Git LFS, “The pointer”). */
const LFS = 'version https://git-lfs.github.com/';

/** Enough of the start of a file to tell its format, with what may stand before the root of a drawing. */
const START = 4096;

/** Says what a file is, where that is not what its name says; `undefined` where it is that. */
export function findOtherFormat(path: string, bytes: FileBytes): string | undefined {
  const start = bytes.read(0, START);
  // Shorter than any header: whatever there is of it tells nothing.
  const padded = start.length < 16 ? Buffer.concat([start, Buffer.alloc(16)]) : start;
  const ending = endingOf(path);
  const wanted = FORMATS.find(({ endings }) => endings.includes(ending));
  if (!wanted || wanted.isAtStart(padded)) return undefined;
  if (hasAt(padded, 0, LFS)) return 'it only says where Git LFS has the file: run `git lfs pull`';
  const found = FORMATS.find(({ isAtStart }) => isAtStart(padded));
  if (!found) return `its bytes are not those of ${wanted.name} file`;
  return `it is ${found.name} file, and the names of those end with \`.${found.endings[0] ?? ''}\``;
}

/** Whether a frame of MPEG audio begins at a place (ISO/IEC 11172-3, 2.4.1.3). */
export function isFrame(bytes: Buffer, at: number): boolean {
  const [sync, version = 0, rate = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (version & 0xe0) !== 0xe0) return false;
  const isReserved = (version & 0x18) === 0x08 || (version & 0x06) === 0;
  return !isReserved && rate >> 4 !== 15 && (rate & 0x0c) !== 0x0c;
}

/** Whether a text begins as a page of HTML does (MIME Sniffing Standard, 7.1), or of XHTML. */
function isWebPage(start: Buffer): boolean {
  const text = start.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  let at = 0;
  for (const [opening, closing] of BEFORE_THE_ROOT) {
    at = endOfSpace(text, at);
    for (; text.startsWith(opening, at); at = endOfSpace(text, at)) {
      const end = text.indexOf(closing, at + opening.length);
      if (end < 0) return false;
      at = end + closing.length;
    }
  }
  return HTML.test(text.slice(at, at + 40));
}

/** What may stand before the root, in its order. */
const BEFORE_THE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;
const HTML = /^<(?:!doctype\s+html|html|head|body|script|iframe|title|meta|style|table|div|font|h1|br|[abp])[\s>/]/i;

function endOfSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r\f'.includes(text[at] ?? '')) at += 1;
  return at;
}

function hasAt(start: Buffer, at: number, text: string): boolean {
  return textAt(start, at, text.length) === text;
}

function textAt(start: Buffer, at: number, length: number): string {
  return start.toString('latin1', at, at + length);
}

function isRiff(start: Buffer, form: string): boolean {
  return hasAt(start, 0, 'RIFF') && hasAt(start, 8, form);
}

/** The brands of a file of boxes, the first first (ISO/IEC 14496-12, 4.3). */
function brandsOf(start: Buffer): string {
  const [box] = boxesOf({ size: start.length, read: (from, length) => start.subarray(from, from + length) });
  return box?.type === 'ftyp' ? start.toString('latin1', 8, Math.min(box.end, 128)) : '';
}

/** Matroska and WebM name themselves in the header (RFC 8794). */
function isEbml(start: Buffer, type: string): boolean {
  return hasAt(start, 0, '\x1a\x45\xdf\xa3') && start.subarray(0, 64).includes(type);
}
