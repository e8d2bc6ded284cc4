import type { Budget } from './budget.ts';
import { type FloorStage, STAGES, WHY } from './stages.ts';

const HEADING = '## What a story costs';
/** By how much a stage may be over its floor without a reason beside it. */
const MUCH = 3;

/** The table of a budget, in Markdown. */
export function printBudget({ stories, node, whole, stages, floor }: Budget): string {
  const floorOf = (stage: string): number | undefined => floor[stage as FloorStage];
  const least = Object.values(floor).reduce((sum, time) => sum + time, 0);
  const rows = STAGES.filter((stage) => stages[stage] >= 0.5).map((stage) => {
    const [time, its] = [stages[stage], floorOf(stage)];
    const why = its === undefined || time > MUCH * its ? (WHY[stage] ?? '') : '';
    return `| ${stage} | ${round(time)} | ${its === undefined ? '–' : round(its)} | ${its ? ratio(time / its) : '–'} | ${why} |`;
  });
  return `${[
    HEADING,
    '',
    `Microseconds of processor time for each of ${stories.toLocaleString('en')} stories of a cold build in one thread, with the search, related stories and clean texts (Node ${node.slice(1)}):`,
    '',
    '| stage | Broadsheet | floor | ratio | why |',
    '| --- | --: | --: | --: | --- |',
    ...rows,
    `| **all** | **${round(whole)}** | **${round(least)}** | **${ratio(whole / least)}** | |`,
    '',
    'The floor is the same work at its least: the same files read, the same libraries for YAML and Markdown, plain strings for all else, as many',
    'files written with as many bytes (`tests/bench/budget/floor.ts`). How the time divides is known by a profile, where each moment belongs to the',
    'innermost function of a stage: marks around pieces of a hundredth of a millisecond would cost more than those. The whole is of a build without one.',
  ].join('\n')}\n`;
}

/** A document with this table in place of the one that it has, or before its last part. */
export function withBudget(document: string, table: string): string {
  const parts = document.split(/^(?=## )/m);
  const others = parts.filter((part) => !part.startsWith(HEADING));
  return [...others.slice(0, -1), `${table}\n`, ...others.slice(-1)].join('');
}

/** The table that a document has. */
export function budgetIn(document: string): string | undefined {
  return document
    .split(/^(?=## )/m)
    .find((part) => part.startsWith(HEADING))
    ?.trimEnd();
}

const round = (time: number): string => (time < 10 ? time.toFixed(1) : String(Math.round(time)));
const ratio = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
