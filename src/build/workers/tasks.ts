import type { PrintedEntry } from '../../pages/feeds/printed-entry.ts';
import type { ProofreadTask, proofreadFiles } from '../copy-desk/proofread-files.ts';
import { type EntriesTask, printEntries } from './print-entries.ts';
import { type PrintedFile, printPages, type PrintTask } from './print-pages.ts';
import { type FileRead, readArticles, type ReadTask } from './read-articles.ts';
import { NO_DIFFERENCE, type OutputScan, scanOutput } from './scan-output.ts';
import { type Plan, planPages, type WantedFiles } from '../../plan/plan-pages.ts';
import { pack } from '../../pages/packed.ts';
import { outputTable } from '../cache/cache.ts';
import { type FolderRow, isOfTemplates, OutputIndex } from '../cache/output-index.ts';
import type { Table } from '../cache/table.ts';

export { importOwnFiles } from '../program/own-files.ts';
export { packFault } from './fault-message.ts';
export { share } from './task-context.ts';

/** Something that any thread can do. */
export type Task = ReadTask | EntriesTask | PrintTask | ScanTask | PlanTask | ProofreadTask;

interface Results {
  readonly read: readonly FileRead[];
  readonly entries: readonly PrintedEntry[];
  readonly print: readonly PrintedFile[];
  readonly scan: OutputScan;
  readonly plan: OutputPlan;
  readonly proofread: Awaited<ReturnType<typeof proofreadFiles>>;
}

export type Result<Name extends Task['name']> = Results[Name];

/** A task as it is sent to another thread, which parses it. */
export function packTask(task: Task): string {
  return task.name === 'print' || task.name === 'entries' ? pack(task) : JSON.stringify(task);
}

/** Does a task: of this thread's own, or as it came from another. */
export async function runTask<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>>;
export async function runTask(task: Task): Promise<Result<Task['name']>> {
  if (task.name === 'read') return readArticles(task);
  if (task.name === 'entries') return printEntries(task);
  if (task.name === 'print') return printPages(task);
  // No build asks for it.
  if (task.name === 'proofread') return (await import('../copy-desk/proofread-files.ts')).proofreadFiles(task);
  return task.name === 'scan' ? scanFor(task) : planFor(task);
}

/** An output, and the cache that knows of it. */
interface OutputPlace {
  readonly output: string;
  /** Absolute path of the folder of the cache. */
  readonly cache: string;
  /** Whether the output is taken to be as the last build left it, where all is there that was kept of it. */
  readonly isAsLeft: boolean;
}

/** Looks for differences between an output and what a cache knows of it. */
export interface ScanTask extends OutputPlace {
  readonly name: 'scan';
}

/** Compares the files that are to be with those that are there, as the thread found them that has looked at the output. */
export interface PlanTask extends OutputPlace {
  readonly name: 'plan';
  readonly wanted: WantedFiles;
}

/** A plan, and the files that are in none: which of them there are to be, only Eleventy knows. */
export interface OutputPlan extends Plan {
  /** The files of templates of `content/pages/`, each with what it was made of. */
  readonly ofTemplates: readonly (readonly [path: string, fingerprint: string])[];
}

/** What was found out last about an output. It is a hundred megabytes where there are many stories, and stays in one thread. */
let looked: (OutputPlace & { readonly table: Table<FolderRow>; readonly scan: OutputScan }) | undefined;

export function scanFor(place: OutputPlace): OutputScan {
  const table = outputTable(place.cache);
  const scan = place.isAsLeft && isWhole(table) ? NO_DIFFERENCE : scanOutput(place.output, table);
  looked = { ...place, table, scan };
  return scan;
}

/** Whether there is all that was kept of an output. */
function isWhole(table: Table<FolderRow>): boolean {
  return table.size > 0 && table.isWhole;
}

export function planFor({ wanted, ...place }: PlanTask): OutputPlan {
  if (looked?.output !== place.output || looked.cache !== place.cache) scanFor(place);
  const { table, scan } = looked as NonNullable<typeof looked>;
  looked = undefined;
  const index = new OutputIndex(table);
  const spoilt = new Set(scan.spoilt);
  const { stale, fresh, gone } = planPages(wanted, {
    fileAt: (path) => index.rowOf(path),
    files: () => index.rows(),
    fingerprintOf: (row) => row[1],
    isIntact: (path) => spoilt.size === 0 || !spoilt.has(path),
  });
  const ofTemplates: (readonly [path: string, fingerprint: string])[] = [];
  for (const [path, row] of index.rows()) if (isOfTemplates(row[1])) ofTemplates.push([path(), row[1]]);
  const others = new Set(ofTemplates.map(([path]) => path));
  return { stale, fresh, gone: gone.filter((path) => !others.has(path)), ofTemplates };
}
