/** Measures Broadsheet against Hugo on the same stories: `npm run bench -- --stories 1000 --runs 5`. See README.md. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './corpus.ts';
import { countFiles, type FileCount } from './count-files.ts';
import { type Measured, measure } from './measure.ts';
import { printResults } from './print-results.ts';
import { readOptions } from './read-options.ts';
import { readStylesheet } from './stylesheet.ts';
import { writeHugoSite } from './write-hugo-site.ts';
import { writeNewsroom } from './write-newsroom.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const HUGO = 'hugo';
const COMMANDS = {
  Hugo: (root: string, output: string): readonly string[] => [
    HUGO,
    ...['--source', join(root, 'hugo'), '--destination', output, '--quiet'],
  ],
  Broadsheet: (root: string, output: string): readonly string[] => [
    process.execPath,
    join(PROJECT, 'src/cli/broadsheet.js'),
    ...['build', '--content', join(root, 'newsroom'), '--output', output, '--cache', join(root, 'cache')],
    ...['--now', '2026-11-01T12:00:00Z'],
  ],
};

const options = readOptions(process.argv.slice(2), tmpdir());
const programs = (['Hugo', 'Broadsheet'] as const).filter((name) => [undefined, name].includes(options.only));
if (programs.includes('Hugo')) requireHugo();
const root = mkdtempSync(join(options.dir, 'broadsheet-bench-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
writeCorpora();
await compare();
if (options.profile !== undefined) profile(resolve(options.profile));

function requireHugo(): void {
  const { status, stdout } = spawnSync(HUGO, ['version'], { encoding: 'utf8' });
  if (status === 0) {
    process.stdout.write(`${stdout.trim()}\n`);
    return;
  }
  process.stderr.write(
    'HUGO IS NOT INSTALLED: there is nothing to compare with.\n\n  apt-get install -y hugo\n\nor measure Broadsheet alone with --only broadsheet.\n',
  );
  process.exit(2);
}

/** The corpus is gone from memory before anything is measured. */
function writeCorpora(): void {
  const corpus = makeCorpus(options.stories, options.seed);
  if (programs.includes('Broadsheet')) writeNewsroom(corpus, join(root, 'newsroom'));
  if (programs.includes('Hugo')) {
    writeHugoSite(corpus, join(root, 'hugo'), readStylesheet(join(PROJECT, 'layouts/styles/site.css')));
  }
}

async function compare(): Promise<void> {
  const runs = new Map<string, Measured[]>(programs.map((name) => [name, []]));
  const counts = new Map<string, FileCount>();
  // The first round only warms the disk's cache and compiles Broadsheet; it does not count.
  for (let round = 0; round <= options.runs; round += 1) {
    for (const name of programs) {
      const output = emptyOutput();
      const [command = '', ...args] = COMMANDS[name](root, output);
      const figures = await measure(command, args);
      if (round > 0) runs.get(name)?.push(figures);
      counts.set(name, countFiles(output));
    }
  }
  printResults({ runs, counts, stories: options.stories });
}

/** Nothing that an earlier run left behind can help the next. */
function emptyOutput(): string {
  const output = join(root, 'output');
  for (const folder of [output, join(root, 'cache'), join(root, 'hugo/resources')]) {
    rmSync(folder, { recursive: true, force: true });
  }
  return output;
}

/** One more build, not among those measured: profiling takes time itself. */
function profile(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [command = '', ...args] = COMMANDS.Broadsheet(root, emptyOutput());
  const { status } = spawnSync(command, ['--cpu-prof', '--cpu-prof-dir', folder, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The profiled build ended with exit code ${status}`);
  process.stdout.write(`profile in ${folder}\n`);
}
