import { GROWING_KINDS } from './growing-newsrooms.ts';
import type { HostileKind } from '../kinds.ts';
import { growthOf, MOST_GROWTH } from './measure-growth.ts';
import { publisher } from './publish-in-memory.ts';
import { Random } from '../random.ts';

/** Times the size at which a kind is tested. */
const LARGEST = 6;

/** Newsrooms with very much of one thing, of sizes that no test has. */
export const growth: HostileKind = {
  name: 'growth',
  begin: async () => {
    const publish = await publisher();
    return {
      faultsOf: async (seed) => {
        const random = new Random(seed);
        const kind = random.one(GROWING_KINDS);
        const size = kind.size + random.below(kind.size * (LARGEST - 1));
        const grown = growthOf({ size, make: kind.make, run: publish });
        if (grown <= MOST_GROWTH) return [];
        return [`seed ${seed}: ${kind.name}, ${size}: grows ${grown.toFixed(2)} times linear`];
      },
      end: () => {},
    };
  },
};
