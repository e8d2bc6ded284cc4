import { describe } from 'vitest';
import { test } from '../browser/demo-test.ts';
import { ENGINES } from './engines/engines.ts';
import { expectedBanner, HOME, painted, readPayload, storyIn, toldPages } from './expected-banner.ts';
import type { Step } from './journeys/journey.ts';
import { travel } from './journeys/travel.ts';
import { artefact } from './report.ts';

const TO_THE_BUTTON: readonly Step[] = [
  { do: 'press', key: 'Tab' },
  { do: 'press', key: 'Tab' },
  { do: 'press', key: 'Tab' },
];
const WITHOUT_STORAGE =
  'Storage.prototype.getItem = Storage.prototype.setItem = function () { throw new Error("no storage"); };';

/** Pixels that may lie over it. */
const MOST_ABOVE = 100;
/** Of the top of a page; the rest is letters, a button and the margin. */
const LEAST_PAINTED = 0.25;
const TOLD = ENGINES.filter(({ isTold }) => isTold).map(
  (engine) => [`${engine.name} ${engine.version}`, engine] as const,
);

describe.for(TOLD)('the reader of %s', { concurrent: true }, ([name, engine]) => {
  const row = { engine: name, expected: 'banner' } as const;

  test('is told at the top of stories and of the home page, in the language of each', async ({
    site,
    task,
    expect,
  }) => {
    task.meta.engineReport = row;
    const [pages, payload] = [toldPages(), readPayload()];
    const pictures = pages.map((page) => `${name}-${page.name}.png`.toLowerCase().replace(' ', '-'));
    const { version, sights, faults } = await travel(engine, {
      steps: pages.flatMap(({ path }, index): readonly Step[] => [
        { do: 'open', address: site.origin + path },
        { do: 'keep a picture', file: artefact(pictures[index] ?? '') },
      ]),
    });
    const opened = sights.filter((_sight, index) => index % 2 === 0);
    const seen = `banner on ${opened.filter(({ banner }) => banner).length} of ${opened.length} pages`;
    task.meta.engineReport = { ...row, version, seen, pictures };
    expect(Number.parseInt(version, 10)).toBe(engine.version);
    expect(faults).toEqual([]);
    for (const [index, { path, language }] of pages.entries()) {
      const banner = opened[index]?.banner ?? expect.fail(`No banner is on ${path}`);
      expect(banner).toMatchObject({ ...expectedBanner(payload, language), isSeen: true });
      expect(banner.link).toMatch(/^https:\/\//);
      expect(banner.top).toBeGreaterThanOrEqual(0);
      expect(banner.top).toBeLessThan(MOST_ABOVE);
      expect(banner.height).toBeGreaterThan(40);
      expect(banner.width).toBeGreaterThan(600);
      expect(banner.left).toBeGreaterThanOrEqual(0);
      expect(banner.left + banner.width).toBeLessThanOrEqual(banner.windowWidth);
      expect(await painted(artefact(pictures[index] ?? ''), banner.background)).toBeGreaterThan(LEAST_PAINTED);
    }
  });

  test('hides the banner by the keyboard, goes on in the story, and does not meet it again', async ({
    site,
    task,
    expect,
  }) => {
    task.meta.engineReport = row;
    const story = { do: 'open', address: site.origin + storyIn('en-GB') } as const;
    const { sights, faults } = await travel(engine, {
      steps: [
        ...[story, ...TO_THE_BUTTON, { do: 'press', key: 'Enter' } as const],
        ...[story, { do: 'open', address: site.origin + HOME } as const],
      ],
    });
    const [before, , link, button, after, again, elsewhere] = sights;
    const isForgotten = again?.banner ?? elsewhere?.banner;
    task.meta.engineReport = {
      ...row,
      ...{ dismissed: after?.banner ? 'no' : 'yes', remembered: isForgotten ? 'no' : 'in storage' },
    };
    expect(faults).toEqual([]);
    expect(before?.banner).toBeDefined();
    expect(link?.focus).toBe('link of the banner');
    expect(button?.focus).toBe('button of the banner');
    expect(after?.banner).toBeUndefined();
    expect(after?.focus).toBe('main');
    expect(isForgotten).toBeUndefined();
    expect(sights.map(({ hasStorage, cookies }) => [hasStorage, cookies])).toEqual(sights.map(() => [true, '']));
  });

  test('hides the banner for good where storage is forbidden, in a cookie', async ({ site, task, expect }) => {
    task.meta.engineReport = row;
    const story = { do: 'open', address: site.origin + storyIn('es') } as const;
    const { sights, faults } = await travel(engine, {
      before: WITHOUT_STORAGE,
      steps: [
        ...[story, ...TO_THE_BUTTON, { do: 'press', key: 'Space' } as const],
        ...[story, { do: 'open', address: site.origin + storyIn('ar') } as const],
      ],
    });
    const [before, , , , after, again, elsewhere] = sights;
    const isForgotten = again?.banner ?? elsewhere?.banner;
    if (!isForgotten) task.meta.engineReport = { ...row, rememberedWithoutStorage: 'in a cookie' };
    expect(faults).toEqual([]);
    expect(sights.map(({ hasStorage }) => hasStorage)).toEqual(sights.map(() => false));
    expect(before?.banner).toBeDefined();
    expect(after?.banner).toBeUndefined();
    expect(after?.focus).toBe('main');
    expect(after?.cookies).toMatch(/unsupported.*=1/);
    expect(isForgotten).toBeUndefined();
  });

  test('hides the banner by the mouse, from right to left too', async ({ site, task, expect }) => {
    task.meta.engineReport = row;
    const { sights, faults } = await travel(engine, {
      steps: [
        { do: 'open', address: site.origin + storyIn('ar') },
        { do: 'click the button' },
        { do: 'open', address: site.origin + storyIn('es') },
      ],
    });
    const [before, after, elsewhere] = sights;
    expect(faults).toEqual([]);
    expect(before?.banner).toBeDefined();
    expect(after?.banner).toBeUndefined();
    expect(elsewhere?.banner).toBeUndefined();
  });
});
