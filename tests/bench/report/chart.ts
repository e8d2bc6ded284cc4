import { type Scenario, SCENARIO_TITLES, SCENARIOS } from '../measuring/scenarios.ts';
import type { ProgramName } from '../sites/program.ts';
import type { Row } from './rows.ts';

const WIDTH = 880;
const MARGIN = 20;
const LABELS = 150;
const GAP = 24;
/** Room behind the longest bar for its figure, also that of a build that was stopped. */
const FIGURE = 100;
const BAR = 11;
const GROUP_GAP = 10;
const HEAD = 58;
const PANEL_HEAD = 44;
const BARS = (WIDTH - 2 * MARGIN - LABELS - GAP) / 2 - FIGURE;
const PROGRAMS: readonly ProgramName[] = ['Broadsheet', 'Hugo', 'Eleventy'];
const NAMES: Readonly<Record<ProgramName, string>> = {
  Broadsheet: 'Broadsheet',
  Hugo: 'Hugo',
  Eleventy: 'plain Eleventy',
};

/** Readable on light and dark; the three differ in lightness too, for who does not see their colours. */
const STYLE = `
svg { font: 12px system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; --paper: #fff; --ink: #1b1f24; --faint: #59636e; --rule: #d1d9e0; --broadsheet: #0b5cad; --hugo: #e07b39; --eleventy: #8b95a1; }
@media (prefers-color-scheme: dark) { svg { --paper: #0d1117; --ink: #e6edf3; --faint: #9198a1; --rule: #3d444d; --broadsheet: #58a6ff; --hugo: #d9772f; --eleventy: #6e7681; } }
.paper { fill: var(--paper); } text { fill: var(--ink); } .faint { fill: var(--faint); } .size { font-size: 16px; font-weight: 600; } .figure { font-size: 10.5px; }
.broadsheet { fill: var(--broadsheet); } .hugo { fill: var(--hugo); } .eleventy { fill: var(--eleventy); } .cut { fill-opacity: .35; stroke: var(--faint); stroke-dasharray: 3 3; } line { stroke: var(--rule); }
`;

/**
 * Draws the wall time and the peak memory of each program as bars: a row of two panels for each size, each panel with a
 * scale of its own from 0, a group of bars for each scenario. Gives the text of an SVG file.
 */
export function drawChart(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ stories }) => stories))];
  const scenarios = SCENARIOS.filter((scenario) => rows.some((row) => row.scenario === scenario));
  const programs = PROGRAMS.filter((program) => rows.some((row) => row.program === program));
  const groupHeight = programs.length * BAR + GROUP_GAP;
  const panelHeight = PANEL_HEAD + scenarios.length * groupHeight + 16;
  const height = HEAD + sizes.length * panelHeight + 8;
  const panels = sizes.flatMap((size, index) => {
    const own = rows.filter(({ stories }) => stories === size);
    const top = HEAD + index * panelHeight;
    const shape = { scenarios, programs, groupHeight };
    return [
      `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${top}" y2="${top}"/>`,
      `<text class="size" x="${MARGIN}" y="${top + 26}">${size.toLocaleString('en-GB')} stories</text>`,
      ...scenarios.map((scenario, row) => {
        const middle = top + PANEL_HEAD + row * groupHeight + (programs.length * BAR) / 2 + 4;
        return `<text x="${MARGIN + LABELS - 10}" y="${middle}" text-anchor="end">${SCENARIO_TITLES[scenario]}</text>`;
      }),
      ...panel({ ...shape, rows: own, left: MARGIN + LABELS, top, title: 'wall time, seconds', key: 'seconds' }),
      ...panel({
        ...shape,
        rows: own,
        left: MARGIN + LABELS + BARS + FIGURE + GAP,
        top,
        title: 'peak memory, MB',
        key: 'memory',
      }),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">Build time and memory of ${listOf(programs.map((program) => NAMES[program]))}</title>
<desc id="description">${describe(rows)}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
${legend(programs)}
${panels.join('\n')}
</svg>
`;
}

function legend(programs: readonly ProgramName[]): string {
  return programs
    .map((program, index) => {
      const x = MARGIN + LABELS + index * 120;
      return `<rect class="${program.toLowerCase()}" x="${x}" y="22" width="12" height="12"/><text x="${x + 18}" y="32">${NAMES[program]}</text>`;
    })
    .concat(
      `<text class="faint" x="${WIDTH - MARGIN}" y="32" text-anchor="end">shorter is better; each panel has a scale of its own</text>`,
    )
    .join('\n');
}

interface Panel {
  readonly rows: readonly Row[];
  readonly scenarios: readonly Scenario[];
  readonly programs: readonly ProgramName[];
  readonly groupHeight: number;
  readonly left: number;
  readonly top: number;
  readonly title: string;
  readonly key: 'seconds' | 'memory';
}

function panel({ rows, scenarios, programs, groupHeight, left, top, title, key }: Panel): readonly string[] {
  // A build that was stopped sets no scale: its bar ends with the panel, and its figure says so.
  const ended = rows.filter(({ end }) => end === 'done');
  const most = Math.max(...(ended.length > 0 ? ended : rows).map((row) => row[key]));
  return [
    `<text class="faint" x="${left}" y="${top + 26}">${title}</text>`,
    `<line x1="${left}" x2="${left}" y1="${top + PANEL_HEAD - 4}" y2="${top + PANEL_HEAD + scenarios.length * groupHeight - GROUP_GAP + 4}"/>`,
    ...scenarios.flatMap((scenario, group) =>
      programs.flatMap((program, index) => {
        const row = rows.find((one) => one.scenario === scenario && one.program === program);
        const y = top + PANEL_HEAD + group * groupHeight + index * BAR;
        if (!row) return [`<text class="faint figure" x="${left + 5}" y="${y + 8.5}">not run</text>`];
        const width = Math.max(1, Math.min(1, row[key] / most) * BARS);
        const className = `${program.toLowerCase()}${row.end === 'done' ? '' : ' cut'}`;
        return [
          `<rect class="${className}" x="${left}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 1}"/>`,
          `<text class="figure" x="${(left + width + 5).toFixed(1)}" y="${y + 8.5}">${figure(row, key)}</text>`,
        ];
      }),
    ),
  ];
}

function figure(row: Row, key: 'seconds' | 'memory'): string {
  const value = key === 'seconds' ? seconds(row.seconds) : (row.memory / 1e6).toLocaleString('en-GB', DIGITS);
  return row.end === 'done' ? value : `${value}, then ${row.end}`;
}

const DIGITS = { maximumFractionDigits: 0 } as const;

function seconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);
}

/** The cold builds in words, for who does not see the chart; the tables of the document have the rest. */
function describe(rows: readonly Row[]): string {
  const sentences = rows
    .filter(({ scenario }) => scenario === 'cold')
    .map((row) => {
      const verb = row.end === 'done' ? 'took' : `was ${row.end} after`;
      return `${row.stories.toLocaleString('en-GB')} stories, cold: ${NAMES[row.program]} ${verb} ${seconds(row.seconds)} seconds and ${(row.memory / 1e6).toFixed(0)} MB.`;
    });
  return `Bars of wall time and of peak memory for each scenario and size. ${sentences.join(' ')}`;
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
