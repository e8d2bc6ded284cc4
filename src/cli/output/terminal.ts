import { visible } from '../../diagnostics/wording.ts';

/**
 * Where text reaches the terminal: nothing else writes to standard output or standard error. Whatever a title, a headline, the name of a
 * file or a message holds, nothing in it is obeyed: control characters and marks of direction are spelt out, `\u001b`, which in JSON
 * stands for the same character. So is what the machines of a service that runs builds would obey, where one of these reads along. Ends
 * of lines are left; a value that is to stay on its line goes through {@link visible} before.
 */
export function print(text: string): void {
  process.stdout.write(harmless(text));
}

/** Likewise to standard error, where everything is told that is no result. */
export function tell(text: string): void {
  process.stderr.write(harmless(text));
}

/** Writes to standard output what GitHub is to obey; whatever else stands in it was escaped by its rules. */
export function printCommands(text: string): void {
  process.stdout.write(spelt(text));
}

/** Shows a line in the place of the one before, on a terminal; an empty one takes that back. */
export function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[K${harmless(line)}`);
}

function harmless(text: string): string {
  const shown = spelt(text);
  return isReadAlong(process.env) ? withoutCommands(shown) : shown;
}

function spelt(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Whether GitHub Actions, Azure Pipelines or TeamCity run this, which look for commands in whatever is printed. */
function isReadAlong({ GITHUB_ACTIONS, TF_BUILD, TEAMCITY_VERSION }: NodeJS.ProcessEnv): boolean {
  return [GITHUB_ACTIONS, TF_BUILD, TEAMCITY_VERSION].some((value) => value !== undefined && value !== '');
}

/** `##[error]`, `##vso[…]`, `##teamcity[…]`, anywhere in a line, and `::error::` where one begins. */
const COMMANDS = /#(?=#\w*\[)|(?<=^[^\S\n]*):(?=:)/gm;

function withoutCommands(text: string): string {
  return text.replace(COMMANDS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
