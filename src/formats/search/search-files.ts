/** The buckets that are searched, the newest stories first. */
export interface SearchIndex {
  readonly buckets: readonly {
    /** The first part of the names of its files: `2026/0`. */
    readonly name: string;
    /** Says which state of its files this is. */
    readonly stamp: string;
    /** The days of its first and its last story. */
    readonly from: string;
    readonly to: string;
  }[];
}

/** How the stories of a bucket look among results, oldest first. */
export interface SearchCards {
  readonly stamp: string;
  readonly stories: readonly SearchCard[];
}

export interface SearchCard {
  readonly url: string;
  readonly language: string;
  readonly headline: string;
  readonly dek?: string;
  readonly label?: string;
  readonly section?: string;
  /** When it was first published: for machines, and in its language. */
  readonly time: readonly [iso: string, text: string];
  readonly names?: readonly string[];
  readonly topics?: readonly string[];
}

/** The words of a bucket that are in one of its parts. */
export interface SearchWords {
  readonly stamp: string;
  /** In the order of their code units, with a space between. */
  readonly words: string;
  /** For each word the stories that it is in, oldest first: the place of the first, then steps to the next. */
  readonly stories: readonly (readonly number[])[];
}
