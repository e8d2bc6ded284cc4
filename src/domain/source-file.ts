/** A text that someone wrote, as it was read: where it is, and what it says. */
export interface SourceFile {
  /** Path from the content folder's parent, with `/`: `content/articles/flood.md`. */
  readonly path: string;
  /** The text without byte order mark, its lines ending in `\n`. */
  readonly text: string;
}
