import type { Browser } from 'playwright-core';
import { test } from '../browser/demo-test.ts';
import { currentPage } from './engines/devtools.ts';
import { ENGINES } from './engines/engines.ts';
import { HOME, readPayload, storyIn } from './expected-banner.ts';
import type { Journey, Step, Travelled } from './journeys/journey.ts';
import { travelChromium } from './journeys/travel-chromium.ts';
import { travel } from './journeys/travel.ts';
import { artefact } from './report.ts';

type Go = (journey: Journey, current: Browser) => Promise<Travelled>;

const OLD = ENGINES.filter(({ isTold }) => !isTold).map((engine): readonly [string, Go] => [
  `${engine.name} ${engine.version}`,
  (journey) => travel(engine, journey),
]);
const CURRENT: readonly [string, Go] = [
  'the Chromium of npm ci',
  async (journey, current) => travelChromium(await currentPage(current), journey),
];

test.for([...OLD, CURRENT])(
  'the reader of %s is told nothing, and asks for no script',
  async ([engine, go], { site, browser, task, expect }) => {
    const row = { engine, expected: 'no banner' } as const;
    task.meta.engineReport = row;
    const pictures = ['home', 'story'].map((page) => `${engine}-${page}.png`.toLowerCase().replaceAll(' ', '-'));
    const [home = '', story = ''] = pictures.map(artefact);
    const open = (path: string): Step => ({ do: 'open', address: site.origin + path });
    const { version, sights, requests, faults } = await go(
      {
        steps: [
          ...[open(HOME), { do: 'keep a picture', file: home } as const],
          ...[open(storyIn('en-GB')), { do: 'keep a picture', file: story } as const],
          ...[open(storyIn('es')), open(storyIn('ar'))],
        ],
      },
      browser,
    );
    const told = sights.filter(({ banner }) => banner);
    const scripts = requests.filter((address) => /\.js(?:$|\?)/.test(address));
    task.meta.engineReport = { ...row, version, seen: told.length === 0 ? 'no banner' : 'banner', pictures };
    expect(faults).toEqual([]);
    expect(told).toEqual([]);
    expect(requests).toContain(site.origin + storyIn('en-GB'));
    expect(readPayload().path).toMatch(/\.js$/);
    expect(scripts).toEqual([]);
    // A crawler or a test would be told nothing either.
    expect(sights[0]?.userAgent).not.toMatch(/headless/i);
  },
);
