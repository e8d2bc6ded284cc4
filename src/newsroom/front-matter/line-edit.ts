/** Lines of the YAML, counted from 0, and what is to stand in their place. */
export interface LineEdit {
  readonly from: number;
  readonly before: number;
  readonly lines: readonly string[];
}

/** A line further to the right; an empty one stays empty. */
export function indented(line: string, column: number): string {
  return line === '' ? '' : ' '.repeat(column) + line;
}
