import type { Baseline, BrowserFloor } from '../domain/site/baseline.ts';
import { compareVersions } from './browser-data.ts';

/** Describes, as a page of Markdown, which browsers a baseline supports and which readers are told. */
export function describeBaseline(
  { query, condition, browsers, unjudged }: Baseline,
  inlineHashes: readonly string[],
): string {
  return [
    '# Supported browsers',
    '',
    `Baseline: \`${query}\`. Readers are told where a browser does not meet \`${condition}\`.`,
    '',
    '| browser | supported from | told below | below the floor, yet not told |',
    '|---|---|---|---|',
    ...browsers.map(rowOf),
    '',
    'Who is below the floor and not told has a browser with every feature that the condition can ask for without',
    'asking for one that a supported browser lacks. Who is not named by the baseline is told nothing with the current release.',
    ...(unjudged.length === 0 ? [] : ['', `Nothing is known of: ${unjudged.join(', ')}.`]),
    '',
    `For a content security policy: \`script-src 'self' ${inlineHashes.map((hash) => `'${hash}'`).join(' ')}\`.`,
    '',
  ].join('\n');
}

function rowOf({ name, floor, toldBelow }: BrowserFloor): string {
  const isGap = floor !== undefined && compareVersions(toldBelow, floor) < 0;
  return `| ${name} | ${floor ?? 'not named'} | ${toldBelow} | ${isGap ? `${toldBelow} up to ${floor}` : 'none'} |`;
}
