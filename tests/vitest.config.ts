import { defineConfig } from 'vitest/config';

/** Every test of the project. There is no time limit worth the name: machines differ, and speed belongs to `tests/bench`. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/site/build-demo.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    // Imported by Node itself, see tests/engine/build-in-process.ts.
    server: { deps: { external: [/\/src\/build\/build\.ts$/] } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'layouts/**/*.tsx'],
      exclude: ['src/**/*.d.ts', 'src/cli/**'],
      reporter: ['text-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
    },
    reporters: ['default', new URL('count-reporter.ts', import.meta.url).pathname],
  },
});
