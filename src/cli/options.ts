import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest, quote } from '../diagnostics/wording.ts';
import { UsageError } from './arguments.ts';

/** The hyphens that text programs put in the place of `--` and `-`. */
const DASH = /^[\u2010-\u2015\u2212]+(?=[\p{L}])/u;

/** What stands between a hyphen and a value in the messages of `parseArgs`: `-v`, `--content`. */
const NAMED = /'(?:-\w, )?(--?[^'\s]*)/;

/**
 * Reads a command line as `parseArgs` of Node does, and says what is wrong with it as all other messages do.
 *
 * @throws {UsageError}
 */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const options = Object.keys(config.options ?? {}).map((name) => `--${name}`);
  let read: ReturnType<typeof parseArgs<T>>;
  try {
    read = parseArgs(config);
  } catch (fault) {
    throw usageErrorOf(fault, { args: config.args ?? [], options }) ?? fault;
  }
  const dashed = read.positionals.find((word) => DASH.test(word));
  if (dashed === undefined) return read;
  const meant = `--${dashed.replace(DASH, '').replace(/[=:].*$/, '')}`;
  if (!options.includes(meant)) return read;
  throw new UsageError(`Unexpected dash in ${quote(dashed)}, expected two hyphens: \`${meant}\``);
}

function usageErrorOf(
  fault: unknown,
  { args, options }: { readonly args: readonly string[]; readonly options: readonly string[] },
): UsageError | undefined {
  const { code, message } = fault as NodeJS.ErrnoException;
  const read = NAMED.exec(message)?.[1] ?? '';
  // With one hyphen, each letter is taken for an option.
  const named = /^-\w$/.test(read) ? (args.find((word) => word.startsWith(read)) ?? read) : read;
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError(`Unexpected option ${quote(named)}, expected ${expectedFor(named, options)}`);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL': {
      const word = /'(.*)'/s.exec(message)?.[1] ?? '';
      return new UsageError(`Unexpected ${quote(word)}, expected nothing but options behind this command`);
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      if (/does not take/.test(message))
        return new UsageError(`Unexpected value of ${quote(named)}, expected it alone, for it takes none`);
      // Where it begins with a hyphen, it could be the next option.
      if (/ambiguous/.test(message))
        return new UsageError(
          `Unexpected option behind ${quote(named)}, expected its value; one that begins with a hyphen is written \`${named}=-…\``,
        );
      return new UsageError(`Unexpected ${quote(named)} without a value, expected one behind it`);
    default:
      return undefined;
  }
}

function expectedFor(written: string, options: readonly string[]): string {
  if (options.length === 0) return 'none, for this command has no options';
  const twoHyphens = `--${written.replace(/^-+/, '')}`;
  const meant = options.includes(twoHyphens) ? twoHyphens : nearest(written, options);
  return meant === undefined ? 'one that this command has' : `one that this command has; did you mean \`${meant}\`?`;
}
