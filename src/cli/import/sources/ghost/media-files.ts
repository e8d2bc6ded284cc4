import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Where Ghost keeps what was uploaded, in addresses and on disk. */
const UPLOADED = /\/content\/((?:images|media|files)\/.+)$/;

/** A smaller copy of a picture, made by Ghost: `/content/images/size/w600/2024/01/quay.jpg`. */
const SIZE = /^images\/size\/[^/]+\/(?:format\/[^/]+\/)?/;

/**
 * The file of an upload below one of some folders.
 *
 * @param address As a text has it, whole or a path.
 * @param roots Absolute: a folder with `content/`, one with `images/`, or `images/` itself.
 * @returns Never a file outside of these, also not by a link.
 */
export function findMediaFile(address: string, roots: readonly string[]): string | undefined {
  const path = UPLOADED.exec(decoded(address.split(/[?#]/, 1)[0] ?? ''))?.[1];
  if (path === undefined || path.split(/[\\/]/).includes('..')) return undefined;
  const original = path.replace(SIZE, 'images/');
  const names = original === path ? [path] : [original, path];
  for (const root of roots)
    for (const name of names)
      for (const place of [join('content', name), name, name.slice(name.indexOf('/') + 1)]) {
        const file = fileWithin(root, place);
        if (file !== undefined) return file;
      }
  return undefined;
}

function fileWithin(root: string, place: string): string | undefined {
  try {
    const [folder, file] = [realpathSync(root), realpathSync(join(root, place))];
    const isWithin = file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
    return isWithin && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
