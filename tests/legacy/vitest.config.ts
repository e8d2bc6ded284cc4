import { defineConfig } from 'vitest/config';
import CountReporter from '../count-reporter.ts';
import { EngineReporter } from './report.ts';

/**
 * The suite of `npm run test:legacy`: the banner in engines of past years, which it fetches from the npm registry. It stands
 * apart because they are half a gigabyte to fetch, and more than one unpacked.
 */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/legacy/*.legacy.ts'],
    globalSetup: ['tests/legacy/install-debian-packages.ts', 'tests/site/build-demo.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    pool: 'forks',
    reporters: ['default', new EngineReporter(), new CountReporter()],
  },
});
