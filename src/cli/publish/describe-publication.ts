import { absoluteUrl } from '../../domain/site/site.ts';
import { visible } from '../../diagnostics/wording.ts';
import type { Publication } from '../../build/editing/publish/plan-publication.ts';
import { printTime } from '../../time/print-time.ts';
import { plural } from '../output/report.ts';

/** The most files that are named one by one. */
const MOST_NAMED = 20;

/** What publishing a story is going to do, in lines for whoever decides about it. */
export function describePublication(publication: Publication, message = publication.message): string {
  const { headline, url, story, files, left } = publication;
  const rows: readonly (readonly [string, string])[] = [
    ['address', absoluteUrl(story.setting.site, url)],
    ['date', describeDate(publication)],
    ...inRows(
      'changes',
      [...publication.keys].map(([key, value]) => (value === undefined ? `${key} is taken out` : `${key}: ${value}`)),
    ),
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
  ];
  return [headline, ...rows.map(([name, text]) => `  ${name.padEnd('message '.length)} ${text}`)]
    .map((line) => `${visible(line)}\n`)
    .join('');
}

function describeDate({ date, isAhead, story }: Publication): string {
  const { timeZone } = story.setting.site;
  const { text } = printTime({ instant: date, hasTime: true }, 'en-GB', timeZone);
  return isAhead ? `${text}: under embargo, it is published by the first build after that` : text;
}

function describePush({ remote, files }: Publication): string {
  if (!remote) return 'nothing';
  const others = remote.ahead;
  if (others === undefined) return `${remote.branch} to ${remote.name}, with all that is committed and not there yet`;
  const earlier = others === 0 ? '' : `, with ${plural(others, files.length > 0 ? 'earlier commit' : 'commit')}`;
  return `${remote.branch} to ${remote.name}${earlier}`;
}

function inRows(name: string, lines: readonly string[]): readonly (readonly [string, string])[] {
  const more = lines.length - MOST_NAMED;
  const shown = more > 0 ? [...lines.slice(0, MOST_NAMED), `and ${more} more`] : lines;
  return shown.map((line, index) => [index === 0 ? name : '', line]);
}
