import { existsSync, rmSync } from 'node:fs';
import { buildOnce } from './build-once.ts';
import { changeSite } from './change-site.ts';
import type { Corpus } from './corpus.ts';
import { countChanges } from './count-changes.ts';
import type { Program } from './program.ts';
import type { Run } from './results.ts';
import { type Scenario, withNeeded } from './scenario.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

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
