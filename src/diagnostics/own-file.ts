import type { Place } from './diagnostic.ts';

/** A file of the newsroom's own that adds a directive or a house rule. */
export interface OwnFile {
  /** From the newsroom's folder: `rules/no-exclusive.ts`. */
  readonly path: string;
  /** Runs it, the first time, and hands over what it exports. */
  readonly load: () => Readonly<Record<string, unknown>>;
  /** Finds where in the newsroom's own files something was thrown. */
  readonly originOf: FindOrigin;
  /** Lets it do something that may take no longer than so much time; `late` says what is wrong if it does. */
  readonly within: <Result>(act: () => Result, late: (seconds: number) => Error) => Result;
}

export type FindOrigin = (fault: unknown) => Omit<Place, 'message'> | undefined;

/** A file of the newsroom's own is none that Broadsheet can use. Its message says which, what is wrong with it, and what to do. */
export class OwnFileFault extends Error {
  name = 'OwnFileFault';

  /** @param place The path of the file, with line and column where they are known. */
  constructor(place: string, message: string, hint: string) {
    super(`${place} ${message}\n  hint: ${hint}`);
  }
}

/** What is wrong with an own file that was ended, for nobody knows whether it ever would have. */
export function lateFault({ path }: Pick<OwnFile, 'path'>, seconds: number, doing: string): OwnFileFault {
  return new OwnFileFault(
    path,
    `Unexpected ${seconds} seconds without an end for ${doing}, expected an answer at once`,
    'look for a loop that never ends, or a pattern that tries too many ways, such as `(a+)+b`',
  );
}

/** What is wrong with an own file that throws what is no error: nobody knows on which line. */
export function thrownFault({ path }: Pick<OwnFile, 'path'>, doing: string): OwnFileFault {
  const message = `Unexpected value that was thrown for ${doing}, expected an \`Error\`, which says where`;
  return new OwnFileFault(path, message, 'look for `throw`, and write `throw new Error(…)`');
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The name of an own file, which is what it adds is called: `no-exclusive` of `rules/no-exclusive.ts`. */
export function nameOfOwnFile({ path }: OwnFile): string {
  const name = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  if (NAME.test(name)) return name;
  const expected = 'expected small letters a-z and digits, with single hyphens between words';
  throw new OwnFileFault(path, `Unexpected name of a file, ${expected}`, 'rename it, as in `no-exclusive`');
}

/** Loads an own file. One that throws while it is loaded is told by where it does. */
export function loadOwnFile(file: OwnFile): Readonly<Record<string, unknown>> {
  const { path, load, originOf, within } = file;
  try {
    return within(load, (seconds) => lateFault(file, seconds, 'loading it'));
  } catch (fault) {
    if (fault instanceof OwnFileFault) throw fault;
    const origin = originOf(fault);
    const place = origin === undefined ? path : `${origin.path}:${origin.line}:${origin.column}`;
    const message = `Unexpected fault while the file is loaded, expected none: ${describeThrown(fault)}`;
    throw new OwnFileFault(place, message, 'correct the file');
  }
}

const LONGEST = 200;

/** What was thrown, in a line. */
export function describeThrown(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : 'something that is no `Error`';
  return text.split('\n', 1)[0]?.slice(0, LONGEST) ?? '';
}
