import { describe, expect, it } from 'vitest';
import { SavedDrafts } from '../../../../src/newsroom/admin/browser/saved-drafts.ts';

function aStore(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

describe('the state that a draft goes on from', () => {
  it('is the one that it was opened in, until it is saved, in a page that is loaded again too', () => {
    const store = aStore();
    const page = new SavedDrafts(store);
    expect(page.versionOf({ draft: 'a', version: '1' })).toBe('1');
    page.note('a', '2');
    page.note('a', '3');
    expect(page.versionOf({ draft: 'a', version: '1' })).toBe('3');
    expect(new SavedDrafts(store).versionOf({ draft: 'a', version: '1' })).toBe('3');
  });

  it('is not that of another draft which was opened in the same state', () => {
    const drafts = new SavedDrafts(aStore());
    drafts.note('a', '2');
    expect(drafts.versionOf({ draft: 'b', version: '1' })).toBe('1');
    expect(drafts.versionOf({ draft: undefined, version: '1' })).toBe('1');
  });

  it.each([
    ['is none', undefined],
    [
      'is full',
      {
        getItem: () => null,
        setItem: () => {
          throw new Error('full');
        },
      },
    ],
    [
      'is forbidden',
      {
        getItem: () => {
          throw new Error('no');
        },
        setItem: () => {
          throw new Error('no');
        },
      },
    ],
    ['holds something else', { getItem: () => '{', setItem: () => {} }],
  ])('is known as long as the page is open where the store %s', (_what, store) => {
    const drafts = new SavedDrafts(store);
    drafts.note('a', '2');
    expect(drafts.versionOf({ draft: 'a', version: '1' })).toBe('2');
  });

  it('is forgotten of the oldest of very many', () => {
    const store = aStore();
    const drafts = new SavedDrafts(store);
    for (let index = 0; index < 300; index += 1) drafts.note(`d${index}`, `v${index}`);
    expect(new SavedDrafts(store).versionOf({ draft: 'd0', version: 'o' })).toBe('o');
    expect(new SavedDrafts(store).versionOf({ draft: 'd299', version: 'o' })).toBe('v299');
  });
});
