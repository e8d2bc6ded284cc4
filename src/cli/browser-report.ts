import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBaseline } from '../baseline/describe-baseline.ts';
import type { BuildReport } from '../build/publishing/build-state.ts';

/**
 * Writes the page of the build's report that says which browsers are supported.
 *
 * @param cacheFolder Absolute path of the folder that builds keep things in.
 * @returns Path of the page; undefined where it cannot be written, for a build is as good without it.
 */
export function writeBrowserReport({ baseline, gateHash }: BuildReport, cacheFolder: string): string | undefined {
  const path = join(cacheFolder, 'report/browsers.md');
  try {
    mkdirSync(join(cacheFolder, 'report'), { recursive: true });
    writeFileSync(path, describeBaseline(baseline, gateHash));
    return path;
  } catch {
    return undefined;
  }
}
