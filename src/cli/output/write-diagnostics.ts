import { CATALOGUE, type Code } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Told } from '../../diagnostics/diagnostic.ts';
import { groupByCause, MOST_CAUSES, mostUrgent } from '../../diagnostics/group-by-cause.ts';
import { printCauses } from '../../diagnostics/print-report.ts';
import { type CodeCount, countByCode, printCounts } from '../../diagnostics/summary.ts';
import { slipsBetween } from '../../diagnostics/slips.ts';
import { documentAt, nearest, quote, quoteAll } from '../../diagnostics/wording.ts';
import { houseCodes } from '../../validate/rules/house-rules.ts';
import { UsageError } from '../arguments.ts';
import { print, tell } from './terminal.ts';

/** What of the diagnostics is to be shown. What is not shown is wrong all the same: exit codes do not depend on this. */
export interface ReportOptions {
  /** These codes, or all. */
  readonly only: ReadonlySet<Code> | undefined;
  /** So many, if somebody said how many. */
  readonly limit: number | undefined;
  /** How often each code is met, in place of the diagnostics. */
  readonly isSummary: boolean;
}

/** The options of commands that report, for `parseArgs`. */
export const REPORT_OPTIONS = {
  only: { type: 'string', multiple: true },
  limit: { type: 'string' },
  summary: { type: 'boolean', default: false },
} as const;

const DEFAULTS: ReportOptions = { only: undefined, limit: undefined, isSummary: false };

/** Reads the values that `parseArgs` found for {@link REPORT_OPTIONS}. */
export function reportOptionsOf(values: {
  readonly only?: readonly string[] | undefined;
  readonly limit?: string | undefined;
  readonly summary: boolean;
}): ReportOptions {
  return { only: codesOf(values.only), limit: limitOf(values.limit), isSummary: values.summary };
}

/** Codes, given one by one or with commas between them. */
function codesOf(values: readonly string[] | undefined): ReportOptions['only'] {
  if (values === undefined) return undefined;
  const codes = values.flatMap((value) => value.split(',')).map((code) => code.trim());
  return new Set(codes.map(codeOf));
}

function codeOf(written: string): Code {
  const known = [...Object.keys(CATALOGUE), ...houseCodes()];
  if (known.includes(written)) return written as Code;
  const near = nearestCodes(written, known);
  const hint =
    near.length === 0 ? `${documentAt('diagnostics.md')} has all of them` : `did you mean ${quoteAll(near, ' or ')}?`;
  throw new UsageError(`Unexpected --only ${quote(written)}, expected the code at the end of a message; ${hint}`);
}

const MOST_NEAREST = 5;

/** The codes that may be meant by what is none: the one with few letters changed, or else those with most of its words, the closest first. */
function nearestCodes(written: string, known: readonly string[]): readonly string[] {
  const words = written.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('-');
  const one = known.find((code) => code === name) ?? nearest(name, known);
  if (one !== undefined && slipsBetween(name, one) <= 2) return [one];
  const having = (word: string): readonly string[] =>
    known.filter((code) => code.split('-').some((part) => part === word || `${part}s` === word));
  // A word that few codes have says more than one of many.
  const shared = new Map<string, number>();
  for (const codes of words.map(having))
    for (const code of codes) shared.set(code, (shared.get(code) ?? 0) + 1 / codes.length);
  const most = Math.max(...shared.values());
  if (shared.size === 0) return one === undefined ? [] : [one];
  return [...shared.keys()]
    .filter((code) => shared.get(code) === most)
    .sort((a, b) => slipsBetween(name, a) - slipsBetween(name, b))
    .slice(0, MOST_NEAREST);
}

function limitOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value === 'all' || value === '0') return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new UsageError(`Unexpected --limit ${quote(value)}, expected a number, or \`all\``);
}

/** Writes diagnostics for a person: to standard error, or how often each code is met, to standard output. */
export function writeDiagnostics(diagnostics: readonly Diagnostic[], options = DEFAULTS): void {
  writeReport({ diagnostics, toDo: [] }, options);
}

/** Writes both for a person; what is still to do in drafts stands first, under a heading of its own. */
export function writeReport(told: Told, options: ReportOptions): void {
  const text = reportText(told, options);
  if (text !== '') (options.isSummary ? print : tell)(text);
}

/** What {@link writeReport} writes. */
export function reportText({ diagnostics, toDo }: Told, options: ReportOptions): string {
  const [ofDrafts = '', others = ''] = [toDo, diagnostics].map((some) => textOf(choose(some, options), options));
  const heading = ofDrafts === '' ? '' : 'Still to do in drafts, which stop nothing:\n\n';
  const rest = ofDrafts !== '' && others !== '' ? 'The rest:\n\n' : '';
  return `${heading}${ofDrafts}${rest}${others}${shareText([...toDo, ...diagnostics], options)}`;
}

/** How much of what is wrong has the codes that were asked for: a part is not taken for all of it. */
function shareText(all: readonly Diagnostic[], { only }: ReportOptions): string {
  if (only === undefined || all.length === 0) return '';
  const codes = [...only];
  const count = choose(all, { only }).length;
  const which = `${codes.length === 1 ? 'the code' : 'one of the codes'} ${quoteAll(codes)}`;
  const share = `${count === 0 ? 'None' : count} of ${all.length === 1 ? '1 finding' : `${all.length} findings`}`;
  return `${share} ${count > 1 ? 'have' : 'has'} ${which} (--only)\n`;
}

function textOf(chosen: readonly Diagnostic[], options: ReportOptions): string {
  if (chosen.length === 0) return '';
  if (options.isSummary) return countsText(countByCode(chosen), options);
  const causes = groupByCause(chosen);
  const shown = mostUrgent(causes, options.limit ?? MOST_CAUSES, ({ first }) => first);
  const rest = causes.length - shown.length;
  const more = `${rest} more ${rest === 1 ? 'is' : 'are'} not shown: --limit all shows everything, --summary counts it\n`;
  return `${printCauses(shown)}\n${rest > 0 ? more : ''}`;
}

/** The table by code: all of it, unless a number of lines is said. */
function countsText(counts: readonly CodeCount[], { limit = counts.length }: ReportOptions): string {
  const rest = counts.slice(limit);
  const left = rest.reduce((sum, { count }) => sum + count, 0);
  const are = left === 1 ? '1 finding is' : `${left} findings are`;
  const codes = rest.length === 1 ? 'of 1 more code' : `of ${rest.length} more codes`;
  const more = rest.length === 0 ? '' : `${are} ${codes}, not shown: --limit all shows every code\n`;
  return printCounts(counts.slice(0, limit)) + more;
}

/** What of both is asked for, each by itself: all of it, unless a number is said. */
export function chosenIn({ diagnostics, toDo }: Told, options: ReportOptions): Told {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const chosen = (some: readonly Diagnostic[]): readonly Diagnostic[] =>
    mostUrgent(choose(some, options), limit, (diagnostic) => diagnostic);
  return { diagnostics: chosen(diagnostics), toDo: chosen(toDo) };
}

/** What `--json` says of both: `summary` or `diagnostics`, and under `toDo` the same of drafts. */
export function reportJson({ diagnostics, toDo }: Told, options: ReportOptions): object {
  const { only, limit, isSummary } = options;
  const ofDrafts = choose(toDo, { only });
  return {
    ...(only === undefined ? {} : { only: [...only] }),
    ...diagnosticsJson(diagnostics, options),
    toDo: isSummary ? countByCode(ofDrafts).slice(0, limit) : ofDrafts.map(jsonOf),
  };
}

/** What `--json` says of diagnostics: all of them, unless something else is asked for. */
function diagnosticsJson(diagnostics: readonly Diagnostic[], options: ReportOptions): object {
  const chosen = choose(diagnostics, options);
  const notShown = (shown: number): object =>
    diagnostics.length > shown ? { notShown: diagnostics.length - shown } : {};
  if (options.isSummary) {
    const summary = countByCode(chosen).slice(0, options.limit);
    return { summary, ...notShown(summary.reduce((sum, { count }) => sum + count, 0)) };
  }
  const shown = mostUrgent(chosen, options.limit ?? Number.POSITIVE_INFINITY, (diagnostic) => diagnostic);
  return { diagnostics: shown.map(jsonOf), ...notShown(shown.length) };
}

function choose(diagnostics: readonly Diagnostic[], { only }: Pick<ReportOptions, 'only'>): readonly Diagnostic[] {
  return only ? diagnostics.filter(({ code }) => only.has(code)) : diagnostics;
}

function jsonOf({ code, severity, path, line, column, message, hint, related, diff }: Diagnostic): object {
  return { code, severity, path, line, column, message, hint, related, diff };
}
