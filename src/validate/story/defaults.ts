import { DEFAULTS_KEY } from '../../domain/site/site.ts';
import type { Defaults, Site } from '../../domain/site/site.ts';
import { type Finding, topKeyOf } from '../../diagnostics/finding.ts';
import { readMoment } from '../../time/read-moment.ts';
import { isMap } from '../../domain/content/source.ts';

/** The keys that stories may leave to `defaults` in `site.yaml`: none that only one story can have. */
export const DEFAULT_KEYS = [
  'contributors',
  'section',
  'topics',
  'series',
  'language',
  'label',
  'layout',
  'kicker',
  'dateline',
  'liveStrip',
  'noindex',
  'free',
] as const;

/** Front matter with the keys that it lacks, as far as `site.yaml` gives them. */
export interface FilledIn {
  readonly values: unknown;
  /** By key that was filled in: where in `site.yaml` it stands. */
  readonly defaulted: ReadonlyMap<string, Defaults['keys']>;
}

const NONE: FilledIn['defaulted'] = new Map();

/** Gives front matter the keys that it lacks. One without a value counts as not there, as everywhere. */
export function fillIn(given: unknown, path: string, { defaults, timeZone }: Site): FilledIn {
  if (defaults.length === 0 || !(given === undefined || given === null || isMap(given))) {
    return { values: given, defaulted: NONE };
  }
  const own = given ?? {};
  const values: Record<string, unknown> = {};
  const defaulted = new Map<string, Defaults['keys']>();
  const date = readMoment(String(own['date']), timeZone);
  for (const { before, folder, values: offered, keys } of defaults) {
    if (folder !== undefined && !path.startsWith(folder)) continue;
    if (before !== undefined && !(date.kind === 'moment' && date.moment.instant < before)) continue;
    for (const [key, value] of Object.entries(offered)) {
      if ((own[key] ?? undefined) !== undefined || defaulted.has(key)) continue;
      values[key] = value;
      defaulted.set(key, keys);
    }
  }
  return { values: { ...own, ...values }, defaulted };
}

/** Whether a finding is of a value that `site.yaml` gives: it is told of there. */
export function isOfDefault({ at }: Finding, defaulted: FilledIn['defaulted']): boolean {
  const key = topKeyOf(at);
  return key !== undefined && (key === DEFAULTS_KEY || defaulted.has(String(key)));
}
