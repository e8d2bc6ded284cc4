import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a text so that it can be told later whether all of it is there, and as it was: its checksum goes before it. It is
 * written aside and then put in place, so that nobody ever reads half of it.
 *
 * @param what What the text is: whoever reads it for something else finds nothing.
 */
export function writeChecked(path: string, text: string, what = ''): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.new`;
  try {
    writeFileSync(aside, `${checksumOf(text, what)}\n${text}`);
    renameSync(aside, path);
  } catch (fault) {
    rmSync(aside, { force: true });
    throw fault;
  }
}

/** The text of a file that {@link writeChecked} wrote, or `undefined` where it is gone, damaged or something else. */
export function readChecked(path: string, what = ''): string | undefined {
  try {
    const content = readFileSync(path, 'utf8');
    const end = content.indexOf('\n');
    const text = content.slice(end + 1);
    return content.slice(0, end) === checksumOf(text, what) ? text : undefined;
  } catch {
    return undefined;
  }
}

function checksumOf(text: string, what: string): string {
  return hash('sha256', `${what}\n${text}`, 'hex').slice(0, 32);
}
