/** Where something that an editor wrote stands in a file, by its words. */
export interface TextPlace {
  /** First and last line to look in, counted from 1 in the file. */
  readonly lines: readonly [first: number, last: number];
  /** What to look for; where one is not there, the next is tried. */
  readonly needles: readonly Needle[];
  /** Which of several occurrences is meant, counted from 0. */
  readonly nth: number;
}

/** A text to look for, and what must stand right before it. */
export interface Needle {
  readonly before: string;
  readonly text: string;
}
