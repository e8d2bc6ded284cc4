/** When to publish, and what beside the finished stories. */
export interface Publication {
  /** Milliseconds since 1970. Stories dated after it are under embargo. */
  readonly now: number;
  readonly withDrafts: boolean;
}
