import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Budget, measureBudget } from './budget/budget.ts';
import { budgetIn, printBudget, withBudget } from './budget/table.ts';
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
const DOCUMENT = join(PROJECT, 'docs/benchmarks.md');
const CHART = 'pictures/benchmark.svg';
/** Seconds for the build of a few stories that comes before all, in which Broadsheet is compiled. */
const WARM_LIMIT = 600;

try {
  const options = readOptions(process.argv.slice(2));
  if (options.budget) await budget(options);
  else {
    const results = options.from === undefined ? await measureAll(options) : readResults(options.from);
    if (options.json !== undefined) write(options.json, `${JSON.stringify(results, undefined, 1)}\n`);
    if (options.report) report(results);
  }
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}

/** Measures what a story costs, stage by stage, at each size; the last of them is for the document. */
async function budget({ sizes, seed, dir, report: isForDocument, json }: Options): Promise<void> {
  const root = folderIn(dir);
  const project = join(root, 'project');
  copyProject(PROJECT, project);
  // Compiles Broadsheet, which is no part of what a story costs.
  await measureBudget(20, { folder: join(root, 'warm'), project, seed });
  const budgets: Budget[] = [];
  for (const { stories } of sizes) {
    budgets.push(await measureBudget(stories, { folder: join(root, String(stories)), project, seed }));
    process.stdout.write(`${budgets.slice(-1).map(printBudget).join('')}\n`);
  }
  if (json !== undefined) write(json, `${JSON.stringify(budgets, undefined, 1)}\n`);
  const [last] = budgets.slice(-1);
  if (!isForDocument || !last) return;
  writeFileSync(DOCUMENT, withBudget(readFileSync(DOCUMENT, 'utf8'), printBudget(last)));
  process.stdout.write('docs/benchmarks.md has it\n');
}

/** A folder that goes with this process. */
function folderIn(folder: string): string {
  const root = mkdtempSync(join(folder, 'broadsheet-bench-'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  return root;
}

async function measureAll(options: Options): Promise<Results> {
  const { programs, scenarios, seed, timeLimit } = options;
  const versions = readVersions(PROJECT, programs);
  const root = folderIn(options.dir);
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
  const kept = budgetIn(readFileSync(DOCUMENT, 'utf8'));
  const document = writeReport(results, CHART);
  write(join(PROJECT, 'docs', CHART), drawChart(summarise(results.runs)));
  writeFileSync(DOCUMENT, kept === undefined ? document : withBudget(document, `${kept}\n`));
  process.stdout.write(`docs/benchmarks.md and docs/${CHART} are written\n`);
}
