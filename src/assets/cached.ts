import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile } from '../disk/files.ts';
import { NEWSROOM } from '../disk/project.ts';

/** The first that can be written to, as with compiled programs: `src/build/program/kept-folders.js`. */
const FOLDERS = ['node_modules/.cache/broadsheet-kept', '.cache/kept'].map((folder) => join(NEWSROOM, folder));

/**
 * Makes a value, or reads what an earlier build cached. Where nothing can be cached, it is made each time.
 *
 * @param key Everything that the value is made of, the versions of what makes it included.
 * @param make Makes a value that JSON can hold.
 */
export function cached<Value>(key: readonly unknown[], make: () => Value): Value {
  const name = `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}.json`;
  for (const folder of FOLDERS) {
    const found = read(join(folder, name));
    if (found !== undefined) return found as Value;
  }
  const value = make();
  const text = JSON.stringify(value);
  FOLDERS.some((folder) => isWritten(folder, name, text));
  return value;
}

/** What cannot be read, for it was cut short or is not there, is made again. */
function read(path: string): unknown {
  try {
    return JSON.parse(readPlainFile(path)?.toString() ?? '');
  } catch {
    return undefined;
  }
}

function isWritten(folder: string, name: string, text: string): boolean {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
    return true;
  } catch {
    return false;
  }
}
