import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeGivenFolder } from '../../src/disk/files.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';

describe('a folder that somebody names', () => {
  it('is made with those around it, and may be there', () => {
    const folder = join(temporaryFolder(), 'a/b c/ä');
    makeGivenFolder(folder);
    makeGivenFolder(folder);

    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('is refused where a file stands in its place, or in that of one around it', () => {
    const folder = temporaryFolder({ file: 'text' });

    expect(() => makeGivenFolder(join(folder, 'file'))).toThrow(/EEXIST/);
    expect(() => makeGivenFolder(join(folder, 'file/within'))).toThrow(/EEXIST|ENOTDIR/);
  });

  it.skipIf(!existsSync('/proc/self'))('is refused where the system has room for none, and not tried for ever', () => {
    expect(() => makeGivenFolder('/proc/none/within')).toThrow(/'\/proc\/none'/);
  });
});
