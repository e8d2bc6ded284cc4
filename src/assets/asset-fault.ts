import type { BuildFailure, Location } from 'esbuild';

/** Where something is wrong in a file of `layouts/`. */
interface AssetPlace {
  /** From the newsroom's folder: `layouts/styles/story.css`. */
  readonly path: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly excerpt: string | undefined;
}

/** A style or a script of `layouts/` cannot be read. Its message says where, why, and what next. */
export class AssetFault extends Error {
  override readonly name = 'AssetFault';
  readonly place: AssetPlace;
  /** What is wrong, without the place. */
  readonly problem: string;
  readonly hint: string;

  constructor(place: AssetPlace, { problem, hint, cause }: Pick<AssetFault, 'problem' | 'hint' | 'cause'>) {
    const { path, line, column, excerpt } = place;
    const shown = excerpt === undefined ? [] : [`  ${line} | ${excerpt.trimEnd()}`];
    super([`${path}:${line}:${column} ${problem}`, ...shown, `  hint: ${hint}`].join('\n'), { cause });
    this.place = place;
    this.problem = problem;
    this.hint = hint;
  }
}

/** What to do with a file that takes the place of Broadsheet's. */
export const CORRECT = 'correct the file, or remove it: then Broadsheet has its own in its place';

/**
 * Has esbuild make a script small; one that it cannot read is told of by its place.
 *
 * @param path The script, from the newsroom's folder, where esbuild does not say which of several it is.
 */
export function madeSmall<Result>(path: string, make: () => Result): Result {
  try {
    return make();
  } catch (fault) {
    const [first] = (fault as Partial<BuildFailure>).errors ?? [];
    if (!first) throw fault;
    const problem = `This is no script that browsers can run: ${first.text}`;
    throw new AssetFault(placeOf(first.location, path), { problem, hint: CORRECT, cause: fault });
  }
}

function placeOf(location: Location | null, path: string): AssetPlace {
  if (!location) return { path, line: 1, column: 1, excerpt: undefined };
  const { file, line, column, lineText } = location;
  return { path: file === '<stdin>' ? path : file, line, column: column + 1, excerpt: lineText };
}
