import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareElements } from './compare-elements.ts';
import { type Corpus, makeCorpus } from './corpus.ts';
import type { Program, ProgramName } from './program.ts';
import type { Run } from './results.ts';
import { type Measuring, runScenarios } from './run-scenarios.ts';

/** What is to be measured at one size. `programsIn` makes the programs, with their sites below a folder. */
export interface Size extends Omit<Measuring, 'scratch'> {
  readonly runs: number;
  readonly seed: number;
  readonly folder: string;
  readonly programsIn: (folder: string) => readonly Program[];
}

/** Measures the programs at one size, in turn, round by round. One that was stopped or failed takes no further part. */
export async function runSize({ runs: rounds, seed, folder, programsIn, ...measuring }: Size): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const out = new Set<ProgramName>();
  mkdirSync(folder, { recursive: true });
  try {
    const corpus = makeCorpus(measuring.stories, seed);
    const programs = programsIn(folder);
    for (const program of programs) program.write(corpus);
    for (let round = 1; round <= rounds; round += 1) {
      for (const program of programs.filter(({ name }) => !out.has(name))) {
        process.stderr.write(`${measuring.stories} stories, round ${round} of ${rounds}: ${program.name}\n`);
        const own = await runScenarios(program, corpus, { ...measuring, scratch: folder });
        runs.push(...own);
        if (own.some(({ end }) => end !== 'done')) out.add(program.name);
      }
      if (round === 1) reportElements(programs, corpus);
      // Files in memory are memory that the programs cannot have.
      for (const { output } of programs) rmSync(output, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return runs;
}

/** Says where the same story has other elements than with the first program: layouts that drifted apart compare nothing. */
function reportElements(programs: readonly Program[], { old }: Corpus): void {
  const { year, month, day } = old.date;
  const [first, ...others] = programs.map(({ name, output }) => {
    return { name, html: readIfThere(join(output, year, month, day, old.slug, 'index.html')) };
  });
  for (const { name, html } of others) {
    if (first?.html === undefined || html === undefined) continue;
    const differences = compareElements(html, first.html).join(', ') || 'none';
    process.stdout.write(`Elements of a story, ${name} compared with ${first.name}: ${differences}\n`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
