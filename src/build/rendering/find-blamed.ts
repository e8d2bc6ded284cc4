import type { Finding } from '../../diagnostics/finding.ts';
import { programRole } from '../../domain/site/programs.ts';
import { findTemplateFault, isOfMachine } from '../../eleventy/run-eleventy.ts';
import { faultIn } from '../../eleventy/template-fault.ts';
import type { PreparedBuild } from '../planning/prepared-build.ts';

/** Renders own pages to a folder that nobody reads; the fault that it ended with, if it failed. */
export type Trial = (build: PreparedBuild) => Promise<unknown>;

/**
 * The program of `content/pages/` that is to blame for a fault of Eleventy's. Where the fault names no file, each program is tried by
 * itself, and then whatever Eleventy is given is to blame together.
 *
 * @returns Nothing where the fault is none of theirs.
 */
export async function findBlamed(fault: unknown, build: PreparedBuild, trial: Trial): Promise<Finding | undefined> {
  const named = findTemplateFault(fault, build);
  if (named || isOfMachine(fault)) return named;
  const { programs, bodyLineOf } = build;
  // What fails with the pages of Broadsheet only is none of theirs.
  if (programs.length === 0 || (await trial(build)) === undefined) return undefined;
  const templates = programs.filter(({ path }) => programRole(path) === 'template');
  for (const { path } of templates) {
    const alone = await trial(withOne(build, path));
    if (alone !== undefined) return findTemplateFault(alone, build) ?? faultIn(path, alone, bodyLineOf);
  }
  // Without its programs it is ours.
  const [first] = [...programs.filter(({ path }) => programRole(path) !== 'template'), ...templates];
  const isTheirs = first !== undefined && (await trial({ ...withOne(build, ''), programs: [] })) === undefined;
  return isTheirs ? faultIn(first.path, fault, bodyLineOf) : undefined;
}

/** A build of the pages that are text, of one template, and of all data. */
function withOne(build: PreparedBuild, wanted: string): PreparedBuild {
  const isKept = ({ path }: { readonly path: string }): boolean => path === wanted || programRole(path) !== 'template';
  const ownPages = build.edition.ownPages.filter(isKept);
  return { ...build, edition: { ...build.edition, ownPages }, programs: build.programs.filter(isKept) };
}
