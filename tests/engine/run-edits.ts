// Runs sequences of edits at random: npm run test:edits -- --sequences 5000 --seed 1
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Checked } from './sequences/check-sequences.ts';

/** How many sequences a process runs: what it has read of its own programs takes more memory with each. */
const SHARE = 50;

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: String(availableParallelism()) },
    /** Set for a process that runs a share: from one seed to the next. */
    part: { type: 'boolean', default: false },
  },
});
// The command compares all that can be compared, unless `npm test` has it run.
process.env['TESTED'] ??= 'all';
const [first, count] = [Number(values.seed), Number(values.sequences)];

if (values.part) {
  const { checkSequences } = await import('./sequences/check-sequences.ts');
  process.stdout.write(JSON.stringify(await checkSequences({ first, end: first + count, step: 1 })));
} else {
  process.exitCode = await runAll();
}

async function runAll(): Promise<number> {
  const started = performance.now();
  const all: Checked = { sequences: 0, edits: 0, faults: [] };
  const open = Array.from({ length: Math.ceil(count / SHARE) }, (_, index) => first + index * SHARE);
  const work = async (): Promise<void> => {
    for (let seed = open.shift(); seed !== undefined; seed = open.shift()) {
      const { sequences, edits, faults } = await runShare(seed, Math.min(SHARE, first + count - seed));
      all.sequences += sequences;
      all.edits += edits;
      all.faults.push(...faults);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const counts = `${all.sequences} sequences, ${all.edits} edits, ${all.faults.length} faults, ${seconds} s`;
      process.stdout.write(`${[...faults, counts].join('\n\n')}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.processes) }, work));
  return all.faults.length > 0 || all.sequences < count ? 1 : 0;
}

/** Runs some sequences in a process of their own. */
function runShare(seed: number, sequences: number): Promise<Checked> {
  const args = ['--part', '--seed', String(seed), '--sequences', String(sequences)];
  const program = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let answer = '';
  child.stdout.on('data', (data: Buffer) => {
    answer += data.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const died = `The sequences from seed ${seed} on ended with ${status}: ${answer}`;
      resolve(status === 0 ? (JSON.parse(answer) as Checked) : { sequences: 0, edits: 0, faults: [died] });
    });
  });
}
