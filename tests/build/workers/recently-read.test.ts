import { describe, expect, it } from 'vitest';
import { RecentlyRead } from '../../../src/build/workers/recently-read.ts';

describe('values that were used lately', () => {
  it('are had again, and no others', () => {
    const recent = new RecentlyRead<{ readonly name: string }>(2);
    recent.set('a', { name: 'A' });

    expect([recent.get('a'), recent.get('b')]).toEqual([{ name: 'A' }, undefined]);
  });

  it('are forgotten once another generation is full without their use', () => {
    const recent = new RecentlyRead<{ readonly name: string }>(2);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      recent.set(name, { name });
      recent.get('a');
    }

    expect(['a', 'b', 'c', 'd', 'e'].filter((name) => recent.get(name))).toEqual(['a', 'd', 'e']);
  });

  it('are gone when they are cleared', () => {
    const recent = new RecentlyRead<{ readonly name: string }>(1);
    for (const name of ['a', 'b']) recent.set(name, { name });
    recent.clear();

    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, undefined]);
  });
});
