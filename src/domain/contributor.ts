import type { Html } from './html.ts';
import type { Picture } from './picture.ts';
import type { Slug } from './slug.ts';

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

/** A name in a language (BCP 47). */
export interface LocalName {
  readonly language: string;
  readonly name: string;
}

/** A link to somewhere else, with the words to print for it. */
export interface ExternalLink {
  readonly label: string;
  readonly url: string;
}
