import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';

const SEQUENCES = process.env['EDIT_SEQUENCES'] ?? '200';
const SEED = process.env['EDIT_SEED'] ?? '1';

it(`comes to the same as a build from nothing, after any edits (${SEQUENCES} sequences from seed ${SEED} on)`, () => {
  const program = fileURLToPath(new URL('run-edits.ts', import.meta.url));
  // What vitest and its coverage ask of their own processes is none of these processes' business.
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const args = ['--import', 'tsx', program, '--sequences', SEQUENCES, '--seed', SEED];

  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 2 ** 28 });

  expect(`${stdout}${stderr}`).toContain(`${SEQUENCES} sequences, `);
  expect(status, `${stdout}${stderr}`).toBe(0);
});
