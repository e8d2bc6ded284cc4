import { quote } from '../../diagnostics/wording.ts';
import { mediaUrl } from '../../domain/media/files.ts';
import { href } from '../../domain/site/site.ts';
import { Chart } from '../../../layouts/directives/chart.tsx';
import { directionOf } from '../../words/language-names.ts';
import { isFault } from '../charts/chart.ts';
import { describeChart, tableOfChart } from '../charts/describe-chart.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { readChart } from '../charts/read-chart.ts';
import { findText } from '../media/find-file.ts';
import { printBlock } from '../print-layout.ts';
import type { Html } from '../../domain/html.ts';
import type { Directive } from './directive.ts';
import { readRows } from './read-rows.ts';

const FILE = { name: 'table', endings: ['.csv', '.tsv'] };

/** Numbers of a file, drawn: `::chart{src=crossings.csv kind=line title="Crossings since the bridge closed" unit="Passengers a day"}`. */
export const chart: Directive = {
  name: 'chart',
  form: 'line',
  attributes: {
    src: 'required',
    kind: 'required',
    title: 'required',
    unit: 'optional',
    source: 'optional',
    x: 'optional',
    y: 'optional',
    highlight: 'optional',
    min: 'optional',
    max: 'optional',
    panels: 'optional',
  },
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
