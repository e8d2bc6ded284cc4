import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacters } from '../../../src/domain/invisible.ts';
import { CHART_KINDS } from '../../../src/markdown/charts/chart.ts';
import { hasChart } from '../../../src/markdown/directives/chart.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { BY_YEAR, type ChartGiven, render } from './render-chart.ts';

const BY_NAME = 'Place,Before,Now\nOld Quay,6,31\nNorthside,9,28\n';

function chartOf(given: ChartGiven): Element {
  const { html, findings } = render(given);
  expect(findings).toEqual([]);
  const figure = documentOf(html).querySelector('figure.chart');
  if (!figure) throw new Error('There is no chart');
  return figure;
}

function textsOf(element: Element, selector: string): readonly string[] {
  return [...element.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
}

/** All numbers of a drawing. */
function placesIn(element: Element): readonly string[] {
  return [...element.querySelectorAll('svg *')].flatMap((mark) =>
    ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'd'].flatMap(
      (name) => mark.getAttribute(name) ?? [],
    ),
  );
}

describe('a chart', () => {
  it('is one picture with what it shows as its name, a title, and its numbers as a table and a file', () => {
    const figure = chartOf({ csv: BY_YEAR, attributes: 'kind=line unit="*Passengers*" source="County"' });

    const drawing = figure.querySelector('[role="img"]');
    expect(drawing?.getAttribute('aria-label')).toBe(
      'Line chart. Ferry: 400 (2026) – 1,500 (2025). Tram: 800 (2024) – 2,100 (2026).',
    );
    expect(drawing?.hasAttribute('data-page-only')).toBe(true);
    expect(figure.querySelector('figcaption')?.textContent).toBe('Crossings Passengers');
    expect(textsOf(figure, '.chart-source')).toEqual(['Source: County']);
    expect(textsOf(figure, 'details tr').map((row) => row.replace(/\s+/g, ''))).toHaveLength(4);
    expect(textsOf(figure, 'details tbody tr:nth-child(2) > *')).toEqual(['2025', '1,500', '900']);
    expect(figure.querySelector('details a[download]')?.getAttribute('href')).toBe('/media/a.csv');
    expect(figure.outerHTML).not.toContain('style=');
  });

  it('has its file published, and is known to pages', () => {
    const { usedMedia, html } = render({ csv: BY_YEAR });

    expect([...usedMedia]).toEqual(['content/media/a.csv']);
    expect(hasChart(html)).toBe(true);
    expect(hasChart(renderedText('`<figure class="chart">`').html)).toBe(false);
  });

  it.each([
    ['kind=line', BY_YEAR, { path: 2, circle: 2 }],
    ['kind=line y=Ferry', BY_YEAR, { path: 1, circle: 1 }],
    ['kind=area y=Ferry', BY_YEAR, { path: 2 }],
    ['kind=area', BY_YEAR, { path: 2 }],
    ['kind=bar', BY_YEAR, { rect: 6 }],
    ['kind=stacked', BY_YEAR, { rect: 6 }],
    ['kind=dot', BY_YEAR, { circle: 6 }],
    ['kind=line panels', BY_YEAR, { path: 2, circle: 2 }],
    ['kind=bar', BY_NAME, { rect: 4 }],
    ['kind=bar panels', BY_NAME, { rect: 4 }],
    ['kind=stacked', BY_NAME, { rect: 4 }],
    // A line between the dots of each row.
    ['kind=dot', BY_NAME, { circle: 4, rect: 2 }],
    ['kind=dot y=Now', BY_NAME, { circle: 2 }],
    ['kind=line', BY_NAME, { path: 2, circle: 2 }],
    ['kind=dot x=Before y=Now', BY_NAME, { circle: 2 }],
  ])('draws each number: %s of %j', (attributes, csv, marks) => {
    const drawing = chartOf({ csv, attributes }).querySelector('.chart-drawing');
    const drawn = [...(drawing?.querySelectorAll(':is(path, circle, rect)') ?? [])].filter(
      (mark) => !mark.closest('.chart-swatch'),
    );

    for (const name of ['path', 'circle', 'rect'] as const) {
      const count = drawn.filter(({ tagName }) => tagName.toLowerCase() === name).length;
      expect([name, count]).toEqual([name, (marks as Readonly<Record<string, number>>)[name] ?? 0]);
    }
  });

  it('has a drawing for each series where it has panels, all by one scale', () => {
    const figure = chartOf({ csv: BY_YEAR, attributes: 'kind=line panels' });

    expect(textsOf(figure, '.chart-panel > .chart-name')).toEqual(['Ferry', 'Tram']);
    const [first, second] = [...figure.querySelectorAll('.chart-panel svg.chart-plot')].map((plot) =>
      textsOf(plot, 'text'),
    );
    expect(first).toEqual(second);
  });

  it('has bars as long as their numbers are large, from zero, also below it', () => {
    const figure = chartOf({ csv: 'Place,Change\nA,-10\nB,30\nC,0\nD,\n', attributes: 'kind=bar' });

    const bars = [...figure.querySelectorAll('rect')].map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')]);
    expect(bars).toEqual([
      ['0%', '25%'],
      ['25%', '75%'],
      ['25%', '0%'],
    ]);
    expect(textsOf(figure, '.chart-value')).toEqual(['−10', '30', '0', '–']);
  });

  it('begins rows at the right where the language does', () => {
    const figure = chartOf({ csv: 'Place,Change\nA,10\nB,40\n', attributes: 'kind=bar', language: 'ar' });

    expect([...figure.querySelectorAll('rect')].map((bar) => bar.getAttribute('x'))).toEqual(['75%', '0%']);
  });

  it('puts dates into their order', () => {
    const there = chartOf({ csv: 'Year,A\n2024,1\n2025,2\n2026,3\n' });
    const back = chartOf({ csv: 'Year,A\n2026,3\n2024,1\n2025,2\n' });

    expect(back.outerHTML).toBe(there.outerHTML);
  });

  it('breaks a line where there is no number, and shows one that stands alone', () => {
    const figure = chartOf({ csv: 'Year,A\n2021,1\n2022,\n2023,3\n2024,n/a\n2025,2\n2026,2\n' });
    const path = figure.querySelector('svg svg path')?.getAttribute('d') ?? '';

    expect(path.split('M').length - 1).toBe(3);
    expect(path).toContain('Z');
  });

  it.each([
    ['de', '1.500', '2025'],
    ['en', '1,500', '2025'],
    ['fr', '1\u00a0500', '2025'],
    ['hi', '1,500', '2025'],
  ])('has numbers and dates of its language: %s', (language, number, year) => {
    const figure = chartOf({ csv: BY_YEAR, language });

    expect(textsOf(figure, 'details tbody tr:nth-child(2) > *').slice(0, 2)).toEqual([year, number]);
  });

  it.each([
    ['£1.5', '£1.5'],
    ['12 %', '12%'],
    ['USD 5', 'USD\u00a05'],
  ])('keeps what stands around its numbers: %s', (cell, printed) => {
    const figure = chartOf({ csv: `Place,A\nx,${cell}\n`, attributes: 'kind=bar' });

    expect(textsOf(figure, '.chart-value')).toEqual([printed]);
  });

  it('sets a series or a name apart', () => {
    const lines = chartOf({ csv: BY_YEAR, attributes: 'kind=line highlight=tram' });
    const bars = chartOf({ csv: BY_NAME, attributes: 'kind=bar y=Now highlight="Old Quay"' });

    expect([...lines.querySelectorAll('svg svg path')].map((path) => path.getAttribute('class'))).toEqual([
      'line muted',
      'line series-1',
    ]);
    expect([...bars.querySelectorAll('rect')].map((bar) => bar.getAttribute('class'))).toEqual(['series-1', 'muted']);
  });

  it.each([
    ['semicolons and decimal commas', 'Jahr;A\n2024;1,5\n2025;2,5\n', 'de'],
    ['tabs', 'Year\tA\n2024\t1.5\n2025\t2.5\n', 'en'],
    [
      'a mark of byte order, quotes and line ends of Windows',
      '\ufeff"Year","A"\r\n"2024","1.5"\r\n"2025","2.5"\r\n',
      'en',
    ],
    ['line ends of old Macs', 'Year,A\r2024,1.5\r2025,2.5\r', 'en'],
    ['a line that says how cells are divided', 'sep=|\nYear|A\n2024|1.5\n2025|2.5\n', 'en'],
    ['columns of words beside', 'Year,Note,A\n2024,none,1.5\n2025,some,2.5\n', 'en'],
    ['empty lines', 'Year,A\n\n2024,1.5\n,\n2025,2.5\n\n', 'en'],
    ['spaces', ' Year , A \n 2024 , 1.5 \n2025,2.5\n', 'en'],
  ])('may be of a file with %s', (_what, csv, language) => {
    const figure = chartOf({ csv, language });

    expect(figure.querySelector('[role="img"]')?.getAttribute('aria-label')).toMatch(
      /\. A: 1[.,]5 \(2024\) – 2[.,]5 \(2025\)\.$/,
    );
  });

  it.each(CHART_KINDS.flatMap((kind) => [`kind=${kind}`, ...(kind === 'stacked' ? [] : [`kind=${kind} panels`])]))(
    'is whole whatever the numbers are: %s',
    (attributes) => {
      const files = [
        'X,A\n2026,5\n',
        'X,A\nonly,0\n',
        'X,A\nx,5\ny,5\nz,5\n',
        'X,A\nx,-5\ny,-5\n',
        'X,A\n2024,0\n2025,0\n',
        'X,A\n2024,\n2025,3\n',
        'X,A\n2024,1e15\n2025,0.000000001\n',
        'X,A\n1,1\n1,2\n2,-1\n'.replace('2,-1', '3,1'),
        'X,A\n2026-11-23 00:00,1\n2026-11-23 00:01,2\n',
        'X,A\n1400,1\n2200,2\n',
        'X,A,B\n2024,1,\n2025,,2\n',
        `X,A\n${'a,1\n'.repeat(150)}`,
        `X,A\n${Array.from({ length: 190 }, (_, day) => `${new Date(day * 864e5).toISOString().slice(0, 10)},${day}\n`).join('')}`,
        'X,A\n<script>alert(1)</script>,1\n"""><img src=x onerror=alert(1)>",2\n=cmd|calc,3\n',
        `X,A\n${'long '.repeat(300)},1\n${'w'.repeat(2000)},2\n`,
        '__proto__,constructor\n__proto__,1\ntoString,2\n',
      ];
      for (const csv of files) {
        const { html, findings } = render({ csv, attributes });
        const document = documentOf(html);

        // HTML is drawn as text, and told of.
        const wrong = findings.filter(({ code }) => code !== 'file-words');
        if (wrong.length > 0) {
          expect([csv, codesOf(wrong)]).toEqual([csv, ['chart-invalid']]);
          continue;
        }
        const figure = document.querySelector('figure.chart');
        expect(figure?.querySelectorAll('.chart-drawing svg').length).toBeGreaterThan(0);
        expect(placesIn(figure as Element).join(' ')).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
        expect(document.querySelectorAll('script, img').length).toBe(0);
      }
    },
  );

  it('is read without a throw from any text, and cannot be broken out of', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '<b>', '"', '&', ' ') }),
      fc.double().map(String),
      fc.integer().map(String),
      fc.constantFrom('2026', '2026-11-23', '', '-', '1,5', '£3', '5%', 'NaN', '1e308'),
    );
    const table = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 })
      .map((rows) => rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n'));
    const attributes = fc.record({ kind: fc.constantFrom(...CHART_KINDS), panels: fc.boolean(), head: fc.boolean() });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), table), attributes, (text, { kind, panels, head }) => {
        const csv = head ? `X,A,B,C\n${text}` : text;
        const { html, findings } = render({ csv, attributes: `kind=${kind}${panels ? ' panels' : ''}` });
        const document = documentOf(html);

        expect(document.querySelectorAll('b').length).toBe(0);
        expect(document.querySelectorAll('figure').length).toBe(findings.length > 0 ? 0 : 1);
        if (forbiddenCharacters(csv).length > 0) expect(codesOf(findings)).toEqual(['control-character']);
        expect(placesIn(document.body).join(' ')).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
