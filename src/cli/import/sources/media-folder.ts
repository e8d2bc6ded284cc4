import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The file of a folder that a path within it leads to. What leads out of the folder, by `..` or by a link, is no file of it.
 *
 * @param path With `/`; percent-encoded or not.
 * @returns Its absolute path, or `undefined`.
 */
export function fileWithin(folder: string, path: string): string | undefined {
  for (const name of new Set([path, decoded(path)])) {
    if (name === '' || name.includes('\0')) continue;
    try {
      const root = realpathSync(folder);
      const file = realpathSync(join(root, ...name.split('/')));
      if (file.startsWith(root.endsWith(sep) ? root : root + sep) && statSync(file).isFile()) return file;
    } catch {
      // Nothing of that name, or a name that no file can have.
    }
  }
  return undefined;
}

/**
 * The file of a folder that an address of an old site is of: `https://old.example/wp-content/uploads/2019/03/a.jpg` is `2019/03/a.jpg` of
 * the uploads. The longest end of the path that is there counts.
 */
export function fileOfAddress(folder: string, address: string): string | undefined {
  const segments = pathOf(address)
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  // What is nested deeper than that is no path of anything.
  for (let start = Math.max(0, segments.length - 20); start < segments.length; start += 1) {
    const file = fileWithin(folder, segments.slice(start).join('/'));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The path of an address, without its host, query and fragment. */
export function pathOf(address: string): string {
  const trimmed = address.trim();
  if (/^(?:https?:)?\/\//i.test(trimmed)) {
    const whole = trimmed.startsWith('/') ? `https:${trimmed}` : trimmed;
    return URL.canParse(whole) ? new URL(whole).pathname : '';
  }
  return trimmed.split(/[?#]/, 1)[0] ?? '';
}

/** Without percent-encoding, where that is right. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The last part of an address, as `Outline.slug` has it: without its ending. `undefined` for the root of a site. */
export function slugOf(address: string): string | undefined {
  const segments = pathOf(address)
    .split('/')
    .filter((segment) => segment !== '');
  const last = segments.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp|shtml|xhtml)$/i, '');
  const name = last === 'index' || last === 'default' ? segments.at(-2) : last;
  return name === undefined || name === '' ? undefined : decoded(name);
}
