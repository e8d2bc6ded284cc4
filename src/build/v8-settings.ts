import { setFlagsFromString } from 'node:v8';

/** How much of a function runs before V8 considers compiling it anew, in bytes of its code: fifteen times as much as by itself. */
const LATE = '--interrupt-budget=1000000';
const FEW = 3_000;

/**
 * Has V8 compile later where there is little to do: the build is over before fast code has paid for its making, in every
 * thread. It takes a tenth less time at 1,000 stories; where there are many, fast code pays.
 *
 * @param count How many stories are to be read.
 */
export function compileLateFor(count: number): void {
  if (count > 0 && count <= FEW) setFlagsFromString(LATE);
}

/** By how much the memory of a thread may grow, in percent, before what is not needed any more is cleared away. */
const GROWTH = '--heap-growing-percent=30';
const MANY = 20_000;

/**
 * Has V8 clear away sooner where there is much to do: it would otherwise hold two to four times of what that needs.
 *
 * @param count How many stories are to be read, or pages to be made.
 */
export function keepHeapSmallFor(count: number): void {
  if (count > MANY) setFlagsFromString(GROWTH);
}
