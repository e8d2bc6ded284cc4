import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderRow, OutputIndex } from '../../../src/build/cache/output-index.ts';
import { stateOf } from '../../../src/disk/files.ts';
import { plainRows, Table } from '../../../src/build/cache/table.ts';
import { type MadeFile, publish, type Published } from '../../../src/build/publishing/publish.ts';
import { noteScan, type OutputScan, scanOutput } from '../../../src/build/workers/scan-output.ts';
import { makeWorkspace } from '../../../src/build/publishing/workspace.ts';
import { fingerprintOf } from '../../../src/plan/fingerprint.ts';
import { planPages } from '../../../src/plan/plan-pages.ts';
import { type Files, temporaryFolder, writeTo } from '../temporary-folder.ts';

/** An output, and what is known of it from build to build. */
export interface AnOutput {
  readonly folder: string;
  readonly table: Table<FolderRow>;
  readonly index: OutputIndex;
}

/** An output that is not there yet. */
export function anOutput(): AnOutput {
  const around = temporaryFolder();
  const table = new Table<FolderRow>(join(around, 'outputs'), '1', plainRows());
  return { folder: join(around, 'site'), table, index: new OutputIndex(table) };
}

/** How an output differs from what is known of it. */
export function scan({ folder, table }: AnOutput): OutputScan {
  return scanOutput(folder, table);
}

/** Makes an output consist of files, as builds do: scan → plan → make → publish. A file is made of its text. */
export function buildInto(output: AnOutput, files: Files): Published {
  const { folder, index } = output;
  const { spoilt, strays, ...others } = scan(output);
  noteScan({ spoilt, strays, ...others }, index);
  const paths = Object.keys(files);
  const fingerprints = Object.values(files).map((text) => fingerprintOf('made of', text));
  const { stale, gone, fresh } = planPages(
    { paths, fingerprints },
    {
      fileAt: (path) => index.rowOf(path),
      files: () => index.rows(),
      fingerprintOf: (row) => row[1],
      isIntact: (path) => !spoilt.includes(path),
    },
  );
  const workspace = makeWorkspace(folder);
  const made = new Map(
    stale.map((place): readonly [string, MadeFile] => {
      const path = paths[place] ?? '';
      writeTo(workspace.site, { [path]: files[path] ?? '' });
      const state = stateOf(statSync(join(workspace.site, path)));
      return [path, { fingerprint: fingerprints[place] ?? '', content: fingerprintOf(files[path] ?? ''), state }];
    }),
  );
  const left = [...gone, ...strays].filter((path) => !made.has(path));
  const published = publish(
    { site: workspace.site, output: folder, made, gone: left, spoilt: new Set(spoilt), fresh, isLookedAt: true },
    index,
  );
  workspace.remove();
  return published;
}

/** Removes an output, as someone might who knows nothing of builds. */
export function removeOutput({ folder }: AnOutput): void {
  rmSync(folder, { recursive: true, force: true });
}
