import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Description } from '../init/init.ts';

const FOLDER = import.meta.dirname;

/**
 * Compiles `init`, with all that it needs, to one file in a folder. So the package needs no other one: nobody waits for Broadsheet to be
 * installed twice, and a newsroom can be made where no registry has it.
 */
export async function bundleTo(folder: string): Promise<void> {
  const path = join(FOLDER, '../../../package.json');
  const { version, engines, devDependencies } = JSON.parse(readFileSync(path, 'utf8')) as Description;
  const description: Description = { version, engines, devDependencies: { typescript: devDependencies.typescript } };
  await build({
    entryPoints: [join(FOLDER, 'create-broadsheet.ts')],
    outfile: join(folder, 'create-broadsheet.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: {
      'import.meta.url': '$url',
      $description: JSON.stringify(description),
      $help: JSON.stringify(helpOfInit()),
    },
    banner: { js: OPENING },
    minify: true,
    legalComments: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
}

/** What the program is otherwise told by whatever loads it, see `src/build/program/load-program.js`. */
const OPENING = `#!/usr/bin/env node
const $url = require('node:url').pathToFileURL(__filename).href;
const $loaded = { program: __dirname, newsroom: process.cwd(), compiled: __dirname };`;

/** What the help of Broadsheet says of `init`, as that is called here. */
function helpOfInit(): string {
  const help = readFileSync(join(FOLDER, '../help/help.txt'), 'utf8');
  const [paragraph = ''] = help.split('\n\n').filter((part) => part.startsWith('  init DIR'));
  return `Usage: npm create broadsheet DIR -- [options]\n\n${paragraph.replace('  init DIR', '  DIR     ').replace('npx broadsheet init my-paper', 'npm create broadsheet my-paper --')}\n`;
}
