import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTemporary } from '../../src/disk/temporary.js';
import { temporaryFolder } from '../build/temporary-folder.ts';

const before = process.env['TMPDIR'];

afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
});

describe('a folder for a moment', () => {
  it('is where the system has such, each time another', () => {
    process.env['TMPDIR'] = temporaryFolder();
    const [one, other] = [makeTemporary('of-a-test-', []), makeTemporary('of-a-test-', ['/nowhere'])];

    expect([one, other].map(dirname)).toEqual([tmpdir(), tmpdir()]);
    expect(one).not.toBe(other);
    expect(statSync(one).isDirectory()).toBe(true);
  });

  it.each<[string, () => string]>([
    ['is not there', () => join(temporaryFolder(), 'gone')],
    ['is a file', () => join(temporaryFolder({ file: 'text' }), 'file')],
    ['has no room for folders', () => '/proc'],
  ])('is in another place where that of the system %s', (_what, place) => {
    const instead = join(temporaryFolder(), '.cache');
    process.env['TMPDIR'] = place();

    expect(dirname(makeTemporary('of-a-test-', [instead]))).toBe(instead);
  });

  it('is asked for in vain where no place is good, which is told with all of them and what the system said of the first', () => {
    const [gone, file] = [join(temporaryFolder(), 'gone'), join(temporaryFolder({ file: 'text' }), 'file')];
    process.env['TMPDIR'] = gone;

    expect(() => makeTemporary('of-a-test-', [file])).toThrow(
      expect.objectContaining({
        name: 'TemporaryFolderFault',
        message: `No folder for what is needed for a moment could be made in \`${gone}\` or \`${file}\``,
        cause: expect.objectContaining({ code: 'ENOENT' }),
      }),
    );
    expect(existsSync(gone)).toBe(false);
  });
});
