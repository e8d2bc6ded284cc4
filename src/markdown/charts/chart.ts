import type { Along } from './along.ts';
import type { Affix } from './numbers.ts';
import type { Row } from '../directives/read-rows.ts';

export const CHART_KINDS = ['bar', 'line', 'area', 'dot', 'stacked'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a chart is to draw. */
export interface Chart {
  readonly kind: ChartKind;
  /** The name of the column that stands along the chart. */
  readonly alongName: string;
  readonly along: Along;
  readonly series: readonly Series[];
  readonly affix: Affix;
  /** What is set apart: the name of a series, or one of those along the chart. */
  readonly highlight: string | undefined;
  /** What the axis of numbers reaches at least. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Whether each series has a drawing of its own. */
  readonly hasPanels: boolean;
}

/** A column of numbers, one for each value along the chart; `undefined` where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** What is wrong, and with which attribute of the directive. */
export interface ChartFault {
  readonly attribute: string | undefined;
  readonly message: string;
  readonly hint: string;
}

/** The rows of a file, and what an editor wants of them. */
export interface ChartGiven {
  /** The first has the names of the columns. */
  readonly rows: readonly Row[];
  readonly delimiter: string;
  /** The file as the editor named it. */
  readonly src: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** BCP 47. */
  readonly language: string;
}

export function isFault(read: object): read is ChartFault {
  return 'message' in read;
}
