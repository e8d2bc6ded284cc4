import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { printReport } from '../../../src/diagnostics/print-report.ts';
import { visible } from '../../../src/diagnostics/wording.ts';
import { printForGitHub } from '../../../src/cli/output/formats/github.ts';
import { printForGitLab } from '../../../src/cli/output/formats/gitlab.ts';
import { printSarif } from '../../../src/cli/output/formats/sarif.ts';
import { isJson } from './judge-html.ts';

/** What a terminal obeys, or shows as something else. */
const OBEYED = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
const TOKEN = 'nobody-knows-this';

/** What is wrong with how findings are told, to people and to the programs that read them. */
export function faultsOfReport(diagnostics: readonly Diagnostic[], toDo: readonly Diagnostic[]): readonly string[] {
  const report = printReport([...diagnostics, ...toDo]);
  const told = { diagnostics, toDo };
  const commands = printForGitHub(told, { log: report, token: TOKEN });
  const [, annotations = ''] = commands.split(`\n::${TOKEN}::\n`);
  return [
    ...diagnostics.flatMap(faultsOfPlace),
    ...report.split('\n').flatMap(faultsOfLine),
    ...annotations.split('\n').flatMap(faultsOfCommand),
    ...(commands.startsWith(`::stop-commands::${TOKEN}\n`) && commands.split(TOKEN).length === 3
      ? []
      : ['the log is obeyed']),
    ...[printForGitLab(told), printSarif(told, { version: '1', homepage: undefined })].flatMap((text) => {
      const printed = text.split('\n').map(visible).join('\n');
      return isJson(printed) && isDeepStrictEqual(JSON.parse(printed), JSON.parse(text))
        ? []
        : ['a report for programs is no JSON'];
    }),
  ];
}

function faultsOfPlace({ path, line, column, message, code }: Diagnostic): readonly string[] {
  const isPlace = path.startsWith('content/') && line >= 1 && column >= 1 && Number.isInteger(line + column);
  return [
    ...(isPlace ? [] : [`${code} stands at ${path}:${line}:${column}`]),
    ...(/^Unexpected /.test(message) ? [] : [`${code} says ${message}`]),
    ...(/undefined|\[object|NaN(?!`)/.test(message.replace(/(`+).*?\1/gs, '')) ? [`${code} says ${message}`] : []),
  ];
}

/** A line begins with the place of a finding, or is what follows one. */
function faultsOfLine(line: string): readonly string[] {
  const isOurs =
    line === '' ||
    /^content\/.*:\d+:\d+ (?:error|warn) Unexpected |^ {2}(?!:)\S| {4,}\| +\^/.test(line) ||
    /^ +\| *\^*$/.test(line);
  return isOurs && !OBEYED.test(line) ? [] : [`the report has the line ${JSON.stringify(line)}`];
}

function faultsOfCommand(line: string): readonly string[] {
  const isOurs =
    line === '' ||
    /^::(?:error|warning|notice) file=content\/[^,:]*,line=\d+(?:,col=\d+,endColumn=\d+)?,title=[\w-]+::Unexpected /.test(
      line,
    );
  return isOurs ? [] : [`GitHub is told ${JSON.stringify(line)}`];
}
