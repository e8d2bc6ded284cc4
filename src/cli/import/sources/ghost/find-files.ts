import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ImportError } from '../../archive.ts';

/** The files of a site of Ghost's that was saved. */
export interface GhostFiles {
  /** The export of its posts. */
  readonly json: string;
  /** What says how addresses are made. */
  readonly routes: string | undefined;
  readonly redirects: string | undefined;
  /** Folders that pictures may lie in. */
  readonly roots: readonly string[];
}

/** Where Ghost, its command line and its backups lay things, below the folder that was given. */
const FOLDERS = ['.', 'data', 'content/data', 'content', 'settings', 'content/settings'];

const HEAD_BYTES = 65_536;

/** Whether this is how an export begins. */
export function isExport(head: string): boolean {
  const isWrapped = /^\uFEFF?\s{0,1000}\{\s{0,1000}"db"\s{0,1000}:\s{0,1000}\[/.test(head);
  const isBare = /^\uFEFF?\s{0,1000}\{\s{0,1000}"(?:meta|data)"\s{0,1000}:\s{0,1000}\{/.test(head);
  return (
    isWrapped || (isBare && /"(?:exported_on|posts|posts_tags|custom_theme_settings|benefits)"\s{0,1000}:/.test(head))
  );
}

/** The exports within a folder, wherever one of Ghost's has them. */
export function exportsIn(folder: string): readonly string[] {
  return FOLDERS.flatMap((below) => jsonFilesIn(join(folder, below))).filter((file) => isExport(headOf(file)));
}

/**
 * The files of a site.
 *
 * @param path The export, or a folder with it.
 * @param media A folder of pictures that was named.
 * @throws {ImportError} if there is no export there, or there are several.
 */
export function findFiles(path: string, media: string | undefined): GhostFiles {
  const isFolder = statSync(path).isDirectory();
  const home = isFolder ? path : homeOf(dirname(path));
  const json = isFolder ? onlyExport(path) : path;
  // What a mark of UTF-16 is in UTF-8.
  if (headOf(json).startsWith('\uFFFD\uFFFD'))
    throw new ImportError(`Unexpected ${json} in UTF-16, expected UTF-8, as Ghost writes it: save it as UTF-8`);
  return {
    json,
    routes: firstOf(home, ['routes.yaml', 'routes.yml']),
    redirects: firstOf(home, ['redirects.yaml', 'redirects.yml', 'redirects.json']),
    roots: media === undefined ? [home] : [media, home],
  };
}

/** A backup has the export in `data/`, beside `images/`. */
function homeOf(folder: string): string {
  return basename(folder) === 'data' ? dirname(folder) : folder;
}

function onlyExport(folder: string): string {
  const [first, ...others] = exportsIn(folder);
  if (first === undefined) {
    const expected = 'expected an export of Ghost (a `.json` file) in it, or in `data/`';
    throw new ImportError(`Unexpected ${folder}, ${expected}: get one from Ghost’s settings, “Export”`);
  }
  if (others.length > 0)
    throw new ImportError(
      `Unexpected ${others.length + 1} exports in ${folder}: name the one to move in, such as ${first}`,
    );
  return first;
}

function firstOf(folder: string, names: readonly string[]): string | undefined {
  const places = FOLDERS.flatMap((below) => names.map((name) => join(folder, below, name)));
  return places.find((file) => existsSync(file) && statSync(file).isFile());
}

function jsonFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.json$/i.test(entry.name),
  );
  return names.map(({ name }) => join(folder, name)).toSorted();
}

/** The beginning of a file as text. */
function headOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    const length = readSync(descriptor, bytes, 0, HEAD_BYTES, 0);
    return bytes.subarray(0, length).toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
