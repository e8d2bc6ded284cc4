/**
 * What a fault of the system means, and what a person can do about it.
 *
 * @typedef {{
 *   readonly what: string,
 *   readonly hint: string,
 * }} Remedy What is the matter, as the words before a path; and what to do.
 */

const FULL_DISK = 'make room on the disk, then run the command again';
const OTHER_FOLDER = 'choose another folder with --output or --cache';
const NO_RIGHT = {
  what: 'This user has no right to read or change',
  hint: `ask whoever looks after this computer for that right, or ${OTHER_FOLDER}`,
};
const TOO_MANY_FILES = {
  what: 'Too many files are open at once on this computer, so it did not open',
  hint: 'close other programs, then run the command again; `ulimit -n 4096` before it allows more files',
};
const OF_ANOTHER_KIND = {
  what: 'There is a file where a folder is needed, or a folder in place of a file:',
  hint: `move it away or rename it, or ${OTHER_FOLDER}`,
};

/** The code of a fault that no path has to do with. */
export const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * By the system's code.
 *
 * @type {Readonly<Record<string, Remedy>>}
 */
export const REMEDIES = {
  ENOSPC: { what: 'The disk is full; there was no room for', hint: FULL_DISK },
  EDQUOT: { what: 'Your share of the disk is used up; there was no room for', hint: FULL_DISK },
  EROFS: { what: 'The disk can be read but not written to, which is needed for', hint: OTHER_FOLDER },
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  ENOTDIR: OF_ANOTHER_KIND,
  EISDIR: OF_ANOTHER_KIND,
  EEXIST: OF_ANOTHER_KIND,
  ENOTEMPTY: OF_ANOTHER_KIND,
  ENOENT: {
    what: 'There is no such file or folder any more:',
    hint: 'see whether it was moved, renamed or deleted, then run the command again',
  },
  EBUSY: { what: 'Another program is using', hint: 'close that program, then run the command again' },
  EIO: {
    what: 'The disk does not answer, and may be failing; it was asked for',
    hint: 'see whether the disk is connected, and copy your work to another one',
  },
  ENAMETOOLONG: { what: 'The name is longer than this disk allows:', hint: 'shorten the name of the file or its slug' },
  [OUT_OF_MEMORY]: {
    what: 'There is not enough memory',
    hint: 'close other programs, or do less at once with --jobs 1',
  },
};

/** @type {Remedy} */
export const OTHERWISE = {
  what: 'The computer could not read or write',
  hint: 'see whether the disk is connected and has room, then run the command again',
};
