import { parseArgs } from 'node:util';
import { HOSTILE_KINDS } from './kinds.ts';

/**
 * Attacks Broadsheet with random input for some time:
 * `npm run test:hostile -- --kind svg --seed 1 --minutes 10`. What it finds can be had again by its seed.
 */
const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '1' },
  },
});

const kinds = HOSTILE_KINDS.filter(({ name }) => values.kind === undefined || name === values.kind);
if (kinds.length === 0) {
  const known = HOSTILE_KINDS.map(({ name }) => name).join(', ');
  process.stderr.write(`Unexpected kind ${values.kind}, expected one of: ${known}\n`);
  process.exitCode = 2;
}
for (const { name, run } of kinds) {
  const faults = await run(Number(values.seed), Date.now() + Number(values.minutes) * 60_000);
  process.stdout.write([...faults, `${name}: ${faults.length} faults\n`].join('\n\n'));
  if (faults.length > 0) process.exitCode = 1;
}
