// All that `npm test` is: style, types and what nobody uses, side by side, and then the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { aWorkFolder } from './work-folder.ts';

const CHECKS = [['biome', 'check', '.'], ['tsc'], ['knip']] as const;

/** Prints what a check says when it has ended: it is not to be mixed with what others say. */
async function runCheck([name, ...args]: (typeof CHECKS)[number]): Promise<boolean> {
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  process.stdout.write(`${name}: ${status === 0 ? 'passed' : 'FAILED'}\n${stdout}${stderr}`);
  return status === 0;
}

async function runTests(): Promise<boolean> {
  const args = ['run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)];
  const folder = aWorkFolder('tests');
  const vitest = spawn('vitest', args, { stdio: 'inherit', env: { ...process.env, TMPDIR: folder } });
  // Whoever interrupts this interrupts the tests; what they wrote goes all the same.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
  const [status] = await once(vitest, 'close');
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

const checks = await Promise.all(CHECKS.map(runCheck));
// The last line of the output is that of the tests: how many have passed.
const havePassed = await runTests();
const isClean = checks.every((isPassed) => isPassed);
if (!isClean) process.stderr.write('Style, types or unused code: failed, see above\n');
process.exitCode = isClean && havePassed ? 0 : 1;
