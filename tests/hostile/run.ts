import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { HOSTILE_KINDS, type HostileKind } from './kinds.ts';

/**
 * Attacks Broadsheet with random input, for some minutes each kind, or with so many inputs of each:
 * `npm run test:hostile -- --kind svg --seed 1 --minutes 10`, `… --inputs 10000`; with both, whatever comes first. What it finds can be
 * had again by its seed: `… --kind svg --seed 123 --inputs 1`. How many inputs of each kind there were is said at the end, when it is
 * interrupted too.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    inputs: { type: 'string' },
  },
});

const first = Number(values.seed);
const inputs = values.inputs === undefined ? Number.POSITIVE_INFINITY : Number(values.inputs);
const milliseconds = Number(values.minutes ?? (values.inputs === undefined ? 1 : Number.POSITIVE_INFINITY)) * 60_000;
if ([first, inputs, milliseconds].some(Number.isNaN)) {
  process.stderr.write('Unexpected --seed, --minutes or --inputs, expected a number\n');
  process.exit(2);
}

const known = Object.keys(HOSTILE_KINDS);
const names = values.kind ?? known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unexpected kind ${unknown.join(', ')}, expected one of: ${known.join(', ')}\n`);
  process.exit(2);
}

let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isInterrupted = true;
  });
}
const summary: string[] = [];
for (const [name, load] of Object.entries(HOSTILE_KINDS)) {
  if (names.includes(name) && !isInterrupted) summary.push(await run(await load()));
}
process.stdout.write(`${summary.join('\n')}\n`);

/** Attacks with one kind; says how many inputs there were, and how much was found. */
async function run({ name, begin }: HostileKind): Promise<string> {
  const attack = await begin();
  const began = performance.now();
  const until = began + milliseconds;
  let done = 0;
  let faults = 0;
  while (done < inputs && performance.now() < until && !isInterrupted) {
    const count = Math.min(attack.together?.most ?? 1, inputs - done);
    const seeds = Array.from({ length: count }, (_, index) => first + done + index);
    const found = attack.together ? await attack.together.faultsOfAll(seeds) : await attack.faultsOf(seeds[0] ?? first);
    for (const fault of found) process.stdout.write(`${name}: ${fault}\n\n`);
    done += count;
    faults += found.length;
    // What does nothing but compute lets no signal through.
    await setImmediate();
  }
  await attack.end();
  if (faults > 0) process.exitCode = 1;
  const minutes = (performance.now() - began) / 60_000;
  return `${name}: ${done} inputs in ${minutes.toFixed(1)} minutes, ${faults} faults`;
}
