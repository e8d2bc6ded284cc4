import { join } from 'node:path';
import { readText } from '../../disk/read-text.ts';
import { ADDRESSES_PATH, type LostAddress, type PageNow } from '../../domain/site/permanent-addresses.ts';
import { cutFrontMatter } from '../../domain/content/source.ts';
import type { Edition } from '../../domain/edition.ts';
import { CONTENT_KINDS } from '../../domain/content/content-kinds.ts';
import { localTimeAt } from '../../time/moment-in-zone.ts';
import { commitsOfLines, textIn } from './history.ts';

/** So many files are looked up in the history: more have another address only where all have, and are known without it. */
const MOST_LOOKED_UP = 1_000;

/** An address that is lost, and the page that its file is now. */
export type MovedAddress = LostAddress & { readonly now: PageNow };

/**
 * Tells the addresses whose pages are what they were from those of files that may hold another story by now: a column or a forecast that is written
 * anew in the same file each day. A page of `content/pages/` is what it was. So is a story of the day that its old address names, and one whose old address names no day
 * and ends as the new one does. Of any other, most of what it said when its address was written down must still be in its text, as git has that.
 */
export function sortMoved(
  content: string,
  moved: readonly MovedAddress[],
  { stories, site }: Pick<Edition, 'stories' | 'site'>,
): { readonly same: readonly MovedAddress[]; readonly doubtful: readonly MovedAddress[] } {
  const dates = new Map(stories.map(({ entry: { path, date } }) => [path, date]));
  const isKnown = (address: MovedAddress): boolean => {
    const date = dates.get(address.source);
    return date === undefined
      ? address.source.startsWith(CONTENT_KINDS.ownPages.folder)
      : isOfSameDay(address, dayOf(date, site.timeZone));
  };
  const known = new Set(moved.filter(isKnown));
  const asked = moved.filter((address) => !known.has(address)).slice(0, MOST_LOOKED_UP);
  const commits =
    asked.length === 0
      ? new Map<number, string>()
      : commitsOfLines(
          content,
          ADDRESSES_PATH,
          asked.map(({ line }) => line),
        );
  for (const address of asked) if (hasSameText(content, address, commits.get(address.line))) known.add(address);
  return { same: moved.filter((one) => known.has(one)), doubtful: moved.filter((one) => !known.has(one)) };
}

/** `[2026, 11, 23]`: a day in the site's zone. */
function dayOf(instant: number, timeZone: string): readonly number[] {
  const { year, month, day } = localTimeAt(instant, timeZone);
  return [year, month, day];
}

/** A year, a month or a day, as the parts of an address have them: `/2026/11/23/`, `/2026-11/`. */
const DAY_IN_ADDRESS = /\/(\d{4})(?:[/-](\d\d))?(?:[/-](\d\d))?(?=\/)/;

function isOfSameDay({ url, now }: MovedAddress, day: readonly number[]): boolean {
  const named = DAY_IN_ADDRESS.exec(url)?.slice(1);
  if (!named) return lastPart(url) === lastPart(now.url);
  return named.every((part, index) => part === undefined || Number(part) === day[index]);
}

function lastPart(url: string): string {
  return /([^/]*)\/?$/.exec(url)?.[1] ?? '';
}

/** Whether the text of a file is still that which it had when its address was written down. Where nobody knows what it had, it is not. */
function hasSameText(content: string, { source }: MovedAddress, commit: string | undefined): boolean {
  const before = textIn(content, commit ?? 'HEAD', source);
  const read = readText(source, join(content, source.slice('content/'.length)));
  if (before === undefined || read.kind === 'failed') return false;
  // What is committed as it is now says nothing of a time that no commit is of.
  return commit === undefined && before === read.file.text ? false : areAlike(before, read.file.text);
}

/** So many words in a row are looked for. */
const RUN = 5;

/** Whether at least half of what an older version of a story said is in a newer one, run of words by run of words; all of it, and the headline, where it said next to nothing. */
export function areAlike(older: string, newer: string): boolean {
  const [before, after] = [wordsOf(older), wordsOf(newer)];
  if (before.length < RUN) return before.join(' ') === after.join(' ') && headlineOf(older) === headlineOf(newer);
  const known = new Set(runsOf(after));
  const runs = [...new Set(runsOf(before))];
  return runs.filter((run) => known.has(run)).length * 2 >= runs.length;
}

/** The words of a story's text; in scripts without spaces its signs. */
function wordsOf(text: string): readonly string[] {
  const body = cutFrontMatter(text)?.body ?? '';
  return (
    body
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(RUN - 1).map((_word, index) => words.slice(index, index + RUN).join(' '));
}

/** The line of the headline; all of the front matter where it does not stand in a line of its own. */
function headlineOf(text: string): string {
  const keys = cutFrontMatter(text)?.yaml ?? '';
  return /^["']?headline["']?[ \t]*:.*$/m.exec(keys)?.[0].trim() ?? keys;
}
