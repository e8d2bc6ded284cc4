import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../corpus.ts';
import type { Program } from '../sites/program.ts';
import { measure, type Measured } from './measure.ts';
import { countChanges, type Snapshot, takeSnapshot } from './output.ts';
import type { Run } from './results.ts';
import { changeSite, type Scenario, withNeeded } from './scenarios.ts';

/** How to measure. */
export interface Measuring {
  readonly stories: number;
  readonly scenarios: readonly Scenario[];
  /** Seconds after which a build is stopped. */
  readonly limit: number;
  /** Folder for what the programs print. */
  readonly scratch: string;
}

/**
 * Takes one program through the scenarios, each from the output that the one before left; at the end the site is as it
 * was. There is a cold build first in any case, and a story is published where it is to be edited. After a build that was stopped or failed there are no more.
 */
export async function runScenarios(
  program: Program,
  corpus: Corpus,
  { stories, scenarios, limit, scratch }: Measuring,
): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const undo: (() => void)[] = [];
  for (const path of [program.output, ...program.leftovers]) rmSync(path, { recursive: true, force: true });
  let before: Snapshot = new Map();
  try {
    for (const scenario of withNeeded(scenarios)) {
      undo.unshift(changeSite(scenario, program, corpus));
      const built = await buildOnce(program, scratch, limit);
      const after = existsSync(program.output) ? takeSnapshot(program.output) : new Map<string, string>();
      const run = { stories, program: program.name, scenario, ...built, ...countChanges(before, after) };
      if (scenarios.includes(scenario) || built.end !== 'done') runs.push(run);
      if (built.end !== 'done') break;
      before = after;
    }
  } finally {
    for (const step of undo) step();
  }
  return runs;
}

/** What a build took and said. */
export interface Built extends Measured {
  /** How many addresses the program itself says that it changed. */
  readonly reported: number | undefined;
}

/** Builds a site once, as it is. A build that fails is shown on the terminal and counted as failed. */
async function buildOnce({ name, command }: Program, scratch: string, limit: number): Promise<Built> {
  const stdout = join(scratch, 'stdout');
  const stderr = join(scratch, 'stderr');
  const measured = await measure(command, { limit, stdout, stderr });
  if (measured.end === 'failed') {
    const said = [stdout, stderr].map((path) => readFileSync(path, 'utf8').slice(-2000)).join('\n');
    process.stderr.write(`FAILED: ${name}\n${said}\n`);
  }
  return { ...measured, reported: measured.end === 'done' ? reportedIn(stdout) : undefined };
}

/** Of Broadsheet's `--json`; the others report nothing. */
function reportedIn(path: string): number | undefined {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!text.startsWith('{')) return undefined;
  const report: unknown = JSON.parse(text);
  if (typeof report !== 'object' || report === null || !('changed' in report)) return undefined;
  return Array.isArray(report.changed) ? report.changed.length : undefined;
}
