import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../site/run-broadsheet.ts';
import type { EnginePackage } from './engines.ts';

const MOST_OUTPUT = 2 ** 26;

/**
 * Unpacks a package, as npm fetches it from the registry that it is configured for, and gives the path of its folder. Nothing
 * in the package is run.
 *
 * @param folder Empty, to be thrown away afterwards.
 */
export async function fetchPackage({ name, version, integrity }: EnginePackage, folder: string): Promise<string> {
  const run = promisify(execFile);
  const asked = `${name}@${version}`;
  try {
    await run('npm', ['pack', asked, '--ignore-scripts', '--pack-destination', folder], {
      cwd: PROJECT,
      maxBuffer: MOST_OUTPUT,
    });
  } catch (fault) {
    throw new Error(
      `npm cannot fetch ${asked}: see that \`npm view ${asked}\` answers, or that \`npm config get registry\` names a registry that has it, and run again`,
      { cause: fault },
    );
  }
  const [tarball = ''] = readdirSync(folder);
  const got = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, tarball)))
    .digest('base64')}`;
  if (got !== integrity) {
    throw new Error(
      `Unexpected ${asked} of ${got}, expected ${integrity}: it is not what the tests were written for; it is not run`,
    );
  }
  await run('tar', ['-xzf', tarball, '--no-same-owner'], { cwd: folder });
  return join(folder, 'package');
}
