import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import type { Command } from '../sites/program.ts';

/** What a command took. */
export interface Measured {
  /** It was stopped when it had taken as long as it may, or it failed. */
  readonly end: 'done' | 'stopped' | 'failed';
  readonly seconds: number;
  /** Processor time of it and all that it started, in seconds. */
  readonly cpu: number;
  /** The most memory that it and all that it started held at once, in bytes. */
  readonly memory: number;
  /** Processor time that the rest of the machine took meanwhile, in seconds: where it is not near 0, `seconds` means little. */
  readonly others: number;
}

const EVERY = 20;
const LOOKS_PER_TREE = 5;

/**
 * Runs a command and measures it, by `/proc` (Linux only). Its memory is looked at every 20 ms: of one process the peak that
 * the kernel keeps (`VmHWM`), of several the largest sum of what they held at the same moment (`VmRSS`). What it prints goes
 * to two files. After `limit` seconds it is stopped.
 */
export async function measure(
  { file, args, folder }: Command,
  { limit, stdout, stderr }: { readonly limit: number; readonly stdout: string; readonly stderr: string },
): Promise<Measured> {
  const files = [openSync(stdout, 'w'), openSync(stderr, 'w')] as const;
  const before = { children: cpuOfChildren(), machine: cpuOfMachine(), own: process.cpuUsage() };
  const started = performance.now();
  const child = spawn(file, args, { cwd: folder, stdio: ['ignore', ...files] });
  const memory = watchMemory(child.pid);
  let isStopped = false;
  const timer = setTimeout(() => {
    isStopped = true;
    stop(child.pid);
  }, limit * 1000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  }).finally(() => {
    clearTimeout(timer);
    memory.stop();
    files.forEach(closeSync);
  });
  const seconds = (performance.now() - started) / 1000;
  const cpu = cpuOfChildren() - before.children;
  const own = process.cpuUsage(before.own);
  const others = Math.max(0, cpuOfMachine() - before.machine - cpu - (own.user + own.system) / 1e6);
  const end = isStopped ? 'stopped' : code === 0 ? 'done' : 'failed';
  return { end, seconds, cpu, memory: memory.peak(), others };
}

/** Ends a process and all that it started. */
function stop(root: number | undefined): void {
  if (root === undefined) return;
  for (const id of processTree(root)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

function watchMemory(root: number | undefined): { readonly stop: () => void; readonly peak: () => number } {
  if (root === undefined) return { stop: () => {}, peak: () => 0 };
  let tree: readonly number[] = [root];
  let looks = 0;
  let peak = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks % LOOKS_PER_TREE === 0) tree = processTree(root);
    const held = tree.map(memoryOf);
    peak = Math.max(peak, ...held.map(({ most }) => most), sum(held.map(({ now }) => now)));
  }, EVERY);
  return { stop: () => clearInterval(timer), peak: () => peak };
}

/** What a process holds and the most that it ever held, in bytes; nothing once it has ended. */
function memoryOf(id: number): { readonly now: number; readonly most: number } {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const read = (field: string): number =>
      Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return { now: 0, most: 0 };
  }
}

/** User and system time of all children that have ended (proc(5): `cutime` and `cstime`), in seconds. */
function cpuOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return inSeconds([fields[13], fields[14]]);
}

/** Time that the machine's processors did not idle, since it started: user, nice, system, interrupts, stolen. */
function cpuOfMachine(): number {
  const [user, nice, system, , , hard, soft, stolen] = readFileSync('/proc/stat', 'utf8')
    .replace(/^cpu +/, '')
    .split(/\s+/);
  return inSeconds([user, nice, system, hard, soft, stolen]);
}

/** The kernel counts in hundredths, whatever its clock (`USER_HZ`). */
function inSeconds(ticks: readonly (string | undefined)[]): number {
  return sum(ticks.map(Number)) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The ids of a process and of all that it started and that still run, from `/proc` (proc(5)). */
function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    const parent = Number.isNaN(id) ? undefined : parentOf(id);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const tree = [root];
  for (let index = 0; index < tree.length; index += 1) tree.push(...(children.get(tree[index] ?? 0) ?? []));
  return tree;
}

/** The name before it, in brackets, may hold anything. */
function parentOf(id: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
