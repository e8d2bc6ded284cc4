import { causesOf } from '../../diagnostics/causes.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { programRole } from '../../domain/site/programs.ts';
import { findTemplateFault, isOfMachine } from '../../eleventy/run-eleventy.ts';
import { faultIn } from '../../eleventy/template-fault.ts';
import { findOriginInOwn } from '../program/source-places.ts';
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
  // A layout or the settings of the newsroom's own are to blame, whatever page it was.
  const isTold = causesOf(fault).some(({ name }) => name === 'OwnFileFault' || name === 'LayoutFault');
  if (isTold || findOriginInOwn(fault)) return undefined;
  const named = findTemplateFault(fault, build);
  if (named || isOfMachine(fault)) return named;
  const { programs, bodyLineOf } = build;
  // What fails with the pages of Broadsheet only is none of theirs.
  if (programs.length === 0 || (await trial(build)) === undefined) return undefined;
  // And so is what fails without them, as a mistake in `.eleventy.ts` does.
  if ((await trial({ ...withOne(build, ''), programs: [] })) !== undefined) return undefined;
  const templates = programs.filter(({ path }) => programRole(path) === 'template');
  for (const { path } of templates) {
    const alone = await trial(withOne(build, path));
    if (alone !== undefined) return findTemplateFault(alone, build) ?? faultIn(path, alone, bodyLineOf);
  }
  const [first] = [...programs.filter(({ path }) => programRole(path) !== 'template'), ...templates];
  return first && faultIn(first.path, fault, bodyLineOf);
}

/** A build of the pages that are text, of one template, and of all data. */
function withOne(build: PreparedBuild, wanted: string): PreparedBuild {
  const isKept = ({ path }: { readonly path: string }): boolean => path === wanted || programRole(path) !== 'template';
  const ownPages = build.edition.ownPages.filter(isKept);
  return { ...build, edition: { ...build.edition, ownPages }, programs: build.programs.filter(isKept) };
}
