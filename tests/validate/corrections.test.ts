import { describe, expect, it } from 'vitest';
import { anArticle } from '../newsroom/article.ts';
import { codesOf } from '../newsroom/findings.ts';

/** What is wrong with one notice, as a correction and as an update. */
function wrongWith(notice: unknown): readonly (readonly string[])[] {
  return [anArticle({ corrections: [notice] }), anArticle({ updates: [notice] })].map(({ findings }) =>
    codesOf(findings),
  );
}

describe('corrections and updates of a story', () => {
  it('are notes of one shape', () => {
    const notes = [
      { date: '2026-11-24', text: 'It is *old*.' },
      { date: '2026-11-25 09:30', text: '"New"' },
    ];
    const { value, findings } = anArticle({ corrections: notes, updates: notes });

    // Nobody means both.
    expect(codesOf(findings)).toEqual(['notice-repeated', 'notice-repeated']);
    expect(value.corrections).toEqual([
      {
        date: { instant: Date.UTC(2026, 10, 24), hasTime: false },
        text: { text: 'It is old.', html: 'It is <em>old</em>.' },
      },
      { date: { instant: Date.UTC(2026, 10, 25, 9, 30), hasTime: true }, text: { text: '“New”', html: '“New”' } },
    ]);
    expect(value.updates).toEqual(value.corrections);
  });

  it.each([
    [{ text: 'a' }, 'key-missing'],
    [{ date: '2026-11-24' }, 'key-missing'],
    [{ date: 'soon', text: 'a' }, 'date-invalid'],
    [{ date: '2026-11-22', text: 'a' }, 'date-order'],
    [{ date: '2026-11-24', text: 'a', title: 'b' }, 'key-unknown'],
    [{ date: '2026-11-24', text: ['a'] }, 'value-type'],
  ])('are told of what is wrong: %j', (notice, code) => {
    expect(wrongWith(notice)).toEqual([[code], [code]]);
  });

  it.each([
    [[{ date: '2026-11-24', text: ' ' }], 'key-missing'],
    [[{ date: '', text: 'a' }], 'date-invalid'],
  ])('leaves out a note that is not whole: %j', (corrections, code) => {
    const { value, findings } = anArticle({ corrections });

    expect([value.corrections, codesOf(findings)]).toEqual([[], [code]]);
  });
});
