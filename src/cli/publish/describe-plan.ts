import type { PlannedChange } from '../../build/editing/publish/carry-out.ts';
import { visible } from '../../diagnostics/wording.ts';
import { plural } from '../output/report.ts';

/** The most files that are named one by one. */
const MOST_NAMED = 20;

/** What one line says: a name, and behind it what is so called. */
export type PlanRow = readonly [name: string, text: string];

/** What is going to be done to a story, in lines for whoever decides about it. */
export function describePlan(headline: string, rows: readonly PlanRow[]): string {
  return [headline, ...rows.map(([name, text]) => `  ${name.padEnd('message '.length)} ${text}`)]
    .map((line) => `${visible(line)}\n`)
    .join('');
}

/** What is pushed, and where to. */
export function describePush({ remote, files }: PlannedChange): string {
  if (!remote) return 'nothing';
  const others = remote.ahead;
  if (others === undefined) return `${remote.branch} to ${remote.name}, with all that is committed and not there yet`;
  const earlier = others === 0 ? '' : `, with ${plural(others, files.length > 0 ? 'earlier commit' : 'commit')}`;
  return `${remote.branch} to ${remote.name}${earlier}`;
}

/** Lines under one name; of very many the first. */
export function inRows(name: string, lines: readonly string[]): readonly PlanRow[] {
  const more = lines.length - MOST_NAMED;
  const shown = more > 0 ? [...lines.slice(0, MOST_NAMED), `and ${more} more`] : lines;
  return shown.map((line, index) => [index === 0 ? name : '', line]);
}
