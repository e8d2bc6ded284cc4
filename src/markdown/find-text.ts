import type { MediaLibrary } from '../domain/media-library.ts';
import type { MediaFile } from '../domain/picture.ts';
import { quote } from '../diagnostics/quote.ts';
import { withoutControls } from './slots.ts';
import { type FileKind, findFile, type WrongFile } from './find-file.ts';

/** A text file that an editor named, with its text, or what is wrong with it. */
export type TextFound = { readonly kind: 'found'; readonly file: MediaFile; readonly text: string } | WrongFile;

/** Finds a file of `content/` that is text, and reads it. Its path is relative to the text that names it, or to `content/media/`. */
export function findText(media: MediaLibrary, from: string, written: string, kind: FileKind): TextFound {
  const found = findFile(media, from, written, kind);
  if (found.kind === 'wrong') return found;
  const read = media.read(found.file.path);
  if (read.kind === 'read') return { kind: 'found', file: found.file, text: withoutControls(read.text) };
  return {
    kind: 'wrong',
    code: 'media-unreadable',
    message: `Unexpected bytes in ${quote(written)}, expected text in UTF-8 of at most 2 MB`,
    hint: 'save the file with the encoding “UTF-8”',
  };
}
