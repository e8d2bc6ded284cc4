import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/**
 * Edits a file, which then is as new as any edited file. The result puts it back as it was, with the time that it had: in
 * whole seconds, since a time with fractions cannot be set again exactly.
 */
export function editFile(path: string, edit: (text: string) => string): () => void {
  const text = readFileSync(path, 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error(`There is nothing to edit in ${path}`);
  const seconds = Math.floor(statSync(path).mtimeMs / 1000);
  writeFileSync(path, edited);
  return () => {
    writeFileSync(path, text);
    utimesSync(path, seconds, seconds);
  };
}
