import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runGit } from '../../../src/build/editing/git/run-git.ts';

describe('git', () => {
  it('is ended where it takes too long, with what it has started, and says so', async () => {
    const end = await runGit(tmpdir(), ['-c', 'alias.wait=!echo begun >&2; sleep 1000', 'wait'], { limit: 200 });

    expect(end).toMatchObject({ code: 128, isLate: true });
    expect(end.stderr).toBe('begun\n\ngit was ended: it had taken longer than 0.2 s');
  });

  it('gets what it is to read, and says what it says', async () => {
    const end = await runGit(tmpdir(), ['stripspace'], { input: 'a  \n\n\nb\n' });

    expect(end).toMatchObject({ code: 0, isLate: false, stdout: 'a\n\nb\n', stderr: '' });
  });

  it('is not there where the folder is not', async () => {
    expect(await runGit('/nowhere', ['status'])).toMatchObject({ code: undefined, isLate: false });
  });
});
