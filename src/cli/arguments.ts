import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest, quote } from '../diagnostics/wording.ts';
import { unusedBeside } from '../disk/layouts/settings-file.ts';
import { readSiteAddress } from '../domain/site/written-address.ts';
import { readShard, type Shard } from '../plan/plan-pages.ts';
import { readMoment } from '../time/read-moment.ts';
import { tell } from './output/terminal.ts';

/** Where stories are, from the folder of a newsroom. */
const CONTENT = 'content';
const BESIDE_CONTENT = 'give the command in the folder that has `content` in it, or name another folder';

/** The content folder that was asked for. */
export function contentFolder(value: string | undefined): string {
  const folder = resolve(value ?? CONTENT);
  if (isFolder(folder)) {
    tellUnused(folder);
    return folder;
  }
  if (value !== undefined) throw new UsageError(`Unexpected --content \`${value}\`, expected a folder that is there`);
  const newsroom = newsroomNear(process.cwd());
  throw new UsageError(
    `Unexpected folder ${quote(process.cwd())} without \`${CONTENT}\`, expected that of a newsroom`,
    newsroom === undefined
      ? 'go to the folder of your newsroom; `npx broadsheet init my-paper` makes a new one'
      : `cd ${inShell(relative(process.cwd(), newsroom))}`,
  );
}

/** Who names the content of another newsroom is not to take its pages for those that it publishes. */
function tellUnused(content: string): void {
  const newsroom = unusedBeside(realpathSync(content), realpathSync(process.cwd()));
  if (newsroom === undefined) return;
  const way = relative(process.cwd(), newsroom);
  tell(
    `Layouts, directives and rules of ${quote(way)} are not used here, only those of the folder that a command is given in: cd ${inShell(way)}\n`,
  );
}

/** The folder of a newsroom around a folder, or else the only one in it: somebody has gone too far, or not far enough. */
function newsroomNear(folder: string): string | undefined {
  for (let around = folder; ; around = dirname(around)) {
    if (isNewsroom(around)) return around;
    if (dirname(around) === around) break;
  }
  const [within, another] = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isNewsroom);
  return another === undefined ? within : undefined;
}

function isNewsroom(folder: string): boolean {
  return existsSync(join(folder, CONTENT, 'site.yaml'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The output folder that was asked for: neither within the content nor around it. */
export function outputFolder(value: string | undefined, content: string): string {
  const folder = resolve(value ?? '_site');
  if (isWithin(folder, content) || isWithin(content, folder))
    throw new UsageError(
      `Unexpected --output \`${value ?? '_site'}\`, expected a folder apart from the content folder`,
      BESIDE_CONTENT,
    );
  return folder;
}

/** The folder for what builds keep: apart from the content folder, like the output, and from that. */
export function cacheFolder(value: string | undefined, content: string, output: string): string {
  const folder = resolve(value ?? '.cache');
  if (isWithin(folder, content) || folder === dirname(content))
    throw new UsageError(
      `Unexpected --cache \`${value ?? '.cache'}\`, expected a folder apart from the content folder`,
      BESIDE_CONTENT,
    );
  if (isWithin(folder, output))
    throw new UsageError(
      `Unexpected --cache \`${value ?? '.cache'}\`, expected a folder that is not in the output folder`,
    );
  return folder;
}

/** The folders of caches of other builds that were given, each once: none of them may be the build's own, which changes. */
export function cachesFrom(values: readonly string[] | undefined, cache: string): readonly string[] {
  const folders = [...new Set((values ?? []).map((value) => resolve(value)))];
  if (folders.every((folder) => placeOf(folder) !== placeOf(cache))) return folders;
  throw new UsageError(
    `Unexpected --cache-from \`${cache}\`, expected the cache of another build than this one's --cache`,
  );
}

/** Where a folder is, if it is there: it may have several names. */
function placeOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/** The folder in which `check` keeps what the copy desk found: that of builds. */
export function cacheOfCheck(value: string | undefined, content: string): string {
  return value === undefined ? resolve('.cache') : cacheFolder(value, content, resolve('_site'));
}

/** Whether a folder is another, or lies in it. Both are absolute paths. */
function isWithin(folder: string, other: string): boolean {
  return `${folder}${sep}`.startsWith(`${other}${sep}`);
}

/** How many threads may work: as many as the machine has processors, unless another number was asked for. */
export function jobsOf(value: string | undefined): number {
  if (value === undefined) return availableParallelism();
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new UsageError(`Unexpected --jobs \`${value}\`, expected a number of threads from 1 to 999`);
}

/** The port that was asked for. */
export function portOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new UsageError(`Unexpected --port \`${value}\`, expected a number from 1 to 65535`);
}

/** The part of the site that was asked for. */
export function shardOf(value: string | undefined): Shard | undefined {
  const shard = value === undefined ? undefined : readShard(value);
  if (value === undefined || shard) return shard;
  throw new UsageError(`Unexpected --shard \`${value}\`, expected a part and how many there are, such as 2/8`);
}

/** The moment of publication that was asked for, checked but not read: the site's zone is not known yet. */
export function publicationTime(value: string | undefined): string | undefined {
  if (value === undefined || readMoment(value, 'UTC').kind === 'moment') return value;
  throw new UsageError(
    `Unexpected --now \`${value}\`, expected a time like "2026-11-23 07:30" or 2026-11-23T07:30:00Z`,
  );
}

/** The site's address that was asked for. */
export function siteAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const address = readSiteAddress(value);
  if (address.kind === 'web') return address.url;
  throw new UsageError(`Unexpected --url \`${value}\`, expected an address like https://example.com/`);
}

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

/** A word as a shell reads it. */
export function inShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Someone called a command in a way that it does not understand. Its message says what it expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do, if that is anything but to look up how the command is used. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
