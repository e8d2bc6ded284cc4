import type { CorrectionCommentLeaf } from 'schema-dts';
import type { Notice } from '../../domain/corrections/notice.ts';
import type { Site } from '../../domain/site/site.ts';
import { isoTime } from '../../time/print-time.ts';

/** The corrections of a story as structured data: schema.org `CorrectionComment`; nothing where there are none. */
export function correctionsJsonLd(
  corrections: readonly Notice[],
  site: Site,
): readonly CorrectionCommentLeaf[] | undefined {
  if (corrections.length === 0) return undefined;
  return corrections.map(({ date, text }) => ({
    '@type': 'CorrectionComment',
    datePublished: isoTime(date.instant, site.timeZone),
    text: text.text,
  }));
}
