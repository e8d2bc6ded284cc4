import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** How a command ended, and what it printed. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const SITE = 'title: The Harbour Ledger\nurl: https://ledger.example/\ntimeZone: Europe/London\n';

const folders = new Set<string>();

/** A folder with a newsroom in it; its path. */
export function aNewsroomOnDisk(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-cli-'));
  folders.add(folder);
  for (const [path, text] of Object.entries({ 'content/site.yaml': SITE, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export function removeNewsrooms(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

/** Runs the command line in a folder, in a process of its own. */
export function broadsheet(folder: string, ...args: readonly string[]): Ended {
  return run(folder, join(PROJECT, 'src/cli/broadsheet.js'), args);
}

/** Runs command lines in a folder, one after the other in one process: for what ends before it has done much. */
export function broadsheetForEach(folder: string, commands: readonly (readonly string[])[]): readonly Ended[] {
  const { status, stdout, stderr } = run(folder, join(import.meta.dirname, 'run-each.js'), [JSON.stringify(commands)]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly Ended[];
}

function run(folder: string, program: string, args: readonly string[]): Ended {
  // What vitest and its coverage ask of their own processes is none of the command's business.
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
