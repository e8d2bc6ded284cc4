import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { statIfThere } from './files.ts';

/**
 * Where the files and folders are that somebody says were changed, come or gone, without the links on the way there: as a walk of the
 * content folder meets them. `undefined` where one of them is outside of that folder, for nobody knows what depends on it.
 *
 * @param content Absolute path of the content folder.
 * @param paths Absolute paths.
 */
export function changedWithin(content: string, paths: readonly string[]): ReadonlySet<string> | undefined {
  const root = realpathSync(content).normalize('NFC');
  const places = new RealPlaces();
  const changed = new Set<string>();
  for (const path of paths) {
    if (path.length > LONGEST) return undefined;
    for (const written of new Set([resolve(path), path])) {
      const place = places.of(written);
      if (place !== root && !place.startsWith(root + sep)) return undefined;
      changed.add(place);
    }
  }
  return changed;
}

/** Finds the places of many files, most of which share their folders with others. */
class RealPlaces {
  private readonly folders = new Map<string, string>();

  of(path: string): string {
    const stats = statIfThere(path);
    if (!stats?.isFile()) return realPathOf(path);
    const folder = dirname(path);
    const known = this.folders.get(folder) ?? realPathOf(folder);
    this.folders.set(folder, known);
    return join(known, basename(path)).normalize('NFC');
  }
}

/** No system has longer paths, in letters. */
const LONGEST = 32_767;

/** The path of a file without links, as far as it is there. `..` behind a link is where the system takes it to be. */
function realPathOf(path: string): string {
  const missing: string[] = [];
  for (let there = path; ; there = dirname(there)) {
    const real = tryRealPath(there);
    if (real !== undefined) return join(real, ...missing).normalize('NFC');
    if (dirname(there) === there) return resolve(path).normalize('NFC');
    missing.unshift(basename(there));
  }
}

function tryRealPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
