import { Script } from 'node:vm';

/** How long a file of the newsroom's own may take over one story, in milliseconds: machines may be slow, and doing other things. */
export const TIME_LIMIT = 10_000;

/** What {@link withinTime} ran took too long, and was ended. */
export class TimeLimitFault extends Error {
  override readonly name = 'TimeLimitFault';
}

const SLOT = Symbol.for('broadsheet.within-time');
const script = new Script(`globalThis[Symbol.for('broadsheet.within-time')]()`);

/**
 * Does something that may never end, and ends it after a time: nothing but V8 can stop a loop, and that only of what a script has begun.
 *
 * @throws {TimeLimitFault}
 */
export function withinTime<Result>(act: () => Result, timeout = TIME_LIMIT): Result {
  const before: unknown = Reflect.get(globalThis, SLOT);
  Reflect.set(globalThis, SLOT, act);
  try {
    return script.runInThisContext({ timeout }) as Result;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw fault;
    throw new TimeLimitFault(`It took over ${timeout / 1000} seconds`, { cause: fault });
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, SLOT);
    else Reflect.set(globalThis, SLOT, before);
  }
}
