import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const running = new Set<ServeCommand>();

/** `broadsheet serve`, running in a folder. */
export class ServeCommand {
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private printed = '';

  constructor(folder: string, args: readonly string[] = [], project = PROJECT) {
    // What vitest and its coverage ask of their own processes is none of the command's business.
    const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
    const command = join(project, 'src/cli/broadsheet.js');
    this.child = spawn(process.execPath, [command, 'serve', ...args], { cwd: folder, env });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
      });
    }
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
    running.add(this);
  }

  /** All that was printed so far, on both streams. */
  get output(): string {
    return this.printed;
  }

  /** Waits until something was printed so many times; fails if the command ends before. */
  async says(text: string, times = 1): Promise<void> {
    let isRunning = true;
    void this.ended.then(() => {
      isRunning = false;
    });
    while (this.printed.split(text).length <= times) {
      if (!isRunning) throw new Error(`The command ended, and said:\n${this.printed}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The address of the preview, with a slash at the end, once it is there. */
  async address(): Promise<string> {
    await this.says('Preview: http');
    await this.says('(Ctrl-C ends it)');
    return /Preview: (\S+)/.exec(this.printed)?.[1] ?? '';
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal);
    running.delete(this);
    return this.ended;
  }
}

export async function stopServing(): Promise<void> {
  await Promise.all([...running].map((command) => command.stop()));
}
