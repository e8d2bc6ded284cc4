import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Paths of folders. */
interface Folders {
  readonly full: string;
  readonly away: string;
  readonly kept: string;
}

type Fill = (folders: Folders) => Promise<void> | void;

/** Tests that run at once share one. */
const folders = new Map<string, Promise<string>>();

/**
 * The path of a folder that is filled once and kept for later runs, in `~/.cache/broadsheet/engines` or where
 * `BROADSHEET_ENGINES` says. It is filled aside and put in place whole, so two runs may do that at once.
 *
 * @param name Says what is in it, with a version.
 * @param fill Fills the folder `full`, which comes to lie at `kept`; what it leaves in `away` is thrown away.
 */
export function keptFolder(name: string, fill: Fill): Promise<string> {
  const known = folders.get(name) ?? findOrFill(name, fill);
  folders.set(name, known);
  return known;
}

async function findOrFill(name: string, fill: Fill): Promise<string> {
  const home = process.env['BROADSHEET_ENGINES'] ?? join(homedir(), '.cache/broadsheet/engines');
  const kept = join(home, name);
  if (existsSync(kept)) return kept;
  mkdirSync(home, { recursive: true });
  const aside = mkdtempSync(join(home, '.aside-'));
  try {
    const [full, away] = [join(aside, 'full'), join(aside, 'away')];
    mkdirSync(full);
    mkdirSync(away);
    await fill({ full, away, kept });
    putInPlace(full, kept);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return kept;
}

/** Another run may have put the same in place meanwhile. */
function putInPlace(full: string, kept: string): void {
  try {
    renameSync(full, kept);
  } catch (fault) {
    if (!existsSync(kept)) throw fault;
  }
}
