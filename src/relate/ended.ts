import { SITE_PATH } from '../domain/site/site.ts';
import { type Finding, valueAt } from '../diagnostics/finding.ts';
import type { EditionOptions, Newsroom } from './newsroom.ts';

/** Notes a live strip of the whole site whose time is over: it stands in the file, and on no page. */
export function checkEndedStrip(
  { site }: Pick<Newsroom, 'site'>,
  { now }: Pick<EditionOptions, 'now'>,
  findings: Finding[],
): void {
  const { liveStrip } = site;
  if (liveStrip?.until !== undefined && liveStrip.until <= now)
    findings.push(ended({ path: SITE_PATH, key: 'liveStrip', noun: 'strip' }));
}

/** What is said of something that is shown until a moment, once that has passed. */
export function ended({
  path,
  key,
  noun,
}: {
  readonly path: string;
  readonly key: string;
  readonly noun: string;
}): Finding {
  return {
    code: 'until-past',
    path,
    at: valueAt(key, 'until'),
    message: 'Unexpected moment that has passed, expected one to come',
    hint: `write a later moment, or remove \`${key}\`: the ${noun} is on no page any more`,
  };
}
