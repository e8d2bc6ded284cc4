import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputTable } from '../../../src/build/cache/cache.ts';
import { OutputIndex } from '../../../src/build/cache/output-index.ts';
import { filesIn } from '../../../src/disk/files.ts';
import type { OutputScan } from '../../../src/build/workers/scan-output.ts';
import { runTask } from '../../../src/build/workers/tasks.ts';
import { type AnOutput, buildInto } from '../publishing/an-output.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

/** An output of so many folders, and a cache that knows all of it. */
function built(folders: number): { readonly output: AnOutput; readonly cache: string } {
  const around = temporaryFolder();
  const cache = join(around, 'cache');
  const table = outputTable(cache);
  const output = { folder: join(around, 'site'), table, index: new OutputIndex(table) };
  const paths = Array.from({ length: folders }, (_, number) => `stories/${number}/index.html`);
  buildInto(output, Object.fromEntries(paths.map((path) => [path, 'x'])));
  table.save();
  return { output, cache };
}

function scan({ output, cache }: ReturnType<typeof built>): Promise<OutputScan> {
  return runTask<'scan'>({ name: 'scan', output: output.folder, cache, isAsLeft: false });
}

describe('an output that is compared with what is kept of it', () => {
  it('is as it was', async () => {
    expect(await scan(built(3))).toEqual({ spoilt: [], strays: [], touched: [], folders: [] });
  });

  it('has a stray file also where what is kept of its folder is lost', async () => {
    const { output, cache } = built(1_000);
    const kept = filesIn(join(cache, 'outputs')).filter((path) => path !== 'head');
    rmSync(join(cache, 'outputs', kept[1] ?? ''));
    const folders = new Set([...outputTable(cache).entries()].map(([folder]) => folder));
    const lost = Array.from({ length: 1_000 }, (_, number) => `stories/${number}`).filter((path) => !folders.has(path));
    writeTo(output.folder, { [`${lost[0]}/stray.html`]: 'x', 'stories/stray.html': 'x' });
    const { strays } = await scan({ output, cache });

    expect(kept.length).toBeGreaterThan(1);
    expect(lost.length).toBeGreaterThan(100);
    expect(lost.length).toBeLessThan(900);
    expect([...strays].sort()).toEqual(
      [...lost.map((path) => `${path}/index.html`), `${lost[0]}/stray.html`, 'stories/stray.html'].sort(),
    );
  });
});
