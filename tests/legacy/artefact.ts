import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('artefacts/', import.meta.url));

/** The path of a file that a run leaves for people to look at. */
export function artefact(file: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return join(FOLDER, file);
}
