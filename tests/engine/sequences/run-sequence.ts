import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../bench/corpus.ts';
import { aRandomNewsroom } from '../newsrooms/a-random-newsroom.ts';
import { aWorkFolder } from '../../work-folder.ts';
import { checkDesk } from '../builds/check-desk.ts';
import type { Desk } from '../builds/desk.ts';
import { leavesOutputAlone } from '../edits/disk-edits.ts';
import { EDITS } from '../edits/edits.ts';

/** A newsroom and what happens to it. */
export interface Sequence {
  readonly seed: number;
  readonly stories: number;
  readonly jobs: number;
  readonly steps: readonly Step[];
}

/** Edits that happen between two builds, by name, each with the seed of what is random about it. */
export type Step = readonly { readonly edit: string; readonly seed: number }[];

/** How a sequence ended: with what was done in each step, and the fault that was met in the last of them. */
export interface SequenceEnd {
  readonly done: readonly string[];
  readonly builds: number;
  readonly fault: Error | undefined;
}

/** Builds a newsroom, edits and builds it again and again, and checks each time that a build from nothing comes to the same. */
export async function runSequence({ seed, stories, jobs, steps }: Sequence): Promise<SequenceEnd> {
  const random = new Random(seed);
  const folder = aWorkFolder('edits');
  const desk: Desk = {
    folder,
    newsroom: aRandomNewsroom(random, { stories }),
    settings: {
      now: Date.UTC(2026, 10, 24, random.below(12)),
      drafts: random.below(3) === 0,
      url: undefined,
      shard: undefined,
    },
    jobs,
    keepsTimes: false,
    isLater: seed % 8 > 0,
    isClean: false,
    tells: 'nothing',
    memory: seed % 3 === 0 ? { cache: undefined } : undefined,
  };
  mkdirSync(join(folder, 'content'));
  const done: string[] = [];
  let builds = 0;
  const check = async (): Promise<string> => {
    builds += 1;
    return checkDesk(desk);
  };
  try {
    for (const step of [[], ...steps]) {
      const before = structuredClone({ newsroom: desk.newsroom, settings: desk.settings });
      desk.tells = toldIn(step);
      const told: string[] = [];
      for (const one of step) told.push(await apply(one, desk));
      const end = done.push(`${told.join(' + ') || 'nothing'} (told: ${desk.tells})`);
      if ((await check()) === 'published') continue;
      done[end - 1] += ' (failed)';
      Object.assign(desk, before);
      done.push('take that back');
      const { newsroom } = desk;
      if ((await check()) === 'failed') throw new Error(`${newsroom.stories.length} stories that were good are not`);
    }
    return { done, builds, fault: undefined };
  } catch (fault) {
    keepIfAsked(folder);
    return { done, builds, fault: fault as Error };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What builds are told in a step: the truth, or nothing. */
function toldIn(step: Step): Desk['tells'] {
  const [first] = step;
  if (!first || !step.every(({ edit }) => leavesOutputAlone(edit))) return 'nothing';
  return new Random(first.seed).pick(['nothing', 'files', 'files', 'folders']);
}

async function apply({ edit, seed }: Step[number], desk: Desk): Promise<string> {
  const change = EDITS[edit];
  if (!change) throw new Error(`There is no edit “${edit}”`);
  return `${edit} [${seed}]: ${(await change(desk, new Random(seed))) ?? 'nothing to do'}`;
}

/** For whoever looks for a fault: the folder as it was when it was met. */
function keepIfAsked(folder: string): void {
  const target = process.env['KEEP_EDITS'];
  if (target !== undefined) cpSync(folder, target, { recursive: true, verbatimSymlinks: true });
}
