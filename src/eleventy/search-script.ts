import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Baseline } from '../domain/baseline.ts';
import type { UrlPath } from '../domain/url-path.ts';
import type { AssetSubject } from '../pages/asset.ts';
import { kept } from './kept.ts';
import { PROJECT } from './project.ts';
import { versionOf } from './version-of.ts';

const require = createRequire(import.meta.url);
const SOURCE = 'layouts/scripts/search.js';
/** The folder of what it imports. */
const PARTS = 'layouts/scripts/search';

/** What else it is made of: words are told apart in browsers as they were when the site was built. */
const SHARED = ['src/formats/search-words.ts', 'src/formats/search-part.ts', 'src/domain/search-url.ts'];

/** The script of the search page; its name is made of its content. */
export function makeSearchScript({ scriptTargets }: Baseline): AssetSubject {
  const parts = readdirSync(join(PROJECT, PARTS)).sort();
  const paths = [SOURCE, ...parts.map((name) => `${PARTS}/${name}`), ...SHARED];
  const sources = paths.map((path) => readFileSync(join(PROJECT, path), 'utf8'));
  const code = kept(['search', versionOf('esbuild'), sources, scriptTargets], () => {
    const { buildSync } = require('esbuild') as typeof import('esbuild');
    const { outputFiles } = buildSync({
      absWorkingDir: PROJECT,
      entryPoints: [SOURCE],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: [...scriptTargets],
      // Its file says `u` already, and what a browser does not know is found out when it runs.
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return { url: `/assets/search.${hash}.js` as UrlPath, text: code };
}
