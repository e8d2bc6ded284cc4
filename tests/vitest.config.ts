import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** They change the clock, and how the process imports: their processes are for nothing else, and load the engine once. */
const ENGINE = ['tests/engine/**/*.test.ts'];
/** Each of these has a process of its own: it measures processor time, to which what others leave in memory adds. */
const MEASURING = ['tests/hostile/growth/*.test.ts'];

/** V8 11, of Node 20, compiles what runs often anew, which tests do not repay: an eighth of their time. Later ones have no such setting. */
const LATE = Number.parseInt(process.versions.v8, 10) < 12 ? ['--interrupt-budget=1000000'] : [];

const COMMON: TestProjectInlineConfiguration = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // There is no time limit worth the name: machines differ, and speed belongs to `tests/bench`.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    pool: 'forks',
    setupFiles: ['tests/property-seed.ts'],
    // Imported by Node itself, see tests/engine/builds/build-in-process.ts.
    server: { deps: { external: [/\/src\/build\/build\.ts$/] } },
  },
};

/**
 * Every test of the project, the longest files of a group first, so that short ones come last and no core is idle. Most files run one after the other
 * in a few processes, which import everything once: they leave the process as they found it. There is a process more of these than there are cores,
 * for each waits a third of its time for others: commands, browsers. What measures must not be crowded.
 */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/site/build-demo.ts'],
    projects: [
      {
        ...COMMON,
        test: {
          ...COMMON.test,
          // What looks is to be a part of the program that builds; other tests import it by themselves.
          server: { deps: { external: [/\/src\/build\/(?:build|look-at-newsroom)\.ts$/] } },
          name: 'engine',
          include: ENGINE,
          execArgv: LATE,
          isolate: false,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...COMMON,
        test: {
          ...COMMON.test,
          name: 'measuring',
          include: MEASURING,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...COMMON,
        test: {
          ...COMMON.test,
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          execArgv: LATE,
          exclude: [...ENGINE, ...MEASURING],
          isolate: false,
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    // Asked for by `npm run coverage`: it takes half as long again.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'layouts/**/*.tsx'],
      exclude: ['src/**/*.d.ts', 'src/cli/*.ts', 'src/cli/{create-broadsheet,eject,faults,init}/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 94 },
      reportsDirectory: 'node_modules/.cache/coverage',
    },
    reporters: ['default', new URL('count-reporter.ts', import.meta.url).pathname],
  },
});
