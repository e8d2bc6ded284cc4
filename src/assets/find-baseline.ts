import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import type { CompatData } from '@mdn/browser-compat-data';
import { datedQuery } from '../baseline/floors.ts';
import { deriveBaseline } from '../baseline/derive-baseline.ts';
import type { DerivedRelease, Sources } from '../baseline/browser-data.ts';
import type { BaselineRead } from '../domain/site/baseline.ts';
import { cached } from './cached.ts';
import { PROGRAM, requireInProgram as require, versionOf } from '../disk/project.ts';

/** Raised when a baseline is derived in another way, or a refusal has other words. */
const REVISION = 4;

/**
 * Derives a site's baseline from a browserslist query, once for each query and each version of the data; that takes longer
 * than it takes to build a small site.
 *
 * @param query As in `site.yaml`.
 * @param now Milliseconds since 1970.
 */
export function findBaseline(query: string, now: number): BaselineRead {
  const dated = datedQuery(query, now);
  const read = cached(['baseline', REVISION, dated, ...versionsOfData()], () => deriveBaseline(dated, loadSources()));
  return read.kind === 'derived' ? { ...read, baseline: { ...read.baseline, query } } : read;
}

/**
 * What a package has of these, made by `src/build/package/browser-data.ts`: all of MDN's data is 20 MB, and what asks browserslist is eight
 * packages, which only who works on Broadsheet installs.
 */
const SHIPPED = join(PROGRAM, 'dist/browser-data');
const IS_SHIPPED = existsSync(SHIPPED);

/** The versions of all that a baseline is derived from. */
export function versionsOfData(): readonly string[] {
  if (IS_SHIPPED) return require(join(SHIPPED, 'versions.json')) as readonly string[];
  return [
    versionOf('@mdn/browser-compat-data'),
    versionOf('baseline-browser-mapping'),
    versionOf('browserslist'),
    versionOf('caniuse-lite', 'browserslist'),
  ];
}

interface Queries {
  readonly browserslist: (query: string, options: object) => readonly string[];
  readonly mapping: { readonly getAllVersions: (options: object) => unknown };
}

/** The data is large, so it is read only when something must be derived. */
function loadSources(): Sources {
  process.env['BROWSERSLIST_IGNORE_OLD_DATA'] ??= 'true';
  process.env['BASELINE_BROWSER_MAPPING_IGNORE_OLD_DATA'] ??= 'true';
  const { browserslist, mapping } = IS_SHIPPED ? shippedQueries() : installedQueries();
  const derived = { includeDownstreamBrowsers: true, includeKaiOS: true, suppressWarnings: true };
  return {
    data: IS_SHIPPED ? shippedSupport() : (require('@mdn/browser-compat-data') as CompatData),
    resolve: (query) => browserslist(query, { path: false }),
    derivedReleases: mapping.getAllVersions(derived) as readonly DerivedRelease[],
  };
}

function shippedQueries(): Queries {
  const path = join(SHIPPED, 'queries.cjs');
  const code = gunzipSync(readFileSync(`${path}.gz`)).toString();
  const module: { exports: unknown } = { exports: {} };
  compileFunction(code, ['module', 'exports', 'require'], { filename: path })(module, module.exports, require);
  return module.exports as Queries;
}

function shippedSupport(): CompatData {
  return JSON.parse(gunzipSync(readFileSync(join(SHIPPED, 'support.json.gz'))).toString('utf8')) as CompatData;
}

function installedQueries(): Queries {
  return {
    browserslist: require('browserslist') as Queries['browserslist'],
    mapping: require('baseline-browser-mapping') as Queries['mapping'],
  };
}
