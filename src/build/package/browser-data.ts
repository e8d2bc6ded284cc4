import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type { CompatData } from '@mdn/browser-compat-data';
import { versionsOfData } from '../../assets/find-baseline.ts';
import { neededData } from '../../baseline/needed-data.ts';
import { requireInProgram } from '../../disk/project.ts';

/** What is asked of browsers, each by its own package. */
const QUERIES =
  "module.exports = { browserslist: require('browserslist'), mapping: require('baseline-browser-mapping') };";

/**
 * Writes what baselines are derived from, see `src/assets/find-baseline.ts`: as much of MDN's data as is asked for, and browserslist with all
 * that it reads.
 *
 * @param folder Absolute path.
 * @param root Absolute path of the folder that has `node_modules/`.
 * @returns What it was made of.
 */
export async function writeBrowserData(folder: string, root: string): Promise<Metafile> {
  mkdirSync(folder, { recursive: true });
  const data = neededData(requireInProgram('@mdn/browser-compat-data') as CompatData);
  writeFileSync(join(folder, 'support.json.gz'), gzipSync(JSON.stringify(data), { level: 9 }));
  writeFileSync(join(folder, 'versions.json'), JSON.stringify(versionsOfData()));
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: QUERIES, resolveDir: root },
    outfile: join(folder, 'queries.cjs'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [{ name: 'all-regions-and-features', setup: includeAll }],
  });
  for (const { contents } of outputFiles)
    writeFileSync(join(folder, 'queries.cjs.gz'), gzipSync(contents, { level: 9 }));
  return metafile;
}

/** Which file of caniuse-lite a query reads depends on the query; all together have half a megabyte. */
function includeAll(bundle: import('esbuild').PluginBuild): void {
  bundle.onLoad({ filter: /browserslist[\\/]node\.js$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8').replaceAll("require('caniuse-lite/data/", "require('../caniuse-lite/data/"),
  }));
}
