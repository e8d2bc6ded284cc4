import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleTo } from '../../../src/cli/create-broadsheet/bundle.ts';
import { PROJECT } from '../../architecture/source-tree.ts';
import { temporaryFolder, textsIn } from '../../build/temporary-folder.ts';
import { broadsheetInResident, type Ended } from '../run.ts';

interface Manifest {
  readonly version: string;
  readonly engines: unknown;
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly dependencies?: unknown;
}
const manifestAt = (path: string): Manifest => JSON.parse(readFileSync(join(PROJECT, path), 'utf8')) as Manifest;

describe('npm create broadsheet', async () => {
  const dist = temporaryFolder();
  await bundleTo(dist);
  const create = (folder: string, ...args: readonly string[]): Ended => {
    const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
    const program = join(dist, 'create-broadsheet.cjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  };

  it('is a package of its own, of the version and for the Node of Broadsheet, that needs no other one', () => {
    const ours = manifestAt('package.json');
    const { version, engines, bin, files, dependencies } = manifestAt('src/cli/create-broadsheet/package.json');

    expect({ version, engines }).toEqual({ version: ours.version, engines: ours.engines });
    expect({ bin, files, dependencies }).toEqual({
      bin: { 'create-broadsheet': 'dist/create-broadsheet.cjs' },
      files: ['dist'],
      dependencies: undefined,
    });
    expect(ours.files).toContain('!src/cli/create-broadsheet');
  });

  it('makes what init makes, and ends as that does', async () => {
    const folder = temporaryFolder();
    const options = ['--yes', '--title', 'Die Flut: „1“', '--language', 'de', '--sections', 'nachrichten,sport'];
    const ended = create(folder, 'paper', ...options);
    const other = temporaryFolder();
    const expected = await broadsheetInResident(other, 'init', 'paper', ...options);
    // The minute may have passed.
    const textsOf = (made: string): unknown =>
      Object.entries(textsIn(made)).map(([path, text]) => [
        path.replace(/\/\d{4}\/\d\d\//, '/'),
        text.replace(/^date: .*$/m, ''),
      ]);

    expect(ended).toEqual(expected);
    expect(textsOf(folder)).toEqual(textsOf(other));
  });

  it('says what is wrong, and how to be told what is right', () => {
    const folder = temporaryFolder();
    const { status, stderr } = create(folder, 'paper', '--yes', '--time-zone', 'Nowhere');

    expect(status).toBe(2);
    expect(stderr).toContain('Unexpected time zone `Nowhere`');
    expect(stderr).toContain('hint: npm create broadsheet my-paper -- --help');
  });

  it('has the help of init', () => {
    const { status, stdout } = create(temporaryFolder(), '--help');

    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Usage: npm create broadsheet DIR -- [options]']);
    expect(stdout).toContain('--time-zone ZONE');
  });
});
