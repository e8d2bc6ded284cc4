import { visible } from '../../diagnostics/wording.ts';

/**
 * Where text reaches the terminal: nothing else writes to standard output or standard error. Whatever a title, a headline, the name of a
 * file or a message holds, nothing in it is obeyed: control characters and marks of direction are spelt out, `\u001b`, which in JSON
 * stands for the same character. Ends of lines are left; a value that is to stay on its line goes through {@link visible} before.
 */
export function print(text: string): void {
  process.stdout.write(harmless(text));
}

/** Likewise to standard error, where everything is told that is no result. */
export function tell(text: string): void {
  process.stderr.write(harmless(text));
}

/** Shows a line in the place of the one before, on a terminal; an empty one takes that back. */
export function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[K${harmless(line)}`);
}

function harmless(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
