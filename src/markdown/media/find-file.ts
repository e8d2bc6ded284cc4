import type { MediaLibrary } from '../../domain/media/library.ts';
import type { MediaFile } from '../../domain/media/files.ts';
import { fileName } from '../../domain/content/source.ts';
import { findExcess } from '../../domain/media/limits.ts';
import { isRasterFile } from '../../domain/media/recipes.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { forbiddenCharacters } from '../../domain/invisible.ts';
import { encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { describeForbidden, quote, quoteAll } from '../../diagnostics/wording.ts';
import { mediaPaths } from '../content-paths.ts';
import { pathHint } from './path-hint.ts';

/** What kind of file is looked for. */
export interface FileKind {
  /** As it is called in a sentence: `sound file`. */
  readonly name: string;
  /** How its names end: `.mp3`, `.wav`. */
  readonly endings: readonly string[];
}

/** A file that an editor named, or what is wrong with it. */
export type FileFound = { readonly kind: 'found'; readonly file: MediaFile } | WrongFile;

/** What is wrong with a file that an editor named. */
export interface WrongFile {
  readonly kind: 'wrong';
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** Finds a file that is no picture, by the path that a text names it with: relative to that text, or to `content/media/`. */
export function findFile(media: MediaLibrary, from: string, written: string, kind: FileKind): FileFound {
  const wanted = `a ${kind.name} (${quoteAll(kind.endings)})`;
  if (isElsewhere(written)) {
    return wrong(
      'media-missing',
      `Unexpected address ${quote(written)}, expected ${wanted} in content/`,
      'save the file in content/media/ and name it, or lead readers to the other site with `url`',
    );
  }
  if (!kind.endings.some((ending) => written.toLowerCase().endsWith(ending))) {
    return wrong(
      'media-type',
      `Unexpected file ${quote(written)}, expected ${wanted}`,
      `convert it to one whose name ends with ${quoteAll(kind.endings, ' or ')}`,
    );
  }
  const places = mediaPaths(written, from);
  const outside = wrong(
    'path-outside',
    `Unexpected path ${quote(written)}, expected one inside content/`,
    outsideHint(media, from, written),
  );
  if (places.length === 0) return outside;
  for (const place of places) {
    const found = media.find(place);
    if (found.kind === 'found') return found;
    if (found.kind === 'outside') return outside;
    if (found.kind === 'unreadable') {
      return wrong(
        'media-unreadable',
        `Unexpected bytes in ${quote(written)}, expected ${wanted}`,
        `save or export it again (${found.reason})`,
      );
    }
  }
  return wrong(
    'media-missing',
    `Unexpected file ${quote(written)}, expected one beside the story or in content/media/`,
    pathHint(media, from, written),
  );
}

/** Whether what names a file is an address on another site, or something disguised as a path. One letter before `:` is a drive. */
function isElsewhere(written: string): boolean {
  const address = readAddress(encodeSpaces(written));
  if (address.kind !== 'fault')
    return address.kind !== 'path' && address.kind !== 'file' && address.kind !== 'fragment';
  return (
    address.fault.kind === 'host' ||
    address.fault.kind === 'name' ||
    address.fault.kind === 'unreadable' ||
    (address.fault.kind === 'scheme' && !/^[a-z]:/i.test(written))
  );
}

/** A path that leads out of the content folder: with a slip that is seen, or as it is. */
function outsideHint(media: MediaLibrary, from: string, written: string): string {
  const hasDrive = /^[a-z]:/i.test(written);
  return hasDrive ? 'copy the file to content/media/ and name that' : pathHint(media, from, written);
}

function wrong(code: DiagnosticCode, message: string, hint: string): WrongFile {
  return { kind: 'wrong', code, message, hint };
}

/** A text file that an editor named, with its text, or what is wrong with it. */
export type TextFound = { readonly kind: 'found'; readonly file: MediaFile; readonly text: string } | WrongFile;

/** Finds a file of `content/` that is text, and reads it. Its path is relative to the text that names it, or to `content/media/`. */
export function findText(media: MediaLibrary, from: string, written: string, kind: FileKind): TextFound {
  const found = findFile(media, from, written, kind);
  if (found.kind === 'wrong') return found;
  const read = media.read(found.file.path);
  if (read.kind === 'read') {
    const [forbidden] = forbiddenCharacters(read.text);
    if (!forbidden) return { kind: 'found', file: found.file, text: read.text };
    return wrong(
      'control-character',
      `Unexpected ${describeForbidden(forbidden.character)} in ${quote(written)}, line ${forbidden.line}, expected text`,
      'delete it in that file, or save the file once more as plain text in UTF-8',
    );
  }
  return {
    kind: 'wrong',
    code: 'media-unreadable',
    message: `Unexpected content of ${quote(written)}, expected text in UTF-8 of at most 2 MB`,
    hint: 'save the file with the encoding “UTF-8”',
  };
}

/** A picture that an editor named, or what is wrong with it. */
export type PictureFound =
  | { readonly kind: 'found'; readonly file: MediaFile }
  | { readonly kind: 'wrong'; readonly code: DiagnosticCode; readonly message: string; readonly hint: string };

/** Pictures that cameras and programs make, and that no page can show. */
const IS_OF_NO_BROWSER = /\.(?:hei[cf]s?|tiff?|bmp|psd|jxl|jp2|dng|cr[23w]|nef|arw|raf|orf|rw2)$/i;

/** A picture, unless it is larger than any that smaller files are made of. */
function withinLimits(written: string, file: MediaFile): PictureFound {
  const excess = isRasterFile(file) ? findExcess(file) : undefined;
  if (excess === undefined) return { kind: 'found', file };
  return wrong(
    'picture-too-large',
    `Unexpected size of ${quote(written)}: ${excess}`,
    file.raster?.kind === 'animation'
      ? 'export it with fewer frames and pixels, or as a film for `::video`'
      : 'export it as JPEG, at most 5,000 pixels wide: no page shows more',
  );
}

/** What to do about a picture that is none, or another one than its name says. */
function hintForUnreadable(written: string, reason: string): string {
  const [, ending] = /^it is .* end with `(\.\w+)`$/.exec(reason) ?? [];
  if (ending === '.html') return 'get the picture anew from its source: a web page was saved in its place';
  if (ending !== undefined && /^\.(?:jpg|png|gif|webp|avif|svg)$/.test(ending)) {
    const name = fileName(written).replace(/\.\w+$/, ending);
    return `name the file ${quote(name)}, and name it so here; or export it again as JPEG, PNG or WebP`;
  }
  if (reason.includes('git lfs pull')) return 'fetch the file itself: `git lfs pull`';
  return 'open the file: if it shows, export it again as JPEG, PNG or WebP; if not, get it anew from its source';
}

/** Finds a picture by the path that a file names it with: relative to that file, or to `content/media/`. */
export function findPicture(media: MediaLibrary, from: string, written: string): PictureFound {
  if (isElsewhere(written)) {
    return wrong(
      'picture-remote',
      `Unexpected address ${quote(written)}, expected a file in content/`,
      'save the picture in content/media/ and name that file',
    );
  }
  const places = mediaPaths(written, from);
  if (places.length === 0) {
    return wrong(
      'path-outside',
      `Unexpected path ${quote(written)}, expected one inside content/`,
      outsideHint(media, from, written),
    );
  }
  if (IS_OF_NO_BROWSER.test(written)) {
    return wrong(
      'picture-unreadable',
      `Unexpected format of ${quote(written)}, expected one that browsers show`,
      'export it as JPEG and name that file; an iPhone takes JPEG with “Most Compatible” in Settings, Camera, Formats',
    );
  }
  for (const place of places) {
    const found = media.find(place);
    if (found.kind === 'found' && found.file.width !== undefined) return withinLimits(written, found.file);
    if (found.kind === 'found') {
      return wrong(
        'picture-unreadable',
        `Unexpected file ${quote(written)}, expected a picture`,
        'use a JPEG, PNG, WebP, AVIF, GIF or SVG file',
      );
    }
    if (found.kind === 'outside') {
      return wrong(
        'path-outside',
        `Unexpected symbolic link ${quote(written)}, expected a file inside content/`,
        'copy the picture itself into content/media/',
      );
    }
    if (found.kind === 'unreadable') {
      return wrong(
        'picture-unreadable',
        `Unexpected content of ${quote(written)}, expected a picture (${found.reason})`,
        hintForUnreadable(written, found.reason),
      );
    }
  }
  return wrong(
    'picture-missing',
    `Unexpected picture ${quote(written)}, expected a file beside the story or in content/media/`,
    pathHint(media, from, written),
  );
}
