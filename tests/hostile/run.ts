import { parseArgs } from 'node:util';
import { HOSTILE_KINDS, type HostileKind } from './kinds.ts';

/**
 * Attacks Broadsheet with random input, for some time or so many times:
 * `npm run test:hostile -- --kind svg --seed 1 --minutes 10`, `… --inputs 10000`. What it finds can be had again by its seed.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    inputs: { type: 'string' },
  },
});

const first = Number(values.seed);
const last = values.inputs === undefined ? Number.POSITIVE_INFINITY : first + Number(values.inputs) - 1;
const milliseconds = Number(values.minutes ?? (values.inputs === undefined ? 1 : Number.POSITIVE_INFINITY)) * 60_000;

const kinds = HOSTILE_KINDS.filter(({ name }) => values.kind === undefined || name === values.kind);
if (kinds.length === 0) {
  const known = HOSTILE_KINDS.map(({ name }) => name).join(', ');
  process.stderr.write(`Unexpected kind ${values.kind}, expected one of: ${known}\n`);
  process.exitCode = 2;
}
for (const kind of kinds) await run(kind);

async function run({ name, begin }: HostileKind): Promise<void> {
  const attack = await begin();
  const until = performance.now() + milliseconds;
  let seed = first;
  let faults = 0;
  for (; seed <= last && performance.now() < until; seed += 1) {
    for (const fault of await attack.faultsOf(seed)) {
      process.stdout.write(`${fault}\n\n`);
      faults += 1;
    }
  }
  await attack.end();
  process.stdout.write(`${name}: ${seed - first} inputs, ${faults} faults\n`);
  if (faults > 0) process.exitCode = 1;
}
