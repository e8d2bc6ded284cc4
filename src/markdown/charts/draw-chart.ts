import type { ChartData } from '../../../layouts/directives/chart.tsx';
import type { Chart } from './chart.ts';
import { drawPlot } from './draw-plot.ts';
import { drawRows } from './draw-rows.ts';
import { NARROW } from './labels.ts';
import { keyOf } from './tones.ts';

/** Draws a chart: in one drawing, or in one for each series, all by the same scale. */
export function drawChart(chart: Chart, language: string): Pick<ChartData, 'legend' | 'drawings'> {
  const { kind, along, series, hasPanels } = chart;
  const areRows = along.kind === 'names' && kind !== 'line' && kind !== 'area';
  const draw = areRows ? drawRows : drawPlot;
  const all = series.map((_, index) => index);
  const legend = keyOf(chart);
  if (!hasPanels) {
    const drawing = draw({ chart, language, width: NARROW.whole, shown: all });
    return { legend, drawings: [{ title: undefined, drawing }] };
  }
  const drawings = series.map(({ name }, index) => ({
    title: name,
    drawing: draw({ chart, language, width: NARROW.panel, shown: [index] }),
  }));
  return { legend, drawings };
}
