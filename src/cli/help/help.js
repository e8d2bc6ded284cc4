import { readFileSync } from 'node:fs';

/**
 * What is printed to whoever asks for help: of a command what that takes, otherwise of all.
 *
 * @param {readonly string[]} args What stands behind `broadsheet`.
 */
export function helpFor(args) {
  const text = readFileSync(new URL('help.txt', import.meta.url), 'utf8');
  const named = args.find((word) => !word.startsWith('-') && word !== 'help');
  const parts = text.trimEnd().split('\n\n');
  const command = parts.find((part) => named !== undefined && part.split(/[\s]+/, 2)[1] === named);
  if (named === undefined || !command) return text;
  return `Usage: npx broadsheet ${named} [options]\n\n${command}\n\n${parts.at(-1)}\n`;
}
