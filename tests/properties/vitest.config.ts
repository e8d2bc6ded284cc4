import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import CountReporter from '../count-reporter.ts';

const PROJECT = new URL('../..', import.meta.url).pathname;

/**
 * The suite of `npm run test:properties`: every test of a property, with other inputs in each run. A failure tells its seed, with which
 * `PROPERTY_SEED=123 npm run test:properties FILE` finds the same again.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: PROJECT,
    include: filesWithProperties(),
    env: { PROPERTY_SEED: process.env['PROPERTY_SEED'] ?? 'random', TESTED: 'all' },
    setupFiles: ['tests/property-seed.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    pool: 'forks',
    isolate: false,
    reporters: ['default', new CountReporter()],
  },
});

/** Whatever imports fast-check. That there are none would be a mistake of this search. */
function filesWithProperties(): string[] {
  const tests = readdirSync(join(PROJECT, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join('tests', path).replaceAll('\\', '/'));
  const found = tests.filter((path) => readFileSync(join(PROJECT, path), 'utf8').includes("from 'fast-check'"));
  if (found.length === 0) throw new Error('no test imports fast-check');
  return found;
}
