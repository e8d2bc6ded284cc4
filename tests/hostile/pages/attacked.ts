import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ended } from '../../cli/run.ts';

/** How a command ended, and what it did to the process that it ran in. */
export interface AttackEnded extends Ended {
  /** Whether all objects of the process inherit something that they did not before. */
  readonly isPolluted: boolean;
  /** Whether what stood in a text was run. */
  readonly hasRun: boolean;
}

/** The program in a process of its own, for one command after the other. */
export class Attacked {
  private process: ChildProcess | undefined;

  async run(folder: string, ...args: readonly string[]): Promise<AttackEnded> {
    this.process ??= fork(join(import.meta.dirname, 'attacked-program.js'), {
      // A process that runs TypeScript imports templates in another way.
      execArgv: [],
      env: environment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const program = this.process;
    const answered = new AbortController();
    const { signal } = answered;
    const exit = once(program, 'exit', { signal }).then(([code]) => ({ status: Number(code), stdout: '', stderr: '' }));
    const answer = once(program, 'message', { signal }).then(([ended]) => ended as AttackEnded);
    program.send({ folder, args });
    const ended = { isPolluted: false, hasRun: false, ...(await Promise.race([answer, exit])) };
    for (const waiting of [exit, answer]) waiting.catch(() => {});
    answered.abort();
    // What is polluted would be so for the next command too.
    if (ended.isPolluted || ended.hasRun || program.exitCode !== null) this.end();
    return ended;
  }

  end(): void {
    this.process?.kill();
    this.process = undefined;
  }
}

/** What vitest and its coverage ask of their own processes is none of the command's business. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  return env;
}
