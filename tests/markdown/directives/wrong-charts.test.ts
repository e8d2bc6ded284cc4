import { describe, expect, it } from 'vitest';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { BY_YEAR, render } from './render-chart.ts';

describe('a chart that cannot be drawn', () => {
  it.each([
    ['kind=pie', BY_YEAR, 'pie', 'bar'],
    ['kind=lines', BY_YEAR, 'lines', 'did you mean `line`'],
    ['kind=multiples', BY_YEAR, 'multiples', 'kind=line panels'],
    ['kind=line x=Yaer', BY_YEAR, 'Yaer', 'did you mean `Year`'],
    ['kind=line y="Ferry, Boat"', BY_YEAR, 'Ferry, Boat', '`Year`, `Ferry`, `Tram`'],
    ['kind=line y=Year', BY_YEAR, 'Year', 'what each row is'],
    ['kind=line highlight=Trem', BY_YEAR, 'Trem', 'did you mean `Tram`'],
    ['kind=line min=low', BY_YEAR, 'low', 'min=1500'],
    ['kind=line min=5 max=5', BY_YEAR, '5', 'as `min`'],
    ['kind=stacked panels', BY_YEAR, 'panels', 'kind=bar panels'],
    ['kind=area', 'Year,A,B\n2024,1,-1\n', 'area', 'kind=line'],
  ])('is told at what its editor wrote: %s', (attributes, csv, text, hint) => {
    const markdown = `::chart{src=a.csv title="Crossings" ${attributes}}`;
    const { findings, html } = renderedText(markdown, { media: { 'a.csv': { text: csv } }, firstLine: 6 });

    expect(html.trim()).toBe('');
    expect(codesOf(findings)).toEqual(['chart-invalid']);
    expect(pointedAt(markdown, findings, 6)).toMatchObject([{ text }]);
    expect(findings[0]?.hint).toContain(hint);
  });

  it.each([
    ['2024,1\n2025,2\n', 'line 1'],
    ['North,12\nSouth,14\n', 'line 1'],
    ['Year,A,B\n2024,1\n', 'line 2'],
    ['Year,A\n2024,1\nSource: County\n', 'line 3'],
    ['Year,A\n2024,1\n2025,some\n2026,3\n', 'line 3'],
    ['Year,A\n"2024",1\n\n2025,"12\n13"\n2026,3\n', 'line 4'],
    ['Year,A\n2024,1\n2024,2\n', 'line 3'],
    ['Year,A,A\n2024,1,2\n', 'line 1'],
    ['Year,,B\n2024,1,2\n', 'line 1'],
    ['Year,A\n2024,1\n,2\n', 'line 3'],
    ['Date,A\n2026-11-23,1\n2026-11-31,2\n', 'line 3'],
    ['Date,A\n23.11.2026,1\n24.11.2026,2\n', 'line 2'],
    ['Year,A\n2024,"1,5"\n2025,1.5\n', 'line 2'],
    ['Year,A\n2024,1e308\n2025,1.5\n', 'line 2'],
    ['sep=;\nYear;A\n2024;1\n2025;x\n2026;2\n', 'line 4'],
  ])('is told of the line of its file: %j', (csv, line) => {
    const { findings } = render({ csv });

    expect(codesOf(findings)).toEqual(['chart-invalid']);
    expect(findings[0]?.message).toContain(line);
    expect(findings[0]?.message).toContain('`a.csv`');
  });

  it.each([
    ['Year,A\n', 'table-invalid'],
    ['', 'table-invalid'],
    ['Year,A\n2024,1,2\n', 'table-invalid'],
    ['Year,A\n"2024,1\n', 'table-invalid'],
    [`Year,A\n${'2024,1\n'.repeat(3000)}`, 'table-invalid'],
    ['Year,A\nx,y\n', 'chart-invalid'],
    ['Year\n2024\n', 'chart-invalid'],
    ['Year,A\n2024,\n', 'chart-invalid'],
    [`X,${Array.from({ length: 9 }, (_, index) => `S${index}`).join()}\n2024${',1'.repeat(9)}\n`, 'chart-invalid'],
    ['X,A\n\u0007,2\n', 'control-character'],
  ])('is told of a file that has nothing to draw, or too much: %j', (csv, code) => {
    expect(codesOf(render({ csv }).findings)).toEqual([code]);
  });

  it('is told of a file that is not there, of another kind, or in another encoding', () => {
    const media = { 'latin.csv': 'file' as const, 'bridge.jpg': [4, 2] as const };
    const codes = ['gone.csv', 'latin.csv', 'bridge.jpg'].flatMap((src) =>
      codesOf(renderedText(`::chart{src=${src} kind=bar title=x}`, { media }).findings),
    );

    expect(codes).toEqual(['media-missing', 'media-unreadable', 'media-type']);
  });
});
