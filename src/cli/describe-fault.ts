import { causesOf } from '../diagnostics/causes.ts';
import { withSourcePlaces } from './source-places.ts';

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
