import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './corpus.ts';
import { readVersions, type Results, type Run } from './measuring/results.ts';
import { runSize } from './measuring/run-size.ts';
import { type Options, readOptions } from './options.ts';
import { drawChart } from './report/chart.ts';
import { writeReport } from './report/report.ts';
import { summarise } from './report/rows.ts';
import { printSize } from './report/tables.ts';
import { broadsheetProgram, copyProject } from './sites/broadsheet.ts';
import { eleventyProgram } from './sites/eleventy.ts';
import { hugoProgram } from './sites/hugo.ts';
import { type Program, readStylesheet, write } from './sites/program.ts';

/** Measures Broadsheet against Hugo and plain Eleventy: `npm run bench -- --sizes 1000 --runs 5`. See README.md. */

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CHART = 'pictures/benchmark.svg';
/** Seconds for the build of a few stories that comes before all, in which Broadsheet is compiled. */
const WARM_LIMIT = 600;

try {
  const options = readOptions(process.argv.slice(2));
  const results = options.from === undefined ? await measureAll(options) : readResults(options.from);
  if (options.json !== undefined) write(options.json, `${JSON.stringify(results, undefined, 1)}\n`);
  if (options.report) report(results);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

async function measureAll(options: Options): Promise<Results> {
  const { programs, scenarios, seed, timeLimit } = options;
  const versions = readVersions(PROJECT, programs);
  const root = mkdtempSync(join(options.dir, 'broadsheet-bench-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const programsIn = programsWith(join(root, 'project'), programs);
  const measuring = { scenarios, seed, limit: timeLimit, programsIn };
  // Compiles Broadsheet and reads all programs from the disk: what only a first run would pay.
  await runSize({
    ...measuring,
    limit: WARM_LIMIT,
    scenarios: ['cold'],
    stories: 20,
    runs: 1,
    folder: join(root, 'warm'),
  });
  const runs: Run[] = [];
  for (const size of options.sizes) {
    const own = await runSize({ ...measuring, ...size, folder: join(root, 'sites') });
    process.stdout.write(printSize(summarise(own), cpus().length));
    runs.push(...own);
  }
  if (options.profile !== undefined) profile(resolve(options.profile), root, options);
  return {
    date: new Date().toISOString().slice(0, 10),
    processors: cpus().length,
    memory: totalmem(),
    versions,
    storage: options.dir.startsWith('/dev/shm') ? 'memory' : 'disk',
    seed,
    timeLimit,
    runs,
  };
}

function programsWith(project: string, names: Options['programs']): (folder: string) => readonly Program[] {
  copyProject(PROJECT, project);
  const stylesheet = readStylesheet(join(PROJECT, 'layouts/styles/site.css'));
  return (folder) => {
    const all = {
      Broadsheet: broadsheetProgram(join(folder, 'broadsheet'), project),
      Hugo: hugoProgram(join(folder, 'hugo'), stylesheet),
      Eleventy: eleventyProgram(join(folder, 'eleventy'), stylesheet, join(PROJECT, 'node_modules')),
    };
    return names.map((name) => all[name]);
  };
}

/** One more build, not among those measured: profiling takes time itself. */
function profile(folder: string, root: string, { sizes, seed }: Options): void {
  mkdirSync(folder, { recursive: true });
  const { command, ...program } = broadsheetProgram(join(root, 'profiled'), join(root, 'project'));
  program.write(makeCorpus(sizes.at(-1)?.stories ?? 1000, seed));
  const { status } = spawnSync(command.file, ['--cpu-prof', '--cpu-prof-dir', folder, ...command.args], {
    cwd: command.folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The profiled build ended with exit code ${status}`);
  process.stdout.write(`profile in ${folder}\n`);
}

/** Written by this program, in a shape that it knows. */
function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function report(results: Results): void {
  const docs = join(PROJECT, 'docs');
  write(join(docs, CHART), drawChart(summarise(results.runs)));
  writeFileSync(join(docs, 'benchmarks.md'), writeReport(results, CHART));
  process.stdout.write(`docs/benchmarks.md and docs/${CHART} are written\n`);
}
