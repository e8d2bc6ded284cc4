import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { quote } from '../../diagnostics/wording.ts';
import { UsageError } from '../arguments.ts';

/** What npm is asked for, and whether it is a file that lies outside the newsroom's folder, where no other machine finds it. */
export interface Source {
  readonly spec: string;
  readonly isElsewhere: boolean;
}

/**
 * Where a newsroom is to get Broadsheet from, as its package.json says it: a file or a folder that is there as `file:` with the path to it from
 * the newsroom; what is no path is npm's to understand (`^0.2.0`, `latest`, `github:owner/name`).
 *
 * @param from What was written.
 * @param folder Absolute path of the newsroom's folder, which need not be there.
 */
export function sourceOf(from: string, folder: string): Source {
  const written = from.trim();
  const path = written.replace(/^file:/, '');
  const file = resolve(path);
  if (path !== '' && existsSync(file)) {
    const way = relative(real(folder), realpathSync(file)).replaceAll(sep, '/');
    if (way === '')
      throw new UsageError(`Unexpected --from ${quote(from)}, expected another folder than that of the newsroom`);
    const isElsewhere = way.startsWith('../') || isAbsolute(way);
    return { spec: `file:${isElsewhere || way.startsWith('.') ? way : `./${way}`}`, isElsewhere };
  }
  if (path === '' || looksLikePath(written))
    throw new UsageError(
      `Unexpected --from ${quote(from)}, expected a file or a folder that is there, or what npm takes: a version, a tag, an address`,
    );
  return { spec: written.replace(/^broadsheet@/, ''), isElsewhere: false };
}

/** Whether a text can only have been meant for a path. */
function looksLikePath(written: string): boolean {
  return /^(?:file:|\.{0,2}[/\\]|~|[a-z]:[/\\])/i.test(written) || /^[^:]*\.(?:tgz|tar\.gz|tar)$/i.test(written);
}

/** A path without links in it; of one that is not there, as far as it is. */
function real(path: string): string {
  const parent = dirname(path);
  if (existsSync(path)) return realpathSync(path);
  return parent === path ? path : join(real(parent), basename(path));
}
