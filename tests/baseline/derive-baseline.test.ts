import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/baseline/browser-data.ts';
import type { Baseline } from '../../src/domain/site/baseline.ts';
import { findBaseline } from '../../src/assets/find-baseline.ts';
import { atNight } from '../at-night.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

function derived(query: string): Baseline {
  const read = findBaseline(query, NOW);
  if (read.kind === 'underivable') throw new Error(read.reason);
  return read.baseline;
}

function toldBelow(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries(derived(query).browsers.map(({ name, toldBelow: version }) => [name, version]));
}

const QUERIES = [
  'baseline 2021',
  'baseline 2022',
  'baseline 2023',
  'baseline widely available',
  'baseline 2022 with downstream',
  'defaults',
  'last 2 chrome versions',
  'chrome >= 90, firefox >= 88, safari >= 14.1',
  // What is derived once takes a second.
  ...atNight(
    'baseline 2018',
    'baseline 2020',
    'baseline 2024',
    'baseline 2025',
    'baseline newly available',
    'last 2 versions and not dead and not op_mini all and not ie_mob <= 11',
    'last 3 years and not dead',
    '> 0.5%',
    'firefox esr',
    'samsung 20',
  ),
];

describe('a baseline', () => {
  it.each(QUERIES)('%s: no supported browser is told', (query) => {
    const alarmed = derived(query).browsers.filter(
      ({ floor, toldBelow: version }) => floor !== undefined && compareVersions(version, floor) > 0,
    );
    expect(alarmed).toEqual([]);
  });

  it.each(QUERIES)('%s: its condition is short enough for the gate', (query) => {
    expect(derived(query).condition.length).toBeLessThanOrEqual(82);
  });

  it.each([
    ['baseline 2021', { Chrome: '89', Firefox: '89', Safari: '15' }],
    ['baseline 2022', { Chrome: '108', Firefox: '101', Safari: '16' }],
    ['baseline 2023', { Chrome: '120', Firefox: '121', Safari: '17.2' }],
    ['baseline widely available', { Chrome: '125', Firefox: '121', Safari: '17.5' }],
  ])('%s tells the readers of at least these releases', (query, least) => {
    const below = toldBelow(query);
    for (const [name, version] of Object.entries(least)) {
      expect(compareVersions(below[name] ?? '0', version), name).toBeGreaterThanOrEqual(0);
    }
  });

  it('sets the targets of styles and scripts', () => {
    expect(derived('baseline 2022')).toMatchObject({
      styleTargets: { chrome: 108 << 16, edge: 108 << 16, firefox: 108 << 16, ios_saf: 16 << 16, safari: 16 << 16 },
      scriptTargets: ['chrome108', 'edge108', 'firefox108', 'ios16.0', 'safari16.0'],
    });
  });

  it('that names one browser only tells nobody who has the current release of another', () => {
    const { browsers } = derived('last 2 chrome versions');
    expect(browsers.filter(({ floor }) => floor !== undefined).map(({ name }) => name)).toEqual(['Chrome']);
    expect(browsers.every(({ toldBelow: version }) => compareVersions(version, '999') < 0)).toBe(true);
  });

  it('names the browsers that nobody knows anything about', () => {
    expect(derived('defaults').unjudged).toContain('op_mini all');
  });

  it('counts days from the moment of publication', () => {
    const earlier = findBaseline('baseline widely available', Date.parse('2025-01-01T00:00:00Z'));
    expect(earlier).not.toMatchObject({ baseline: { condition: derived('baseline widely available').condition } });
    expect(earlier).toEqual(
      findBaseline('baseline widely available on 2025-01-01', NOW).kind === 'derived'
        ? {
            ...findBaseline('baseline widely available on 2025-01-01', NOW),
            baseline: expect.objectContaining({ query: 'baseline widely available' }),
          }
        : undefined,
    );
  });

  it.each([
    ['ie 11', /Internet Explorer 11/],
    ['chrome 10', /Chrome 10/],
    ['safari 6', /Safari 6/],
    ['op_mini all', /names a browser/],
    ['nonsense', /Unknown/i],
    ['baseline 1066', /./],
    ['', /./],
    ['extends ./evil', /may name browsers only/],
    ['extends browserslist-config-google', /may name browsers only/],
    ['> 1% in my stats', /may name browsers only/],
    ['current node', /may name browsers only/],
    ['supports es6-module', /may name browsers only/],
    [`chrome 100${', chrome 100'.repeat(10_000)}`, /may name browsers only/],
    ['__proto__ 1', /./],
    ['chrome 108; process.exit()', /./],
  ])('%s cannot be derived, and says why', (query, reason) => {
    const read = findBaseline(query, NOW);
    expect(read).toMatchObject({ kind: 'underivable', reason: expect.stringMatching(reason) });
  });
});
