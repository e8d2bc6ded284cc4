import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import { diagnosticsPage } from '../../docs/write-diagnostics.ts';
import { CATALOGUE, type DiagnosticCode } from '../../src/diagnostics/catalogue.ts';
import { printReport } from '../../src/diagnostics/print-report.ts';
import { lookAtNewsroom, proofreadNewsroom } from '../../src/build/look-at-newsroom.ts';
import { MANNERS } from '../../src/cli/check/external/ask-links.ts';
import { checkExternal } from '../../src/cli/check/external/check-external.ts';
import { RULE_CODES } from '../../src/newsroom/copy-desk/copy-desk.ts';
import { askIn, type GivenAnswer } from '../cli/check/external/answers.ts';
import { broadsheet, broadsheetInResident } from '../cli/run.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url));
const NOW = '2026-11-23T12:00:00Z';

/** What only rendering can find: the report is that of `broadsheet check`, for Eleventy is not to run in this process. */
const FOUND_BY_RENDERING: readonly string[] = ['template-failed'] satisfies readonly DiagnosticCode[];

/** What only `check` tells, of a newsroom with a folder of its own: a process belongs to one such. */
const FOUND_BY_CHECK: readonly string[] = ['layout-outdated', 'layout-unused'] satisfies readonly DiagnosticCode[];

/** What the copy desk says, which `check` alone asks. */
const FOUND_BY_COPY_DESK: readonly string[] = [...RULE_CODES, 'dictionary-missing', 'words-invalid', 'style-invalid'];
/** What only `check --external` tells: `answers.json` has what other hosts answer. */
const FOUND_OUTSIDE = /^outside-/;

const folders = readdirSync(FIXTURES).sort();
const copies = mkdtempSync(join(tmpdir(), 'broadsheet-fixtures-'));
afterAll(() => rmSync(copies, { recursive: true, force: true }));

it('has a folder for every code of the catalogue, and no other', () => {
  expect(folders).toEqual(Object.keys(CATALOGUE).sort());
});

describe.each(folders)('the newsroom of %s', (code) => {
  it('gets the report that stands beside it', async () => {
    const report = await reportOn(code);
    const file = join(FIXTURES, code, 'report.txt');
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, report);

    expect(report).toBe(readFileSync(file, 'utf8'));
    expect(new Set(codesOf(report))).toEqual(new Set([`${CATALOGUE[code as DiagnosticCode].severity} ${code}`]));
    expect(report).not.toMatch(/^\s*at .*(?::\d+:\d+|\(.*\))/m);
  });
});

/** What is said of a copy of the fixture, in which the state that git cannot keep has been made. */
async function reportOn(code: string): Promise<string> {
  const folder = join(copies, code);
  cpSync(join(FIXTURES, code), folder, { recursive: true, verbatimSymlinks: true });
  const setup = join(folder, 'setup.ts');
  if (existsSync(setup)) await setUp(join(FIXTURES, code, 'setup.ts'), folder);
  if (FOUND_BY_RENDERING.includes(code)) return withoutCount(await broadsheetInResident(folder, 'check', '--now', NOW));
  if (FOUND_BY_CHECK.includes(code)) return withoutCount(broadsheet(folder, 'check', '--now', NOW));
  const content = join(folder, 'content');
  const options = { content, now: NOW, drafts: false, url: undefined };
  if (FOUND_BY_COPY_DESK.includes(code))
    return printReport((await proofreadNewsroom(options, 1, join(folder, '.cache'))).diagnostics);
  const read = await lookAtNewsroom(options, 1);
  if (!FOUND_OUTSIDE.test(code)) return printReport(read.diagnostics);
  const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Readonly<
    Record<string, GivenAnswer>
  >;
  const { findings } = await checkExternal({
    ...{ content, cache: join(folder, 'cache'), edition: read.edition, ask: askIn(answers), manners: MANNERS },
    ...{ now: () => Date.parse(NOW), sleep: async () => {}, isOnline: async () => true, onProgress: () => {} },
  });
  return printReport([...read.diagnostics, ...read.pinpoint(findings)]);
}

async function setUp(module: string, folder: string): Promise<void> {
  const { default: setup } = (await import(pathToFileURL(module).href)) as { default: (folder: string) => void };
  setup(folder);
}

/** A report without the count, which is no part of it. */
function withoutCount({ stderr }: { readonly stderr: string }): string {
  return stderr.replace(/\n.*\n$/, '');
}

/** The severity and the code of each diagnostic: the first line's, and the last one. */
function codesOf(report: string): readonly string[] {
  return report
    .trimEnd()
    .split('\n\n')
    .map((diagnostic) => {
      const lines = diagnostic.split('\n');
      const severity = /^\S.*?:\d+:\d+ (error|warn) /.exec(lines[0] ?? '')?.[1];
      return `${severity} ${lines.at(-1)?.trim()}`;
    });
}

test('documents every code as the catalogue and the fixtures have it (npm run docs renews the page)', () => {
  const written = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

  expect(written).toBe(diagnosticsPage());
});
