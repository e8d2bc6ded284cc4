import { SITE_PATH, type Site } from '../domain/site/site.ts';
import { entryOf } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';
import type { Finding } from './finding.ts';

/** What decides about severities beside the catalogue. */
export interface SeveritySetting {
  readonly standards: Site['standards'];
  /** The date by which a story, or a page that says when it was written, is judged, in milliseconds since 1970; nothing for other files. */
  readonly dateOf: (path: string) => number | undefined;
}

/**
 * How grave a finding is in a newsroom: as the catalogue says, unless `standards` says something else of its code. An error in
 * `site.yaml` stays one, for all else is judged by that file. What only advises editors stops nothing.
 */
export function severityOf(
  { code, path, isFixed, isOfAdvice }: Pick<Finding, 'code' | 'path' | 'isFixed' | 'isOfAdvice'>,
  { standards, dateOf }: SeveritySetting,
): Severity | 'off' {
  const { severity, fixed, isOptional } = entryOf(code);
  const own = Object.hasOwn(standards, code) ? standards[code] : undefined;
  const unset = isOptional ? 'off' : isOfAdvice ? 'warn' : severity;
  if (!own || fixed !== undefined || isFixed || (path === SITE_PATH && severity === 'error')) return unset;
  const holds = own.find(({ before }) => before === undefined || (dateOf(path) ?? Number.POSITIVE_INFINITY) < before);
  return holds?.severity ?? unset;
}
