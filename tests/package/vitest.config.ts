import { defineConfig } from 'vitest/config';
import CountReporter from '../count-reporter.ts';

/** The suite of `npm run test:package-managers`, which stands apart since it fetches pnpm, two of yarn, and what judges packages. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/package/*.managers.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    pool: 'forks',
    reporters: ['default', new CountReporter()],
  },
});
