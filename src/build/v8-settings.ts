import { setFlagsFromString } from 'node:v8';

/** V8 11, of Node 20, counts bytes until it compiles a function anew; later ones count calls, and say that they know no such setting. */
const COUNTS_BYTES = Number.parseInt(process.versions.v8, 10) < 12;
/** How much of a function runs before V8 considers compiling it anew, in bytes of its code: fifteen times as much as by itself. */
const LATE = '--interrupt-budget=1000000';
const FEW = 3_000;

/**
 * Has V8 compile later where there is little to do: the build is over before fast code has paid for its making, in every
 * thread. It takes a tenth less time at 1,000 stories in Node 20; where there are many, fast code pays. In Node 22 and later
 * fifteen times as many calls made no difference, so nothing is set there.
 *
 * @param count How many stories are to be read.
 */
export function compileLateFor(count: number): void {
  if (COUNTS_BYTES && count > 0 && count <= FEW) setFlagsFromString(LATE);
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

/** All that a build may set in this release of V8. */
export const V8_SETTINGS: readonly string[] = COUNTS_BYTES ? [LATE, GROWTH] : [GROWTH];
