import { defineConfig } from 'vitest/config';
import CountReporter from '../../count-reporter.ts';

/**
 * The suite of `npm run test:firefox`: the editor in the Firefox of the system. It stands apart because no package brings one; where there is none, it fails
 * and says what to install.
 */
export default defineConfig({
  test: {
    root: new URL('../../..', import.meta.url).pathname,
    include: ['tests/preview/firefox/*.firefox.ts'],
    globalSetup: ['tests/site/build-demo.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    reporters: ['default', new CountReporter()],
  },
});
