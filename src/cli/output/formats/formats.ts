import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Told } from '../../../diagnostics/diagnostic.ts';
import { didYouMean, quote } from '../../../diagnostics/wording.ts';
import { NEWSROOM, PROGRAM } from '../../../disk/project.ts';
import { UsageError } from '../../arguments.ts';
import { pathFrom, withPaths } from '../report.ts';
import { print, printCommands, tell } from '../terminal.ts';
import { chosenIn, type ReportOptions, reportText } from '../write-diagnostics.ts';
import { printForGitHub } from './github.ts';
import { printForGitLab } from './gitlab.ts';
import { printSarif, type SarifTool } from './sarif.ts';

const FORMATS = ['text', 'json', 'github', 'gitlab', 'sarif'] as const;

/** How a command says what is wrong: to people, as one JSON document of ours, or as somebody else's program reads it. */
export type Format = (typeof FORMATS)[number];

/** The options of commands that have a choice of formats, for `parseArgs`. */
export const FORMAT_OPTIONS = { format: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/** Reads the values that `parseArgs` found for {@link FORMAT_OPTIONS}; `isSummary` says whether only numbers are asked for. */
export function formatOf(
  { format, json }: { readonly format?: string | undefined; readonly json: boolean },
  { isSummary }: Pick<ReportOptions, 'isSummary'>,
): Format {
  const chosen = FORMATS.find((name) => name === (format ?? (json ? 'json' : 'text')));
  if (chosen === undefined) {
    const hint = didYouMean(format ?? '', FORMATS, `there are ${FORMATS.join(', ')}`);
    throw new UsageError(`Unexpected --format ${quote(format)}, expected the name of a format; ${hint}`);
  }
  if (json && chosen !== 'json')
    throw new UsageError(`Unexpected --json with --format ${chosen}, expected one of the two`);
  if (isSummary && isForeign(chosen))
    throw new UsageError(`Unexpected --summary with --format ${chosen}, expected one of the two`);
  return chosen;
}

/** A format of somebody else's. */
export type ForeignFormat = Exclude<Format, 'text' | 'json'>;

export function isForeign(format: Format): format is ForeignFormat {
  return format !== 'text' && format !== 'json';
}

/** What is written of diagnostics, and where they are. */
export interface FormatGiven {
  readonly format: ForeignFormat;
  readonly options: ReportOptions;
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Lines for people, which stand behind the report. */
  readonly log: string;
}

/**
 * Writes diagnostics, whose paths are from the content folder's parent, as somebody else's program reads them, to standard output. For a person the
 * report goes to standard error, or, for GitHub, into the log before the annotations.
 */
export function writeForeign(told: Told, { format, options, content, log }: FormatGiven): void {
  const root = repositoryRoot(process.env);
  const all = (shown: (path: string) => string): Told => ({
    diagnostics: withPaths(told.diagnostics, shown),
    toDo: withPaths(told.toDo, shown),
  });
  const report = reportText(
    all((path) => pathFrom(path, content)),
    options,
  );
  const placed = chosenIn(
    all((path) => pathUnder(root, path, content)),
    options,
  );
  if (format === 'github') {
    printCommands(printForGitHub(placed, { log: report + log, token: randomUUID() }));
    return;
  }
  print(format === 'gitlab' ? printForGitLab(placed) : printSarif(placed, tool()));
  tell(report + log);
}

/** Where the repository begins, of which these programs want paths: what their machines say, or else this folder. */
function repositoryRoot({ GITHUB_WORKSPACE, CI_PROJECT_DIR }: NodeJS.ProcessEnv): string {
  const here = process.cwd();
  const isAround = (folder: string | undefined): folder is string =>
    folder !== undefined && folder !== '' && `${here}${sep}`.startsWith(`${resolve(folder)}${sep}`);
  return [GITHUB_WORKSPACE, CI_PROJECT_DIR].find(isAround) ?? here;
}

function pathUnder(root: string, path: string, content: string): string {
  return relative(root, diskPath(path, content)).replaceAll(sep, '/');
}

function diskPath(path: string, content: string): string {
  return /^content(?:\/|$)/.test(path) ? join(content, path.slice('content/'.length)) : resolve(NEWSROOM, path);
}

function tool(): SarifTool {
  const { version, homepage } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as SarifTool;
  return { version, homepage };
}
