import { quote } from '../../../diagnostics/wording.ts';
import type { CarriedOut } from './carry-out.ts';

/** What is still to be looked at when a story is published: a sentence for each. */
export function whatIsLeft({ changed, outer }: CarriedOut): readonly string[] {
  const hooked = changed.map(
    (path) => `A hook of git has changed ${quote(path)}: look at what was committed, which was not checked.`,
  );
  if (outer === undefined) return hooked;
  return [
    ...hooked,
    `This repository is a submodule of ${quote(outer)}, which still has the commit before: commit it there, too, and push that.`,
  ];
}
