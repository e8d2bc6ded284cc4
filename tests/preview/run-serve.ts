import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const running = new Set<Served>();

/** A command that goes on, and what it printed on both streams. */
abstract class Served {
  abstract readonly ended: Promise<number | null>;
  private printed = '';

  constructor() {
    running.add(this);
  }

  /** All that was printed so far. */
  get output(): string {
    return this.printed;
  }

  protected hear(text: string): void {
    this.printed += text;
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
    running.delete(this);
    await this.end(signal);
    return this.ended;
  }

  protected abstract end(signal: NodeJS.Signals): Promise<void>;
}

/** A command that goes on until it is stopped, running in a folder, in a process of its own. */
export class StayingCommand extends Served {
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(folder: string, args: readonly string[], project = PROJECT) {
    super();
    const command = join(project, 'src/cli/broadsheet.js');
    this.child = spawn(process.execPath, [command, ...args], { cwd: folder, env: environment() });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    }
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  protected async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
  }
}

/** `broadsheet serve`, running in a folder, in a process of its own. */
export class ServeCommand extends StayingCommand {
  constructor(folder: string, args: readonly string[] = [], project = PROJECT) {
    super(folder, ['serve', ...args], project);
  }
}

let resident: ChildProcess | undefined;

/**
 * `broadsheet serve`, running in a folder, in a process that stays for the next one: for tests of what is served, where starting a
 * process takes most of the time. One runs at a time.
 */
export class ResidentServe extends Served {
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private isOver = false;

  constructor(folder: string, args: readonly string[] = []) {
    super();
    resident ??= fork(join(import.meta.dirname, 'resident-serve.js'), { env: environment() });
    const child = resident;
    this.child = child;
    child.ref();
    child.channel?.ref();
    this.ended = new Promise((resolve, reject) => {
      const onMessage = (message: unknown): void => {
        const { printed, ...others } = message as { readonly printed?: string; readonly ended?: number | null };
        if (printed !== undefined) this.hear(printed);
        if (!('ended' in others)) return;
        settle();
        resolve(others.ended ?? null);
      };
      const onExit = (code: number | null): void => {
        resident = undefined;
        settle();
        reject(new Error(`The process ended with ${code}, and said:\n${this.output}`));
      };
      const settle = (): void => {
        this.isOver = true;
        child.off('message', onMessage).off('exit', onExit);
        // It ends with this process, and does not keep it.
        child.unref();
        child.channel?.unref();
      };
      child.on('message', onMessage).on('exit', onExit);
    });
    child.send({ folder, args });
  }

  protected async end(): Promise<void> {
    // Before it listens it would end its process.
    await Promise.race([this.address(), this.ended]).catch(() => {});
    if (!this.isOver) this.child.send({ stop: true });
  }
}

export async function stopServing(): Promise<void> {
  await Promise.all([...running].map((command) => command.stop()));
}

/** What vitest and its coverage ask of their own processes is none of the command's business. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  return env;
}
