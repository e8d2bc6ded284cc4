import type { Probe } from './probes.ts';

/** A probe, and how many releases of each browser it tells from the supported ones. */
export interface RatedProbe {
  readonly probe: Probe;
  readonly told: readonly number[];
}

const MOST = 3;
/** Characters, so that the gate stays within 256 bytes. */
const LONGEST = 82;
const JOINT = ' and '.length;

/** Chooses the fewest probes, three at most, that together tell the most releases; of equals those that are shortest to write. */
export function chooseProbes(rated: readonly RatedProbe[]): readonly Probe[] {
  const candidates = withoutInferior([...rated].sort(byLength));
  let best: readonly RatedProbe[] = [];
  let bestScore = -1;
  for (const set of setsOf(candidates, MOST)) {
    if (lengthOf(set) > LONGEST) continue;
    const score = scoreOf(set);
    const isBetter = score > bestScore || (score === bestScore && isShorter(set, best));
    if (isBetter) [best, bestScore] = [set, score];
  }
  return best.map(({ probe }) => probe);
}

/** Leaves out what another, which is not longer, does as well for every browser. */
function withoutInferior(rated: readonly RatedProbe[]): readonly RatedProbe[] {
  const kept: RatedProbe[] = [];
  for (const one of rated) {
    if (!kept.some((other) => one.told.every((count, index) => count <= (other.told[index] ?? 0)))) kept.push(one);
  }
  return kept;
}

function* setsOf<Item>(items: readonly Item[], most: number): Generator<readonly Item[]> {
  for (const [index, item] of items.entries()) {
    yield [item];
    if (most > 1) for (const rest of setsOf(items.slice(index + 1), most - 1)) yield [item, ...rest];
  }
}

function scoreOf(set: readonly RatedProbe[]): number {
  const browsers = set[0]?.told.keys() ?? [];
  return [...browsers].reduce((sum, browser) => sum + Math.max(...set.map(({ told }) => told[browser] ?? 0)), 0);
}

function isShorter(set: readonly RatedProbe[], other: readonly RatedProbe[]): boolean {
  return set.length < other.length || (set.length === other.length && lengthOf(set) < lengthOf(other));
}

function lengthOf(set: readonly RatedProbe[]): number {
  return set.reduce((sum, { probe }) => sum + probe.condition.length + JOINT, -JOINT);
}

function byLength({ probe: a }: RatedProbe, { probe: b }: RatedProbe): number {
  return a.condition.length - b.condition.length || (a.condition < b.condition ? -1 : 1);
}
