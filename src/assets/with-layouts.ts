import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { HAS_OWN_FOLDER, NEWSROOM, PROGRAM } from '../disk/project.ts';
import { makeTemporaryFolder } from '../disk/temporary-folder.ts';

/** What is bundled from files that lie side by side. */
const BUNDLED = ['layouts/styles', 'layouts/scripts'];

/**
 * Hands over the path of a folder `layouts/` in which each style and script is the newsroom's own, where it has one, and
 * otherwise Broadsheet's. Bundlers find what a file imports beside it.
 */
export function withLayouts<Result>(use: (layouts: string) => Result): Result {
  if (!HAS_OWN_FOLDER || !BUNDLED.some((path) => existsSync(join(NEWSROOM, path))))
    return use(join(PROGRAM, 'layouts'));
  const folder = makeTemporaryFolder('layouts');
  try {
    for (const path of BUNDLED) {
      for (const root of [NEWSROOM, PROGRAM])
        if (existsSync(join(root, path))) copyMissing(join(root, path), join(folder, path));
    }
    // Scripts of the search share the words of `src/`.
    symlinkSync(join(PROGRAM, 'src'), join(folder, 'src'), 'junction');
    return use(join(folder, 'layouts'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the files of a folder of which there is none of their name yet. Folders are made and not copied: where packages are protected, the copy of
 * a folder could not be removed again, and that of a file not be written over.
 */
function copyMissing(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  // Hidden ones are an editor's, which may be links that lead nowhere.
  for (const name of readdirSync(from).filter((name) => !name.startsWith('.'))) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) copyMissing(source, target);
    else if (!existsSync(target)) copyFileSync(source, target);
  }
}
