import type { Finding } from '../diagnostics/finding.ts';

/** What is wrong with a file of `content/`, thrown where only Eleventy is there to catch it. */
export class ContentFault extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.path}: ${finding.message}`);
    this.finding = finding;
  }
}
