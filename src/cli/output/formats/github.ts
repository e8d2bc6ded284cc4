import { groupByCause, type Cause } from '../../../diagnostics/group-by-cause.ts';
import { printOthers } from '../../../diagnostics/print-report.ts';
import type { Diagnostic, Told } from '../../../diagnostics/diagnostic.ts';
import { visible } from '../../../diagnostics/wording.ts';

/** So many annotations of a level GitHub shows of a step. */
const MOST_OF_A_LEVEL = 10;

/** What stands in the log before annotations. */
export interface LogText {
  /** The report for people. */
  readonly log: string;
  /** Ends what is taken for no command: nobody can guess it. */
  readonly token: string;
}

/**
 * Prints diagnostics as GitHub reads them in the log of a step: the report as text, in which nothing is obeyed, and behind it an annotation for
 * each of the ten gravest errors, warnings and things to do (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
 * What has one cause is one annotation.
 */
export function printForGitHub({ diagnostics, toDo }: Told, { log, token }: LogText): string {
  const causes = groupByCause(diagnostics);
  const ofLevel = (severity: Diagnostic['severity']): readonly Cause[] =>
    gravest(causes.filter(({ first }) => first.severity === severity));
  const commands = [
    ...ofLevel('error').map((cause) => annotation('error', cause)),
    ...ofLevel('warn').map((cause) => annotation('warning', cause)),
    ...gravest(groupByCause(toDo)).map((cause) => annotation('notice', cause)),
  ];
  return [`::stop-commands::${token}`, log.trimEnd(), `::${token}::`, ...commands, ''].join('\n');
}

/** The first of each code before all others: 900 of one do not hide the one of another. */
function gravest(causes: readonly Cause[]): readonly Cause[] {
  const met = new Set<string>();
  const ranked = causes.map((cause) => {
    const isFirst = !met.has(cause.first.code);
    met.add(cause.first.code);
    return { cause, rank: isFirst ? 0 : 1 };
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_OF_A_LEVEL)
    .map(({ cause }) => cause);
}

function annotation(level: 'error' | 'warning' | 'notice', { first, others }: Cause): string {
  const { path, line, column, length, excerpt, code, message, hint } = first;
  const place = excerpt === undefined ? { line } : { line, col: column, endColumn: column + length };
  const properties = Object.entries({ file: path, ...place, title: code }).map(
    ([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`,
  );
  const texts = [
    message,
    ...(others.length > 0 ? [printOthers(others)] : []),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ];
  return `::${level} ${properties.join(',')}::${texts.map((text) => escapeData(visible(text))).join('%0A')}`;
}

/** What ends a command, or stands for another character in one. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** What ends a property, too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
