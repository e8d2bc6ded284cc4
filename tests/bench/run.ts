/** Measures Broadsheet against Hugo on the same stories: `npm run bench -- --stories 1000 --runs 5`. See README.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeCorpus } from './corpus.ts';
import { countFiles, type Measured, measure } from './measure.ts';
import { writeHugoSite } from './write-hugo-site.ts';
import { writeNewsroom } from './write-newsroom.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    dir: { type: 'string', default: tmpdir() },
  },
});

if (spawnSync('hugo', ['version']).status !== 0) {
  process.stderr.write('There is no hugo to compare with. On Debian: apt-get install hugo\n');
  process.exit(2);
}

const folder = mkdtempSync(join(values.dir, 'broadsheet-bench-'));
try {
  await compare(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(root: string): Promise<void> {
  const corpus = makeCorpus(Number(values.stories), Number(values.seed));
  writeNewsroom(corpus, join(root, 'newsroom'));
  writeHugoSite(corpus, join(root, 'hugo'), readFileSync(join(PROJECT, 'layouts/styles/site.css'), 'utf8'));
  const commands = {
    Hugo: (output: string) => ['hugo', '--quiet', '--source', join(root, 'hugo'), '--destination', output],
    Broadsheet: (output: string) => [
      process.execPath,
      join(PROJECT, 'src/cli/broadsheet.js'),
      ...['build', '--content', join(root, 'newsroom'), '--output', output, '--now', '2026-11-01T12:00:00Z'],
    ],
  };
  const measured: Record<keyof typeof commands, Measured[]> = { Hugo: [], Broadsheet: [] };
  const files = { Hugo: 0, Broadsheet: 0 };
  // The first round only warms the disk's cache and compiles Broadsheet; it does not count.
  for (let round = 0; round <= Number(values.runs); round += 1) {
    for (const name of ['Hugo', 'Broadsheet'] as const) {
      const output = join(root, 'output');
      rmSync(output, { recursive: true, force: true });
      const [command = '', ...args] = commands[name](output);
      const figures = await measure(command, args);
      if (round > 0) measured[name].push(figures);
      files[name] = countFiles(output);
    }
  }
  print(measured, files);
}

function print(measured: Readonly<Record<string, readonly Measured[]>>, files: Readonly<Record<string, number>>): void {
  const head = ['wall s', 'CPU s', 'peak MB', 'files'].map((column) => column.padStart(12)).join('');
  process.stdout.write(
    `${values.stories} stories, cold, median of ${values.runs} runs in turn\n${''.padEnd(12)}${head}\n`,
  );
  const rows = Object.entries(measured).map(([name, runs]) => {
    const middle = {
      seconds: median(runs.map(({ seconds }) => seconds)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      memory: median(runs.map(({ memory }) => memory)),
    };
    const columns = [
      middle.seconds.toFixed(2),
      middle.cpu.toFixed(2),
      (middle.memory / 1e6).toFixed(0),
      String(files[name]),
    ];
    process.stdout.write(`${name.padEnd(12)}${columns.map((column) => column.padStart(12)).join('')}\n`);
    return middle;
  });
  const [hugo, broadsheet] = rows;
  if (!hugo || !broadsheet) return;
  const ratio = (key: keyof Measured): string => (broadsheet[key] / hugo[key]).toFixed(2);
  process.stdout.write(
    `ratio: Broadsheet/Hugo wall ${ratio('seconds')}, CPU ${ratio('cpu')}, memory ${ratio('memory')}\n`,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
