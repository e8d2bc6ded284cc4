import type { CorrectionCommentLeaf } from 'schema-dts';
import type { Notice } from '../domain/corrections/notice.ts';
import type { Site } from '../domain/site/site.ts';
import { isoMoment, isoTime } from '../time/print-time.ts';

/** The corrections of a story as structured data: schema.org `CorrectionComment`; nothing where there are none. */
export function correctionsJsonLd(
  corrections: readonly Notice[],
  { timeZone }: Site,
): readonly CorrectionCommentLeaf[] | undefined {
  if (corrections.length === 0) return undefined;
  return corrections.map(({ date, text }) => ({
    '@type': 'CorrectionComment',
    datePublished: isoTime(date.instant, timeZone),
    text: text.text,
  }));
}

/** A correction or an update in the JSON of a story, see `src/pages/story/clean-json.ts`. */
export function noticeJson({ date, text }: Notice, { timeZone }: Site): object {
  return { date: isoMoment(date, timeZone), text: text.text };
}
