import type { Results } from '../measuring/results.ts';
import { judgeGoals } from './goals.ts';
import { isDisturbed, type Row, summarise } from './rows.ts';
import { cellsOf, COLUMNS, printMarkdownTable, RATIO_COLUMNS, ratiosOf, sayUnfinished } from './tables.ts';

/** The document of the benchmark, `docs/benchmarks.md`, in Markdown. `chart` is the address of its picture. */
export function writeReport(results: Results, chart: string): string {
  const rows = summarise(results.runs);
  const sizes = [...new Set(rows.map(({ stories }) => stories))];
  return [
    INTRODUCTION,
    machineOf(results),
    `![Wall time and peak memory of the three programs at each size, as in the tables below](${chart})\n`,
    '## Goals\n',
    goalsOf(rows),
    ...sizes.flatMap((size) =>
      sizeOf(
        rows.filter(({ stories }) => stories === size),
        results.processors,
      ),
    ),
    READING,
  ].join('\n');
}

const INTRODUCTION = `# Benchmarks

<!-- Made by \`npm run bench -- --report\`; edit tests/bench/report/report.ts. -->

Broadsheet, Hugo and plain Eleventy build the same news site: the same stories of about 5 kB over eleven years, the same kinds
of pages with layouts of the same shape (stories, home, lists of sections, topics and contributors with their archives, days,
months and years, feeds, sitemaps). One command measures it all and writes this page and its chart:

    npm run bench -- --report

It needs Linux and Hugo (\`apt-get install -y hugo\`), and takes hours; \`npm run bench -- --sizes 1000 --runs 5\` is a quick look.
How it is done, and all options: [tests/bench/README.md](../tests/bench/README.md).
`;

function machineOf({ date, processors, memory, versions, storage, seed, timeLimit }: Results): string {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${processors} processors, ${Math.round(memory / 2 ** 30)} GiB of memory; ${programs.join(', ')}; files ${storage === 'memory' ? 'in memory' : 'on a disk'}; seed ${seed}; a build was stopped after ${timeLimit} s.\n`;
}

function goalsOf(rows: readonly Row[]): string {
  return printMarkdownTable(
    ['goal', 'measured', ''],
    judgeGoals(rows).map(({ goal, measured, isMet }) => [goal, measured, verdict(isMet, measured)]),
    3,
  );
}

function verdict(isMet: boolean | undefined, measured: string): string {
  if (isMet === undefined) return measured === 'not measured' ? '–' : 'not known';
  return isMet ? 'met' : '**not met**';
}

function sizeOf(rows: readonly Row[], processors: number): readonly string[] {
  const stories = rows[0]?.stories.toLocaleString('en-GB');
  const rounds = Math.max(...rows.map(({ runs }) => runs));
  const ratios = ratiosOf(rows);
  const disturbed = rows.some((row) => isDisturbed(row, processors));
  return [
    `## ${stories} stories\n`,
    `${rounds === 1 ? 'One run' : `Medians of ${rounds} runs`}.${disturbed ? ' Lines with * were disturbed: other programs used the processors meanwhile, so their times say little.' : ''}\n`,
    printMarkdownTable(
      COLUMNS,
      rows.map((row) => {
        const [scenario = '', ...cells] = cellsOf(row);
        return [isDisturbed(row, processors) ? `${scenario} *` : scenario, ...cells];
      }),
      2,
    ),
    ...sayUnfinished(rows).map((sentence) => `${sentence}\n`),
    ...(ratios.length > 0 ? [printMarkdownTable(RATIO_COLUMNS, ratios, 1)] : []),
  ];
}

const READING = `## How to read it

- **Scenarios** follow one another: a cold build, the same again, an old story with one more paragraph, a new story that is the
  newest, the layout of stories with one more class, the site with another title. Each starts from the output that the one before
  left. Hugo 0.111 and plain Eleventy have no builds that do less; they make everything again, over the old files.
- **wall s** and **CPU s** are seconds of time and of the processors; **peak MB** is the most memory held at once by all
  processes; **files** is how many the output has, and **written** how many of them are new, replaced or written again, even with
  the bytes that they had. **reported** is how many changed addresses Broadsheet itself says (\`--json\`).
- **Ratios** are Broadsheet's figure divided by the other's: below 1 it took less. One that was stopped would have taken longer,
  so that its ratio is below what is printed.
- A story layout that changed is compiled first; that is in the time.
`;
