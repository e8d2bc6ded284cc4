import { expect, it } from 'vitest';
import { validateSite } from '../../../src/validate/site/site.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { baselineOf, mediaOf, SITE } from '../../newsroom/site.ts';

it.each<[object, string]>([
  [{ format: 'webp' }, 'key-unknown'],
  [{ formats: 'webp' }, 'value-type'],
  [{ formats: ['jpeg'] }, 'value-choice'],
  [{ formats: [] }, 'value-choice'],
  [{ quality: 0 }, 'value-choice'],
  [{ quality: 101 }, 'value-choice'],
  [{ quality: 72.5 }, 'value-choice'],
  [{ quality: 'high' }, 'value-type'],
  [{ widths: 800 }, 'value-type'],
  [{ widths: [] }, 'value-choice'],
  [{ widths: [400, -1] }, 'value-choice'],
  [{ widths: [400, 0.5] }, 'value-choice'],
  [{ widths: [100_000] }, 'value-choice'],
  [{ widths: [1, 2, 3, 4, 5, 6] }, 'list-too-long'],
  [{ original: true }, 'value-choice'],
  [{ cards: 'yes' }, 'value-type'],
])('what site.yaml says of pictures is not taken where it is wrong: %j', (pictures, code) => {
  const { findings } = validateSite({ ...SITE, pictures }, { media: mediaOf(undefined), url: undefined, baselineOf });

  expect(codesOf(findings)).toEqual([code]);
});
