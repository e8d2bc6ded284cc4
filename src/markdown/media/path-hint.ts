import { MEDIA_FOLDER } from '../../domain/content/content-kinds.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import { fileName } from '../../domain/content/source.ts';
import { nearest } from '../../diagnostics/wording.ts';
import { mediaPaths, pathFrom, pathNames } from '../content-paths.ts';

/**
 * What to write for a path that leads to no file: the path of the file that was most likely meant, and otherwise where to add one.
 *
 * @param from The file that the path is written in.
 */
export function pathHint(media: MediaLibrary, from: string, written: string): string {
  const slashed = written.replaceAll('\\', '/');
  const meant = fileMeant(media, from, slashed);
  const path = meant === undefined ? undefined : pathFrom(from, meant);
  if (slashed !== written) return `write \`/\` for \`\\\`: \`${path ?? slashed}\``;
  if (path !== undefined && path !== written) return isSuffix(path, written) ? `write \`${path}\`` : didYouMean(path);
  const places = mediaPaths(written, from);
  const place = places.find((each) => each.startsWith(MEDIA_FOLDER)) ?? places.at(-1);
  return place === undefined ? 'copy the file to content/media/ and name that' : `add ${place}`;
}

function didYouMean(path: string): string {
  return `did you mean \`${path}\`?`;
}

function isSuffix(path: string, written: string): boolean {
  return pathNames(written).some((name) => name.endsWith(`/${path}`));
}

/** The file that was most likely meant: where the path ends, where there is one of its name, or of nearly that path. */
function fileMeant(media: MediaLibrary, from: string, written: string): string | undefined {
  for (const end of endsOf(written)) {
    const found = mediaPaths(end, from).find((path) => media.find(path).kind === 'found');
    if (found !== undefined) return found;
  }
  const name = fileName(written).toLowerCase();
  const named = media.paths.filter((path) => fileName(path).toLowerCase() === name);
  // Which of several is meant, nobody knows.
  if (named.length === 1) return named[0];
  // A picture that was saved in another form, or a name without its ending, or with what wikis write behind it.
  const stem = stemOf(name.replace(/\|.*$/, ''));
  const alike = stem === '' ? [] : media.paths.filter((path) => stemOf(fileName(path).toLowerCase()) === stem);
  if (alike.length === 1) return alike[0];
  const paths = media.paths.map((path) => pathFrom(from, path));
  const near = nearest(written, paths);
  return near === undefined ? undefined : media.paths[paths.indexOf(near)];
}

function stemOf(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/, '');
}

/** A path without its first folder, without the first two, and so on: `media/img/a.png` → `img/a.png`, `a.png`. */
function endsOf(written: string): readonly string[] {
  const segments = written.split('/').filter((segment) => !['', '.', '..'].includes(segment));
  return segments.slice(0, DEEPEST).map((_segment, index) => segments.slice(index).join('/'));
}

/** Folders around a file; nobody has more, and each is looked for. */
const DEEPEST = 12;
