import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeNumber, readNumbers } from '../../../src/markdown/charts/numbers.ts';

function read(
  texts: readonly string[],
  { delimiter = ',', language = 'en' }: { readonly delimiter?: string; readonly language?: string } = {},
): ReturnType<typeof readNumbers> {
  return readNumbers([texts.map((text, index) => ({ text, line: index + 2 }))], { delimiter, language });
}

function valuesOf(...given: Parameters<typeof read>): readonly (number | undefined)[] {
  const numbers = read(...given);
  if (numbers.kind === 'wrong') throw new Error(numbers.problem);
  return numbers.columns[0] ?? [];
}

describe('a column of numbers', () => {
  it.each([
    ['12', 12],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['12,34,567.5', 1234567.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['1\u202f234,5', 1234.5],
    ['1’234.5', 1234.5],
    ["1'234.5", 1234.5],
    ['0,512', 0.512],
    ['0.512', 0.512],
    ['.5', 0.5],
    ['12,5', 12.5],
    ['+14', 14],
    ['-3', -3],
    ['−3', -3],
    ['(3)', -3],
    ['£1.50', 1.5],
    ['-£3', -3],
    ['£-3', -3],
    ['12 %', 12],
    ['4€', 4],
    ['USD 5', 5],
    ['1.5E+03', 1500],
    ['2e-3', 0.002],
    ['٢٩', 29],
    ['١٬٢٣٤٫٥', 1234.5],
    ['१२', 12],
    ['12', 12],
    ['-0', 0],
  ])('may have %s', (text, value) => {
    expect(valuesOf([text])).toEqual([value]);
  });

  it.each(['', '-', '–', '—', '…', '..', 'n/a', 'N/A', 'NaN', 'NA', 'null', '#N/A'])('has a gap at %j', (text) => {
    expect(valuesOf(['1', text])).toEqual([1, undefined]);
  });

  it.each([
    '12a',
    '=1+1',
    '@SUM(A1)',
    '<b>1</b>',
    'Infinity',
    '1,23,4',
    '1..2',
    '(3',
    '--3',
    '1e308',
    '1e-300',
    '99999999999999999',
    '0x10',
    '1'.repeat(100_000),
    `${'1 '.repeat(100_000)}x`,
  ])('is told of %s, with its line', (text) => {
    const numbers = read(['1', text]);

    expect(numbers).toMatchObject({ kind: 'wrong', problem: expect.stringContaining('line 3') });
  });

  it('has one unit', () => {
    expect(read(['£1', '€2'])).toMatchObject({ kind: 'wrong', problem: 'unit of `€2` in line 3' });
    expect(read(['£1', '', '£2'])).toMatchObject({ kind: 'read', affix: { before: '£', after: '' } });
  });

  it.each([
    [['1,234'], { delimiter: ',', language: 'en' }, 1234],
    [['1,234'], { delimiter: '\t', language: 'en' }, 1234],
    [['1,234'], { delimiter: '\t', language: 'de' }, 1.234],
    [['1,234'], { delimiter: ';', language: 'de' }, 1.234],
    [['1.234'], { delimiter: ';', language: 'de' }, 1234],
    [['1.234', '0.5'], { delimiter: ';', language: 'de' }, 1.234],
    [['1,234', '0,5'], { delimiter: ',', language: 'en' }, 1.234],
    [['1,234', '2,345,678'], { delimiter: ';', language: 'de' }, 1234],
  ])('has the decimal sign that its numbers, its file and its language agree on: %j %j', (texts, given, value) => {
    expect(valuesOf(texts, given)[0]).toBe(value);
  });

  it.each([
    [['1,234'], { delimiter: ';', language: 'en' }],
    [['1.234'], { delimiter: ',', language: 'de' }],
    [['1.5', '2,5'], { delimiter: ',', language: 'en' }],
  ])('is told where nobody knows which of two numbers is meant: %j %j', (texts, given) => {
    expect(read(texts, given)).toMatchObject({ kind: 'wrong', hint: expect.stringContaining('1234') });
  });

  it('is read from any text without a throw, as a finite number or none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0129.,-+eE% £()') }))),
        (texts) => {
          const numbers = read(texts);

          if (numbers.kind === 'wrong') return;
          expect(numbers.columns[0]?.every((value) => value === undefined || Number.isFinite(value))).toBe(true);
        },
      ),
    );
    expect(looksLikeNumber('1'.repeat(1_000_000))).toBe(false);
  });
});
