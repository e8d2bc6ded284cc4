import type { StateBlock } from 'markdown-it';

/** A line of the text without what it is indented or quoted by. */
export function textOfLine(state: StateBlock, line: number): string {
  return state.src.slice(startOf(state, line), state.eMarks[line]);
}

/** The column of the file at which that begins, counted from 1. */
export function columnOfLine(state: StateBlock, line: number): number {
  const start = startOf(state, line);
  return start - state.src.lastIndexOf('\n', start - 1);
}

function startOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}
