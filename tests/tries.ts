/** How many times as many inputs a property is tried with by `npm run test:properties`, as every night, than whenever all tests run. */
const AT_NIGHT = 3;

/**
 * With how many inputs a property is tried. A run of all tests has the same ones each time (`property-seed.ts`), so that more of them would find
 * nothing that the night does not.
 *
 * @param count How many there are by `npm run test:properties`.
 */
export function tries(count: number): number {
  return process.env['PROPERTY_SEED'] === undefined ? Math.ceil(count / AT_NIGHT) : count;
}
