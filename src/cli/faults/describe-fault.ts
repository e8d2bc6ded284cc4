import { causesOf } from '../../diagnostics/causes.ts';
import { quote, visible } from '../../diagnostics/wording.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { pinpoint } from '../../diagnostics/pinpoint.ts';
import { printReport } from '../../diagnostics/print-report.ts';
import { hostname, tmpdir } from 'node:os';
import { sep } from 'node:path';
import { withSourcePlaces } from '../../build/program/source-places.ts';
import { layoutText } from '../../disk/layouts/templates.ts';
import type { LockWait } from '../../disk/lock.ts';
import { NO_TEMPORARY, TEMPORARY_HINT } from '../../disk/temporary.js';
import { describeLayoutFault } from './layout-fault.ts';
import { OTHERWISE, OUT_OF_MEMORY, REMEDIES } from './remedies.js';

/** Says what went wrong when it was not the content: the machine, a layout, or Broadsheet itself. The output is as it was. */
export function describeFault(fault: unknown): string {
  const faults = causesOf(fault);
  const ofTemporary = faults.find(({ name }) => name === NO_TEMPORARY);
  const ofTheMachine = faults.find(isSystemFault);
  if (ofTemporary) {
    const said = ofTheMachine ? `\n  The system says: ${visible(ofTheMachine.message)}` : '';
    return `${visible(ofTemporary.message)}; nothing was published.\n  hint: ${TEMPORARY_HINT}${said}`;
  }
  if (ofTheMachine) {
    const { what, hint } = remedyOf(ofTheMachine);
    return `${what}; nothing was published.\n  hint: ${hint}\n  The system says: ${visible(ofTheMachine.message)}`;
  }
  const ofOwnFile = faults.find(({ name }) => name === 'OwnFileFault' || name === 'AssetFault');
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
  /** Where it was to be copied or moved to. */
  readonly dest?: unknown;
}

function isSystemFault(fault: Error): fault is SystemFault {
  if (!('code' in fault) || typeof fault.code !== 'string') return false;
  return 'syscall' in fault || fault.code in REMEDIES;
}

/** Codes that say something of the place that is written to. */
const OF_TARGET: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

/** What is the matter with which path, and what to do. */
function remedyOf({ code, path: named, dest }: SystemFault): (typeof REMEDIES)[string] {
  // Of what is copied, the copy has no room.
  const path = OF_TARGET.has(code) ? (dest ?? named) : named;
  const { what, hint } = REMEDIES[code] ?? OTHERWISE;
  if (code === OUT_OF_MEMORY) return { what, hint };
  if (typeof path !== 'string') return { what: `${what} a file`, hint };
  const isTemporary = path.startsWith(tmpdir() + sep);
  return { what: `${what} ${quote(path)}`, hint: isTemporary ? `${hint}; or ${TEMPORARY_HINT}` : hint };
}
