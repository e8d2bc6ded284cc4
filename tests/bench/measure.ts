import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a command took. */
export interface Measured {
  readonly seconds: number;
  /** Processor time of it and all that it started, in seconds. */
  readonly cpu: number;
  /** The most memory that it held at once, in bytes. */
  readonly memory: number;
}

const EVERY = 20;

/** Runs a command and measures it. Its peak memory is the kernel's own (`VmHWM`), asked for every 20 ms. Linux only. */
export async function measure(command: string, args: readonly string[]): Promise<Measured> {
  const before = cpuOfChildren();
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid));
  }, EVERY);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}`);
  return { seconds, cpu: cpuOfChildren() - before, memory };
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** User and system time of all children that have ended, in seconds (proc(5): `cutime` and `cstime`, in ticks of 10 ms). */
function cpuOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** How many files a folder holds, at any depth. */
export function countFiles(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (count, entry) => count + (entry.isDirectory() ? countFiles(join(folder, entry.name)) : 1),
    0,
  );
}
