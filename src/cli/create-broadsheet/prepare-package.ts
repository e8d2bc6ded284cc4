// What `npm pack` of this folder runs first: compiles `init`, with all that it needs, to one file. So the package needs no other one: nobody
// waits for Broadsheet to be installed twice, and a newsroom can be made where no registry has it.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Description } from '../init/init.ts';

const FOLDER = import.meta.dirname;
const DIST = join(FOLDER, 'dist');

rmSync(DIST, { recursive: true, force: true });
if (process.argv[2] !== '--remove') await makeDist();

async function makeDist(): Promise<void> {
  const path = join(FOLDER, '../../../package.json');
  const { version, engines, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Description;
  const description: Description = { version, engines, devDependencies: { typescript: devDependencies.typescript } };
  await build({
    entryPoints: [join(FOLDER, 'create-broadsheet.ts')],
    outfile: join(DIST, 'create-broadsheet.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: {
      'import.meta.url': '$url',
      $description: JSON.stringify(description),
      $help: JSON.stringify(helpOfInit()),
    },
    banner: { js: "#!/usr/bin/env node\nconst $url = require('node:url').pathToFileURL(__filename).href;" },
    minify: true,
    legalComments: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

/** What the help of Broadsheet says of `init`, as that is called here. */
function helpOfInit(): string {
  const help = readFileSync(join(FOLDER, '../help.txt'), 'utf8');
  const [paragraph = ''] = help.split('\n\n').filter((part) => part.startsWith('  init DIR'));
  return `Usage: npm create broadsheet DIR -- [options]\n\n${paragraph.replace('  init DIR', '  DIR     ')}\n`;
}
