import { rmSync, writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { artefact } from './artefact.ts';
import type { EngineReport } from './engine-report.ts';

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

/** Ends a run with a table of the engines, on the console and in `artefacts/report.md`. */
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
