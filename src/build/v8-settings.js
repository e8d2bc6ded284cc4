import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8 11, of Node 20, counts bytes until it compiles a function anew; later ones count calls, and say that they know no such setting. */
const COUNTS_BYTES = Number.parseInt(process.versions.v8, 10) < 12;
/** How much of a function runs before V8 considers compiling it anew, in bytes of its code: nearly four times as much as by itself. */
const LATE = '--interrupt-budget=250000';
/** As much as V8 takes by itself. */
const SOON = '--interrupt-budget=67584';
const FEW = 8_000;
/** By how much the memory of a thread may grow, in percent, before what is not needed any more is cleared away; 0 is as V8 thinks fit. */
const GROWTH = '--heap-growing-percent=20';
const ANY_GROWTH = '--heap-growing-percent=0';
const MANY = 20_000;
let isHeapSmall = false;
const COLLECTS_WHEN_ASKED = '--expose-gc';

/** Whether V8 forgets what it made of functions that were not called for a while. */
const FORGETS = '--flush-bytecode';
const FORGETS_NOTHING = FORGETS.replace('--', '--no-');

/** All that may be set in this release of V8. */
export const V8_SETTINGS = [...(COUNTS_BYTES ? [LATE, SOON] : []), GROWTH, ANY_GROWTH, FORGETS, COLLECTS_WHEN_ASKED];

/**
 * Sets V8 as it is to be while the program is loaded, and while what V8 made of it is kept: V8 takes what was kept under the same settings
 * only. It compiles late, for most builds are over before fast code has paid for its making, in every thread: that takes a sixth less
 * processor time at 1,000 stories in Node 20, an eighth less at 3,000 and at 6,000, and no more at 10,000. In Node 22 and later fifteen times as many calls made no difference, so nothing is set there.
 */
export function setV8ForLoading() {
  if (COUNTS_BYTES) setFlagsFromString(LATE);
  setFlagsFromString(ANY_GROWTH);
  setFlagsFromString(FORGETS);
}

/**
 * Has V8 forget nothing of what it made, in a process at whose end that is kept for later ones: after a long build half of it, above all what
 * a build begins with, would be missing, and each of those would make it anew.
 */
export function keepCompiled() {
  setFlagsFromString(FORGETS_NOTHING);
}

/** Undoes {@link keepCompiled}: V8 takes what was kept before under the same settings only. */
export function forgetAgain() {
  setFlagsFromString(FORGETS);
}

/**
 * Has V8 compile as soon as it does by itself, where there is so much to do that fast code pays.
 *
 * @param {number} count How many stories are to be read, or what is as much work.
 */
export function compileSoonFor(count) {
  if (COUNTS_BYTES && count > FEW) setFlagsFromString(SOON);
}

/**
 * Has V8 clear away sooner where there is much to do: it would otherwise hold two to four times of what that needs.
 *
 * @param {number} count How many stories are to be read, or files to be made.
 */
export function keepHeapSmallFor(count) {
  if (count <= MANY || isHeapSmall) return;
  isHeapSmall = true;
  setFlagsFromString(GROWTH);
  // V8 has decided already how far the memory may grow before it clears away next, and takes the setting into account from then on.
  setFlagsFromString(COLLECTS_WHEN_ASKED);
  runInNewContext('gc')();
  setFlagsFromString(COLLECTS_WHEN_ASKED.replace('--', '--no-'));
}
