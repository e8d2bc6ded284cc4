/** What is known of a code. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** Why it is an error in every newsroom. Where it is not, `standards` in `site.yaml` may set another severity. */
  readonly fixed: Fixed | undefined;
  /** Whether it is told of only where `standards` gives it a severity. */
  readonly isOptional?: true;
  /**
   * Whether its messages name what is missing, misspelt or not understood: all with one message and one hint have one cause, and are
   * mended alike. That of a picture without words is none of these, for each needs words of its own.
   */
  readonly isNaming?: true;
  /** The keys of `site.yaml` with the lists that it says something is not in: nothing is said of that where one of these cannot be read. */
  readonly lists?: readonly string[];
  /** What it means, in a sentence or two for an editor. */
  readonly meaning: string;
}

export type Severity = 'error' | 'warn';

/** The severities that `standards` in `site.yaml` may give to a code. */
export const SEVERITIES = ['error', 'warn', 'off'] as const;

/**
 * Why no newsroom can change the severity of a code.
 *
 * - `safety`: it protects readers, sources under embargo, or the machines that read the site.
 * - `impossible`: what is wrong cannot be published as it was meant, because it cannot be known or has no place.
 */
export type Fixed = 'safety' | 'impossible';

/** An error that lets nothing be published. */
export function error(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: 'impossible', meaning };
}

/** An error that no newsroom may choose to live with. */
export function unsafe(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: 'safety', meaning };
}

/** An error that a newsroom may choose to live with: what is wrong is then left out of the page. */
export function rule(meaning: string): CatalogueEntry {
  return { severity: 'error', fixed: undefined, meaning };
}

/** Something that is published as it is. */
export function warn(meaning: string): CatalogueEntry {
  return { severity: 'warn', fixed: undefined, meaning };
}

/** A warning that a newsroom has to ask for. */
export function optional(meaning: string): CatalogueEntry {
  return { severity: 'warn', fixed: undefined, isOptional: true, meaning };
}

/** What is told once for all places that name the same thing. */
export function naming(entry: CatalogueEntry): CatalogueEntry {
  return { ...entry, isNaming: true };
}

/** What says that something is in no list of `site.yaml`. @param lists The keys that have these. */
export function ofList(entry: CatalogueEntry, ...lists: readonly string[]): CatalogueEntry {
  return { ...entry, lists };
}
