import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { normalText } from '../../disk/read-text.ts';

/** No file of the newsroom that is asked for has a longer text, in bytes. */
const MOST_BYTES = 2_000_000;

/** The text of a file of `content/` in a commit; undefined without git, or where it is not there. */
export function textIn(content: string, commit: string, path: string): string | undefined {
  const text = git(content, ['cat-file', 'blob', `${commit}:${nameOf(path)}`]);
  return text === undefined ? undefined : normalText(text);
}

/** The text of a file that is gone: as the last commit has it, or the one before it was taken out. */
export function lastText(content: string, path: string): string | undefined {
  const committed = textIn(content, 'HEAD', path);
  if (committed !== undefined) return committed;
  const removedBy = git(content, ['rev-list', '-1', 'HEAD', '--', nameOf(path)])?.trim();
  return removedBy ? textIn(content, `${removedBy}^`, path) : undefined;
}

/** Finds the commits that lines of a file of `content/` are from, by their numbers; of lines that are not committed there is none. */
export function commitsOfLines(content: string, path: string, lines: readonly number[]): ReadonlyMap<number, string> {
  const asked = lines.flatMap((line) => ['-L', `${line},${line}`]);
  const told = git(content, ['blame', '--porcelain', ...asked, '--', nameOf(path)]) ?? '';
  const commits = new Map<number, string>();
  for (const [, commit = '', line] of told.matchAll(/^([0-9a-f]{40,64}) \d+ (\d+)/gm)) {
    if (!/^0+$/.test(commit)) commits.set(Number(line), commit);
  }
  return commits;
}

/** From the content folder, so that no name is taken for an option. */
function nameOf(path: string): string {
  return `./${join('.', path.slice('content/'.length))}`;
}

function git(folder: string, args: readonly string[]): string | undefined {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: MOST_BYTES, timeout: 10_000 } as const;
  const { status, stdout } = spawnSync('git', [...args], options);
  return status === 0 ? stdout : undefined;
}
