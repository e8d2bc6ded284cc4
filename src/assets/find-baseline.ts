import { createRequire } from 'node:module';
import type { CompatData } from '@mdn/browser-compat-data';
import { datedQuery } from '../baseline/floors.ts';
import { deriveBaseline } from '../baseline/derive-baseline.ts';
import type { DerivedRelease, Sources } from '../baseline/browser-data.ts';
import type { BaselineRead } from '../domain/site/baseline.ts';
import { cached } from './cached.ts';
import { versionOf } from '../disk/project.ts';

/** Raised when a baseline is derived in another way, or a refusal has other words. */
const REVISION = 4;
const DATA = ['@mdn/browser-compat-data', 'baseline-browser-mapping', 'browserslist', 'caniuse-lite'];

const require = createRequire(import.meta.url);

/**
 * Derives a site's baseline from a browserslist query, once for each query and each version of the data; that takes longer
 * than it takes to build a small site.
 *
 * @param query As in `site.yaml`.
 * @param now Milliseconds since 1970.
 */
export function findBaseline(query: string, now: number): BaselineRead {
  const dated = datedQuery(query, now);
  const read = cached(['baseline', REVISION, dated, DATA.map(versionOf)], () => deriveBaseline(dated, loadSources()));
  return read.kind === 'derived' ? { ...read, baseline: { ...read.baseline, query } } : read;
}

/** The data is 20 MB, so it is read only when something must be derived. */
function loadSources(): Sources {
  process.env['BROWSERSLIST_IGNORE_OLD_DATA'] ??= 'true';
  process.env['BASELINE_BROWSER_MAPPING_IGNORE_OLD_DATA'] ??= 'true';
  const browserslist = require('browserslist') as (query: string, options: object) => readonly string[];
  const mapping = require('baseline-browser-mapping') as { readonly getAllVersions: (options: object) => unknown };
  const derived = { includeDownstreamBrowsers: true, includeKaiOS: true, suppressWarnings: true };
  return {
    data: require('@mdn/browser-compat-data') as CompatData,
    resolve: (query) => browserslist(query, { path: false }),
    derivedReleases: mapping.getAllVersions(derived) as readonly DerivedRelease[],
  };
}
