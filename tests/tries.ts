import { IS_NIGHT } from './at-night.ts';

/** How many times as many inputs a property is tried with at night, and by `npm run test:properties`, than by `npm test`. */
const AT_NIGHT = 5;

/**
 * With how many inputs a property is tried. `npm test` has the same ones each time (`property-seed.ts`), so that more of them would find
 * nothing that the night does not.
 *
 * @param count How many there are at night.
 */
export function tries(count: number): number {
  return IS_NIGHT ? count : Math.ceil(count / AT_NIGHT);
}
