import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBody } from '../../../../src/newsroom/admin/entries/merge-body.ts';
import { anyText } from '../../any-text.ts';
import { tries } from '../../../tries.ts';

/** An editor that writes emphasis and lists in its own way, and one line a paragraph. */
function normalise(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => (/^\s*[-*] /.test(block) ? block.replaceAll(/^[-*] +/gm, '* ') : block.replaceAll('\n', ' ')))
    .join('\n\n')
    .replaceAll(/_(\w+)_/g, '*$1*');
}

const TEXT = `
The city _closed_ the bridge
on Monday, and nobody _knew_.


- one
-   two

The end.
`;

describe('a text that was edited as it looks', () => {
  it('is the one of the file where nobody changed it', () => {
    expect(mergeBody(TEXT, normalise(TEXT), normalise)).toBe(TEXT);
    expect(mergeBody(TEXT, `${normalise(TEXT)}\n`, normalise)).toBe(TEXT);
  });

  it.each([
    ['bridge', 'tunnel'],
    ['Monday', 'Tuesday'],
    ['knew', 'minded'],
    ['two', 'two and a half'],
    ['end', 'beginning'],
  ])('differs in the one word that was changed: %s', (word, other) => {
    const edited = normalise(TEXT).replace(word, other);
    expect(mergeBody(TEXT, edited, normalise)).toBe(TEXT.replace(word, other));
  });

  it('takes over a paragraph that was put in, and one that was taken out', () => {
    const [first = '', ...others] = normalise(TEXT).split('\n\n');
    expect(mergeBody(TEXT, [first, 'New.', ...others].join('\n\n'), normalise)).toContain('_knew_.\n\nNew.\n');
    const without = mergeBody(TEXT, others.join('\n\n'), normalise);
    expect(normalise(without)).toBe(others.join('\n\n'));
    expect(without).toContain('-   two');
  });

  it('always says what the editor shows', () => {
    const words = fc.constantFrom('a', '_b_', '*c*', '- d', '\n', '\n\n', 'e f', '  ');
    const texts = fc.array(words, { maxLength: 20 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, texts, (source, edited) => {
        const shown = normalise(edited);
        expect(normalise(mergeBody(source, shown, normalise))).toBe(normalise(shown));
      }),
      { numRuns: tries(300) },
    );
  });
});

describe('a text that was edited as Markdown', () => {
  it('is what was written', () => {
    const edited = TEXT.replace('bridge', 'tunnel').replace('-   two', '-   two\n-   three');
    expect(mergeBody(TEXT, edited, normalise)).toBe(edited);
  });

  it('never fails, whatever it is', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (source, edited) => {
        expect(typeof mergeBody(source, edited, normalise)).toBe('string');
        expect(mergeBody(source, source, normalise)).toBe(source);
      }),
      { numRuns: tries(100) },
    );
  });
});

it('is taken as it is where the editor cannot say how it would write it', () => {
  const fail = (): string => {
    throw new Error('no');
  };
  expect(mergeBody('a\n\nb\n', 'a\n\nc', fail)).toBe('a\n\nc\n');
});

it('ends a text of fifty thousand other words', () => {
  const [one, other] = ['a', 'b'].map((word) =>
    Array.from({ length: 50_000 }, (_, index) => `${word}${index}`).join(' '),
  );
  expect(mergeBody(`${one}\n`, String(other), normalise)).toBe(`${other}\n`);
});
