import { outputTable } from '../cache/cache.ts';
import { UNKNOWN } from '../cache/output-index.ts';
import { type PrintedFile, type PrintTask, printPages } from './print-pages.ts';
import { type FileRead, type ReadTask, readArticles } from './read-articles.ts';
import { type OutputScan, scanOutput } from './scan-output.ts';

export { packFault } from './fault-message.ts';
export { share } from './shared.ts';

/** Looks for differences between an output and what a cache knows of it. */
export interface ScanTask {
  readonly name: 'scan';
  readonly output: string;
  /** Absolute path of the folder of the cache. */
  readonly cache: string;
}

/** Something that any thread can do. */
export type Task = ReadTask | PrintTask | ScanTask;

interface Results {
  readonly read: readonly FileRead[];
  readonly print: readonly PrintedFile[];
  readonly scan: OutputScan;
}

export type Result<Name extends Task['name']> = Results[Name];

/** Does a task in this thread. */
export async function runTask<Name extends Task['name']>(task: Extract<Task, { name: Name }>): Promise<Result<Name>>;
export async function runTask(task: Task): Promise<Result<Task['name']>> {
  if (task.name === 'read') return readArticles(task);
  if (task.name === 'print') return printPages(task);
  return scan(task);
}

/** A folder of which nothing is kept is found in the one around it: where something is lost, each is looked at. */
function scan({ output, cache }: ScanTask): OutputScan {
  const table = outputTable(cache);
  const rows = [...table.entries()];
  const known = table.isWhole ? rows : rows.map(([folder, [, files]]) => [folder, [UNKNOWN, files]] as const);
  const { spoilt, strays, touched, folders } = scanOutput(output, known);
  return { spoilt, strays, touched, folders };
}
