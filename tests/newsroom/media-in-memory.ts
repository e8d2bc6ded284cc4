import type { MediaFound, MediaLibrary } from '../../src/domain/media-library.ts';

/** A file of the library: width and height of a picture, or another kind of file, or what is wrong with it. */
export type MediaGiven = readonly [width: number, height: number] | 'file' | 'outside' | 'unreadable';

/** Media that are nowhere but here, by their path from `content/media/`, or from the content folder's parent. */
export function aMediaLibrary(given: Readonly<Record<string, MediaGiven>>): MediaLibrary {
  const files = new Map(Object.entries(given).map(([name, media]) => [pathOf(name), media]));
  return { paths: [...files.keys()], find: (path) => foundAt(path, files.get(path)) };
}

function pathOf(name: string): string {
  return name.startsWith('content/') ? name : `content/media/${name}`;
}

function foundAt(path: string, media: MediaGiven | undefined): MediaFound {
  if (media === undefined) return { kind: 'missing' };
  if (media === 'outside') return { kind: 'outside' };
  if (media === 'unreadable') return { kind: 'unreadable', reason: 'unsupported file type' };
  const [width, height] = media === 'file' ? [undefined, undefined] : media;
  return { kind: 'found', file: { path, width, height } };
}
