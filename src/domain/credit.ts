/**
 * The ways in which a contributor can take part in a story.
 * schema.org: `byline` is `author`; the others are `contributor`, `editor`, `translator`.
 */
export const CREDIT_ROLES = [
  'byline',
  'contributed',
  'reported-from',
  'photography',
  'illustration',
  'graphics',
  'editing',
  'translation',
  'research',
] as const;

export type CreditRole = (typeof CREDIT_ROLES)[number];

/** A credit as the story's front matter gives it: the person is still a name or an id. */
export interface Credit {
  readonly role: CreditRole;
  /** A name to be printed, or the id of someone in `content/contributors/`. */
  readonly who: string;
  /** Whether {@link who} was written under `id:` or `name:`, or could be either. */
  readonly as: 'id' | 'name' | 'either';
  /** For `reported-from`: the place. */
  readonly place: string | undefined;
  /** Where it stands in the front matter, for whoever has to report it. */
  readonly keys: readonly (string | number)[];
}
