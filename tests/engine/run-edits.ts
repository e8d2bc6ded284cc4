import { parseArgs } from 'node:util';
import { aRandomSequence } from './a-random-sequence.ts';
import { describeFault } from './describe-fault.ts';
import { runSequence } from './run-sequence.ts';

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    shorten: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const first = Number(values.seed);
const last = first + Number(values.sequences) - 1;
const started = performance.now();
let builds = 0;
let faults = 0;
for (let seed = first; seed <= last; seed += 1) {
  const sequence = aRandomSequence(seed);
  const end = await runSequence(sequence);
  builds += end.builds;
  if (end.fault) {
    faults += 1;
    process.stdout.write(`${await describeFault(sequence, end, values.shorten)}\n\n`);
  }
  if (seed % 100 === 0 || seed === last) {
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    process.stdout.write(`${seed - first + 1} sequences, ${builds} edits checked, ${faults} faults, ${seconds} s\n`);
  }
}
process.exitCode = faults > 0 ? 1 : 0;
