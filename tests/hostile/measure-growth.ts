/** Something to measure: `run` takes what `make` gives for a size. */
export interface Growing<Input> {
  readonly size: number;
  readonly make: (size: number) => Input;
  readonly run: (input: Input) => unknown;
}

/** How much more than in proportion to its input anything may take. */
export const MOST_GROWTH = 1.4;

const FACTORS = [1, 2, 4] as const;
const RUNS_AT_FIRST = 2;
/** Whatever else the machine does makes a run slower, never faster: what grows too much is measured so many times before that is said. */
const MOST_RUNS = 20;

/**
 * How much faster than its input the processor time of something grows: 1 is in proportion to it, 4 by its square. It is measured at a
 * size, twice and four times that; of several runs of each the shortest counts. Nothing here is in seconds.
 */
export function growthOf<Input>({ size, make, run }: Growing<Input>): number {
  const inputs = FACTORS.map((factor) => make(factor * size));
  const shortest = inputs.map(() => Number.POSITIVE_INFINITY);
  let growth = Number.POSITIVE_INFINITY;
  for (let runs = 1; runs <= MOST_RUNS; runs += 1) {
    for (const [index, input] of inputs.entries()) {
      shortest[index] = Math.min(
        shortest[index] ?? 0,
        processorTime(() => run(input)),
      );
    }
    growth = growthIn(shortest);
    if (runs >= RUNS_AT_FIRST && growth <= MOST_GROWTH) break;
  }
  return growth;
}

/**
 * How much faster than its input time grows over two doublings, if both are like the smaller one. What grows faster does in each; in one of
 * them a cache may have become too small, or a first collection of garbage due.
 */
function growthIn(times: readonly number[]): number {
  const [one = 0, two = 0, four = 0] = times;
  return Math.min(two / one / 2, four / two / 2) ** 2;
}

/** In microseconds, of all threads of this process. */
function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
