import { defineConfig } from 'vitest/config';
import CountReporter from '../count-reporter.ts';

/** The suite of `npm run test:nodes`, which stands apart since it fetches every Node that is supported: 200 MB. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/nodes/*.nodes.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    pool: 'forks',
    reporters: ['default', new CountReporter()],
  },
});
