import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isElsewhere } from '../../../src/domain/site/elsewhere.ts';

describe('a pattern of paths', () => {
  it.each([
    ['/shop/**', '/shop/'],
    ['/shop/**', '/shop'],
    ['/shop/**', '/shop/a/b/c.html'],
    ['/shop/', '/shop'],
    ['/shop', '/shop/'],
    ['/*.php', '/a.php'],
    ['/a*b*c', '/a-b-b-c'],
    ['/a/**/z', '/a/z'],
    ['/a/**/z', '/a/b/c/z'],
    ['/a/**/m/**/z', '/a/m/b/m/z'],
    ['/a.b', '/a.b'],
  ])('%s has %s', (pattern, path) => {
    expect(isElsewhere(path, [pattern])).toBe(true);
  });

  it.each([
    ['/shop/**', '/shopping/'],
    ['/shop/**', '/a/shop/'],
    ['/shop/*', '/shop/a/b'],
    ['/*.php', '/a/b.php'],
    ['/a.b', '/axb'],
    ['/a/**/z', '/a/b'],
    ['/shop/', '/Shop/'],
  ])('%s has not %s', (pattern, path) => {
    expect(isElsewhere(path, [pattern])).toBe(false);
  });

  it('has whatever it is made of, with anything in place of its signs', () => {
    const part = fc.stringMatching(/^[a-c]{1,3}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.constantFrom('', '*', '**')), { minLength: 1, maxLength: 5 }), (parts) => {
        const pattern = parts.map(([text, sign]) => (sign === '**' ? sign : sign + text)).join('/');
        const path = parts
          .map(([text, sign]) =>
            sign === '**' ? `${text}/x` : `y${sign === '' ? '' : 'y'}${text}`.slice(sign === '' ? 1 : 0),
          )
          .join('/');

        expect(isElsewhere(`/${path}`, [`/${pattern}`])).toBe(true);
      }),
    );
  });
});
