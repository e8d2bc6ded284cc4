import { describe, expect, it } from 'vitest';
import { findApart, PACKAGES_APART } from '../../../src/build/program/packages-apart.js';

describe('packages that are compiled apart', () => {
  it('are loaded when the first is asked for, and once', () => {
    let count = 0;
    const find = findApart(() => {
      count += 1;
      return { one: () => ({ __esModule: true, first: 1 }), other: () => ({ second: 2 }) };
    });

    expect(count).toBe(0);
    expect([find('one'), find('other'), find('one')]).toMatchObject([{ first: 1 }, { second: 2 }, { first: 1 }]);
    expect(count).toBe(1);
    expect(find('one')).toBe(find('one'));
  });

  it('that are modules are as they are', () => {
    const module = { __esModule: true, default: 'own', named: 1 };

    expect(findApart(() => ({ it: () => module }))('it')).toBe(module);
  });

  it('that are no modules have what they export by name, and all of it as their default', () => {
    const exported = Object.assign(() => 'called', { named: 1 });

    expect(findApart(() => ({ it: () => exported }))('it')).toEqual({
      __esModule: true,
      named: 1,
      default: exported,
    });
  });

  it('are each installed here', async () => {
    const found = await Promise.all(PACKAGES_APART.map((name) => import(name) as Promise<object>));

    for (const [index, module] of found.entries())
      expect(Object.keys(module).length, PACKAGES_APART[index]).toBeGreaterThan(0);
  });
});
