import { causesOf } from '../diagnostics/causes.ts';
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { PROJECT } from '../disk/project.ts';

/** What to do about the faults of a machine that a person can do something about, by the system's code. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on the disk, then build again',
  EDQUOT: 'make room on the disk, then build again',
  EROFS: 'choose an --output that can be written to',
  EACCES: 'give yourself the right to that path, or choose another --output',
  EPERM: 'give yourself the right to that path, or choose another --output',
  EMFILE: 'close other programs, or let more files be open at once (ulimit -n)',
  ERR_WORKER_OUT_OF_MEMORY: 'take fewer threads with --jobs 1, or a machine with more memory',
  ENOENT: 'see whether that path is there, and can be written to',
};

/** Says what went wrong when it was not the content: the machine, a layout, or Broadsheet itself. The output is as it was. */
export function describeFault(fault: unknown): string {
  const faults = causesOf(fault);
  const ofTheMachine = faults.find(isSystemFault);
  if (ofTheMachine) return describeSystemFault(ofTheMachine);
  const inmost = faults.at(-1);
  if (!inmost) return `Broadsheet met a fault: ${String(fault)}`;
  const messages = faults.slice(0, -1).map(({ message }) => message);
  return [
    'Broadsheet met a fault of its own, or of a layout; nothing was written:\n',
    ...messages,
    withSourcePlaces(inmost.stack ?? inmost.message),
  ].join('\n');
}

interface SystemFault extends Error {
  readonly code: string;
}

function isSystemFault(fault: Error): fault is SystemFault {
  if (!('code' in fault) || typeof fault.code !== 'string') return false;
  return 'syscall' in fault || fault.code in REMEDIES;
}

function describeSystemFault({ message, code }: SystemFault): string {
  const remedy = REMEDIES[code] ?? 'see whether the disk and the folders are as they should be';
  return `The machine would not do it; nothing was published: ${message}\n  hint: ${remedy}`;
}

const PLACE = /(\/[^\s()]*\/program\.cjs):(\d+):(\d+)/g;

/** Writes the places of the compiled program in a stack as those of the files that it was compiled from. */
function withSourcePlaces(stack: string): string {
  return stack.replace(PLACE, (place, file: string, line: string, column: string) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = relative(PROJECT, resolve(dirname(file), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  return maps.get(file);
}

function readMap(path: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
