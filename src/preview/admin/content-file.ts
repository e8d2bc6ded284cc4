import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { entryPlace } from '../../newsroom/admin/config/entry-address.ts';
import { ARTICLES, MEDIA_FOLDER } from '../../domain/content/content-kinds.ts';
import { endingOf, isMedium } from '../../domain/media/kinds.ts';
import type { Served } from '../server/route.ts';

/** A file that the editor may read and write, by what it is; `shown` media are those beside stories, too, which it only reads. */
export type FileOfEditor = 'entry' | 'medium' | 'shown';

/** Where a file lies on disk, or why the editor has nothing to do with it. */
export type PlaceOnDisk =
  | {
      readonly kind: 'place';
      readonly path: string;
      readonly diskPath: string;
      /** Bytes of the file; `undefined` where there is none. */
      readonly size: number | undefined;
    }
  | Refused;

/** Why something is not done, in one sentence for people. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: 400 | 403 | 404 | 409 | 413;
  readonly reason: string;
}

/** A file of text as the editor gets it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  /** Another one for other bytes. */
  readonly version: string;
}

/** What of a served newsroom decides about its files. */
export type ServedFiles = Pick<Served, 'content' | 'site'>;

const LONGEST_PATH = 500;
/** As much as is read of a text anywhere. */
export const MOST_BYTES_OF_TEXT = 2_000_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/**
 * Finds the place of a file of the content folder. Only what the editor writes has one: no hidden file, nothing that a link leads to, nothing outside.
 *
 * @param path What a browser sent.
 */
export function placeOf(path: unknown, what: FileOfEditor, { content, site }: ServedFiles): PlaceOnDisk {
  if (typeof path !== 'string' || path.length > LONGEST_PATH || FORBIDDEN.test(path)) return refuse(400, NO_PATH);
  const parts = path.normalize('NFC').split('/');
  if (parts.some((part) => part === '' || part.startsWith('.') || part.trim() !== part || part.endsWith('.')))
    return refuse(400, NO_PATH);
  const wanted = parts.join('/');
  if (!isOfEditor(wanted, what))
    return refuse(
      403,
      what === 'entry' ? 'The editor writes stories, contributors and pages only' : whyNoMedium(wanted),
    );
  // A name may be stored with its accents apart.
  const walk = site?.written?.files.walk;
  const known = what === 'entry' ? walk?.texts.find((file) => file.path === wanted) : walk?.media.get(wanted);
  const diskPath = known?.diskPath ?? join(content, ...parts.slice(1));
  const root = realpathSync(content);
  try {
    const folder = realpathSync(nearestFolder(dirname(diskPath)));
    if (folder !== root && !folder.startsWith(root + sep)) return refuse(403, LINK);
    const stats = lstatSync(diskPath, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) return refuse(403, stats.isSymbolicLink() ? LINK : 'There is no file at this place');
    return { kind: 'place', path: wanted, diskPath, size: stats?.size };
  } catch {
    return refuse(403, 'There can be no file at this place');
  }
}

const NO_PATH =
  'This is no name of a file of the newsroom: it may not begin with a point, nor have signs such as : or ? in it';
const LINK = 'A link leads to this file: change the file itself, in a text editor';

/** Pictures as cameras and programs have them. */
const UNSHOWN = /^(?:heic|heif|tiff?|bmp|psd|dng|raw|cr[23]|nef|arw|jxl|jp2)$/;

function whyNoMedium(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isMedium(path)) return 'The editor puts files into content/media/ only';
  const ending = endingOf(path);
  if (UNSHOWN.test(ending))
    return `${name} is a picture that browsers do not show: save it as JPEG or PNG, and choose that`;
  if (ending === '') return `${name} has no ending that says what it is, such as .jpg: rename it`;
  return `${name} is of a kind that is not published: choose a picture, a recording, or a document such as a PDF`;
}

function isOfEditor(path: string, what: FileOfEditor): boolean {
  if (what === 'entry') return entryPlace(path) !== undefined;
  return isMedium(path) && (path.startsWith(MEDIA_FOLDER) || (what === 'shown' && path.startsWith(ARTICLES.folder)));
}

/** The folder itself, or the nearest above it that is there. */
function nearestFolder(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (lstatSync(above, { throwIfNoEntry: false }) || above === dirname(above)) return above;
  }
}

/** Reads a file of text. The editor puts `.md` behind a name that ends in capitals, too: `FLOOD.MD.md` is `FLOOD.MD`. */
export function readTextFile(path: unknown, served: ServedFiles): ({ readonly kind: 'text' } & TextFile) | Refused {
  const asked = placeOf(path, 'entry', served);
  if (asked.kind === 'refused') return asked;
  const place = asked.size === undefined ? placeBehind(asked, served) : asked;
  if (place.size === undefined) return refuse(404, `There is no file ${place.path} any more`);
  if (place.size > MOST_BYTES_OF_TEXT) return refuse(413, `${place.path} is larger than any story`);
  const bytes = readFileSync(place.diskPath);
  const text = bytes.toString('utf8');
  // What is not UTF-8 would be another text once it is saved.
  if (!Buffer.from(text).equals(bytes))
    return refuse(409, `${place.path} is not UTF-8: save it as that in a text editor`);
  return { kind: 'text', path: place.path, text, version: versionOf(bytes) };
}

/** The place of a file of capitals, if there is one; or else the one that was asked for. */
function placeBehind(asked: Extract<PlaceOnDisk, { kind: 'place' }>, served: ServedFiles): typeof asked {
  if (!/\.md\.md$/i.test(asked.path)) return asked;
  const other = placeOf(asked.path.slice(0, -'.md'.length), 'entry', served);
  return other.kind === 'place' && other.size !== undefined ? other : asked;
}

export function versionOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

export function refuse(status: Refused['status'], reason: string): Refused {
  return { kind: 'refused', status, reason };
}
