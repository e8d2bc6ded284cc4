import type { StateBlock } from 'markdown-it';
import type { Environment } from '../environment.ts';

/** The first line of a directive: colons, a name, and whatever follows. */
export const OPENING = /^(::|:{3,}[ \t]*)([\p{L}\w-]+)(.*)$/su;

/** The last line of a block. */
export const CLOSING = /^:{3,}[ \t]*$/;

/** Notes a closing line that closes nothing, and leaves it out. */
export function noteStrayClosing(state: StateBlock, line: number): void {
  const environment = state.env as Environment;
  environment.findings.push({
    code: 'directive-misused',
    path: environment.path,
    at: { kind: 'position', line: environment.firstLine + line, column: columnOfLine(state, line), length: 3 },
    message: 'Unexpected closing `:::`, expected it after a block that was opened',
    hint: 'remove the line, or begin the block with a line like `:::aside`',
  });
  state.line = line + 1;
}

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
