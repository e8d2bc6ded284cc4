import { causesOf } from '../../diagnostics/causes.ts';
import { UsageError } from '../arguments.ts';
import { describeFault } from './describe-fault.ts';
import { describeLayoutFault } from './layout-fault.ts';
import { tell } from '../output/terminal.ts';

/**
 * Runs a command, and tells what ends it: the exit code is 0 for good, 1 for errors in the content or in the newsroom's own layouts, directives,
 * rules and settings, 2 for wrong use, 3 for a fault of the program. `help` is the command that says what right use is.
 */
export async function exitCodeOf(run: () => Promise<number>, help: string): Promise<number> {
  try {
    return await run();
  } catch (fault) {
    if (fault instanceof UsageError) {
      tell(`${fault.message}\n  hint: ${fault.hint ?? help}\n`);
      return 2;
    }
    tell(`${describeFault(fault)}\n`);
    return isOfNewsroom(causesOf(fault)) ? 1 : 3;
  }
}

/** Names of faults of own directives and rules, of layouts, and of their styles and scripts. */
const OF_NEWSROOM = ['OwnFileFault', 'LayoutFault', 'AssetFault'];

/** Whether files of the newsroom's own are to blame, and not Broadsheet. */
function isOfNewsroom(faults: readonly Error[]): boolean {
  const isTold = faults.some(({ name }) => OF_NEWSROOM.includes(name));
  return isTold || describeLayoutFault(faults) !== undefined;
}
