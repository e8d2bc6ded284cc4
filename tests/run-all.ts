// All that `npm test` is: style, types and what nobody uses, side by side, and then the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

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
  const [status] = await once(spawn('vitest', args, { stdio: 'inherit' }), 'close');
  return status === 0;
}

const checks = await Promise.all(CHECKS.map(runCheck));
// The last line of the output is that of the tests: how many have passed.
const havePassed = await runTests();
const isClean = checks.every((isPassed) => isPassed);
if (!isClean) process.stderr.write('Style, types or unused code: failed, see above\n');
process.exitCode = isClean && havePassed ? 0 : 1;
