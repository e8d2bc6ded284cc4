import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../../src/markdown/directives/attributes.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { tries } from '../../tries.ts';

describe('attributes', () => {
  it.each([
    ['{}', {}],
    ['{a}', { a: '' }],
    ['{a=1}', { a: '1' }],
    ['{ a = 1 b="two words" }', { a: '1', b: 'two words' }],
    ["{a='it\"s' b=“so”}", { a: 'it"s', b: 'so' }],
    ['{a="}"}', { a: '}' }],
    ['{a="" wide}', { a: '', wide: '' }],
    ['{data-x=https://a.example/?b=c}', { 'data-x': 'https://a.example/?b=c' }],
    ['{a="北京 🎉"}', { a: '北京 🎉' }],
  ])('are read: %s', (text, values) => {
    const read = readAttributes(`${text} rest`, 0);

    expect(read && Object.fromEntries(read.values)).toEqual(values);
    expect(read?.end).toBe(text.length);
  });

  it.each([
    '',
    'a',
    '{',
    '{a',
    '{a="b',
    '{a="b}',
    '{=b}',
    '{a=}',
    '{a a}',
    '{a="b\nc"}',
    '{1=2}',
    '{a:b}',
    '{a="b" a="c"}',
  ])('are none where they are not well formed: %j', (text) => {
    expect(readAttributes(text, 0)).toBeUndefined();
  });

  it('begin where they are said to begin', () => {
    expect(readAttributes('x{a=1}', 0)).toBeUndefined();
    expect(readAttributes('x{a=1}', 1)?.end).toBe(6);
  });

  it('are read without a throw from any text, to an end within it', () => {
    const parts = fc.constantFrom('{', '}', '=', '"', "'", '“', '”', ' ', '\n', 'a', 'b-c', '1', 'ä');
    const texts = fc.oneof(
      anyText(),
      fc.array(parts, { maxLength: 20 }).map((list) => `{${list.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readAttributes(text, 0);

        if (read) expect(text[read.end - 1]).toBe('}');
      }),
      { numRuns: tries(1000) },
    );
  });
});
