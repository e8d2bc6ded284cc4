import { describe, expect, it } from 'vitest';
import { readTitledList } from '../../src/validate/lists.ts';
import { Reader } from '../../src/validate/reader.ts';
import { codesOf } from '../newsroom/findings.ts';
import { mediaOf } from '../newsroom/site.ts';

/** Letters, of which each needs an address. */
function read(
  values: readonly { readonly id: string; readonly title: string; readonly url?: string }[],
  hasPages = false,
): { readonly letters: readonly object[]; readonly reader: Reader } {
  const reader = new Reader('content/site.yaml', { media: mediaOf(undefined) });
  const letters = readTitledList(
    values,
    {
      ...{ key: 'letters', noun: 'letter', hasPages },
      more: ({ url }, ...keys) => (url === undefined ? undefined : { url, at: keys.join('.') }),
    },
    reader,
  );
  return { letters, reader };
}

describe('a list of site.yaml', () => {
  it('has of each entry what it has beside, by its place, whatever stands around its id', () => {
    const { letters, reader } = read([
      { id: 'late', title: 'Late' },
      { id: ' daily ', title: 'The Daily', url: '/daily/' },
    ]);

    expect(letters).toEqual([
      { id: 'daily', title: 'The Daily', description: undefined, url: '/daily/', at: 'letters.1', entry: 1 },
    ]);
    expect(codesOf(reader.findings)).toEqual([]);
  });

  it.each([
    [true, 'write lower-case words joined by hyphens; the address of the letter is made of it'],
    [false, 'write lower-case words joined by hyphens'],
  ])('says what ids are for where addresses are made of them, and nowhere else: %s', (hasPages, hint) => {
    expect(read([{ id: 'The Daily', title: 'A', url: '/' }], hasPages).reader.findings).toMatchObject([
      { code: 'slug-invalid', hint },
    ]);
  });
});
