import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Files of one folder of which parts are read, again and again: each is opened once. */
export class OpenFiles {
  private readonly folder: string;
  private readonly files = new Map<string, number | undefined>();

  /** @param folder Absolute path of their folder. */
  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Fills a buffer with what stands in a file.
   *
   * @param name Of the file.
   * @param start The first byte to read.
   * @returns How many bytes were there: none where there is no such file, or where it cannot be read.
   */
  fill(buffer: Buffer, name: string, start: number): number {
    const file = this.fileOf(name);
    if (file === undefined) return 0;
    try {
      return readSync(file, buffer, 0, buffer.length, start);
    } catch {
      return 0;
    }
  }

  close(): void {
    for (const file of this.files.values()) if (file !== undefined) closeSync(file);
    this.files.clear();
  }

  private fileOf(name: string): number | undefined {
    if (this.files.has(name)) return this.files.get(name);
    const file = openIfThere(join(this.folder, name));
    this.files.set(name, file);
    return file;
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}
