import type { Told } from '../../../diagnostics/diagnostic.ts';
import { visible } from '../../../diagnostics/wording.ts';
import { identify } from './identity.ts';

/** One problem of a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/). */
interface CodeQualityProblem {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITIES = { error: 'major', warn: 'minor' } as const;

/** Prints diagnostics as GitLab shows them beside a merge request: a list in JSON. What is still to do in drafts is for information. */
export function printForGitLab({ diagnostics, toDo }: Told): string {
  const ofDrafts = new Set(toDo);
  const problems = identify([...diagnostics, ...toDo]).map(({ diagnostic, identity }): CodeQualityProblem => {
    const { message, hint, code, severity, path, line } = diagnostic;
    return {
      description: visible(hint === undefined ? message : `${message} (${hint})`),
      check_name: code,
      fingerprint: identity,
      severity: ofDrafts.has(diagnostic) ? 'info' : SEVERITIES[severity],
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(problems, undefined, 2)}\n`;
}
