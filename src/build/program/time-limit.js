import { Script } from 'node:vm';

/** How long files of the newsroom's own may take over one story or page, in milliseconds: machines may be slow, and doing other things. */
export const TIME_LIMIT = 10_000;

/** What {@link withinTime} ran took too long, and was ended. */
export class TimeLimitFault extends Error {
  name = 'TimeLimitFault';
}

const SLOT = Symbol.for('broadsheet.within-time');
const script = new Script(`globalThis[Symbol.for('broadsheet.within-time')]()`);

/**
 * Does something that may never end, and ends it after a time: nothing but V8 can stop a loop, and that only of what a script has begun.
 *
 * @template Result
 * @param {() => Result} act
 * @returns {Result}
 * @throws {TimeLimitFault}
 */
export function withinTime(act, timeout = TIME_LIMIT) {
  /** @type {unknown} */
  const before = Reflect.get(globalThis, SLOT);
  Reflect.set(globalThis, SLOT, act);
  try {
    // Node.js would write the line of the program into the stack of what is thrown, which is compiled and long.
    return script.runInThisContext({ timeout, displayErrors: false });
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw fault;
    throw new TimeLimitFault(`It took over ${timeout / 1000} seconds`, { cause: fault });
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, SLOT);
    else Reflect.set(globalThis, SLOT, before);
  }
}

/** Whether what runs is within a time limit already. */
export function isTimed() {
  return Reflect.has(globalThis, SLOT);
}
