import type { ResolvedCredit, Topic } from '../domain/edition.ts';
import type { Entry } from '../domain/entry.ts';

/** Stories whose addresses are checked, in the order of their files, and what they are listed under, by path. */
export interface CheckedStories {
  readonly published: readonly Entry[];
  /** Those that will be published: their build at midnight must not fail. */
  readonly embargoed: readonly Entry[];
  readonly topicsOf: ReadonlyMap<string, readonly Topic[]>;
  readonly creditsOf: ReadonlyMap<string, readonly ResolvedCredit[]>;
}
