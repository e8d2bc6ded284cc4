import type { BrowserName, CompatData, CompatStatement } from '@mdn/browser-compat-data';
import type { Baseline, BaselineRead } from '../domain/site/baseline.ts';
import { chooseProbes, type Probe, probesOf } from './probes.ts';
import { readFloors } from './floors.ts';
import { compareVersions, type Sources, supportIn } from './browser-data.ts';

const RAISE = 'raise the baseline, for example to `baseline 2022`';
/** A release that no browser will come to. */
const NEVER = '999999';

/** Whoever has the current release of these is told nothing, whatever a query leaves out; the report is about them. */
const MAIN: readonly BrowserName[] = [
  'chrome',
  'chrome_android',
  'edge',
  'firefox',
  'firefox_android',
  'safari',
  'safari_ios',
  'samsunginternet_android',
  'opera',
];

/**
 * Derives everything from a browserslist query. The condition asks for features that every supported browser has for sure,
 * so that no reader of one is told; among those, for the fewest that tell the readers of most older releases.
 *
 * @param query With its days written out.
 */
export function deriveBaseline(query: string, sources: Sources): BaselineRead {
  const read = readFloors(query, sources);
  if (read.kind === 'unreadable') {
    const hint = 'write a browserslist query such as `baseline 2022`, or leave the key out';
    return { kind: 'underivable', reason: `expected a browserslist query: ${read.reason}`, hint };
  }
  const { data } = sources;
  const { floors, unjudged } = read;
  const named = [...floors.keys()];
  const blind = named.find((browser) => !canBeAsked(browser, floors.get(browser) ?? '', data));
  if (blind !== undefined || named.length === 0) {
    return {
      kind: 'underivable',
      reason:
        blind === undefined
          ? 'expected one that names a browser with known features'
          : `expected browsers that can say what they support; ${data.browsers[blind].name} ${floors.get(blind)} cannot`,
      hint: RAISE,
    };
  }
  const limits = new Map([...MAIN.map((browser) => [browser, currentOf(browser, data)] as const), ...floors]);
  const safe = probesOf(data).filter(({ features }) =>
    [...limits].every(([browser, limit]) =>
      features.every((feature) => has(supportIn(browser, feature).surely, limit)),
    ),
  );
  const told = (probe: Probe): readonly number[] =>
    MAIN.map((browser) => {
      const [below, limit] = [toldBelow([probe], browser, data), limits.get(browser) ?? '0'];
      const releases = Object.keys(data.browsers[browser].releases);
      return releases.filter((release) => isBefore(release, below) && isBefore(release, limit)).length;
    });
  const probes = chooseProbes(safe.map((probe) => ({ probe, told: told(probe) })));
  if (probes.length === 0) {
    const reason = 'expected browsers that have features in common which older ones lack';
    return { kind: 'underivable', reason, hint: RAISE };
  }
  const browsers = MAIN.map((browser) => ({
    name: data.browsers[browser].name,
    floor: floors.get(browser),
    toldBelow: toldBelow(probes, browser, data),
  }));
  const condition = probes.map((probe) => probe.condition).join(' and ');
  return { kind: 'derived', baseline: { query, condition, browsers, unjudged, ...targetsOf(floors) } };
}

/** The first release that meets all conditions, as far as anyone knows. */
function toldBelow(probes: readonly Probe[], browser: BrowserName, data: CompatData): string {
  const features = [supportsApi(data), ...probes.flatMap((probe) => probe.features)];
  const versions = features.map((feature) => supportIn(browser, feature).perhaps ?? NEVER);
  return versions.sort(compareVersions).at(-1) ?? NEVER;
}

function currentOf(browser: BrowserName, data: CompatData): string {
  const releases = Object.entries(data.browsers[browser].releases);
  const current = releases.filter(([, { status }]) => status === 'current').map(([version]) => version);
  return current.sort(compareVersions)[0] ?? NEVER;
}

function isBefore(one: string, other: string): boolean {
  return compareVersions(one, other) < 0;
}

function has(since: string | undefined, floor: string): boolean {
  return since !== undefined && compareVersions(since, floor) <= 0;
}

/** Whether a release has `CSS.supports()`. */
function canBeAsked(browser: BrowserName, version: string, data: CompatData): boolean {
  return has(supportIn(browser, supportsApi(data)).surely, version);
}

function supportsApi(data: CompatData): CompatStatement | undefined {
  return data.api['CSS']?.['supports_static']?.__compat;
}

const STYLES: Readonly<Partial<Record<BrowserName, string>>> = {
  chrome: 'chrome',
  chrome_android: 'android',
  edge: 'edge',
  firefox: 'firefox',
  firefox_android: 'firefox',
  opera: 'opera',
  safari: 'safari',
  safari_ios: 'ios_saf',
  samsunginternet_android: 'samsung',
};
const SCRIPTS: Readonly<Partial<Record<BrowserName, string>>> = {
  chrome: 'chrome',
  chrome_android: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  firefox_android: 'firefox',
  opera: 'opera',
  safari: 'safari',
  safari_ios: 'ios',
};

/** The floors of a baseline as the compilers of styles and scripts want them. */
function targetsOf(floors: ReadonlyMap<BrowserName, string>): Pick<Baseline, 'styleTargets' | 'scriptTargets'> {
  const styleTargets: Record<string, number> = {};
  const scriptTargets = new Set<string>();
  for (const [browser, version] of floors) {
    const [style, script] = [STYLES[browser], SCRIPTS[browser]];
    if (style !== undefined)
      styleTargets[style] = Math.min(numberOf(version), styleTargets[style] ?? Number.MAX_SAFE_INTEGER);
    if (script !== undefined) scriptTargets.add(script + version);
  }
  return { styleTargets, scriptTargets: [...scriptTargets].sort() };
}

function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major << 16) | (minor << 8);
}
