import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, makeCorpus } from '../corpus.ts';
import type { Program, ProgramName } from '../sites/program.ts';
import type { Run } from './results.ts';
import { type Measuring, runScenarios } from './run-scenarios.ts';

/** What is to be measured at one size. `programsIn` makes the programs, with their sites below a folder. */
export interface Size extends Omit<Measuring, 'scratch'> {
  readonly runs: number;
  readonly seed: number;
  readonly folder: string;
  readonly programsIn: (folder: string) => readonly Program[];
}

/**
 * Measures the programs at one size, in turn, round by round. Each has its site for its own turn only: what is in memory of
 * one is memory that another cannot have. One that was stopped or failed takes no further part.
 */
export async function runSize({ runs: rounds, seed, folder, programsIn, ...measuring }: Size): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const out = new Set<ProgramName>();
  const pages = new Map<ProgramName, string>();
  const corpus = makeCorpus(measuring.stories, seed);
  for (let round = 1; round <= rounds; round += 1) {
    for (const program of programsIn(folder).filter(({ name }) => !out.has(name))) {
      process.stderr.write(`${measuring.stories} stories, round ${round} of ${rounds}: ${program.name}\n`);
      mkdirSync(folder, { recursive: true });
      try {
        program.write(corpus);
        const own = await runScenarios(program, corpus, { ...measuring, scratch: folder });
        runs.push(...own);
        if (own.some(({ end }) => end !== 'done')) out.add(program.name);
        else pages.set(program.name, readStory(program, corpus));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
  reportElements(pages);
  return runs;
}

function readStory({ output }: Program, { old }: Corpus): string {
  const { year, month, day } = old.date;
  return readFileSync(join(output, year, month, day, old.slug, 'index.html'), 'utf8');
}

/** Says where the same story has other elements than with the first program: layouts that drifted apart compare nothing. */
function reportElements(pages: ReadonlyMap<ProgramName, string>): void {
  const [first, ...others] = [...pages];
  if (first === undefined) return;
  for (const [name, html] of others) {
    const differences = compareElements(html, first[1]).join(', ') || 'none';
    process.stderr.write(`elements of a story with ${name}, as against ${first[0]}: ${differences}\n`);
  }
}

/**
 * How the elements of a page differ from those of another, whatever their order: `+2 span` where it has two more. An element
 * is its name and its class.
 */
export function compareElements(html: string, other: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const element of elementsOf(html)) counts.set(element, (counts.get(element) ?? 0) + 1);
  for (const element of elementsOf(other)) counts.set(element, (counts.get(element) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([element, count]) => `${count > 0 ? '+' : '−'}${Math.abs(count)} ${element}`)
    .sort();
}

/** Enough for the markup of the three programs, which is known: no angle brackets within attributes. */
function elementsOf(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)].map(([, name = '', attributes = '']) => {
    const className = / class="([^"]*)"/.exec(attributes)?.[1];
    return className === undefined ? name : `${name}.${className.replaceAll(' ', '.')}`;
  });
}
