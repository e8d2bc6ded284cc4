import type { RichText } from './html.ts';
import type { Moment } from './moment.ts';

/** What a story found of something that somebody said. schema.org: `ClaimReview`. */
export interface FactCheck {
  readonly claim: RichText;
  readonly claimant: Claimant;
  /** When it was said. */
  readonly date: Moment;
  readonly rating: Rating;
  /** Where it can be read, heard or seen. */
  readonly url: string | undefined;
}

/** Who said it. schema.org: `Person` or `Organization`. */
export interface Claimant {
  readonly name: string;
  readonly isOrganization: boolean;
}

/** How true it is, in words, and where the newsroom has one, on its scale. schema.org: `Rating`. */
export interface Rating {
  readonly name: string;
  readonly scale: Scale | undefined;
}

/** A value from `worst` to `best`, which is the larger number. */
export interface Scale {
  readonly value: number;
  readonly best: number;
  readonly worst: number;
}
