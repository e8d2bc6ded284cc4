import type { BrowserName } from '@mdn/browser-compat-data';
import type { Baseline } from '../domain/site/baseline.ts';

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
export function targetsOf(floors: ReadonlyMap<BrowserName, string>): Pick<Baseline, 'styleTargets' | 'scriptTargets'> {
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
