import { getUserAgentRegex } from 'browserslist-useragent-regexp';
import { expect, it } from 'vitest';
import { compareVersions } from '../../src/baseline/browser-data.ts';
import { findBaseline } from '../../src/assets/find-baseline.ts';
import { labelledUserAgents } from './user-agents.ts';

/** Names of browsers in the collections, and in the report of a baseline. */
const FAMILIES: Readonly<Record<string, string>> = {
  Chrome: 'Chrome',
  'Chrome Mobile': 'Chrome Android',
  Edge: 'Edge',
  Firefox: 'Firefox',
  'Mobile Safari': 'Safari on iOS',
  Opera: 'Opera',
  Safari: 'Safari',
  'Samsung Internet': 'Samsung Browser',
};
/** The same floors as a query. */
const QUERY_NAMES: Readonly<Record<string, string>> = {
  Chrome: 'chrome',
  Edge: 'edge',
  Firefox: 'firefox',
  Opera: 'opera',
  Safari: 'safari',
  'Safari on iOS': 'ios_saf',
  'Samsung Browser': 'samsung',
};

/** A user agent that names the browser whose engine it has is taken for that one, by the list. */
const DISAGREEMENTS = [
  'Chrome Mobile 18.0',
  'Opera 15.0',
  'Opera 27.0',
  'Samsung Internet 2.1',
  'Samsung Internet 3.0',
  'Samsung Internet 3.2',
  'Samsung Internet 3.5',
];

it.each([
  ['baseline 2018', DISAGREEMENTS],
  ['baseline 2022', []],
])('who is told by %s is who a list of user agents would tell, but for the named', (query, expected) => {
  const read = findBaseline(query, Date.parse('2026-11-23T12:00:00Z'));
  if (read.kind === 'underivable') throw new Error(read.reason);
  const below = new Map(read.baseline.browsers.map(({ name, toldBelow }) => [name, toldBelow]));
  const floors = [...below].flatMap(([name, version]) =>
    QUERY_NAMES[name] ? [`${QUERY_NAMES[name]} >= ${version}`] : [],
  );
  const supported = getUserAgentRegex({ browsers: floors.join(', '), allowHigherVersions: true });
  const judged = labelledUserAgents().flatMap(({ userAgent, family, version }) => {
    const floor = below.get(FAMILIES[family] ?? '');
    // Safari was once labelled by the number of its engine.
    if (floor === undefined || version === '' || Number.parseFloat(version) > 300) return [];
    return [{ name: `${family} ${version}`, isTold: compareVersions(version, floor) < 0, userAgent }];
  });
  const disagreements = judged.filter(({ isTold, userAgent }) => isTold === supported.test(userAgent));
  expect(judged.length).toBeGreaterThan(3000);
  expect([...new Set(disagreements.map(({ name }) => name))].sort()).toEqual(expected);
});
