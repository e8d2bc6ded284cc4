import { GROWING_KINDS } from './growing-newsrooms.ts';
import { TEXT_READERS } from './growing-texts.ts';
import type { HostileKind } from '../kinds.ts';
import { type Growing, growthOf, growthSeenIn, MOST_GROWTH } from './measure-growth.ts';
import { type Publish, publisher } from './publish-in-memory.ts';
import { Random } from '../random.ts';

/** Times the size at which a kind is tested. */
const LARGEST = 6;
/** Whole newsrooms take very much longer than texts, and there are fewer kinds of them: one input in so many is one. */
const NEWSROOMS = 100;

/**
 * Texts of one to three pieces, again and again, for one reader of texts; and newsrooms with very much of one thing, of sizes that no test
 * has. An input is one of these: time is measured at several sizes of it.
 */
export const growth: HostileKind = {
  name: 'growth',
  begin: async () => {
    const publish = await publisher();
    return {
      faultsOf: async (seed) => {
        const random = new Random(seed);
        const grown = random.once(NEWSROOMS) ? growthOfNewsroom(random, publish) : growthOfText(random);
        return grown.growth <= MOST_GROWTH
          ? []
          : [`seed ${seed}: ${grown.what}: grows ${grown.growth.toFixed(2)} times linear`];
      },
      end: () => {},
    };
  },
};

interface Grown {
  readonly what: string;
  readonly growth: number;
}

function growthOfNewsroom(random: Random, publish: Publish): Grown {
  const kind = random.one(GROWING_KINDS);
  const size = kind.size + random.below(kind.size * (LARGEST - 1));
  return { what: `${kind.name}, ${size}`, growth: growthOf({ size, make: kind.make, run: publish }) };
}

function growthOfText(random: Random): Grown {
  const { what, growing } = growingText(random);
  return { what, growth: growthSeenIn(growing) };
}

/** A text that may be as long as one likes, and what reads it. */
export function growingText(random: Random): { readonly what: string; readonly growing: Growing<string> } {
  const { name, size, starts, pieces, run } = random.one(TEXT_READERS);
  const start = random.one(starts);
  const piece = Array.from({ length: 1 + random.below(3) }, () => random.one(pieces)).join('');
  const make = (length: number): string => start + piece.repeat(Math.max(1, length / piece.length));
  return {
    what: `${name} of ${JSON.stringify(start)} and many ${JSON.stringify(piece)}`,
    growing: { size, make, run },
  };
}
