import { isError } from '../../diagnostics/diagnostic.ts';
import { type Cause, groupByCause } from '../../diagnostics/group-by-cause.ts';
import type { DeskIndex } from './desk-index.ts';
import { editorLink, type FilesGiven } from './source-files.ts';
import { type ToldDiagnostic, type ToldPlace, tellDiagnostic } from './told-diagnostic.ts';

/** What is wrong with a newsroom, each cause once; errors first. */
export interface Problems {
  readonly errors: number;
  readonly warnings: number;
  /** How many causes there are. */
  readonly total: number;
  readonly causes: readonly ToldCause[];
}

interface ToldCause extends ToldDiagnostic {
  /** Where else it shows, as far as that is listed. */
  readonly others: readonly ToldPlace[];
  /** In how many further places it shows. */
  readonly more: number;
}

/** So many places of one cause are listed. */
const MOST_OTHERS = 50;

const sorted = new WeakMap<DeskIndex, readonly Cause[]>();

/** A part of what is wrong with a newsroom, from the cause of a number (from 0) on. */
export function problemsOf(
  index: DeskIndex,
  { from, count }: { readonly from: number; readonly count: number },
  given: FilesGiven,
): Problems {
  const { diagnostics } = index;
  const errors = diagnostics.filter(isError).length;
  const causes = sorted.get(index) ?? causesOf(index);
  sorted.set(index, causes);
  return {
    errors,
    warnings: diagnostics.length - errors,
    total: causes.length,
    causes: causes.slice(from, from + count).map(({ first, others }) => ({
      ...tellDiagnostic(first, given),
      others: others
        .slice(0, MOST_OTHERS)
        .map(({ path, line }) => ({ path, line, editor: editorLink(path, line, given) })),
      more: Math.max(0, others.length - MOST_OTHERS),
    })),
  };
}

function causesOf({ diagnostics }: DeskIndex): readonly Cause[] {
  const errors = diagnostics.filter(isError);
  return groupByCause([...errors, ...diagnostics.filter((diagnostic) => !isError(diagnostic))]);
}
