import { pageLayouts, storyLayouts } from '../../src/build/layouts.ts';
import type { MediaLibrary } from '../../src/domain/media/library.ts';
import type { Baseline, BaselineRead } from '../../src/domain/site/baseline.ts';
import type { Site } from '../../src/domain/site/site.ts';
import type { Setting } from '../../src/validate/setting.ts';
import { validateSite } from '../../src/validate/site/site.ts';
import type { Keys } from './manuscript.ts';
import { aMediaLibrary, type MediaGiven } from './media-in-memory.ts';

/** What every site needs. */
export const SITE: Keys = { title: 'The Harbour Ledger', url: 'https://ledger.example/' };

/** One picture, one drawing and one document, for tests that only need some. */
const MEDIA: Readonly<Record<string, MediaGiven>> = {
  'bridge.jpg': [1200, 800],
  'map.svg': [640, 480],
  'icon.png': [512, 512],
  'minutes.pdf': 'file',
};

/** A site with these keys in its `site.yaml` beside those that it needs. */
export function aSite(keys: Keys = {}): Site {
  return validateSite({ ...SITE, ...keys }, { media: mediaOf(undefined), url: undefined, baselineOf }).value;
}

/** What validating one file may know beside it. */
export function aSetting(given: {
  readonly site?: Keys | undefined;
  readonly media?: Readonly<Record<string, MediaGiven>> | undefined;
}): Setting {
  const media = mediaOf(given.media);
  return { site: aSite(given.site), media, storyLayouts: storyLayouts(), pageLayouts: pageLayouts() };
}

export function mediaOf(given: Readonly<Record<string, MediaGiven>> | undefined): MediaLibrary {
  return aMediaLibrary(given ?? MEDIA);
}

/** A baseline as it might be derived; `nonsense` cannot be. */
export function baselineOf(query: string): BaselineRead {
  if (query === 'nonsense')
    return { kind: 'underivable', reason: 'expected a browserslist query', hint: 'write another' };
  const baseline: Baseline = {
    query,
    condition: '(height:1dvh)',
    browsers: [{ name: 'Chrome', floor: '108', toldBelow: '108' }],
    unjudged: [],
    styleTargets: { chrome: 108 << 16 },
    scriptTargets: ['chrome108'],
  };
  return { kind: 'derived', baseline };
}
