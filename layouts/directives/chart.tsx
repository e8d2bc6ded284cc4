import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw } from '../parts/html.tsx';
import { DataTable, type DataTableData } from './table.tsx';

/** A chart of a file: `::chart`. Places and sizes in its drawings are in percent of their width and height. */
export interface ChartData {
  readonly title: Html;
  /** What its numbers are. */
  readonly unit: Html | undefined;
  readonly source: Html | undefined;
  /** What a screen reader says in place of the drawing. */
  readonly label: string;
  /** Whether the text runs from right to left. */
  readonly isRtl: boolean;
  /** What its colours stand for. */
  readonly legend: readonly KeyEntry[];
  /** Several for small multiples, each of which has a title. */
  readonly drawings: readonly { readonly title: string | undefined; readonly drawing: Plot | Rows }[];
  readonly numbers: {
    readonly label: string;
    readonly table: DataTableData;
    readonly download: { readonly href: string; readonly label: string };
  };
}

/** A class that has the colour of a series: `series-1` to `series-6`, or `muted` beside one that is set apart. */
export type Tone = string;

export interface KeyEntry {
  readonly name: string;
  readonly tone: Tone;
  readonly shape: 'line' | 'block' | 'dot';
}

/** Numbers over what stands along a line. */
export interface Plot {
  readonly kind: 'plot';
  /** Where it ends below: what stands along it is under that. */
  readonly base: number;
  readonly levels: readonly { readonly y: number; readonly label: string; readonly isZero: boolean }[];
  readonly ticks: readonly Tick[];
  /** What stands along it, where the story cannot know. */
  readonly axisName: string | undefined;
  readonly bars: readonly Bar[];
  /** In thousandths of the drawing. */
  readonly paths: readonly { readonly d: string; readonly tone: Tone; readonly isArea: boolean }[];
  readonly dots: readonly Dot[];
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  /** Which end of the words stands there. */
  readonly side: 'left' | 'middle' | 'right';
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
  /** Within it. */
  readonly label?: string | undefined;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
}

/** A line of words for each name, and what belongs to it below or beside. */
export interface Rows {
  readonly kind: 'rows';
  /** Whether a row has several bars, each with its number. */
  readonly isGrouped: boolean;
  readonly rows: readonly {
    readonly name: string;
    readonly isHighlighted: boolean;
    readonly lines: readonly { readonly bars: readonly Bar[]; readonly dots: readonly Dot[]; readonly value: string }[];
  }[];
  /** Where zero is, if bars go both ways from there. */
  readonly zero: number | undefined;
  /** Where dots have no numbers beside them. */
  readonly ticks: readonly Tick[];
}

/**
 * A figure with its drawing, which is one picture for screen readers, and with its numbers as a table. Where only words are read, the table
 * stands for the drawing: what is within that is hidden from whoever takes a page apart, so that nobody is left with half of its words.
 */
export function Chart({ title, unit, source, label, isRtl, legend, drawings, numbers }: ChartData): VNode {
  const { table, download } = numbers;
  return (
    <figure class="chart">
      {'\n'}
      <figcaption>
        <Raw as="span" class="chart-title" html={title} />
        {unit !== undefined && [' ', <Raw as="span" class="chart-unit" html={unit} />]}
      </figcaption>
      {'\n'}
      <div class="chart-drawing" role="img" aria-label={label} data-page-only="true">
        {legend.length > 0 && (
          <p class="chart-key" aria-hidden="true">
            {legend.map((entry) => [<KeyName {...entry} />, ' '])}
          </p>
        )}
        {drawings.length > 1 ? (
          <div class="chart-panels" aria-hidden="true">
            {drawings.map(({ title: name, drawing }) => (
              <div class="chart-panel">
                <p class="chart-name">{name}</p>
                <Drawing drawing={drawing} isRtl={isRtl} />
              </div>
            ))}
          </div>
        ) : (
          drawings.map(({ drawing }) => <Drawing drawing={drawing} isRtl={isRtl} />)
        )}
      </div>
      {'\n'}
      {source !== undefined && [<Raw as="p" class="chart-source" html={source} />, '\n']}
      <details class="chart-numbers">
        <summary>{numbers.label}</summary>
        {'\n'}
        <DataTable {...table} />
        {'\n'}
        <p>
          <a href={download.href} download>
            {download.label}
          </a>
        </p>
      </details>
      {'\n'}
    </figure>
  );
}

function KeyName({ name, tone, shape }: KeyEntry): VNode {
  return (
    <span class="chart-entry">
      <svg aria-hidden="true" class={`chart-swatch ${tone}`} width="1.1em" height="0.8em" viewBox="0 0 22 16">
        {shape === 'line' && <path d="M0 8h22" stroke="currentColor" stroke-width="4" />}
        {shape === 'block' && <path d="M3 0h16v16H3z" fill="currentColor" />}
        {shape === 'dot' && <circle cx="11" cy="8" r="6" fill="currentColor" />}
      </svg>{' '}
      {name}
    </span>
  );
}

function Drawing({ drawing, isRtl }: { readonly drawing: Plot | Rows; readonly isRtl: boolean }): VNode {
  return drawing.kind === 'plot' ? (
    <PlotDrawing {...drawing} isRtl={isRtl} />
  ) : (
    <RowsDrawing {...drawing} isRtl={isRtl} />
  );
}

interface WithDirection {
  readonly isRtl: boolean;
}

/**
 * Words keep their size however wide the drawing is, since places are percentages. Only lines are stretched, in a drawing of their own
 * that has no words.
 */
function PlotDrawing({ base, levels, ticks, axisName, bars, paths, dots, isRtl }: Plot & WithDirection): VNode {
  return (
    <svg aria-hidden="true" class="chart-plot" width="100%" height="16em" overflow="visible">
      {levels.map(({ y, isZero }) => (
        <line
          class={isZero ? 'zero' : 'level'}
          x2="100%"
          y1={percent(y)}
          y2={percent(y)}
          stroke="currentColor"
          stroke-opacity={isZero ? undefined : '0.2'}
        />
      ))}
      {bars.map((bar) => (
        <BarDrawing {...bar} />
      ))}
      {paths.length > 0 && (
        <svg aria-hidden="true" viewBox="0 0 1000 1000" preserveAspectRatio="none" overflow="visible">
          {paths.map(({ d, tone, isArea }) => (
            <path
              class={`${isArea ? 'area' : 'line'} ${tone}`}
              d={d}
              fill={isArea ? 'currentColor' : 'none'}
              stroke={isArea ? undefined : 'currentColor'}
              stroke-width={isArea ? undefined : '2.5'}
              stroke-linecap={isArea ? undefined : 'round'}
              stroke-linejoin={isArea ? undefined : 'round'}
              vector-effect={isArea ? undefined : 'non-scaling-stroke'}
            />
          ))}
        </svg>
      )}
      {dots.map((dot) => (
        <DotDrawing {...dot} />
      ))}
      {levels.map(({ y, label }) => (
        <text y={percent(y)} dy="-0.35em" fill="currentColor" text-anchor={anchorOf('left', isRtl)}>
          {label}
        </text>
      ))}
      {axisName !== undefined && (
        <text x="100%" y={percent(base)} dy="-0.5em" fill="currentColor" text-anchor={anchorOf('right', isRtl)}>
          {axisName}
        </text>
      )}
      {ticks.map((tick, index) => (
        <TickLabel {...tick} base={base} isSpare={isSpare(index, ticks)} isRtl={isRtl} />
      ))}
    </svg>
  );
}

interface TickData extends Tick, WithDirection, Pick<Plot, 'base'> {
  /** Whether it may be left out where text is large. */
  readonly isSpare: boolean;
}

function isSpare(index: number, ticks: readonly Tick[]): boolean {
  return ticks.length > 2 && index % 2 === 1;
}

function TickLabel({ x, label, side, base, isSpare: mayGo, isRtl }: TickData): VNode {
  return (
    <text
      class={mayGo ? 'spare' : undefined}
      x={percent(x)}
      y={percent(base)}
      dy="1.3em"
      fill="currentColor"
      text-anchor={anchorOf(side, isRtl)}
    >
      {label}
    </text>
  );
}

function BarDrawing({ x, y, width, height, tone, label }: Bar): VNode {
  return (
    <>
      <rect
        class={tone}
        x={percent(x)}
        y={percent(y)}
        width={percent(width)}
        height={percent(height)}
        fill="currentColor"
      />
      {label !== undefined && (
        <text class={`on-${tone}`} x={percent(x + width / 2)} y="50%" dy="0.35em" text-anchor="middle">
          {label}
        </text>
      )}
    </>
  );
}

function DotDrawing({ x, y, tone }: Dot): VNode {
  return <circle class={tone} cx={percent(x)} cy={percent(y)} r="0.35em" fill="currentColor" />;
}

function RowsDrawing({ rows, zero, ticks, isGrouped, isRtl }: Rows & WithDirection): VNode {
  return (
    <div class={`chart-rows${isGrouped ? ' grouped' : ''}`} aria-hidden="true">
      {rows.map(({ name, isHighlighted, lines }) => [
        <span class={`chart-name${isHighlighted ? ' highlight' : ''}`}>{name}</span>,
        lines.map(({ bars, dots, value }) => [
          ' ',
          <svg aria-hidden="true" class="chart-bar" width="100%" height="1.25em" overflow="visible">
            {dots.length > 0 && (
              <line class="level" x2="100%" y1="50%" y2="50%" stroke="currentColor" stroke-opacity="0.3" />
            )}
            {bars.map((bar) => (
              <BarDrawing {...bar} />
            ))}
            {zero !== undefined && (
              <line class="zero" x1={percent(zero)} x2={percent(zero)} y2="100%" stroke="currentColor" />
            )}
            {dots.map((dot) => (
              <DotDrawing {...dot} />
            ))}
          </svg>,
          ' ',
          <span class="chart-value">{value}</span>,
        ]),
        '\n',
      ])}
      {ticks.length > 0 && (
        <svg aria-hidden="true" class="chart-bar chart-axis" width="100%" height="1.25em" overflow="visible">
          {ticks.map((tick, index) => (
            <TickLabel {...tick} base={0} isSpare={isSpare(index, ticks)} isRtl={isRtl} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Where words run from right to left, they start at their right end. */
function anchorOf(side: Tick['side'], isRtl: boolean): 'start' | 'middle' | 'end' {
  if (side === 'middle') return 'middle';
  return (side === 'left') === isRtl ? 'end' : 'start';
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
