import { realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { namesOfOriginal, placeOfMedium } from './media-address.ts';

/** Where uploads may lie in a folder that somebody has taken from a server. */
const WITHIN = ['', 'wp-content/uploads', 'uploads'];

/** Finds files of media in a folder of uploads, and never outside of it. */
export class UploadsFolder {
  /** Real paths of the folders that are looked into. */
  readonly #folders: readonly string[];
  readonly #hosts: ReadonlySet<string>;

  /**
   * @param media The folder that was given, if any; otherwise `wp-content/uploads` or `uploads` beside the export is taken.
   * @param hosts Those whose media lie in it, without `www.`.
   */
  constructor(media: string | undefined, archive: string, hosts: ReadonlySet<string>) {
    const beside = isFolder(archive) ? [archive, dirname(archive)] : [dirname(archive)];
    const candidates =
      media === undefined
        ? beside.flatMap((folder) => WITHIN.slice(1).map((name) => join(folder, name)))
        : WITHIN.map((name) => join(media, name));
    const folders = candidates.filter(isFolder).map((folder) => realpathSync(folder));
    this.#folders = [...new Set(folders)];
    this.#hosts = hosts;
  }

  /** The file of a medium: as it is named, otherwise the original of a smaller copy. */
  find(address: string): string | undefined {
    const place = this.#ownPlace(address);
    if (place === undefined) return undefined;
    return this.#fileAt(place) ?? firstOf(namesOfOriginal(place), (path) => this.#fileAt(path));
  }

  /** The name of the original of a picture, below the folder of uploads, where its file is there. */
  findOriginal(address: string): { readonly path: string; readonly file: string } | undefined {
    const place = this.#ownPlace(address);
    return firstOf(place === undefined ? [] : namesOfOriginal(place), (path) => {
      const file = this.#fileAt(path);
      return file === undefined ? undefined : { path, file };
    });
  }

  #ownPlace(address: string): string | undefined {
    if (this.#folders.length === 0) return undefined;
    const place = placeOfMedium(address);
    if (!place || (place.host !== undefined && !this.#hosts.has(place.host))) return undefined;
    return place.path;
  }

  #fileAt(path: string): string | undefined {
    return firstOf(this.#folders, (folder) => {
      try {
        const file = realpathSync(join(folder, path));
        return file.startsWith(folder + sep) && statSync(file).isFile() ? file : undefined;
      } catch {
        return undefined;
      }
    });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function firstOf<Value, Result>(
  values: readonly Value[],
  find: (value: Value) => Result | undefined,
): Result | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
