import { isAbsolute, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Stands for a list on standard input. */
const STANDARD_INPUT = '-';

/** The files that were said to have changed, by absolute paths. What `..` leads to is left to the system, which knows links. */
export async function readChanged(given: readonly string[]): Promise<readonly string[]> {
  const listed = given.includes(STANDARD_INPUT) ? namesIn(await buffer(process.stdin)) : [];
  const folder = process.cwd();
  return [...given.filter((name) => name !== STANDARD_INPUT), ...listed].map((name) =>
    isAbsolute(name) ? name : `${folder}${sep}${name}`,
  );
}

/** The names in a list as `git diff --name-only` prints it, or with `-z`: a line each, or between zeros. */
export function namesIn(list: Buffer): readonly string[] {
  const text = list.toString();
  if (text.includes('\0')) return text.split('\0').filter((name) => name !== '');
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(unquoted);
}

const ESCAPES: Readonly<Record<string, number>> = {
  ...{ a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 },
  ...{ '"': 0x22, '\\': 0x5c },
};

/** A name that git has put between quotes, for it has other letters than those of ASCII: `"caf\303\251.md"`, each byte by itself. */
function unquoted(line: string): string {
  const [, within] = /^"((?:[^"\\]|\\(?:[abtnvfr"\\]|[0-3][0-7]{2}))*)"$/.exec(line) ?? [];
  if (within === undefined) return line;
  const bytes = (within.match(/\\(?:[0-7]{3}|.)|[^\\]+/g) ?? []).map((piece) => {
    if (!piece.startsWith('\\')) return Buffer.from(piece);
    const code = piece.slice(1);
    return Buffer.from([ESCAPES[code] ?? Number.parseInt(code, 8)]);
  });
  return Buffer.concat(bytes).toString();
}
