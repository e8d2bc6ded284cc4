import { readMoment } from '../../../time/read-moment.ts';
import { dateAt } from '../../../time/written-date.ts';

/** What the date of a story says while it is being published. */
export type StoryDate =
  /** It gets the moment of publication. */
  | { readonly kind: 'none' }
  /** It was never out, and its date has passed since it was written: mostly the day on which it was begun. */
  | { readonly kind: 'passed'; readonly written: string }
  /** It is under embargo until then. */
  | { readonly kind: 'ahead'; readonly written: string }
  /** It was out before, or somebody has taken it out of draft by hand: the date is meant. */
  | { readonly kind: 'meant'; readonly written: string }
  /** It is no date, which a check tells. */
  | { readonly kind: 'unread'; readonly written: string };

/** What is to become of the date: the moment of publication, what it is, or another one, as it is written. */
export type DateChoice = 'now' | 'keep' | { readonly written: string };

/** What the date of a story says. `isMeant` says that nobody needs to be asked about it. Moments are in milliseconds since 1970. */
export function judgeDate(
  written: unknown,
  { isMeant, now, timeZone }: { readonly isMeant: boolean; readonly now: number; readonly timeZone: string },
): StoryDate {
  if (written === undefined || written === null) return { kind: 'none' };
  if (typeof written !== 'string') return { kind: 'unread', written: String(written) };
  const read = readMoment(written, timeZone);
  if (read.kind !== 'moment') return { kind: 'unread', written };
  if (read.moment.instant > now) return { kind: 'ahead', written };
  const isThisMinute = read.moment.hasTime && now - read.moment.instant < 60_000;
  return { kind: isMeant || isThisMinute ? 'meant' : 'passed', written };
}

/** The choice where nobody says another: a date that has passed gives way to the moment of publication. */
export function usualChoice({ kind }: StoryDate): DateChoice {
  return kind === 'none' || kind === 'passed' ? 'now' : 'keep';
}

/** The date that a story gets by a choice; `undefined` where it keeps what it has. */
export function dateBy(choice: DateChoice, now: number, timeZone: string): string | undefined {
  if (choice === 'keep') return undefined;
  return choice === 'now' ? dateAt(now, timeZone) : choice.written.trim();
}
