import type { Moment } from '../dates.ts';
import type { RichText } from '../html.ts';
import type { LiveBlog, LiveState } from '../live-blog.ts';
import type { TextPlace } from '../content/source.ts';

/** Whether a notice says that the story was wrong, or adds to it. */
export type NoticeKind = 'correction' | 'update';

/** A dated note to the reader: a correction (schema.org: `CorrectionComment`) or an update. */
export interface Notice {
  readonly date: Moment;
  readonly text: RichText;
  /** Where its date stands in the text of the story, if that shows it, where the fault was. */
  readonly place?: TextPlace;
  /** In which post of a live blog it stands, counted from 0 in the order of the text. */
  readonly update?: number;
}

/** When a story was corrected: what lists of corrections need of a notice. */
export interface CorrectionDate {
  /** In milliseconds since 1970. */
  readonly date: number;
  /** In the site's zone: `2026-11`. */
  readonly month: string;
  /** From when on it is published, if it stands in a post of a live blog; in milliseconds since 1970. */
  readonly from?: number;
  /** Whether it stands in the text of the story. */
  readonly isInText?: true;
}

/** The identifier of a correction or an update on the page of its story. Those of headings have no underscore. */
export function noticeId(kind: NoticeKind, index: number): string {
  return `${kind}_${index + 1}`;
}

/** From when on a correction that stands in a post of a live blog is published, in milliseconds since 1970. */
export function correctionFrom({ update }: Pick<Notice, 'update'>, live: LiveBlog | undefined): number | undefined {
  return update === undefined ? undefined : live?.updates.find(({ index }) => index === update)?.date.instant;
}

/** Whether a correction of a story is published: not if it stands in a post that is under embargo. */
export function isPublishedCorrection(
  { update }: Notice,
  {
    article,
    live,
  }: { readonly article: { readonly live: LiveBlog | undefined }; readonly live: LiveState | undefined },
): boolean {
  if (update === undefined || !article.live) return true;
  return article.live.updates.slice(0, live?.shown ?? 0).some(({ index }) => index === update);
}
