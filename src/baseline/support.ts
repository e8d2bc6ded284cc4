import type { CompatStatement, BrowserName, SimpleSupportStatement, SupportStatement } from '@mdn/browser-compat-data';
import { compareVersions } from './versions.ts';

/** From which release on a browser has a feature; undefined where it has not, or nobody knows. */
export interface Support {
  /** As the standard has it, whole, and for everyone. */
  readonly surely: string | undefined;
  /** In any form that a condition might take for it. */
  readonly perhaps: string | undefined;
}

/** Browsers with one engine and one way of counting releases: what one of them reads, the others may read too. */
const TWINS: readonly (readonly BrowserName[])[] = [
  ['chrome', 'chrome_android', 'edge'],
  ['firefox', 'firefox_android'],
  ['safari', 'safari_ios'],
];

/** Reads what MDN's data says of one browser and one feature. */
export function supportIn(browser: BrowserName, compat: CompatStatement | undefined): Support {
  const twins = TWINS.find((names) => names.includes(browser)) ?? [browser];
  const anywhere = twins.flatMap((name) => asList(compat?.support[name]));
  return {
    surely: earliest(asList(compat?.support[browser]).filter(isPlain)),
    perhaps: earliest(anywhere.filter(({ flags }) => flags === undefined)),
  };
}

function asList(statement: SupportStatement | undefined): readonly SimpleSupportStatement[] {
  if (statement === undefined) return [];
  return Array.isArray(statement) ? statement : [statement];
}

function isPlain(statement: SimpleSupportStatement): boolean {
  const { flags, prefix, alternative_name, partial_implementation, version_removed } = statement;
  return [flags, prefix, alternative_name, partial_implementation, version_removed].every((odd) => odd === undefined);
}

/** `≤37`: there at the latest from 37 on. */
function earliest(statements: readonly SimpleSupportStatement[]): string | undefined {
  const versions = statements.flatMap(({ version_added: added }) =>
    typeof added === 'string' && added !== 'preview' ? [added.replace('≤', '')] : [],
  );
  return versions.sort(compareVersions)[0];
}
