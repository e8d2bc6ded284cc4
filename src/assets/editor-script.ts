import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile, Plugin } from 'esbuild';
import { PROGRAM, requireInProgram } from '../disk/project.ts';

/** The script of a package; a clone makes its own. */
export const SHIPPED_EDITOR = 'dist/editor.js.gz';

let made: Promise<Buffer> | undefined;

/** The script of the editor in the browser, compressed by gzip. In a clone it is made when it is first asked for, which takes seconds. */
export function editorScript(): Promise<Buffer> {
  made ??= readOrMake();
  return made;
}

async function readOrMake(): Promise<Buffer> {
  const shipped = join(PROGRAM, SHIPPED_EDITOR);
  if (existsSync(shipped)) return readFileSync(shipped);
  const { code } = await bundleEditor();
  return gzipSync(code);
}

/** Makes the script of the editor: Decap CMS with all that it needs, and what Broadsheet adds to it. */
export async function bundleEditor(): Promise<{ readonly code: Uint8Array; readonly metafile: Metafile }> {
  const { build } = requireInProgram('esbuild') as typeof import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROGRAM,
    entryPoints: ['src/newsroom/admin/browser/cms.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    loader: { '.svg': 'text', '.png': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [LEFT_OUT],
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The script of the editor could not be made');
  return { code: file.contents, metafile };
}

/**
 * Parts of Decap CMS that are not used: the test of its settings, which ours are made to pass and which compiles code as it runs, what a content policy
 * forbids; and the conversion of pictures to other formats, which builds do.
 */
const LEFT_OUT: Plugin = {
  name: 'left-out',
  setup: (bundle) => {
    bundle.onLoad({ filter: /decap-cms-core[\\/]dist[\\/]esm[\\/]constants[\\/]configSchema\.js$/ }, () => ({
      contents: 'export function getConfigSchema() { return {}; } export function validateConfig() {}',
    }));
    bundle.onResolve({ filter: /^@jsquash\// }, ({ path }) => ({ path, namespace: 'left-out' }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
  },
};
