/** What is known of a code. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** Why it is an error in every newsroom. Where it is not, `standards` in `site.yaml` may set another severity. */
  readonly fixed: Fixed | undefined;
  /** Whether it is told of only where `standards` gives it a severity. */
  readonly isOptional?: true;
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
