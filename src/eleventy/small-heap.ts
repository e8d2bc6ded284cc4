import { setFlagsFromString } from 'node:v8';

/** By how much the memory of a thread may grow, in percent, before what is not needed any more is cleared away. */
const GROWTH = '--heap-growing-percent=40';

/** Has V8 clear away sooner: it would otherwise hold two to four times of what a large build needs. */
export function keepHeapSmall(): void {
  setFlagsFromString(GROWTH);
}
