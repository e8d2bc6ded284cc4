import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../newsroom/findings.ts';
import { renderedText, type TextGiven } from '../newsroom/rendered-text.ts';

const GIVEN: TextGiven = {
  language: 'en-GB',
  site: { timeZone: 'Europe/London' },
  story: { date: { instant: Date.UTC(2026, 10, 23, 7, 30), hasTime: true }, isLive: false, corrections: 1 },
};

describe('a correction in a text', () => {
  it('is printed there, and noted with its words', () => {
    const { html, corrections, findings } = renderedText(
      ':::correction{date="2026-11-24 09:00"}\nIt was *14*,\nnot [12](/).\n:::',
      GIVEN,
    );

    expect(findings).toEqual([]);
    expect(html).toContain('id="correction_2"');
    expect(html).toContain('<time datetime="2026-11-24T09:00:00+00:00">24 November 2026 at 09:00 GMT</time>');
    expect(corrections).toMatchObject([{ text: { text: 'It was 14, not 12.' }, place: { lines: [1, 1] } }]);
  });

  it.each([
    [':::correction\na\n:::', 'directive-attribute'],
    [':::correction{date=soon}\na\n:::', 'date-invalid'],
    [':::correction{date=2026-11-22}\na\n:::', 'date-order'],
  ])('is told of where it is wrong: %j', (markdown, code) => {
    expect(codesOf(renderedText(markdown, GIVEN).findings)).toEqual([code]);
  });

  it('says what is wrong with its date, and where', () => {
    const markdown = "Text\n\n:::correction{date='2027-03-28 01:30'}\na\n:::";
    const { corrections, findings } = renderedText(markdown, GIVEN);

    expect(pointedAt(markdown, findings)).toEqual([{ code: 'time-skipped', line: 3, text: '2027-03-28 01:30' }]);
    expect(corrections).toHaveLength(1);
  });

  it('whose date cannot be read is printed without one, and is in no list', () => {
    const { html, corrections } = renderedText(':::correction{date=soon}\nIt was <14>.\n:::', GIVEN);

    expect(html.trim()).toBe(
      '<section class="notice correction"><p><strong>Correction</strong></p>\n<p>It was &lt;14&gt;.</p>\n</section>',
    );
    expect(corrections).toEqual([]);
  });

  it('may be of the day of its story', () => {
    expect(renderedText(':::correction{date=2026-11-23}\na\n:::', GIVEN).findings).toEqual([]);
  });
});
