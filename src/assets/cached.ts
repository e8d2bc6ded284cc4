import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile } from '../disk/files.ts';
import { PROGRAM } from '../disk/project.ts';

const FOLDER = join(PROGRAM, 'node_modules/.cache/broadsheet-kept');

/**
 * Makes a value, or reads what an earlier build cached. Where nothing can be cached, it is made each time.
 *
 * @param key Everything that the value is made of, the versions of what makes it included.
 * @param make Makes a value that JSON can hold.
 */
export function cached<Value>(key: readonly unknown[], make: () => Value): Value {
  const path = join(FOLDER, `${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}.json`);
  const found = read(path);
  if (found !== undefined) return found as Value;
  const value = make();
  write(path, JSON.stringify(value));
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

function write(path: string, text: string): void {
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}
