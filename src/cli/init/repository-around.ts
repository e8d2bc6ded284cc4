import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the git repository that another folder lies in, if that is no repository itself. Whoever has no git may have one: what tells is the
 * folder `.git`, or a file of that name in a working tree or a submodule.
 *
 * @param folder Absolute path.
 */
export function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return undefined;
  const parent = dirname(folder);
  if (parent === folder) return undefined;
  return existsSync(join(parent, '.git')) ? parent : repositoryAround(parent);
}
