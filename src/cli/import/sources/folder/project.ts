import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { normalText } from '../../../../disk/read-text.ts';

/** A folder of files, of which nothing is read that lies outside; links that lead out are as if they were not there. Paths are relative, with `/`. */
export interface Project {
  /** Absolute, without links. */
  readonly root: string;
  /** All files below a folder, in the order of their paths; those of tools are left out. */
  files(folder: string): readonly string[];
  /** The names of what is in a folder. */
  names(folder: string): readonly string[];
  /** A text; `undefined` where there is none, or one of over 20 MB. */
  text(path: string): ProjectText | undefined;
  hasFolder(path: string): boolean;
  /** The absolute path of a file, without links. */
  file(path: string): string | undefined;
}

export interface ProjectText {
  /** Lines end in `\n`. */
  readonly text: string;
  /** It was written in UTF-8. */
  readonly isUtf8: boolean;
}

const MOST_BYTES = 20_000_000;

/** Folders that tools make, wherever they are, and at the root of a project: further down one may be a section of that name. */
const OF_TOOLS = new Set(['node_modules', 'bower_components', '__pycache__']);
const OF_TOOLS_AT_ROOT = new Set(['vendor', '_site', 'resources']);

export function projectAt(folder: string): Project {
  const root = realpathSync(folder);
  const real = (path: string): string | undefined => {
    const normal = posix.normalize(path === '' ? '.' : path);
    if (normal === '..' || normal.startsWith('../') || normal.startsWith('/') || path.includes('\0')) return undefined;
    try {
      const found = realpathSync(join(root, normal));
      return found === root || found.startsWith(root + sep) ? found : undefined;
    } catch {
      return undefined;
    }
  };
  const kindOf = (
    path: string,
  ): { readonly path: string; readonly kind: 'file' | 'folder'; readonly size: number } | undefined => {
    const found = real(path);
    if (found === undefined) return undefined;
    const stat = statSync(found, { throwIfNoEntry: false });
    if (stat?.isFile()) return { path: found, kind: 'file', size: stat.size };
    return stat?.isDirectory() ? { path: found, kind: 'folder', size: 0 } : undefined;
  };
  const names = (path: string): readonly string[] => {
    const found = kindOf(path);
    if (found?.kind !== 'folder') return [];
    try {
      return readdirSync(found.path).sort();
    } catch {
      return [];
    }
  };
  return {
    root,
    names,
    files: (path) => filesBelow(path, { names, kindOf }),
    text(path) {
      const found = kindOf(path);
      if (found?.kind !== 'file' || found.size > MOST_BYTES) return undefined;
      try {
        return decode(readFileSync(found.path));
      } catch {
        return undefined;
      }
    },
    hasFolder: (path) => kindOf(path)?.kind === 'folder',
    file(path) {
      const found = kindOf(path);
      return found?.kind === 'file' ? found.path : undefined;
    },
  };
}

interface Walked {
  names(folder: string): readonly string[];
  kindOf(path: string): { readonly path: string; readonly kind: 'file' | 'folder' } | undefined;
}

function filesBelow(folder: string, { names, kindOf }: Walked): readonly string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const open = [folder.replace(/^\.?\/+|\/+$/g, '')];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const found = kindOf(next);
    // A link may lead to a folder around it.
    if (found?.kind !== 'folder' || seen.has(found.path)) continue;
    seen.add(found.path);
    for (const name of names(next)) {
      if (name.startsWith('.') || OF_TOOLS.has(name) || (next === '' && OF_TOOLS_AT_ROOT.has(name))) continue;
      const path = next === '' ? name : `${next}/${name}`;
      if (/\.[A-Za-z0-9]{1,10}$/.test(name) && kindOf(path)?.kind === 'file') files.push(path);
      else if (kindOf(path)?.kind === 'folder') open.push(path);
    }
  }
  return files.sort();
}

function decode(bytes: Buffer): ProjectText {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return {
      text: normalText(new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)),
      isUtf8: false,
    };
  if (isUtf8(bytes)) return { text: normalText(bytes.toString('utf8')), isUtf8: true };
  return { text: normalText(new TextDecoder('windows-1252').decode(bytes)), isUtf8: false };
}
