import { lstatSync, type Stats } from 'node:fs';

/** What stands at a path of the output itself, if anything does: a link is not followed, for no build made it. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // A file stands where one of its folders should be.
    return undefined;
  }
}
