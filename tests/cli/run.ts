import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
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

/** Runs command lines in a folder, one after the other, in the process that stays. */
export async function broadsheetForEach(
  folder: string,
  commands: readonly (readonly string[])[],
): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const args of commands) ended.push(await broadsheetInResident(folder, ...args));
  return ended;
}

/** A process that stays, and runs command lines one after the other. */
export interface Resident {
  readonly run: (folder: string, ...args: readonly string[]) => Promise<Ended>;
  /** Waits until it has nothing to run. */
  readonly idle: () => Promise<unknown>;
  readonly end: () => void;
  /** Ends it in the midst of what it runs; the next command has another. */
  readonly kill: () => void;
}

/** A process that runs the program of a project; it is started when it is needed. */
export function aResident(project: string): Resident {
  let child: ChildProcess | undefined;
  let lastRun: Promise<unknown> = Promise.resolve();
  const run = (folder: string, ...args: readonly string[]): Promise<Ended> => {
    const ended = lastRun.then(() => {
      child ??= startResident(project).once('exit', () => {
        child = undefined;
      });
      return ask(child, { folder, args });
    });
    lastRun = ended.catch(() => {});
    return ended;
  };
  return { run, idle: () => lastRun, end: () => child?.disconnect(), kill: () => child?.kill('SIGKILL') };
}

const ours = aResident(PROJECT);

/**
 * Runs the command line in a folder, in a process that stays for the next one: for tests of what many runs leave on disk,
 * where starting a process takes most of the time.
 */
export function broadsheetInResident(folder: string, ...args: readonly string[]): Promise<Ended> {
  return ours.run(folder, ...args);
}

/** How a command ends that may never end: then the process that stays is ended, and the next command has another. */
export async function broadsheetWithin(
  milliseconds: number,
  folder: string,
  ...args: readonly string[]
): Promise<string> {
  await ours.idle();
  const running = broadsheetInResident(folder, ...args);
  let isLate = false;
  const watch = setTimeout(() => {
    isLate = true;
    ours.kill();
  }, milliseconds);
  const end = await running.then(
    ({ status }) => `ended with ${status}`,
    (fault: Error) => (isLate ? `did not end within ${milliseconds} ms` : fault.message),
  );
  clearTimeout(watch);
  return end;
}

function startResident(project: string): ChildProcess {
  const started = fork(join(import.meta.dirname, 'resident-program.js'), [project], { env: environment() });
  // It ends with this process, and does not keep it.
  started.unref();
  started.channel?.unref();
  return started;
}

function ask(program: ChildProcess, message: object): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const onMessage = (ended: unknown): void => settle(() => resolve(ended as Ended));
    const onExit = (code: number | null): void => settle(() => reject(new Error(`The program ended with ${code}`)));
    const settle = (tell: () => void): void => {
      program.off('message', onMessage).off('exit', onExit);
      program.channel?.unref();
      tell();
    };
    program.on('message', onMessage).on('exit', onExit);
    program.channel?.ref();
    program.send(message);
  });
}

function run(folder: string, program: string, args: readonly string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs the command line in a folder while others run. */
export function broadsheetAtOnce(folder: string, ...args: readonly string[]): Promise<Ended> {
  return broadsheetBehind([], folder, ...args);
}

/** The same, with words for Node.js before the program. */
export async function broadsheetBehind(
  words: readonly string[],
  folder: string,
  ...args: readonly string[]
): Promise<Ended> {
  const program = join(PROJECT, 'src/cli/broadsheet.js');
  const child = spawn(process.execPath, [...words, program, ...args], { cwd: folder, env: environment() });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: status as number | null, stdout, stderr };
}

/** What vitest and its coverage ask of their own processes is none of the command's business. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  return env;
}
