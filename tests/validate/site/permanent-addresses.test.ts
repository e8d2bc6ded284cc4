import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPath, type UrlPath } from '../../../src/domain/addresses.ts';
import {
  commentsOfAddresses,
  printPermanentAddresses,
  validatePermanentAddresses,
} from '../../../src/validate/site/permanent-addresses.ts';
import { tries } from '../../tries.ts';

function read(text: string): readonly string[] {
  const { value } = validatePermanentAddresses({ path: 'content/addresses.txt', text });
  return value.all().map(({ url, source, line }) => `${line} ${url} ${source}`.trimEnd());
}

function told(text: string): readonly string[] {
  const { findings } = validatePermanentAddresses({ path: 'content/addresses.txt', text });
  return findings.map(({ at, message }) => `${at.kind === 'position' ? at.line : '?'} ${message}`);
}

describe('a line of addresses.txt', () => {
  it.each([
    ['/a/ content/articles/a.md', ['1 /a/ content/articles/a.md']],
    ['/a/', ['1 /a/']],
    ['  /a/ \t content/articles/a b.md  ', ['1 /a/ content/articles/a b.md']],
    ['/caf%C3%A9/ content/articles/caf\u00e9.md', ['1 /caf\u00e9/ content/articles/caf\u00e9.md']],
    ['/\u5317\u4eac/', ['1 /\u5317\u4eac/']],
    ['/Old.html x', ['1 /Old.html x']],
    ['/__proto__/ constructor', ['1 /__proto__/ constructor']],
    ['# /a/\n\n/b/', ['3 /b/']],
    ['/b/\n/a/\n/b/', ['1 /b/', '2 /a/', '3 /b/']],
  ])('is read: %j', (text, expected) => {
    expect([read(text), told(text)]).toEqual([expected, []]);
  });

  it.each(['a/', 'https://x.city/a/', '/a?b', '/a#b', '//a/', '/../a/', '/%2e%2e/a/', '/a/\u0000', '\ufffd'])(
    'that is no address is told, and the next is read: %j',
    (line) => {
      expect([read(`${line}\n/b/`), told(`${line}\n/b/`).length]).toEqual([['2 /b/'], 1]);
    },
  );

  it('that git has left of a merge is told for what it is, and both sides are read', () => {
    const text = '<<<<<<< HEAD\n/a/\n||||||| base\n=======\n/b/\n>>>>>>> other\n';

    expect(read(text)).toEqual(['2 /a/', '5 /b/']);
    expect(told(text)).toEqual(
      [1, 3, 4, 6].map((line) => `${line} Unexpected mark of a merge that is not finished, expected addresses only`),
    );
  });

  it('that is none is told a hundred times, and then all others once', () => {
    expect(told('x\n'.repeat(100_000))).toHaveLength(101);
    expect(told('x\n'.repeat(100_000)).at(-1)).toBe(
      '100000 Unexpected lines, 99900 more of them, expected addresses only',
    );
  });

  it('has the address that anybody reads of it', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        'a',
        'café',
        'cafe\u0301',
        '%C3%A9',
        '%',
        '..',
        '.',
        'a.b',
        '北京',
        'x'.repeat(90),
        '北'.repeat(90),
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const address = `/${parts.join('/').replace(/[\s?#]/gu, '')}`;
        const path = readPath(address);

        expect(read(address)).toEqual(path.kind === 'path' ? [`1 ${path.path}`] : []);
      }),
      { numRuns: tries(2_000) },
    );
  });

  it('may have a million characters of no use', () => {
    expect(read(`/${'a/'.repeat(500_000)}`)).toHaveLength(1);
    expect(told(`/${'-'.repeat(1_000_000)}`)).toHaveLength(1);
    expect(told('%'.repeat(1_000_000))).toHaveLength(1);
  });
});

describe('what is printed', () => {
  const all = [
    { url: '/b c/' as UrlPath, source: 'content/articles/b\nc.md' },
    { url: '/50%/' as UrlPath, source: 'content/articles/50% off.md' },
    { url: '/a/' as UrlPath, source: '' },
    { url: '/a/' as UrlPath, source: '' },
  ];

  it('is in order, each line once, and one line each', () => {
    const lines = printPermanentAddresses(all).split('\n');

    expect(lines.filter((line) => line.startsWith('/'))).toEqual([
      '/50%25/ content/articles/50%25 off.md',
      '/a/',
      '/b%20c/ content/articles/b%0Ac.md',
    ]);
  });

  it('is read as it was, and printed again as it is', () => {
    const printed = printPermanentAddresses(all);
    const { value } = validatePermanentAddresses({ path: 'content/addresses.txt', text: printed });

    expect(value.all().map(({ url, source }) => ({ url, source }))).toEqual([all[1], all[2], all[0]]);
    expect(printPermanentAddresses(value.all())).toBe(printed);
  });

  it('joins what two branches have, however git joined it', () => {
    const texts = ['/a/ x\n/b/ x\n', '/b/ x\n/a/ x\n/b/ x\n'];
    const printed = texts.map((text) =>
      printPermanentAddresses(validatePermanentAddresses({ path: 'content/addresses.txt', text }).value.all()),
    );

    expect(printed[0]).toBe(printed[1]);
  });
});

describe('what editors have noted', () => {
  const again = (text: string): string =>
    printPermanentAddresses(
      validatePermanentAddresses({ path: 'content/addresses.txt', text }).value.all(),
      commentsOfAddresses(text),
    );
  const HEAD = printPermanentAddresses([]);

  it('stays at the line of its address, at the top, or at the end, wherever the lines are put', () => {
    const text =
      '# Ours.\n#   All of it.\n\n# Of the old site:\n/b/ x\n/c/\n# Why\n\n/a/ y\n  # The prize\n/B/ z\n# End\n';

    expect(again(text)).toBe(
      `${HEAD}# Ours.\n#   All of it.\n\n# Why\n\n# The prize\n/B/ z\n/a/ y\n# Of the old site:\n/b/ x\n/c/\n# End\n`,
    );
    expect(again(again(text))).toBe(again(text));
  });

  it.each([
    ['nothing', ''],
    ['the lines of its own', HEAD],
    ['those of its own that git has doubled', `${HEAD}${HEAD}/a/\n`],
    ['a note that git has doubled', `${HEAD}# Old\n/a/ x\n# Old\n/a/ x\n`],
    ['a note above a line that is none', '# Old\nnonsense\n/a/\n'],
    ['names of every kind', '# __proto__\n/__proto__/ constructor\n'],
    ['a hundred thousand notes', '# Old\n/a/\n'.repeat(100_000)],
  ])('is printed once, and again as it is: %s', (_what, text) => {
    const printed = again(text);

    expect(again(printed)).toBe(printed);
    expect(printed.startsWith(HEAD)).toBe(true);
    expect(printed.match(/# (?:Old|__proto__)/g)?.length ?? 0).toBe(/# (?:Old|__proto__)/.test(text) ? 1 : 0);
  });
});
