import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/cli/faults/describe-fault.ts';

function systemFault(code: string): Error {
  return Object.assign(new Error(`${code}: it cannot be written, open '/site/index.html'`), {
    code,
    syscall: 'open',
    path: '/site/index.html',
  });
}

describe('a fault that is not of the content', () => {
  it.each([
    ['ENOSPC', 'make room on the disk'],
    ['EDQUOT', 'make room on the disk'],
    ['EROFS', 'choose another folder with --output'],
    ['EACCES', 'ask whoever looks after this computer'],
    ['EPERM', 'ask whoever looks after this computer'],
    ['EMFILE', 'close other programs'],
    ['ENOTDIR', 'move it away'],
    ['ENOENT', 'see whether it was moved'],
    ['EIO', 'see whether the disk'],
    ['EUNKNOWN', 'see whether the disk'],
  ])('of the machine, %s, says what to do, without a stack trace', (code, remedy) => {
    const text = describeFault(new Error('Having trouble writing', { cause: systemFault(code) }));
    expect(text).toContain(`${code}: it cannot be written, open '/site/index.html'`);
    expect(text).toContain(`hint: ${remedy}`);
    // The first line is for an editor: a sentence that names the file, and no code.
    expect(text.split('\n')[0]).toMatch(/^[A-Z][^`]* `\/site\/index\.html`; nothing was published\.$/);
    expect(text.split('\n')[0]).not.toContain(code);
    expect(text).not.toMatch(/^ +at /m);
  });

  it('of temporary folders says which place to choose, with what the system said', () => {
    const cause = Object.assign(new Error("ENOENT: no such file or directory, mkdtemp '/none/x'"), {
      ...{ code: 'ENOENT', syscall: 'mkdtemp', path: '/none/x' },
    });
    const fault = Object.assign(new Error('No folder could be made in `/none`', { cause }), {
      name: 'TemporaryFolderFault',
    });

    expect(describeFault(new Error('Having trouble', { cause: fault }))).toBe(
      [
        'No folder could be made in `/none`; nothing was published.',
        '  hint: set TMPDIR to a folder that this user can write to and that has room',
        `  The system says: ${cause.message}`,
      ].join('\n'),
    );
  });

  it('of a disk that has no room for temporary files says that these may be elsewhere', () => {
    const path = join(tmpdir(), 'broadsheet-trial-x/site/index.html');
    const fault = Object.assign(systemFault('ENOSPC'), { path });

    expect(describeFault(fault)).toContain('hint: make room on the disk, then run the command again; or set TMPDIR to');
    expect(describeFault(systemFault('ENOSPC'))).not.toContain('TMPDIR');
    const copying = Object.assign(systemFault('ENOSPC'), { syscall: 'copyfile', dest: path });
    expect(describeFault(copying)).toMatch(
      /^The disk is full; there was no room for `.*broadsheet-trial-.*or set TMPDIR to/s,
    );
  });

  it('of a layout names the layout, the page and the place', () => {
    const cause = new TypeError('There is no headline');
    const fault = Object.assign(new Error('Having trouble rendering'), {
      originalError: new Error('The layout article failed for the page /2026/11/23/bridge/', { cause }),
    });
    const text = describeFault(fault);
    expect(text).toContain('The layout article failed for the page /2026/11/23/bridge/');
    expect(text).toContain('TypeError: There is no headline');
    expect(text).toMatch(/describe-fault\.test\.ts:\d+:\d+/);
  });

  it.each([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [404, '404'],
  ])('may be any value: %j', (value, text) => {
    expect(describeFault(value)).toBe(`Broadsheet failed: ${text}`);
  });

  it('may hold itself', () => {
    const fault = new Error('round');
    fault.cause = fault;
    expect(describeFault(fault)).toContain('Error: round');
  });
});
