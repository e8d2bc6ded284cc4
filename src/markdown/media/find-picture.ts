import type { WrongFile } from './find-file.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import type { MediaFile } from '../../domain/media/files.ts';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { quote } from '../../diagnostics/quote.ts';
import { contentPaths } from '../content-paths.ts';

/** A picture that an editor named, or what is wrong with it. */
export type PictureFound =
  | { readonly kind: 'found'; readonly file: MediaFile }
  | { readonly kind: 'wrong'; readonly code: DiagnosticCode; readonly message: string; readonly hint: string };

/** Finds a picture by the path that a file names it with: relative to that file, or to `content/media/`. */
export function findPicture(media: MediaLibrary, from: string, written: string): PictureFound {
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(written)) {
    return wrong(
      'picture-remote',
      `Unexpected address ${quote(written)}, expected a file in content/`,
      'save the picture in content/media/ and name that file',
    );
  }
  const places = contentPaths(written, from, 'content/media/x');
  if (places.length === 0) {
    return wrong(
      'path-outside',
      `Unexpected path ${quote(written)}, expected one inside content/`,
      'copy the picture to content/media/ and name that file',
    );
  }
  for (const place of places) {
    const found = media.find(place);
    if (found.kind === 'found' && found.file.width !== undefined) return { kind: 'found', file: found.file };
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
        `Unexpected bytes in ${quote(written)}, expected a picture`,
        `export it again as JPEG, PNG or WebP (${found.reason})`,
      );
    }
  }
  const known = media.paths.map((path) => path.replace(/^content\/media\//, ''));
  const name = nearest(written, known);
  return wrong(
    'picture-missing',
    `Unexpected picture ${quote(written)}, expected a file beside the story or in content/media/`,
    name === undefined ? `add content/media/${written.split('/').at(-1) ?? written}` : `did you mean \`${name}\`?`,
  );
}

function wrong(code: DiagnosticCode, message: string, hint: string): WrongFile {
  return { kind: 'wrong', code, message, hint };
}
