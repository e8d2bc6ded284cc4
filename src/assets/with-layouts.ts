import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HAS_OWN_FOLDER, NEWSROOM, PROGRAM } from '../disk/project.ts';

/** What is bundled from files that lie side by side. */
const BUNDLED = ['layouts/styles', 'layouts/scripts'];

/**
 * Hands over the path of a folder `layouts/` in which each style and script is the newsroom's own, where it has one, and
 * otherwise Broadsheet's. Bundlers find what a file imports beside it.
 */
export function withLayouts<Result>(use: (layouts: string) => Result): Result {
  if (!HAS_OWN_FOLDER || !BUNDLED.some((path) => existsSync(join(NEWSROOM, path))))
    return use(join(PROGRAM, 'layouts'));
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-layouts-'));
  try {
    for (const path of BUNDLED) {
      for (const root of [PROGRAM, NEWSROOM]) {
        if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
      }
    }
    // Scripts of the search share the words of `src/`.
    symlinkSync(join(PROGRAM, 'src'), join(folder, 'src'), 'junction');
    return use(join(folder, 'layouts'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
