import { quote } from '../../diagnostics/wording.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import { href } from '../../domain/site/site.ts';
import { Chart } from '../../../layouts/directives/chart.tsx';
import { directionOf } from '../../words/language-names.ts';
import { CHART_KINDS, isFault } from '../charts/chart.ts';
import { describeChart, tableOfChart } from '../charts/describe-chart.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { readChart } from '../charts/read-chart.ts';
import { garbledIn, markupIn } from '../media/file-words.ts';
import { findText } from '../media/find-file.ts';
import { printBlock } from '../print-layout.ts';
import type { Html } from '../../domain/html.ts';
import type { NotedDirective } from './directive.ts';
import { readRows } from './read-rows.ts';

const FILE = { name: 'table', endings: ['.csv', '.tsv'] };

/** Numbers of a file, drawn: `::chart{src=crossings.csv kind=line title="Crossings since the bridge closed" unit="Passengers a day"}`. */
export const chart: NotedDirective = {
  name: 'chart',
  form: 'line',
  help: 'The numbers of a `.csv` file, drawn.',
  attributes: {
    src: {
      isRequired: true,
      label: 'File',
      help: 'A `.csv` or `.tsv` file beside the story or in `content/media/`.',
      example: 'passengers.csv',
    },
    kind: {
      isRequired: true,
      help: 'How they are drawn: `dot` has rows of dots, `stacked` bars of several parts.',
      example: 'line',
      of: CHART_KINDS,
    },
    title: {
      isRequired: true,
      help: 'What the chart says. `*emphasis*` is allowed here and in the two that follow.',
      takes: 'line',
      example: 'The ferries have never been so full',
    },
    unit: { help: 'What its numbers are, under the title.', takes: 'line', example: 'Passengers a day' },
    source: { help: 'Where they are from.', takes: 'line', example: 'Harbour & Tarn Ferries', isUsual: true },
    x: { help: 'The name of the column that says what each row is.', example: 'Date', otherwise: 'the first column' },
    y: {
      help: 'The names of the columns that are drawn, with commas between.',
      example: 'Ferry,Tram',
      otherwise: 'all with numbers',
    },
    highlight: { help: 'A column, or what a row is: sets it apart, and the others are grey.', example: 'Ferry' },
    min: { help: 'A number from which the axis reaches at least.', example: '0' },
    max: { help: 'A number to which the axis reaches at least.', example: '100' },
    panels: {
      label: 'Small multiples',
      help: 'A drawing for each column, all by one scale. Stands by itself: `panels`.',
      example: 'yes',
    },
  },
  more: 'charts',
  print: ({ attributes, environment, note }) => {
    const { media, path, words, language, site, usedMedia, renderRich } = environment;
    const [src, title, unit, source] = ['src', 'title', 'unit', 'source'].map(
      (name) => attributes.get(name)?.trim() || undefined,
    );
    if (src === undefined || title === undefined || !attributes.get('kind')?.trim()) return '';
    const found = findText(media, path, src, FILE);
    if (found.kind === 'wrong') {
      note('src', found);
      return '';
    }
    const rows = readRows(found.text);
    if (rows.kind === 'wrong') {
      const message = `Unexpected ${rows.problem} of ${quote(src)}, expected a table of comma-separated values`;
      note('src', { code: 'table-invalid', message, hint: rows.hint });
      return '';
    }
    const read = readChart({ rows: rows.rows, delimiter: rows.delimiter, src, attributes, language });
    if (isFault(read)) {
      note(read.attribute, { code: 'chart-invalid', message: read.message, hint: read.hint });
      return '';
    }
    const cellWords = rows.rows.flatMap(({ cells, line }) => cells.map((text) => ({ text, line })));
    for (const doubt of [...garbledIn(src, found.text), ...markupIn(src, cellWords, 'plain')]) note('src', doubt);
    usedMedia.add(found.file.path);
    const name = renderRich(title);
    return printBlock(Chart, {
      title: name.html,
      unit: unit === undefined ? undefined : renderRich(unit).html,
      source: source === undefined ? undefined : renderRich(words('source', { names: source })).html,
      label: describeChart(read, language, words),
      isRtl: directionOf(language) === 'rtl',
      ...drawChart(read, language),
      numbers: {
        label: words('chartNumbers'),
        table: tableOfChart(read, language, name.text),
        download: { href: href(site, mediaUrl(found.file.path)), label: words('chartDownload') },
      },
    });
  },
};

/** Whether there is a chart in a rendered text. No text of an editor has such a tag. */
export function hasChart(html: Html): boolean {
  return html.includes('<figure class="chart">');
}
