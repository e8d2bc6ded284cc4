import type { Article } from '../domain/article.ts';
import type { ResolvedCredit, Topic } from '../domain/edition.ts';

/** Stories whose addresses are checked, in the order of their files, and what they are listed under, by path. */
export interface CheckedStories {
  readonly published: readonly Article[];
  /** Those that will be published: their build at midnight must not fail. */
  readonly embargoed: readonly Article[];
  readonly topicsOf: ReadonlyMap<string, readonly Topic[]>;
  readonly creditsOf: ReadonlyMap<string, readonly ResolvedCredit[]>;
}
