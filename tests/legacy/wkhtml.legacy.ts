import { test } from '../browser/demo-test.ts';
import { expectedBanner, painted, readPayload, storyIn, toldPages } from './expected-banner.ts';
import type { Travelled } from './journeys/journey.ts';
import { serveAsSeenBy, travelWkhtml } from './journeys/travel-wkhtml.ts';
import { artefact } from './report.ts';

/** Safari 10, which the engine is. */
const READER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_12) AppleWebKit/602.1.50 (KHTML, like Gecko) Version/10.0 Safari/602.1.50';
/** Of the top of a page; the rest is letters, a button and the margin. */
const LEAST_PAINTED = 0.25;

/** What it says of every page because it is older than that: a directive of the policy, and a value of the referrer policy. */
const TOO_NEW = [
  /Unrecognized Content-Security-Policy directive 'manifest-src'/,
  /Failed to set referrer policy: The value 'strict-origin-when-cross-origin' /,
];

function withoutTooNew(faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !TOO_NEW.some((known) => known.test(fault)));
}

test('the reader of WebKit 602 is told at the top of stories and of the home page, in the language of each', async ({
  site,
  task,
  expect,
}) => {
  const row = { engine: 'WebKit 602', expected: 'banner' } as const;
  task.meta.engineReport = row;
  const [pages, payload, reader] = [toldPages(), readPayload(), await serveAsSeenBy(READER, site)];
  const pictures = pages.map((page) => `webkit-602-${page.name}.png`);
  const travelled: Travelled[] = [];
  for (const [index, { path }] of pages.entries()) {
    travelled.push(await travelWkhtml('wkhtmltoimage', reader.origin + path, artefact(pictures[index] ?? '')));
  }
  await reader.close();
  const banners = travelled.flatMap(({ sights }) => sights.map(({ banner }) => banner));
  const version = travelled[0]?.version ?? '';
  const seen = `banner on ${banners.filter(Boolean).length} of ${banners.length} pages`;
  task.meta.engineReport = { ...row, version, seen, pictures };
  expect(version).toMatch(/^602\./);
  expect(withoutTooNew(travelled.flatMap(({ faults }) => faults))).toEqual([]);
  for (const [index, { path, language }] of pages.entries()) {
    const banner = banners[index] ?? expect.fail(`No banner is on ${path}`);
    expect(banner).toMatchObject(expectedBanner(payload, language));
    // It has no window before it paints, so only the picture tells where things are.
    expect(await painted(artefact(pictures[index] ?? ''), banner.background)).toBeGreaterThan(LEAST_PAINTED);
  }
});

test('wkhtmltopdf, which prints and is no reader, prints no banner', async ({ site, task, expect }) => {
  const row = { engine: 'wkhtmltopdf', expected: 'no banner' } as const;
  task.meta.engineReport = row;
  const printed = artefact('wkhtmltopdf-story.pdf');
  const { version, sights, faults } = await travelWkhtml('wkhtmltopdf', site.origin + storyIn('en-GB'), printed);
  const [sight] = sights;
  const seen = sight?.banner ? 'banner' : 'no banner';
  task.meta.engineReport = { ...row, version, seen, pictures: ['wkhtmltopdf-story.pdf'] };
  expect(withoutTooNew(faults)).toEqual([]);
  expect(sight?.userAgent).toContain('wkhtml');
  expect(sight?.language).toBe('en-GB');
  expect(sight?.banner).toBeUndefined();
});
