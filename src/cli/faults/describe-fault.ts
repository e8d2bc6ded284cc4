import { causesOf } from '../../diagnostics/causes.ts';
import { quote, visible } from '../../diagnostics/wording.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { pinpoint } from '../../diagnostics/pinpoint.ts';
import { printReport } from '../../diagnostics/print-report.ts';
import { hostname } from 'node:os';
import { withSourcePlaces } from '../../build/program/source-places.ts';
import { layoutText } from '../../disk/layouts/templates.ts';
import type { LockWait } from '../../disk/lock.ts';
import { describeLayoutFault } from './layout-fault.ts';

/** What a fault of the system means, and what a person can do about it. */
interface Remedy {
  /** What is the matter, as the words before a path. */
  readonly what: string;
  readonly hint: string;
}

const FULL_DISK = 'make room on the disk, then run the command again';
const OTHER_FOLDER = 'choose another folder with --output or --cache';
const NO_RIGHT: Remedy = {
  what: 'This user has no right to read or change',
  hint: `ask whoever looks after this computer for that right, or ${OTHER_FOLDER}`,
};
const TOO_MANY_FILES: Remedy = {
  what: 'Too many files are open at once on this computer, so it did not open',
  hint: 'close other programs, then run the command again; `ulimit -n 4096` before it allows more files',
};
const OF_ANOTHER_KIND: Remedy = {
  what: 'There is a file where a folder is needed, or a folder in place of a file:',
  hint: `move it away or rename it, or ${OTHER_FOLDER}`,
};

/** By the system's code. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  ENOSPC: { what: 'The disk is full; there was no room for', hint: FULL_DISK },
  EDQUOT: { what: 'Your share of the disk is used up; there was no room for', hint: FULL_DISK },
  EROFS: { what: 'The disk can be read but not written to, which is needed for', hint: OTHER_FOLDER },
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  ENOTDIR: OF_ANOTHER_KIND,
  EISDIR: OF_ANOTHER_KIND,
  EEXIST: OF_ANOTHER_KIND,
  ENOTEMPTY: OF_ANOTHER_KIND,
  ENOENT: {
    what: 'There is no such file or folder any more:',
    hint: 'see whether it was moved, renamed or deleted, then run the command again',
  },
  EBUSY: { what: 'Another program is using', hint: 'close that program, then run the command again' },
  EIO: {
    what: 'The disk does not answer, and may be failing; it was asked for',
    hint: 'see whether the disk is connected, and copy your work to another one',
  },
  ENAMETOOLONG: { what: 'The name is longer than this disk allows:', hint: 'shorten the name of the file or its slug' },
  ERR_WORKER_OUT_OF_MEMORY: {
    what: 'There is not enough memory',
    hint: 'close other programs, or do less at once with --jobs 1',
  },
};

const OTHERWISE: Remedy = {
  what: 'The computer could not read or write',
  hint: 'see whether the disk is connected and has room, then run the command again',
};

/** Says what went wrong when it was not the content: the machine, a layout, or Broadsheet itself. The output is as it was. */
export function describeFault(fault: unknown): string {
  const faults = causesOf(fault);
  const ofTheMachine = faults.find(isSystemFault);
  if (ofTheMachine) {
    const { what, hint } = remedyOf(ofTheMachine);
    return `${what}; nothing was published.\n  hint: ${hint}\n  The system says: ${visible(ofTheMachine.message)}`;
  }
  const ofStyles = faults.find(({ name }) => name === 'StylesheetFault');
  if (ofStyles) return `${visible(ofStyles.message)}\nNothing was published.`;
  const ofOwnFile = faults.find(({ name }) => name === 'OwnFileFault');
  if (ofOwnFile) return `${ofOwnFile.message.split('\n').map(visible).join('\n')}\nNothing was published.`;
  const ofLayouts = faults.find(({ name }) => name === 'LayoutFault');
  if (ofLayouts) return `${ofLayouts.message}\nNothing was published.`;
  const { finding } = (faults.find((one) => 'finding' in one) ?? {}) as { readonly finding?: Finding };
  if (finding) return printReport(pinpoint([finding], { textOf: layoutText, standards: {}, dateOf: () => undefined }));
  const ofLayout = describeLayoutFault(faults);
  if (ofLayout !== undefined) return ofLayout;
  const inmost = faults.at(-1);
  if (!inmost) return `Broadsheet failed: ${String(fault)}`;
  const messages = faults.slice(0, -1).map(({ message }) => message);
  return [
    'Broadsheet or one of its layouts failed, which no story is to blame for; nothing was published.',
    '  hint: show the lines below to whoever looks after the layouts, or report them',
    '',
    ...messages,
    withSourcePlaces(inmost.stack ?? inmost.message),
  ].join('\n');
}

/** What is the matter when nothing can be kept for later, and what to do. The rest goes on. */
export function describeUnkept(fault: Error): { readonly what: string; readonly hint: string } {
  const { what } = isSystemFault(fault) ? remedyOf(fault) : { what: fault.message };
  return { what, hint: 'choose another folder with --cache' };
}

/** What this waits for, and what to do if that never comes. */
export function describeWait({ path, holder }: LockWait): string {
  const isHere = holder?.host === hostname();
  const where = holder && !isHere ? `, on \`${visible(holder.host)}\`` : '';
  const who = holder ? `another build to end (process ${holder.process}${where})` : 'another build to end';
  return `Waiting for ${who} …\n  hint: if none runs, remove ${quote(path)}`;
}

interface SystemFault extends Error {
  readonly code: string;
  readonly path?: unknown;
}

function isSystemFault(fault: Error): fault is SystemFault {
  if (!('code' in fault) || typeof fault.code !== 'string') return false;
  return 'syscall' in fault || fault.code in REMEDIES;
}

/** What is the matter with which path. */
function remedyOf({ code, path }: SystemFault): Remedy {
  const { what, hint } = REMEDIES[code] ?? OTHERWISE;
  const isOfPath = code !== 'ERR_WORKER_OUT_OF_MEMORY';
  const named = typeof path === 'string' ? quote(path) : 'a file';
  return { what: isOfPath ? `${what} ${named}` : what, hint };
}
