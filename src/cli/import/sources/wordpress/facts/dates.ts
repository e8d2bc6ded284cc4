import { textOf, type WxrItem } from '../wxr/records.ts';

/** When an item was published and last changed, as `Outline.date` has it. */
export interface ItemDates {
  readonly date: string | undefined;
  readonly updated: string | undefined;
}

/** The dates of an item: by the world's clock where it is told, which it is not for drafts; otherwise by the site's. */
export function datesOf({ fields }: WxrItem): ItemDates {
  const date =
    instant(textOf(fields, 'wp:post_date_gmt')) ??
    localTime(textOf(fields, 'wp:post_date')) ??
    instantOfRss(textOf(fields, 'pubdate'));
  const changed = instant(textOf(fields, 'wp:post_modified_gmt')) ?? localTime(textOf(fields, 'wp:post_modified'));
  const isLater =
    date !== undefined && changed !== undefined && isInstant(date) === isInstant(changed) && changed > date;
  return { date, updated: isLater ? changed : undefined };
}

/** What an item's two clocks say of the site's time zone: a moment, and by how many minutes the site's is ahead. */
export interface ClockPair {
  /** In milliseconds since 1970. */
  readonly instant: number;
  readonly offset: number;
}

/** The clocks of an item that has both, if they can be those of a place: no further apart than places on earth. */
export function clocksOf({ fields }: WxrItem): ClockPair | undefined {
  const world = partsOf(textOf(fields, 'wp:post_date_gmt'));
  const local = partsOf(textOf(fields, 'wp:post_date'));
  if (!world || !local) return undefined;
  const at = Date.parse(`${world.day}T${world.time}Z`);
  const offset = (Date.parse(`${local.day}T${local.time}Z`) - at) / 60_000;
  return Number.isInteger(offset) && offset >= -12 * 60 && offset <= 14 * 60 ? { instant: at, offset } : undefined;
}

function instant(written: string): string | undefined {
  const parts = partsOf(written);
  return parts && `${parts.day}T${parts.time}Z`;
}

function localTime(written: string): string | undefined {
  const parts = partsOf(written);
  return parts && `${parts.day} ${parts.time.slice(0, 5)}`;
}

function isInstant(date: string): boolean {
  return date.endsWith('Z');
}

/** `Fri, 01 Mar 2019 07:30:00 +0000`; drafts have one of the year -1. */
function instantOfRss(written: string): string | undefined {
  if (!/\s[12]\d{3}\s/.test(written)) return undefined;
  const at = Date.parse(written);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');
}

/** `2019-03-01 07:30:00`; `0000-00-00 00:00:00` and days that no calendar has are none. */
function partsOf(written: string): { readonly day: string; readonly time: string } | undefined {
  const match = /^([12]\d{3}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(written);
  const [, day = '', time = ''] = match ?? [];
  if (!match) return undefined;
  const at = Date.parse(`${day}T${time}Z`);
  // An engine may read 30 February as 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : { day, time };
}
