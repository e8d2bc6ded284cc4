import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { PROGRAM } from '../../../src/disk/project.ts';
import { compile } from '../../../src/build/program/compile.js';
import { aStory } from '../../newsroom/manuscript.ts';
import { PROJECT, run } from '../../site/run-broadsheet.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const kept = join(folder, 'kept');

beforeAll(() => {
  writeTo(content, { 'site.yaml': 'title: The Ledger\nurl: https://ledger.example/\n', 'articles/a.md': aStory() });
});

/** Builds in a process that keeps what V8 made of the program in a folder of its own, after `settings` are given to V8. */
async function build(output: string, settings = ''): Promise<ReadonlyMap<string, number>> {
  const folders = { program: PROGRAM, newsroom: PROGRAM };
  const script = join(folder, 'build.mjs');
  const files = [join(kept, 'program-build.cache')];
  writeFileSync(
    script,
    `import { createRequire } from 'node:module';
import { loadProgram } from ${JSON.stringify(join(PROGRAM, 'src/build/program/load-program.js'))};
import { compileSoonFor, keepHeapSmallFor } from ${JSON.stringify(join(PROGRAM, 'src/build/v8-settings.js'))};
const { program, keep } = loadProgram(${JSON.stringify(await compile(folders))}, ${JSON.stringify(folders)}, { codeFiles: ${JSON.stringify(files)} });
await program.main(['build', '--content', ${JSON.stringify(content)}, '--output', process.argv[2], '--cache', process.argv[2] + '-cache']);
${settings}
keep();
process.stdout.write(Object.keys(createRequire(import.meta.url).cache).filter((name) => name.endsWith('seldom.cjs')).join());
`,
  );
  const { status, stdout, stderr } = run(process.execPath, [script, join(folder, output)], { cwd: PROJECT });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout, 'loads what Eleventy seldom uses').not.toContain('seldom.cjs');
  // A file that is written anew is another file.
  return new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).ino]));
}

it('is taken by the next build that renders, whatever the one before has set', async () => {
  expect(existsSync(kept)).toBe(false);
  const first = await build('one', 'compileSoonFor(100_000); keepHeapSmallFor(100_000);');
  expect([...first.keys()]).toEqual(['eleventy-build.cache', 'layouts-build.cache', 'program-build.cache']);
  expect(await build('two')).toEqual(first);
});
