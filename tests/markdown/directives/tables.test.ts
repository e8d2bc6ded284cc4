import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/markdown/directives/read-rows.ts';
import { forbiddenCharacters } from '../../../src/domain/invisible.ts';
import { documentOf } from '../../newsroom/document-of.ts';
import { codesOf, pointedAt } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';

const RESULTS = 'Pos,Club,P,GD\n1,Skelwick United,12,+14\n2,"Town, the",12,−3\n3,Dunsea,11,–\n';

function tableOf(csv: string, attributes = ''): Element {
  const { html, findings } = renderedText(`::table{src=a.csv ${attributes}}`, { media: { 'a.csv': { text: csv } } });
  // What is printed as it was written is told of below.
  expect(findings.filter(({ code }) => code !== 'file-words')).toEqual([]);
  const table = documentOf(html).querySelector('section.table');
  if (!table) throw new Error('There is no table');
  return table;
}

function cellsOf(table: Element): readonly (readonly string[])[] {
  return [...table.querySelectorAll('tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
}

describe('a table of a file', () => {
  it.each(['sep=;\n', '"sep=;"\r\n', 'SEP=;\n', '\ufeffsep=;\n', 'sep=;;\n'])(
    'has no row of the line by which spreadsheets say how cells are divided: %j',
    (line) => {
      expect(cellsOf(tableOf(`${line}Team;Points, in all\nTown;10\n`))).toEqual([
        ['Team', 'Points, in all'],
        ['Town', '10'],
      ]);
    },
  );

  it('has a caption, names of columns and rows, and numbers below each other', () => {
    const table = tableOf(RESULTS, 'title="The *table*"');

    expect(table.getAttribute('aria-label')).toBe('The table');
    expect(table.querySelector('caption')?.innerHTML).toBe('The <em>table</em>');
    expect([...table.querySelectorAll('thead th')].map((cell) => cell.getAttribute('scope'))).toEqual(
      Array(4).fill('col'),
    );
    expect([...table.querySelectorAll('tbody th')].map(({ textContent }) => textContent)).toEqual([
      'Skelwick United',
      'Town, the',
      'Dunsea',
    ]);
    expect([...table.querySelectorAll('tr')].map((row) => row.querySelectorAll('.number').length)).toEqual([
      3, 3, 3, 3,
    ]);
  });

  it('without a title is numbered for screen readers, among the tables of the text', () => {
    const { html } = renderedText('| a |\n|---|\n| 1 |\n\n::table{src=a.csv}', {
      media: { 'a.csv': { text: RESULTS } },
    });

    expect([...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual(['Table 1', 'Table 2']);
  });

  it('sets rows apart that are named', () => {
    const rows = [...tableOf(RESULTS, 'highlight="town, the"').querySelectorAll('.highlight')];

    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(['Town, the']);
  });

  it.each([
    [
      'quotes and line ends of Windows',
      '\ufeffA,B\r\n"x ""y""","1\r\n2"\r\n'.replaceAll('\r\n', '\n'),
      [
        ['A', 'B'],
        ['x "y"', '12'],
      ],
    ],
    [
      'semicolons',
      'A;B\n1,5;2,5\n',
      [
        ['A', 'B'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'tabs',
      'A\tB\n1\t2\n',
      [
        ['A', 'B'],
        ['1', '2'],
      ],
    ],
    ['one column', 'A\nx\ny\n', [['A'], ['x'], ['y']]],
    [
      'empty lines',
      'A,B\n\n1,2\n,\n\n',
      [
        ['A', 'B'],
        ['1', '2'],
      ],
    ],
    [
      'short rows',
      'A,B,C\n1\n',
      [
        ['A', 'B', 'C'],
        ['1', '', ''],
      ],
    ],
    [
      'formulas, which do nothing here',
      'A,B\n"=cmd|\' /C calc\'!A1",@SUM(1)\n',
      [
        ['A', 'B'],
        ["=cmd|' /C calc'!A1", '@SUM(1)'],
      ],
    ],
    [
      'HTML, which is text',
      'A,B\n<script>alert(1)</script>,"<img src=x onerror=""alert(1)"">"\n',
      [
        ['A', 'B'],
        ['<script>alert(1)</script>', '<img src=x onerror="alert(1)">'],
      ],
    ],
    [
      'Arabic',
      'النادي,نقاط\nالميناء,٢٩\n',
      [
        ['النادي', 'نقاط'],
        ['الميناء', '٢٩'],
      ],
    ],
  ])('may have %s', (_what, csv, cells) => {
    expect(cellsOf(tableOf(csv))).toEqual(cells);
  });

  it.each([
    ['12', 'number'],
    ['1,234.5', 'number'],
    ['£1.50', 'number'],
    ['12 %', 'number'],
    ['+14', 'number'],
    ['−3', 'number'],
    ['٢٩', 'number'],
    ['2:31.4', 'number'],
    ['12 Nov', ''],
    ['0–2', ''],
    ['12a', ''],
  ])('takes %s for what it is', (cell, kind) => {
    const table = tableOf(`A,B\nx,${JSON.stringify(cell)}\n`);

    expect(table.querySelector('tbody td')?.className).toBe(kind);
  });

  it.each([
    ['::table{src=gone.csv}', 'media-missing', 'gone.csv'],
    ['::table{src=bridge.jpg}', 'media-type', 'bridge.jpg'],
    ['::table{src=latin.csv}', 'media-unreadable', 'latin.csv'],
    ['::table{src=quotes.csv}', 'table-invalid', 'quotes.csv'],
    ['::table{src=empty.csv}', 'table-invalid', 'empty.csv'],
    ['::table{src=head.csv}', 'table-invalid', 'head.csv'],
    ['::table{src=wide.csv}', 'table-invalid', 'wide.csv'],
    ['::table{src=long.csv}', 'table-invalid', 'long.csv'],
    ['::table{src=good.csv highlight=Town}', 'table-invalid', 'Town'],
    ['::table{src=escape.csv}', 'control-character', 'escape.csv'],
    ['::table{src=turned.csv}', 'control-character', 'turned.csv'],
    ['::table{title=x}', 'directive-attribute', 'table'],
    ['::table{src=good.csv sorted}', 'directive-attribute', 'sorted'],
  ])('is told of where it is wrong: %s', (markdown, code, text) => {
    const media = {
      'bridge.jpg': [4, 2] as const,
      'latin.csv': 'file' as const,
      'quotes.csv': { text: 'A,B\n"x,1\ny,2\n' },
      'empty.csv': { text: '\n\n' },
      'head.csv': { text: 'A,B\n' },
      'wide.csv': { text: 'A,B\n1,2,3\n' },
      'long.csv': { text: `A,B\n${'1,2\n'.repeat(3000)}` },
      'good.csv': { text: RESULTS },
      'escape.csv': { text: 'A,B\n\u001b[2J,2\n' },
      'turned.csv': { text: 'A,B\n\u202bopen,2\n' },
    };
    const { findings } = renderedText(markdown, { media, firstLine: 6 });

    expect(codesOf(findings)).toEqual([code]);
    expect(pointedAt(markdown, findings, 6)).toMatchObject([{ text }]);
  });

  it.each([
    ['A,B\nx,<b>1</b>\n', 'file-words `<b>` in line 2', 'write `1`'],
    ['A,B\n"x\ny",1\nx,**1**\n', 'file-words `**1**` in line 4', 'write `1`'],
    ['A,*B*\nx,1\n', 'file-words `*B*` in line 1', 'write `B`'],
    ['A,B\nPost &amp; Co,1\n', 'file-words `&amp;` in line 2', 'write `Post & Co`'],
    ['A,B\nx,[y](https://example.com/)\n', 'file-words `[y](https://example.com/)` in line 2', 'write `y`'],
    ['A,B\nx,#REF!\n', 'file-words `#REF!` in line 2', 'write the value, or leave the cell empty'],
    ['A,B\nx,=SUM(B1:B2)\n', 'file-words `=SUM(B1:B2)` in line 2', 'write the value, or leave the cell empty'],
    ['A,B\nx,TKTK\n', 'placeholder-left `TKTK` in line 2', 'write what is still missing there, or leave it out'],
    ['A,B\nx,1\n\nSource: y\n', 'file-words `Source: y` in line 4', 'write the separator for each empty cell too'],
    ['A,B\nx;1\ny;2\n', 'file-words `x;1` in line 2', 'write the separator for each empty cell too'],
    ['Results,\nA,B\nx,1\n', 'file-words `Results` in line 1', 'delete the row, and write what it says into `title`'],
    ['A,B\nCafÃ©,1\n', 'text-garbled `Ã©` in line 2', 'write `é`; or save the file once more as UTF-8'],
    ['A,B\nM\ufffdnchen,1\n', 'text-garbled `\ufffd` in line 2', 'write the character that was there'],
    ['A,B\nx, "1, 2"\n', 'table-invalid quotes behind a space in line 2', 'write no space between `,` and the quotes'],
    ['A; B\n"x"; "y"\n', 'table-invalid quotes behind a space in line 2', 'write no space between `;` and the quotes'],
    [
      'A,B\n“x, y”,1\n',
      'table-invalid 3 cells in line 2 under 2 columns',
      'put straight quotes, `"…"`, around a cell with `,`',
    ],
    [
      'Results\n\nA,B\nx,1\n',
      'table-invalid 2 cells in line 3 under 1 column',
      'write `,` between the names of the columns, too',
    ],
  ])('is told of where readers would see something else: %j', (csv, said, hint) => {
    const { findings } = renderedText('::table{src=a.csv}', { media: { 'a.csv': { text: csv } } });

    expect(findings.map(({ code, message }) => `${code} ${message.slice('Unexpected '.length)}`)).toEqual([
      expect.stringContaining(said),
    ]);
    expect(findings[0]?.hint).toContain(hint);
  });

  it.each([
    'A,B\nx,5*\ny,*\n',
    'A,B\nx_1,M*A*S*H & co\n',
    'A,B\nx,#1\n#N/A,=\n',
    'A,B,\nx,1,\n',
    ',B\nx,1\n',
    'A,B\n"Say ""x""",He said "y" to me\n',
    'A,B\nx,"1\n "\n',
    'A,B\nSÃO PAULO,< 5\n',
    'A\nx\n',
    'A,B\nx,\n',
  ])('is left alone where it is right: %j', (csv) => {
    const { findings } = renderedText('::table{src=a.csv}', { media: { 'a.csv': { text: csv } } });

    expect(findings).toEqual([]);
  });

  it('may have bars between its cells', () => {
    expect(cellsOf(tableOf('A|B\nx|1,5\n'))).toEqual([
      ['A', 'B'],
      ['x', '1,5'],
    ]);
    expect(cellsOf(tableOf('A\nx|y\n'))).toEqual([['A'], ['x|y']]);
  });

  it('is told of in a chart, too', () => {
    const media = { 'a.csv': { text: 'A,Votes &amp; more\nx,1\ny,2\n' } };
    const { findings } = renderedText('::chart{src=a.csv kind=bar title=x}', { media });

    expect(codesOf(findings)).toEqual(['file-words']);
  });

  it('is read without a throw from any text, and cannot be broken out of', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(',', '"', '\n', 'a', '<b>', '\u0001', ';') }),
        ),
        (text) => {
          const isClean = forbiddenCharacters(text).length === 0;
          const read = readRows(text);
          const { html, findings } = renderedText('::table{src=a.csv}', { media: { 'a.csv': { text } } });
          const document = documentOf(html);

          expect(['read', 'wrong']).toContain(read.kind);
          expect(html).not.toContain('\u0001');
          expect(document.querySelectorAll('b').length).toBe(0);
          expect(document.body.children.length).toBe(isClean && read.kind === 'read' ? 1 : 0);
          expect(codesOf(findings).includes('control-character')).toBe(!isClean);
        },
      ),
      { examples: [['\u0000\n\u000b']] },
    );
  });
});
