import { execFile } from 'node:child_process';

/** How a command of git ended. */
export interface GitEnd {
  /** 0 where it did what was asked; `undefined` where there is no git. */
  readonly code: number | undefined;
  readonly bytes: Buffer;
  /** {@link bytes} as UTF-8. */
  readonly stdout: string;
  /** What it said, and what hooks and remotes said. */
  readonly stderr: string;
  /** Whether it was ended because it took too long. */
  readonly isLate: boolean;
}

/** How git is run. */
export interface GitRun {
  /** What it reads. */
  readonly input?: string | Buffer;
  /** After how many milliseconds it is ended. */
  readonly limit?: number;
}

/** More than git says of a hundred thousand files. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Longer than any hook or push that somebody would wait for; in milliseconds. */
const LONGEST = 15 * 60_000;
/** How long git, told to end, may take to clear up. What it has started may go on, and is not waited for. */
const CLEARING_UP = 2_000;

/** What of the surroundings would lead git to another repository than that of the folder, or have it take paths for patterns or not. */
const LEADS_ELSEWHERE = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_NAMESPACE'],
  ...['GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'],
];

/** A path as git takes it for itself, whatever signs are in it. It stands behind `--`. */
export function literal(path: string): string {
  return `:(literal)${path}`;
}

/**
 * Runs git in a folder: without a shell, in English, and without ever waiting for an answer: where it would ask for a password, it
 * fails. It is ended where it takes too long.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  { input = '', limit = LONGEST }: GitRun = {},
): Promise<GitEnd> {
  return new Promise((resolve) => {
    let isLate = false;
    const timers: NodeJS.Timeout[] = [];
    const child = execFile(
      'git',
      [...args],
      { cwd: folder, env: environment(), maxBuffer: MOST_BYTES, encoding: 'buffer', windowsHide: true },
      (fault, bytes, said) => {
        for (const timer of timers) clearTimeout(timer);
        const stderr = [said.toString('utf8'), ...(isLate ? [tooLong(limit)] : [])].join('\n').trim();
        const end = { bytes, stdout: bytes.toString('utf8'), stderr, isLate };
        if (!fault) resolve({ ...end, code: isLate ? 128 : 0 });
        else if (typeof fault.code === 'number') resolve({ ...end, code: fault.code });
        // It was not there, or a signal ended it.
        else resolve({ ...end, code: fault.signal || isLate ? 128 : undefined, stderr: stderr || fault.message });
      },
    );
    const end = (): void => {
      isLate = true;
      child.kill();
      timers.push(setTimeout(letGo, CLEARING_UP));
    };
    const letGo = (): void => {
      child.kill('SIGKILL');
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
    };
    timers.push(setTimeout(end, limit));
    // Git may end before it has read everything.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function tooLong(limit: number): string {
  return `git was ended: it had taken longer than ${limit < 60_000 ? `${limit / 1000} s` : `${limit / 60_000} min`}`;
}

/** The output of a command without the end of its last line; `undefined` where it failed. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await runGit(folder, args);
  return code === 0 ? stdout.replace(/\r?\n$/, '') : undefined;
}

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of LEADS_ELSEWHERE) delete env[name];
  return {
    ...env,
    LC_ALL: 'C.UTF-8',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: env['GIT_ASKPASS'] ?? '',
  };
}

/** Settings with which ssh asks nothing either, unless somebody has said how to call it. */
export async function silentSsh(folder: string): Promise<readonly string[]> {
  const isSaid = [
    process.env['GIT_SSH_COMMAND'],
    process.env['GIT_SSH'],
    await askGit(folder, ['config', 'core.sshCommand']),
  ];
  return isSaid.every((value) => value === undefined) ? ['-c', 'core.sshCommand=ssh -o BatchMode=yes'] : [];
}
