import { describe, expect, it } from 'vitest';
import { madeOnce } from '../../src/assets/editor-script.ts';

describe('what is made once', () => {
  it('is made again where that failed, and never else', async () => {
    let tries = 0;
    const made = madeOnce(async () => {
      tries += 1;
      if (tries === 1) throw new Error('A file is being edited');
      return tries;
    });
    await expect(made()).rejects.toThrow('A file is being edited');
    expect(await Promise.all([made(), made()])).toEqual([2, 2]);
    expect(await made()).toBe(2);
  });
});
