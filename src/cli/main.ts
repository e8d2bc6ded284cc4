// cli/: one command a file: arguments in, exit code out.
// May import: domain, plan, diagnostics, time, validate, newsroom, baseline, disk, assets, build, preview, cli/import.

import { importOwnFiles } from '../build/program/own-files.ts';
import { nearest } from '../diagnostics/wording.ts';
import { demandSettings } from '../disk/layouts/settings-file.ts';
import { UsageError } from './arguments.ts';
import { exitCodeOf } from './faults/exit-code.ts';

/** A command: arguments in, exit code out. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each loads only what it needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build/build.ts')).build,
  check: async () => (await import('./check/check.ts')).check,
  eject: async () => (await import('./eject/eject.ts')).eject,
  import: async () => (await import('./import/import.ts')).importArchive,
  init: async () => (await import('./init/init.ts')).init,
  new: async () => (await import('./new/new.ts')).newStory,
  publish: async () => (await import('./publish/publish.ts')).publish,
  read: async () => (await import('./read.ts')).read,
  schema: async () => (await import('./reference/schema.ts')).schema,
  serve: async () => (await import('./serve.ts')).serve,
  'upgrade-notes': async () => (await import('./reference/upgrade-notes.ts')).upgradeNotes,
  withdraw: async () => (await import('./publish/withdraw.ts')).withdraw,
};

/** Those that publish, show or judge what files of a newsroom's own are a part of. */
const OF_NEWSROOM: ReadonlySet<string> = new Set(['build', 'check', 'publish', 'read', 'serve', 'withdraw']);

/** Runs a command line and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  process.exitCode = await exitCodeOf(() => run(args), 'npx broadsheet --help');
}

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const known = Object.keys(COMMANDS);
    const meant = nearest(name, known);
    throw new UsageError(
      `Unexpected command \`${name}\`, expected ${known.join(', ')}${meant ? `; did you mean \`${meant}\`?` : ''}`,
    );
  }
  if (OF_NEWSROOM.has(name)) demandSettings(process.cwd());
  const command = await load();
  await importOwnFiles();
  return command(args);
}
