import { datedQuery } from '../../baseline/floors.ts';
import type { Baseline } from '../../domain/site/baseline.ts';
import type { HeldBackPage, HeldBack } from '../../domain/edition.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Fingerprint, fingerprintOf } from '../../plan/fingerprint.ts';
import { type BuildOptions, momentOf } from '../building.ts';
import { programVersion } from '../program/program-version.ts';
import type { TemplatesMade } from '../planning/plan-output.ts';

/** What a build has to say of an edition. */
export interface BuildReport {
  readonly title: string;
  /** Scheme and host of the site. */
  readonly origin: string;
  readonly language: string;
  readonly timeZone: string;
  readonly stories: number;
  readonly heldBack: readonly HeldBack[];
  readonly heldBackPages: readonly HeldBackPage[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is still to do in drafts that are not in the edition. */
  readonly toDo: readonly Diagnostic[];
  readonly baseline: Baseline;
  /** The scripts that stand in every page as sources of a content security policy, `sha256-…`: the gate, and what loads the script of readers. */
  readonly inlineHashes: readonly string[];
}

/** What the last build said of itself, while it still holds. */
export interface BuildState {
  /** Of what beside content and output decides about a build, see {@link stateKey}. */
  readonly key: Fingerprint;
  /** From when to when, in milliseconds since 1970, the same content makes the same site. */
  readonly from: number;
  readonly until: number | undefined;
  /** Which output was built, see {@link nameOfOutput}. */
  readonly output: string;
  /** Of what was found in the content folder that is no file to read. */
  readonly findings: Fingerprint;
  /** How many files the output has. */
  readonly files: number;
  readonly templates: TemplatesMade;
  /** Of what the pages of stories depended on, see {@link fingerprintOfContext}. */
  readonly context: Fingerprint;
  readonly report: BuildReport;
}

/** Whether the same content would make the same site as it did then. */
export function isCurrent(state: BuildState, options: BuildOptions): boolean {
  const now = momentOf(options, state.report.timeZone);
  const isInTime = now >= state.from && now < (state.until ?? Number.POSITIVE_INFINITY);
  return isInTime && state.key === stateKey(options, state.report.baseline.query);
}

/** What beside content and time decides about a build. A query may mean other browsers on another day. */
export function stateKey(options: BuildOptions, query: string): Fingerprint {
  const { program, allLayouts } = programVersion();
  const { url, drafts, shard } = options;
  return fingerprintOf(
    program,
    allLayouts,
    JSON.stringify([url, drafts, shard]),
    datedQuery(query, momentOf(options, 'UTC')),
  );
}
