import type {
  BrowserName,
  CompatData,
  CompatStatement,
  SimpleSupportStatement,
  SupportStatement,
} from '@mdn/browser-compat-data';

/** What is known of browsers. */
export interface Sources {
  /** MDN's browser compatibility data. */
  readonly data: CompatData;
  /** The releases that a browserslist query names, `chrome 108`; throws where it cannot be read. */
  readonly resolve: (query: string) => readonly string[];
  /** Browsers with the engine of another, as `baseline-browser-mapping` lists them. */
  readonly derivedReleases: readonly DerivedRelease[];
}

export interface DerivedRelease {
  readonly browser: string;
  readonly version: string;
  readonly engine?: string;
  readonly engine_version?: string;
}

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

/** Orders the numbers of releases, such as `9`, `15.2`, `4.4.4`: negative where the first is the older one. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
