import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import crawlers from 'crawler-user-agents';
import { expect, it } from 'vitest';
import { findBaseline } from '../../src/assets/find-baseline.ts';
import { settleBanner } from '../../src/baseline/banner.ts';
import { compareVersions } from '../../src/baseline/browser-data.ts';
import { aSite } from '../newsroom/site.ts';
import { labelledUserAgents } from './user-agents.ts';

const require = createRequire(import.meta.url);

/** What the banner skips by itself. Opera Mini, which a newsroom may take off the list, is not of it. */
const SITE = aSite({ unsupportedBrowser: { skip: [] } });
const SKIP = new RegExp(settleBanner(SITE, '(height:1dvh)', ['en']).skip, 'i');

/** Who runs scripts: whoever claims an engine of a browser. */
const ENGINE = /Chrome\/|Firefox\/|MSIE|Trident|WebKit|Gecko\/|KHTML|Opera|Presto/;
/** Where a user agent says its release; without one its engine is taken to be old. */
const CLAIMS: readonly (readonly [browser: string, claim: RegExp])[] = [
  ['Chrome', /Chrome\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Safari', /Version\/(\d+\.\d+).* Safari\//],
];

/** Families of the collections that people read with; the others are programs, or hardly known. */
const BROWSERS =
  /^(?:Android|Avant|Camino|Chrome|Edge|Firefox|IE|Konqueror|Maxthon|Mobile Safari|MyIE2|Netscape|Opera|Safari|Samsung)\b/;

/** Labelled as browsers by their engine, but nobody reads with them, or what the reader wrote there is an address. */
const NOT_BROWSERS =
  /bot\b|crawler|Link Checker Pro|UrlMonitor|Web Link Validator|Web Preview|\(\+http:\/\/www\.netvitamine\.com\)|<a href=http/i;
/** What readers of twenty years ago had installed beside their browser, and a phone: skipped for the words in their names. */
const OLD_MISTAKES =
  /Feed(?:reader|Eater)|FEED-|Preview|3COM U\.S\. Robotics|BOTW|CUBOT|preview 4|\[FBAN\/FBIOS;FBAV\/194/;

it.each(['baseline 2022', 'baseline widely available'])('skips every published crawler that %s would tell', (query) => {
  const told = userAgentsOfCrawlers().filter(isTold(query));
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter((userAgent) => !SKIP.test(userAgent))).toEqual([]);
});

it('skips no current browser', () => {
  const current = currentUserAgents();
  expect(current.length).toBeGreaterThanOrEqual(10_000);
  expect(current.filter((userAgent) => SKIP.test(userAgent))).toEqual([]);
});

it('skips no browser of the past, but for a few that call themselves what crawlers do', () => {
  const past = labelledUserAgents().filter(({ family }) => BROWSERS.test(family));
  const skipped = past.map(({ userAgent }) => userAgent).filter((userAgent) => SKIP.test(userAgent));
  expect(past.length).toBeGreaterThan(15_000);
  const unexpected = skipped.filter((userAgent) => !NOT_BROWSERS.test(userAgent) && !OLD_MISTAKES.test(userAgent));
  expect(unexpected).toEqual([]);
});

it.each([
  ['a monitor', 'Chrome/62.0.3202.75 Safari/537.36 ExampleMonitor/2.1'],
  ['a checker of links', 'Chrome/62.0.3202.75 Safari/537.36 Example LinkCheck'],
  ['a scanner', 'Firefox/72.0 ExampleScanner'],
  ['a fetcher of favicons', 'Chrome/49.0.2623.75 Safari/537.36 Example Favicon'],
  ['a synthetic reader', 'Chrome/100.0.4896.60 Safari/537.36 ExampleSynthetics/1.0'],
  ['an old renderer in Electron', 'renderer/2020.2.0 Chrome/78.0.3904.130 Electron/7.1.7 Safari/537.36'],
  ['an assistant', 'Chrome/92.0.0.0 Safari/537.36; Example-User/1.0'],
  ['who names a page', 'Chrome/60.0.3112.113 Safari/537.36 (+https://whois.example)'],
  ['who names a page without a plus', 'Chrome/64.0.3282.140 Edge/17.17134 www.paper.example (user slow)'],
  ['who names a page in Internet Explorer 6', '(compatible; MSIE 6.0; Windows NT 5.1; +http://paper.example)'],
  ['who names a host', 'Chrome/79.0.3945.0 Safari/537.36 Criticalexample.com/2.0.0'],
  ['who names a host and a path', 'paper.tv/policy AppleWebKit/605.1.15 Version/15.3.1 Safari/604.1'],
  ['who names a mailbox', 'Chrome/47.0.2526.73 Safari/537.36 collection@paper.example'],
])('skips %s', (_kind, part) => {
  expect(`Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${part}`).toMatch(SKIP);
});

it.each([
  ['an app that is named backwards', 'Mobile/15E148 com.example.news/4.16'],
  ['an app with a version behind an @', 'Chrome/90.0.0.0 Mobile Safari/537.36 (Ecosia android@90.0.0.0)'],
  ['the app of a network', 'Mobile/9B206 [FBAN/FBIOS;FBAV/6.1;FBCR/Telekom.de;FBID/phone]'],
  ['an application in a newer Electron', 'Chrome/142.0.7444.265 Electron/39.5.1 Safari/537.36'],
  ['.NET', 'Trident/7.0; .NET4.0C; .NET CLR 3.5.30729; rv:11.0) like Gecko'],
  ['a locale with a calendar', 'th-TH@calendar=gregorian) AppleWebKit/534.12 Puffin/1.3.2665MS Safari/534.12'],
  ['Internet Explorer with what a provider added', '(compatible; MSIE 6.0; Windows NT 5.1; www.paper.example; SV1)'],
  ['Internet Explorer with a tool', '(compatible; MSIE 7.0; Windows NT 5.1; http://bar.example; Avant Browser)'],
  ['Firefox 1 as someone named it', '(X11; U; Linux i686; rv:1.6) Gecko/20040317 Firefox/0.8 - www.paper.example'],
])('tells %s', (_kind, part) => {
  expect(`Mozilla/5.0 (Windows NT 6.1) ${part}`).not.toMatch(SKIP);
});

function userAgentsOfCrawlers(): readonly string[] {
  const listed = [...new Set(crawlers.flatMap(({ instances }) => instances))];
  expect(listed.length).toBeGreaterThan(2000);
  return listed;
}

/** Whether a user agent claims an engine that a baseline leaves out. */
function isTold(query: string): (userAgent: string) => boolean {
  const read = findBaseline(query, Date.parse('2026-11-23T12:00:00Z'));
  if (read.kind === 'underivable') throw new Error(read.reason);
  const floors = new Map(read.baseline.browsers.map(({ name, toldBelow }) => [name, toldBelow]));
  return (userAgent) => {
    const claims = CLAIMS.flatMap(([browser, claim]) => {
      const version = claim.exec(userAgent)?.[1];
      return version === undefined ? [] : [compareVersions(version, floors.get(browser) ?? '0') < 0];
    });
    return ENGINE.test(userAgent) && (claims[0] ?? true);
  };
}

/** 10,000 browsers of readers as they were counted on the web. */
function currentUserAgents(): readonly string[] {
  const folder = dirname(require.resolve('user-agents'));
  const counted = JSON.parse(readFileSync(join(folder, 'user-agents.json'), 'utf8')) as {
    readonly userAgent: string;
  }[];
  return counted.map(({ userAgent }) => userAgent);
}
