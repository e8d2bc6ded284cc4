import type { PrintedEntry } from '../../pages/feeds/printed-entry.ts';
import { type OutputPlan, planFor, type PlanTask, scanFor, type ScanTask } from './output-tasks.ts';
import { type EntriesTask, printEntries } from './print-entries.ts';
import { type PrintedFile, printPages, type PrintTask } from './print-pages.ts';
import { type FileRead, readArticles, type ReadTask } from './read-articles.ts';
import type { OutputScan } from './scan-output.ts';

export { packFault } from './fault-message.ts';
export { share } from './task-context.ts';

/** Something that any thread can do. */
export type Task = ReadTask | EntriesTask | PrintTask | ScanTask | PlanTask;

interface Results {
  readonly read: readonly FileRead[];
  readonly entries: readonly PrintedEntry[];
  readonly print: readonly PrintedFile[];
  readonly scan: OutputScan;
  readonly plan: OutputPlan;
}

export type Result<Name extends Task['name']> = Results[Name];

/** Does a task in this thread. */
export async function runTask<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>>;
export async function runTask(task: Task): Promise<Result<Task['name']>> {
  if (task.name === 'read') return readArticles(task);
  if (task.name === 'entries') return printEntries(task);
  if (task.name === 'print') return printPages(task);
  return task.name === 'scan' ? scanFor(task) : planFor(task);
}
