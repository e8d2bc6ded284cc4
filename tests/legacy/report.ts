import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { PROJECT } from '../site/run-broadsheet.ts';

interface Row {
  readonly report: EngineReport;
  readonly failed: readonly string[];
}

const HEAD = [
  'engine',
  'version',
  'expected',
  'seen',
  'dismissed',
  'remembered',
  'without storage',
  'pictures',
  'result',
];

/** Ends a run with a table of the engines, on the console and in `report.md` beside the pictures. */
export class EngineReporter implements Reporter {
  onTestRunStart(): void {
    rmSync(artefact('.'), { recursive: true, force: true });
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const table = `${[HEAD, HEAD.map(() => '---'), ...rowsOf(modules)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
    writeFileSync(artefact('report.md'), table);
    process.stdout.write(`\n${table}`);
  }
}

function rowsOf(modules: readonly TestModule[]): readonly (readonly string[])[] {
  const rows = new Map<string, Row>();
  for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
    const { engineReport } = test.meta();
    if (engineReport === undefined) continue;
    const { report, failed } = rows.get(engineReport.engine) ?? { report: engineReport, failed: [] };
    const fault = test.result().state === 'passed' ? [] : [test.name];
    rows.set(engineReport.engine, { report: { ...report, ...engineReport }, failed: [...failed, ...fault] });
  }
  const places = [...rows.values()].sort((a, b) =>
    a.report.engine.localeCompare(b.report.engine, 'en', { numeric: true }),
  );
  return places.map(cellsOf);
}

function cellsOf({ report, failed }: Row): readonly string[] {
  const { engine, version, expected, seen, dismissed, remembered, rememberedWithoutStorage, pictures } = report;
  const found = [version, expected, seen, dismissed, remembered, rememberedWithoutStorage, pictures?.join(', ')];
  return [engine, ...found.map((cell) => cell ?? '–'), failed.length === 0 ? 'passed' : `FAILED: ${failed.join('; ')}`];
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a test found out about an engine. */
    engineReport?: EngineReport;
  }
}

/** What is reported of an engine; each test of it finds out a part. */
export interface EngineReport {
  readonly engine: string;
  readonly expected: 'banner' | 'no banner' | 'the story alone';
  readonly version?: string;
  readonly seen?: string;
  readonly dismissed?: string;
  readonly remembered?: string;
  readonly rememberedWithoutStorage?: string;
  readonly pictures?: readonly string[];
}

/** Not below `tests/`, whose folders are counted. */
const FOLDER = join(PROJECT, 'node_modules/.cache/legacy');

/** The path of a file that a run leaves for people to look at. */
export function artefact(file: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return join(FOLDER, file);
}
