import type { StateBlock } from 'markdown-it';
import type { Environment } from './environment.ts';
import { columnOfLine } from './text-of-line.ts';

/** The first line of a directive: colons, a name, and whatever follows. */
export const OPENING = /^(::|:{3,}[ \t]*)([\p{L}\w-]+)(.*)$/u;

/** The last line of a block. */
export const CLOSING = /^:{3,}[ \t]*$/;

/** Notes a closing line that closes nothing, and leaves it out. */
export function noteStrayClosing(state: StateBlock, line: number): void {
  const environment = state.env as Environment;
  environment.findings.push({
    code: 'directive-misused',
    path: environment.path,
    at: { kind: 'position', line: environment.firstLine + line, column: columnOfLine(state, line), length: 3 },
    message: 'Unexpected `:::`, expected a block before it that it closes',
    hint: 'remove the line, or begin the block with a line like `:::aside`',
  });
  state.line = line + 1;
}
