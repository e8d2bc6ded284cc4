import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What became of a file that an import wanted to write. */
export type Written =
  /** It was not there. */
  | 'new'
  /** It was as the last import had left it, and now has other words. */
  | 'renewed'
  /** It has these words already. */
  | 'same'
  /** Somebody has changed it, or put it there: it was left as it is. */
  | 'edited'
  /** Somebody has taken it away: it stays away. */
  | 'removed';

interface Line {
  readonly key: string;
  readonly hash: string;
}

/**
 * What imports have written into a newsroom, so that the next one changes nothing that was edited since: a line for each file with the hash of its
 * bytes, its path from the content folder, and what it was made of.
 */
export class Manifest {
  private readonly lines = new Map<string, Line>();
  private readonly file: string;
  private readonly content: string;
  private readonly isDry: boolean;

  /**
   * @param file Absolute; where there is none, nothing has been imported.
   * @param content The content folder, absolute.
   * @param isDry Nothing is written, and the answers are what they would have been.
   */
  constructor(file: string, { content, isDry }: { readonly content: string; readonly isDry: boolean }) {
    this.file = file;
    this.content = content;
    this.isDry = isDry;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [hash, path, key] = line.split('\t');
      if (hash !== undefined && path !== undefined && key !== undefined) this.lines.set(path, { hash, key });
    }
  }

  /** Paths of files by what they were made of. */
  pathsByKey(): ReadonlyMap<string, string> {
    return new Map([...this.lines].map(([path, { key }]) => [key, path]));
  }

  /** Whether a file was written by an import. */
  has(path: string): boolean {
    return this.lines.has(path);
  }

  /** Whether a file is there, was written by an import, and is what that wrote. */
  isUntouched(path: string): boolean {
    const line = this.lines.get(path);
    const file = join(this.content, path);
    return line !== undefined && existsSync(file) && hashOf(readFileSync(file)) === line.hash;
  }

  /**
   * Writes a file unless somebody has touched it.
   *
   * @param path From the content folder.
   * @param key What it was made of, the same in each import.
   */
  write(path: string, bytes: string | Uint8Array, key: string): Written {
    const file = join(this.content, path);
    const line = this.lines.get(path);
    const isThere = existsSync(file);
    const hash = hashOf(bytes);
    if (!isThere && line) return 'removed';
    if (isThere) {
      const there = hashOf(readFileSync(file));
      if (there === hash) {
        this.lines.set(path, { hash, key });
        return 'same';
      }
      if (there !== line?.hash) return 'edited';
    }
    if (!this.isDry) writeWhole(file, bytes);
    this.lines.set(path, { hash, key });
    return isThere ? 'renewed' : 'new';
  }

  save(): void {
    if (this.isDry) return;
    const lines = [...this.lines].map(
      ([path, { hash, key }]) => `${hash}\t${path}\t${key.replace(/[\t\n\r]/g, ' ')}\n`,
    );
    writeWhole(this.file, lines.sort((a, b) => (a.slice(65) < b.slice(65) ? -1 : 1)).join(''));
  }
}

/** A file is there as a whole or not at all, and never put where a link leads. */
export function writeWhole(file: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, bytes, { flag: 'wx' });
    renameSync(part, file);
  } catch (fault) {
    rmSync(part, { force: true });
    throw fault;
  }
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
