import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompatData } from '@mdn/browser-compat-data';
import { datedQuery } from '../baseline/floors.ts';
import { deriveBaseline } from '../baseline/derive-baseline.ts';
import type { DerivedRelease, Sources } from '../baseline/browser-data.ts';
import type { BaselineRead } from '../domain/site/baseline.ts';
import { fingerprintOfFile } from '../disk/files.ts';
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

/** What a package has of MDN's data, see `neededData`. All of it is 20 MB, which only who works on Broadsheet installs. */
const SHIPPED_DATA = join(PROGRAM, 'dist/browser-data.json');

/** The file changes with the package. */
function versionsOfData(): readonly string[] {
  const ofData = existsSync(SHIPPED_DATA) ? fingerprintOfFile(SHIPPED_DATA, 0) : versionOf('@mdn/browser-compat-data');
  const others = [
    versionOf('baseline-browser-mapping'),
    versionOf('browserslist'),
    versionOf('caniuse-lite', 'browserslist'),
  ];
  return [ofData, ...others];
}

/** The data is large, so it is read only when something must be derived. */
function loadSources(): Sources {
  process.env['BROWSERSLIST_IGNORE_OLD_DATA'] ??= 'true';
  process.env['BASELINE_BROWSER_MAPPING_IGNORE_OLD_DATA'] ??= 'true';
  const browserslist = require('browserslist') as (query: string, options: object) => readonly string[];
  const mapping = require('baseline-browser-mapping') as {
    readonly getAllVersions: (options: object) => unknown;
  };
  const derived = { includeDownstreamBrowsers: true, includeKaiOS: true, suppressWarnings: true };
  return {
    data: require(existsSync(SHIPPED_DATA) ? SHIPPED_DATA : '@mdn/browser-compat-data') as CompatData,
    resolve: (query) => browserslist(query, { path: false }),
    derivedReleases: mapping.getAllVersions(derived) as readonly DerivedRelease[],
  };
}
