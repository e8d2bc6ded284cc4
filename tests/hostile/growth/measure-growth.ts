/** Something to measure: `run` takes what `make` gives for a size. */
export interface Growing<Input> {
  readonly size: number;
  readonly make: (size: number) => Input;
  readonly run: (input: Input) => unknown;
}

/** How much more than in proportion to its input anything may take. */
export const MOST_GROWTH = 1.4;

const FACTORS = [1, 2, 4] as const;
const MOST_FACTOR = 4;
/** What grows no more than this at the first look, or in the first round, needs no second one. By the square of its input it would be 4. */
const CLEARLY_LITTLE = 1.25;
const LEAST_ROUNDS = 2;
/** What grows too much is measured so many times before that is believed … */
const MOST_ROUNDS = 12;
/** … and at so many times its size: a cache that becomes too small, or a collection of garbage, shows at one of them, growth at all. */
const SCALES = [1, 2, 4, 8] as const;

/** The same for one of very many inputs: measured closely only where it grows more than a little at a first look, which is of no more than its size. */
export function growthSeenIn<Input>({ size, make, run }: Growing<Input>, scales: readonly number[] = SCALES): number {
  const [half, whole] = [make(size / 2), make(size)];
  run(half);
  const ofWhole = processorTime(() => run(whole));
  const ofHalf = processorTime(() => run(half));
  const grown = (ofWhole / (2 * ofHalf)) ** 2;
  return grown <= CLEARLY_LITTLE ? grown : growthOf({ size, make, run }, scales);
}

/**
 * How much faster than its input the processor time of something grows: 1 is in proportion to it, 4 by its square. It is measured at a
 * size, twice and four times that. Nothing here is in seconds.
 *
 * @param scales By how much that size is multiplied, in turn, until it does not grow too much.
 */
export function growthOf<Input>({ size, make, run }: Growing<Input>, scales: readonly number[] = SCALES): number {
  let least = Number.POSITIVE_INFINITY;
  for (const scale of scales) {
    least = Math.min(least, growthAt({ size: scale * size, make, run }));
    if (least <= MOST_GROWTH) break;
  }
  return least;
}

function growthAt<Input>({ size, make, run }: Growing<Input>): number {
  const inputs = FACTORS.map((factor) => make(factor * size));
  const firstLook = growthAtFirstLook(inputs, run);
  return firstLook <= CLEARLY_LITTLE ? firstLook : growthInRounds(inputs, run);
}

/**
 * Growth over the first doubling, which is as much as it is over the next one, or less. The larger input comes first: what runs for the
 * first time is slow, and is not to be taken for little growth.
 */
function growthAtFirstLook<Input>([one, two]: readonly Input[], run: (input: Input) => unknown): number {
  run(two as Input);
  const ofTwo = processorTime(() => run(two as Input));
  const ofOne = processorTime(() => {
    run(one as Input);
    run(one as Input);
  });
  return (ofTwo / ofOne) ** 2;
}

/**
 * In each round all sizes take as long as each other, the smaller ones several times, for whatever else the machine does is met by what
 * takes long, and not by what takes a moment.
 */
function growthInRounds<Input>(inputs: readonly Input[], run: (input: Input) => unknown): number {
  const rounds: (readonly number[])[] = [];
  let growth = Number.POSITIVE_INFINITY;
  // What has run before is compiled.
  run(inputs.at(-1) as Input);
  while (rounds.length < MOST_ROUNDS) {
    rounds.push(
      inputs.map((input, index) => {
        const times = MOST_FACTOR / (FACTORS[index] ?? 1);
        return processorTime(() => {
          for (let time = 0; time < times; time += 1) run(input);
        });
      }),
    );
    growth = Math.min(growthIn(shortest(rounds)), median(rounds.map(growthIn)));
    if (growth <= (rounds.length < LEAST_ROUNDS ? CLEARLY_LITTLE : MOST_GROWTH)) break;
  }
  return growth;
}

/** Growth over two doublings, if both are like the smaller one: what grows too fast does in each. */
function growthIn(times: readonly number[]): number {
  const [one = 0, two = 0, four = 0] = times;
  return Math.min(two / one, four / two) ** 2;
}

function shortest(rounds: readonly (readonly number[])[]): readonly number[] {
  return FACTORS.map((_, index) => Math.min(...rounds.map((times) => times[index] ?? 0)));
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** In microseconds, of all threads of this process. */
function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
