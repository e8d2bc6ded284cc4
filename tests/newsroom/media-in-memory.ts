import type { MediaFound, MediaLibrary, MediaText } from '../../src/domain/media/library.ts';
import { recordingTypeOf } from '../../src/domain/media/files.ts';

/** In bytes, of every recording. */
const SIZE = 48_000;

/** A file of the library: width and height of a picture, a text, another kind of file, or what is wrong with it. */
export type MediaGiven =
  | readonly [width: number, height: number]
  | { readonly text: string }
  | 'file'
  | 'outside'
  | 'unreadable';

/** Media that are nowhere but here, by their path from `content/media/`, or from the content folder's parent. */
export function aMediaLibrary(given: Readonly<Record<string, MediaGiven>>): MediaLibrary {
  const files = new Map(Object.entries(given).map(([name, media]) => [pathOf(name), media]));
  return {
    paths: [...files.keys()],
    find: (path) => foundAt(path, files.get(path)),
    read: (path) => readAt(path, files.get(path)),
  };
}

function pathOf(name: string): string {
  return name.startsWith('content/') ? name : `content/media/${name}`;
}

function foundAt(path: string, media: MediaGiven | undefined): MediaFound {
  if (media === undefined) return { kind: 'missing' };
  if (media === 'outside') return { kind: 'outside' };
  if (media === 'unreadable') return { kind: 'unreadable', reason: 'unsupported file type' };
  const [width, height] = Array.isArray(media) ? media : [undefined, undefined];
  const isRecording = recordingTypeOf(path) !== undefined;
  return { kind: 'found', file: { path, width, height, ...(isRecording ? { size: SIZE } : {}) } };
}

function readAt(path: string, media: MediaGiven | undefined): MediaText {
  if (media === undefined) return { kind: 'missing' };
  if (media === 'outside') return { kind: 'outside' };
  if (typeof media === 'object' && 'text' in media) return { kind: 'read', text: media.text, fingerprint: media.text };
  return { kind: 'unreadable', reason: `Unexpected bytes in ${path}`, fingerprint: String(media) };
}
