import type { Html } from './html.ts';
import type { Picture } from './media/files.ts';
import type { Slug, UrlPath } from './addresses.ts';

/** A person who can be credited on a story. schema.org: `Person`. */
export interface Contributor {
  readonly path: string;
  readonly id: Slug;
  readonly name: string;
  /** What they are called in other languages, as in another script. */
  readonly names: readonly LocalName[];
  readonly role: string | undefined;
  readonly picture: Picture | undefined;
  readonly email: string | undefined;
  readonly links: readonly ExternalLink[];
  /** Names under which earlier stories credit the same person. */
  readonly formerNames: readonly string[];
  readonly biography: Html;
  /** The biography without markup, for the page's description. */
  readonly biographyText: string;
  /** Paths of the files of `content/` that their page shows. */
  readonly media: readonly string[];
}

/** What stories may know of a contributor. Whatever is added to it makes all pages of stories be looked at anew. */
export type CreditedPerson = Pick<Contributor, 'path' | 'id' | 'name' | 'names' | 'formerNames'>;

/** What stories may know of a contributor. */
export function creditedPerson({ path, id, name, names, formerNames }: Contributor): CreditedPerson {
  return { path, id, name, names, formerNames };
}

/** A name in a language (BCP 47). */
export interface LocalName {
  readonly language: string;
  readonly name: string;
}

/** A link to somewhere else, with the words to print for it. */
export interface ExternalLink {
  readonly label: string;
  readonly url: string;
  /** Which of its list in the file it is, where ones before it are wrong and left out. */
  readonly entry?: number;
}

/** The address of the page of all contributors. */
export const CONTRIBUTORS_URL = '/contributors/' as UrlPath;

/** The address of a contributor's page. */
export function contributorUrl({ id }: Pick<Contributor, 'id'>): UrlPath {
  return `${CONTRIBUTORS_URL}${id}/` as UrlPath;
}

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
