import type { KeyEntry, Tone } from '../../../layouts/directives/chart.tsx';
import type { Chart } from './chart.ts';

/** The colour of what is set apart, or of a series that is alone. */
const FIRST: Tone = 'series-1';
const MUTED: Tone = 'muted';

/** The colours of a chart: of a series by its index, at what stands along it by its name. */
export type Tones = (series: number, along?: string) => Tone;

export function tonesOf({ series, along, highlight, hasPanels }: Chart): Tones {
  if (highlight === undefined) return (index) => (hasPanels ? FIRST : `series-${index + 1}`);
  if (series.some(({ name }) => name === highlight)) {
    return (index) => (series[index]?.name === highlight ? FIRST : MUTED);
  }
  if ((series.length === 1 || hasPanels) && along.kind === 'names') {
    return (_index, name) => (name === undefined || name === highlight ? FIRST : MUTED);
  }
  return (index) => `series-${index + 1}`;
}

/** What the colours stand for, where there are several. Of many lines, only the one that is set apart is named. */
export function keyOf(chart: Chart): readonly KeyEntry[] {
  const { kind, series, along, highlight, hasPanels } = chart;
  if (hasPanels || (series.length === 1 && along.kind !== 'numbers')) return [];
  const tones = tonesOf(chart);
  const shape = kind === 'line' ? 'line' : kind === 'dot' ? 'dot' : 'block';
  return series.flatMap(({ name }, index) => {
    const tone = tones(index);
    const isNamed = tone !== MUTED || series.length <= 2 || highlight === undefined;
    return isNamed ? [{ name, tone, shape }] : [];
  });
}
