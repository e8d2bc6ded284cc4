import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { visible } from '../../diagnostics/wording.ts';
import { readText } from '../../disk/read-text.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { Edition } from '../../domain/edition.ts';
import { ADDRESSES_PATH, type LostAddress, type RecordedAddress } from '../../domain/site/permanent-addresses.ts';
import { oldAddress, REDIRECTS_PATH, redirectLine } from '../../domain/redirects/redirects.ts';
import { countAdded, recordAddresses } from '../../newsroom/permanent-addresses.ts';
import { commentsOfAddresses, validatePermanentAddresses } from '../../validate/site/permanent-addresses.ts';
import { addRedirects } from '../import/write/redirects-file.ts';
import { plural } from '../output/report.ts';
import { movedStories } from './moved-stories.ts';
import { type MovedAddress, sortMoved } from './same-stories.ts';

/** What was done, in sentences for the terminal, and whether it changes what the newsroom is. */
export interface Fixed {
  readonly done: readonly string[];
  readonly hasChanged: boolean;
}

/** So many new redirects are printed. */
const MOST_PRINTED = 20;

/**
 * Adds a redirect to `redirects.yaml` for each address that is lost and whose page is certainly somewhere else: the same file has another address and the same story in
 * it, or the text of a file that is gone is word by word that of one new story. What else is lost stays so, and is told.
 */
export function fixRedirects(content: string, edition: Edition): Fixed {
  const { lostAddresses, stories } = edition;
  const { same, doubtful } = sortMoved(content, lostAddresses.filter(hasPage), edition);
  const lost = lostAddresses.filter(isGone);
  const moved = movedStories(content, { lost, recorded: readRecorded(content), stories });
  const targets = [
    ...same.map(({ url, now }) => [url, now.url] as const),
    ...lost.flatMap(({ url, source }) => {
      const to = moved.get(source);
      return to === undefined ? [] : [[url, to] as const];
    }),
  ];
  const fixed = addTargets(content, targets);
  return { ...fixed, done: [...fixed.done, ...doubtfulText(doubtful)] };
}

/** Says what to add if a file has the story that it had; only who wrote it knows. */
function doubtfulText(doubtful: readonly MovedAddress[]): readonly string[] {
  if (doubtful.length === 0) return [];
  const lines = doubtful.map(({ url, now }) => `  ${visible(redirectLine(url, now.url))}`);
  return [
    `Not added to ${REDIRECTS_PATH}, for another story may be in the file by now. Lines that it lacks if it is the same:`,
    ...firstOf(lines),
  ];
}

function addTargets(content: string, targets: readonly (readonly [UrlPath, UrlPath])[]): Fixed {
  if (targets.length === 0) return { done: [], hasChanged: false };
  const file = diskPathOf(content, REDIRECTS_PATH);
  const before = textAt(file, REDIRECTS_PATH);
  const redirects = new Map(targets.map(([from, to]) => [oldAddress(from, ''), oldAddress(to, '')] as const));
  const text = before === undefined ? undefined : withRedirects(before, redirects);
  if (text === undefined) {
    const lines = targets.map(([from, to]) => `  ${visible(redirectLine(from, to))}`);
    const done = [`${REDIRECTS_PATH} cannot be added to as it is. Lines that it lacks:`, ...firstOf(lines)];
    return { done, hasChanged: false };
  }
  const endsLines = existsSync(file) && readFileSync(file, 'utf8').includes('\r\n') ? '\r\n' : '\n';
  replace(file, text.replaceAll('\n', endsLines));
  const lines = targets.map(([from, to]) => `  ${visible(from)} → ${visible(to)}`);
  return {
    done: [`Added to ${REDIRECTS_PATH}: ${plural(targets.length, 'redirect')}`, ...firstOf(lines)],
    hasChanged: true,
  };
}

function hasPage(address: LostAddress): address is MovedAddress {
  return address.now !== undefined;
}

/** A file that is not there, not even held back. */
function isGone({ now, unpublished }: LostAddress): boolean {
  return now === undefined && unpublished === undefined;
}

/** The file with further redirects, or nothing where what comes of that is not what was meant. */
function withRedirects(before: string, redirects: ReadonlyMap<string, string>): string | undefined {
  try {
    const { text } = addRedirects(before, redirects);
    const after = load(text);
    const isMeant =
      typeof after === 'object' &&
      after !== null &&
      [...redirects].every(([from, to]) => (after as Readonly<Record<string, unknown>>)[from] === to);
    return isMeant ? text : undefined;
  } catch {
    return undefined;
  }
}

function firstOf(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_PRINTED;
  return rest > 0 ? [...lines.slice(0, MOST_PRINTED), `  and ${rest} more`] : lines;
}

/** The addresses that have been published, as the file has them; none where it is not there or cannot be read. */
function readRecorded(content: string): readonly RecordedAddress[] {
  const text = textAt(diskPathOf(content, ADDRESSES_PATH), ADDRESSES_PATH);
  return validatePermanentAddresses({ path: ADDRESSES_PATH, text: text ?? '' }).value.all();
}

/** How many addresses of an edition a newsroom’s record of them lacks; none where it keeps no record. */
export function countUnrecorded(content: string, edition: Edition): number {
  if (!existsSync(diskPathOf(content, ADDRESSES_PATH))) return 0;
  return countAdded(readRecorded(content), untilToday(edition));
}

/** An edition of a day to come is not published yet. */
function untilToday(edition: Edition): Edition {
  return { ...edition, now: Math.min(edition.now, Date.now()) };
}

/** Adds to `addresses.txt` what an edition without errors publishes, and puts its lines in order. */
export function fixAddresses(content: string, edition: Edition): Fixed {
  const file = diskPathOf(content, ADDRESSES_PATH);
  const before = textAt(file, ADDRESSES_PATH);
  if (before === undefined)
    return { done: [`${ADDRESSES_PATH} cannot be read, and was left as it is.`], hasChanged: false };
  const isNew = !existsSync(file);
  const { value: recorded, findings } = validatePermanentAddresses({ path: ADDRESSES_PATH, text: before });
  if (findings.length > 0)
    return { done: [`${ADDRESSES_PATH} has lines that are no addresses, and was left as it is.`], hasChanged: false };
  const { text, added } = recordAddresses(recorded.all(), untilToday(edition), commentsOfAddresses(before));
  if (text === before && !isNew) return { done: [], hasChanged: false };
  replace(file, text);
  const what = isNew
    ? `Made ${ADDRESSES_PATH}, with ${plural(added, 'address', 'addresses')} that must not be lost from now on. Commit it.`
    : added > 0
      ? `Added to ${ADDRESSES_PATH}: ${plural(added, 'address', 'addresses')}`
      : `Put in order: ${ADDRESSES_PATH}`;
  return { done: [what], hasChanged: true };
}

function diskPathOf(content: string, path: string): string {
  return join(content, path.slice('content/'.length));
}

/** The text of a file: empty where it is not there, undefined where it cannot be read. */
function textAt(file: string, path: string): string | undefined {
  if (!existsSync(file)) return '';
  const read = readText(path, file);
  return read.kind === 'read' ? read.file.text : undefined;
}

/** Puts a text in the place of a file: nobody ever reads half of it. */
function replace(given: string, text: string): void {
  const file = existsSync(given) ? realpathSync(given) : given;
  const aside = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch (fault) {
    rmSync(aside, { force: true });
    throw fault;
  }
}
