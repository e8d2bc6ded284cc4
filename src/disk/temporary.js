import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name of the fault of a machine that has no place for temporary folders. */
export const NO_TEMPORARY = 'TemporaryFolderFault';

/** Nowhere can a folder be made for what is needed for a moment. Its cause is what the system said of the first place. */
class TemporaryFolderFault extends Error {
  name = NO_TEMPORARY;

  /**
   * @param {readonly string[]} places
   * @param {unknown} cause
   */
  constructor(places, cause) {
    const tried = places.map((place) => `\`${place}\``).join(' or ');
    super(`No folder for what is needed for a moment could be made in ${tried}`, { cause });
  }
}

/** What to do where there is none. */
export const TEMPORARY_HINT = 'set TMPDIR to a folder that this user can write to and that has room';

/**
 * Makes a folder for what is needed for a moment, where the system has a place for such; where that cannot be written, is not there or is full,
 * in the first of other folders in which it can be made.
 *
 * @param {string} prefix What its name begins with.
 * @param {readonly string[]} others Absolute paths of folders, which are made if they are not there.
 * @returns {string} Absolute path.
 */
export function makeTemporary(prefix, others) {
  const places = [tmpdir(), ...others];
  /** @type {unknown} */
  let first;
  // A full one is better than none: what is needed may be little.
  for (const place of [...places.filter((one) => !isFull(one)), ...places.filter(isFull)]) {
    try {
      if (place !== places[0]) mkdirSync(place, { recursive: true });
      return mkdtempSync(join(place, prefix));
    } catch (fault) {
      first ??= fault;
    }
  }
  throw new TemporaryFolderFault(places, first);
}

/** In bytes. Folders can be made where no file has room any more; the compiled program alone takes a third of this. */
const LEAST_ROOM = 2 ** 24;

/**
 * Whether a file system says that there is as good as no room; some say nothing.
 *
 * @param {string} place
 */
function isFull(place) {
  try {
    const { blocks, bavail, bsize } = statfsSync(place);
    return blocks > 0 && bavail * bsize < LEAST_ROOM;
  } catch {
    return false;
  }
}
