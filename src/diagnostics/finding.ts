import type { TextPlace } from '../domain/content/source.ts';
import type { Code } from './catalogue.ts';
import type { RelatedStory } from '../domain/story/story.ts';

/**
 * Something wrong in the content, as a stage of the pipeline notes it: it knows the key or the words in question,
 * and leaves line and column to {@link pinpoint}.
 */
export interface Finding {
  readonly code: Code;
  readonly path: string;
  readonly at: Spot;
  readonly message: string;
  /** What to do next, as an imperative. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedSpot[] | undefined;
  /** What differs between what is there and what is expected, in lines. */
  readonly diff?: readonly string[];
  /** Whether it keeps its severity, though the newsroom may set that of its code: it is about safety. */
  readonly isFixed?: true;
  /** Whether it is about a file that only advises editors, of which no page is made: no error, unless the newsroom makes its code one. */
  readonly isOfAdvice?: true;
}

/** Another place that has to do with a finding: “first used here”. */
export interface RelatedSpot {
  readonly path: string;
  readonly at: Spot;
  readonly message: string;
}

/** Where in a file something stands. Lines and columns count from 1. */
export type Spot =
  /** The file as such. */
  | { readonly kind: 'file' }
  | { readonly kind: 'position'; readonly line: number; readonly column: number; readonly length?: number }
  /** A key of the YAML, or its value. A key that is not there stands for the innermost one that is. */
  | { readonly kind: 'key' | 'value'; readonly keys: readonly (string | number)[] }
  /** Words of a value. */
  | { readonly kind: 'part'; readonly keys: readonly (string | number)[]; readonly words: string }
  /** Words of the text. */
  | ({ readonly kind: 'text' } & TextPlace);

export const WHOLE_FILE: Spot = { kind: 'file' };

/** The spot of a value in YAML. */
export function valueAt(...keys: readonly (string | number)[]): Spot {
  return { kind: 'value', keys };
}

/** The spot of a key in YAML. */
export function keyAt(...keys: readonly (string | number)[]): Spot {
  return { kind: 'key', keys };
}

/** Where a story says when it was corrected, in its front matter or in its text. Its corrections count from 0. */
export function correctionSpot(story: RelatedStory, index: number): Spot {
  // Only those in texts are worth looking up the article.
  const isInText = story.entry.corrections[index]?.isInText ?? false;
  const place = isInText ? story.article.corrections[index]?.place : undefined;
  return place ? { kind: 'text', ...place } : valueAt('corrections', index, 'date');
}

/** Findings in a part of a file's YAML, placed by the keys from its root. */
export function findingsUnder(keys: readonly (string | number)[], findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const { at } = finding;
    return 'keys' in at ? { ...finding, at: { ...at, keys: [...keys, ...at.keys] } } : finding;
  });
}

/** The key of the root of a file's YAML that a spot is at or within; none where it is in no YAML. */
export function topKeyOf(at: Spot): string | number | undefined {
  return 'keys' in at ? at.keys[0] : undefined;
}
