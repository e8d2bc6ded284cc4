import type { FileRow } from './output-index.ts';

/** From so many files on, it takes too long to look at each for its name. */
const MANY = 50;

/** Finds, sets and removes files of folders by their names, in the lists that are kept of them. */
export class FilesByName {
  /** Where each file stands in a long list. */
  private readonly places = new WeakMap<readonly FileRow[], Map<string, number>>();

  find(files: readonly FileRow[], name: string): FileRow | undefined {
    return files[this.placeOf(files, name)];
  }

  set(files: FileRow[], file: FileRow): void {
    const place = this.placeOf(files, file[0]);
    if (place >= 0) {
      files[place] = file;
      return;
    }
    files.push(file);
    this.places.get(files)?.set(file[0], files.length - 1);
  }

  /** Removes a file; the last one takes its place. */
  delete(files: FileRow[], name: string): void {
    const place = this.placeOf(files, name);
    const last = place < 0 ? undefined : files.pop();
    if (!last) return;
    const places = this.places.get(files);
    places?.delete(name);
    if (place === files.length) return;
    files[place] = last;
    places?.set(last[0], place);
  }

  private placeOf(files: readonly FileRow[], name: string): number {
    if (files.length < MANY) return files.findIndex((file) => file[0] === name);
    const known = this.places.get(files);
    if (known) return known.get(name) ?? -1;
    const places = new Map(files.map((file, place) => [file[0], place]));
    this.places.set(files, places);
    return places.get(name) ?? -1;
  }
}
