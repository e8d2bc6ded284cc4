// All that `npm test` is: style, types and what nobody uses are checked beside the tests, which leave a part of the machine idle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Prints what the checks say when they have ended: it is not to be mixed with what the tests say. */
async function runChecks(): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', 'test:checks'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  process.stdout.write(`Style, types, unused code: ${status === 0 ? 'passed' : 'FAILED'}\n${stdout}${stderr}\n`);
  return status === 0;
}

async function runTests(): Promise<boolean> {
  const args = ['run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)];
  const [status] = await once(spawn('vitest', args, { stdio: 'inherit' }), 'close');
  return status === 0;
}

const [isClean, havePassed] = await Promise.all([runChecks(), runTests()]);
// The last line of the output is that of the tests: how many have passed.
if (!isClean) process.stderr.write('Style, types or unused code: failed, see above\n');
process.exitCode = isClean && havePassed ? 0 : 1;
