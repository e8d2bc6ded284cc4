import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/disk/project.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';
import { mountSmallDisk } from '../engine/builds/broken-disk.ts';

/** What came of it: the path of the folder, or the fault. */
interface Made {
  readonly path?: string;
  readonly fault?: { readonly name: string; readonly message: string; readonly code: string };
}

const SCRIPT = `
import { makeTemporary } from ${JSON.stringify(join(PROGRAM, 'src/disk/temporary.js'))};
try {
  process.stdout.write(JSON.stringify({ path: makeTemporary('of-a-test-', process.argv.slice(1)) }));
} catch ({ name, message, cause }) {
  process.stdout.write(JSON.stringify({ fault: { name, message, code: cause.code } }));
}`;

/** Makes a folder in a process of its own: the system is asked where, not what stands for its environment in a test. */
function made(place: string, others: readonly string[]): Made {
  const args = ['--input-type=module', '-e', SCRIPT, ...others];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env: { TMPDIR: place }, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Made;
}

describe('a folder for a moment', () => {
  it('is where the system has such, each time another', () => {
    const place = temporaryFolder();
    const folders = [made(place, []), made(place, ['/nowhere'])].map(({ path = '' }) => path);

    expect(folders.map(dirname)).toEqual([place, place]);
    expect(readdirSync(place)).toHaveLength(2);
  });

  it.each<[string, () => string]>([
    ['is not there', () => join(temporaryFolder(), 'gone')],
    ['is a file', () => join(temporaryFolder({ file: 'text' }), 'file')],
    ['has no room for folders', () => '/proc'],
  ])('is in another place where that of the system %s', (_what, place) => {
    const instead = join(temporaryFolder(), '.cache');

    expect(dirname(made(place(), [instead]).path ?? '')).toBe(instead);
  });

  it('is in another place where that of the system has room for folders and none for files, unless all are so', (context) => {
    const place = temporaryFolder();
    const unmount = mountSmallDisk(place, 2 ** 14);
    if (!unmount) return context.skip();
    const instead = join(temporaryFolder(), '.cache');
    try {
      expect(dirname(made(place, [instead]).path ?? '')).toBe(instead);
      expect(dirname(made(place, []).path ?? '')).toBe(place);
    } finally {
      unmount();
    }
  });

  it('is asked for in vain where no place is good, which is told with all of them and what the system said of the first', () => {
    const [gone, file] = [join(temporaryFolder(), 'gone'), join(temporaryFolder({ file: 'text' }), 'file')];

    expect(made(gone, [file]).fault).toEqual({
      name: 'TemporaryFolderFault',
      message: `No folder for what is needed for a moment could be made in \`${gone}\` or \`${file}\``,
      code: 'ENOENT',
    });
    expect(existsSync(gone)).toBe(false);
  });
});
