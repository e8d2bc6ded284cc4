import { REDIRECTS_PATH } from '../../domain/redirects/redirects.ts';
import { absoluteUrl } from '../../domain/site/site.ts';
import type { Publication } from '../../build/editing/publish/plan-publication.ts';
import { printTime } from '../../time/print-time.ts';
import { describePlan, describePush, inRows } from './describe-plan.ts';

/** What publishing a story is going to do, in lines for whoever decides about it. */
export function describePublication(publication: Publication, message = publication.message): string {
  const { headline, url, story, files, left } = publication;
  return describePlan(headline, [
    ['address', absoluteUrl(story.setting.site, url)],
    ['date', describeDate(publication)],
    ...inRows('changes', [
      ...[...publication.keys].map(([key, value]) =>
        value === undefined ? `${key} is taken out` : `${key}: ${value}`,
      ),
      ...publication.redirects.map((key) => `${key} is taken out of ${REDIRECTS_PATH}`),
    ]),
    ...inRows(
      'commits',
      files.map(({ treePath }) => treePath),
    ),
    ...(files.length > 0 ? [['message', message] as const] : []),
    ['pushes', describePush(publication)],
    ...inRows(
      'stays',
      left.map((path) => `${path} is changed, and not published with it`),
    ),
  ]);
}

function describeDate({ date, isAhead, story }: Publication): string {
  const { timeZone } = story.setting.site;
  const { text } = printTime({ instant: date, hasTime: true }, 'en-GB', timeZone);
  return isAhead ? `${text}: under embargo, it is published by the first build after that` : text;
}
