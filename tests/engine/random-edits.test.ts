import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { IS_NIGHT } from '../at-night.ts';

const SEQUENCES = process.env['EDIT_SEQUENCES'] ?? '40';
const SEED = process.env['EDIT_SEED'] ?? `${seedOfCommit()}`;
const ASKED = ['--sequences', SEQUENCES, '--seed', SEED];

it(`comes to the same as a build from nothing, after any edits (${SEQUENCES} sequences from seed ${SEED} on)`, () => {
  const program = fileURLToPath(new URL('run-edits.ts', import.meta.url));
  // What vitest and its coverage ask of their own processes is none of these processes' business.
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const TESTED = IS_NIGHT ? 'all' : 'some';
  const args = ['--import', 'tsx', program, ...ASKED];
  process.stdout.write(`Random edits: ${SEQUENCES} sequences from seed ${SEED} on\n`);

  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...env, TESTED },
    maxBuffer: 2 ** 28,
  });

  const repeat = `npm run test:edits -- ${ASKED.join(' ')}`;
  expect(`${stdout}${stderr}`, repeat).toContain(`${SEQUENCES} sequences, `);
  expect(status, `${stdout}${stderr}\nAll of them again: ${repeat}`).toBe(0);
});

/** Another one for each commit, and always the same where there is none. */
function seedOfCommit(): number {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' });
  return status === 0 ? Number.parseInt(stdout.slice(0, 7), 16) : 0;
}
