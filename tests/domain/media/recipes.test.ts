import { describe, expect, it } from 'vitest';
import { findExcess } from '../../../src/domain/media/limits.ts';
import { focusShown, printFiles } from '../../../src/domain/media/printed-picture.ts';
import {
  cropOf,
  filesOfRecipe,
  type PictureShape,
  type RasterFile,
  recipeOf,
  searchShapesOf,
} from '../../../src/domain/media/recipes.ts';
import { PICTURE_DEFAULTS } from '../../../src/domain/site/site.ts';
import { fingerprintOf } from '../../../src/plan/fingerprint.ts';
import { aSite } from '../../newsroom/site.ts';

const SHAPES: readonly PictureShape[] = ['whole', 'card', 'square', 'social', '16x9', '4x3', '1x1'];
const settings = PICTURE_DEFAULTS;

function aRaster(
  width: number,
  height: number,
  {
    kind = 'photograph',
    isTransparent = false,
    frames = 1,
    bytes = 1_000,
    content = 'one',
  }: Partial<RasterFile['raster']> = {},
): RasterFile {
  const raster = { content: fingerprintOf(content), bytes, kind, isTransparent, frames };
  return { path: 'content/media/bridge.jpg', width, height, raster };
}

describe('the files of a picture', () => {
  it.each([
    [6000, 4000, [320, 640, 960, 1280, 1920]],
    [1920, 1080, [320, 640, 960, 1280, 1920]],
    [1000, 1000, [320, 640, 960, 1000]],
    [320, 200, [320]],
    [99, 99, [99]],
    [1, 5000, [1]],
  ])('are never wider than the picture: of %i × %i', (width, height, widths) => {
    const { offers } = recipeOf(aRaster(width, height), 'whole', { settings });

    expect(offers).toHaveLength(1);
    expect(offers[0]?.files.map((file) => file.width)).toEqual(widths);
  });

  it.each(SHAPES)('are at most five in a format, of any size, with at least one pixel: %s', (shape) => {
    for (const [width, height] of [
      [1, 1],
      [2, 40_000],
      [40_000, 2],
      [639, 641],
      [5000, 5000],
      [3, 2],
    ] as const) {
      for (const focus of [undefined, [0, 0], [100, 100], [37, 81]] as const) {
        const recipe = recipeOf(aRaster(width, height), shape, {
          focus,
          settings: { ...settings, formats: ['avif', 'webp'] },
        });
        for (const { files } of recipe.offers) expect(files.length).toBeLessThanOrEqual(5);
        for (const { width: across, height: down, crop } of filesOfRecipe(recipe)) {
          const shown = crop ?? { left: 0, top: 0, width, height };
          expect(across).toBeGreaterThan(0);
          expect(down).toBeGreaterThan(0);
          expect(across).toBeLessThanOrEqual(shown.width);
          expect(Math.min(shown.left, shown.top)).toBeGreaterThanOrEqual(0);
          expect(shown.left + shown.width).toBeLessThanOrEqual(width);
          expect(shown.top + shown.height).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  it('have addresses that change with the bytes of the picture, its crop and the quality, and with nothing else', () => {
    const urls = (file: RasterFile, focus?: readonly [number, number], quality = 75): string =>
      JSON.stringify(
        filesOfRecipe(recipeOf(file, 'card', { focus, settings: { ...settings, quality } })).map(({ url }) => url),
      );
    const square = aRaster(900, 900);

    expect(urls({ ...square, path: 'content/media/other.jpg' })).toBe(urls(square));
    expect(urls(square, [50, 50])).toBe(urls(square));
    const others = [urls(aRaster(900, 900, { content: 'two' })), urls(square, [50, 0]), urls(square, undefined, 60)];
    expect(new Set([...others, urls(square)]).size).toBe(4);
    for (const url of JSON.parse(urls(square)) as string[])
      expect(url).toMatch(/^\/pictures\/[a-z0-9-]+\.(?:webp|jpg)$/);
  });

  it.each([
    ['photograph', false, '-q75-800.jpg'],
    ['photograph', true, '-q75-800.png'],
    ['graphic', false, '-q75-800.jpg'],
    ['graphic', true, '-q75-800.png'],
    ['palette', false, '-q75-opaque-800.png'],
    ['palette', true, '-q75-800.png'],
    ['animation', false, '-q75-opaque-320.gif'],
    ['animation', true, '-q75-320.gif'],
  ] as const)('end with one that everybody can show: of a %s, transparent %s, %s', (kind, isTransparent, end) => {
    const { fallback } = recipeOf(aRaster(800, 600, { kind, isTransparent, frames: 3 }), 'whole', {
      settings: { ...settings, widths: [320, 800] },
    });

    expect(fallback.url.endsWith(end), fallback.url).toBe(true);
  });

  it.each([
    [[320, 640, 960, 1280, 1920], 6000, 1280],
    [[480, 960, 1600], 6000, 960],
    [[400, 1600], 6000, 1600],
    [[400, 1600], 500, 500],
    [[320, 480], 6000, 480],
    [[2400], 6000, 2400],
  ])('of widths %j of %i pixels have one for everybody that fills a column: %i', (widths, width, expected) => {
    const { fallback, widest } = recipeOf(aRaster(width, width), 'whole', { settings: { ...settings, widths } });

    expect(fallback.width).toBe(expected);
    expect(widest).toBe(Math.min(width, Math.max(...widths)));
  });

  it('of an animation are animated where it is shown whole, and its first frame where it is cut', () => {
    const file = aRaster(2000, 1000, { kind: 'animation', frames: 9 });
    const whole = filesOfRecipe(recipeOf(file, 'whole', { settings: { ...settings, formats: ['avif', 'webp'] } }));
    const card = filesOfRecipe(recipeOf(file, 'card', { settings }));

    expect(whole.map(({ format }) => format)).toEqual(['webp', 'webp', 'webp', 'gif']);
    expect(whole.every(({ isAnimated }) => isAnimated)).toBe(true);
    expect(card.some(({ isAnimated }) => isAnimated)).toBe(false);
  });
});

describe('a picture that is cut', () => {
  it.each([
    [[50, 50], 225],
    [[0, 50], 0],
    [[100, 50], 450],
    [[50, 0], 225],
  ] as const)('keeps its focus in sight, as near to the middle as can be: %j', (focus, left) => {
    expect(cropOf({ width: 900, height: 300 }, 3 / 2, focus)).toEqual({ left, top: 0, width: 450, height: 300 });
  });

  it('is whole where it has the ratio', () => {
    expect(cropOf({ width: 1500, height: 1000 }, 3 / 2, [10, 10])).toBeUndefined();
  });

  it('says where its focus is now, for boxes that cut it again', () => {
    expect(focusShown(aRaster(900, 300), 'card', [90, 20])).toEqual([80, 20]);
    expect(focusShown(aRaster(900, 300), 'whole', [90, 20])).toEqual([90, 20]);
  });
});

describe('what search engines are told of', () => {
  it.each([
    [4000, 3000, ['16x9', '4x3', '1x1']],
    [1300, 900, ['16x9', '4x3']],
    [1200, 675, ['16x9']],
    [1200, 5000, ['16x9', '4x3', '1x1']],
    [1199, 1199, []],
    [5000, 600, []],
  ])('is 1200 pixels wide in each ratio: of %i × %i', (width, height, shapes) => {
    const file = aRaster(width, height);

    expect(searchShapesOf(file)).toEqual(shapes);
    for (const shape of searchShapesOf(file))
      expect(recipeOf(file, shape, { settings })).toMatchObject({ offers: [], fallback: { width: 1200 } });
  });
});

describe('what is printed of a picture', () => {
  it('is its files with their widths, and the size of that for everybody', () => {
    const site = { ...aSite(), basePath: '/paper' };
    const printed = printFiles(aRaster(900, 900), 'card', { site });

    expect(printed).toMatchObject({ width: 720, height: 480, widest: 900 });
    expect(printed.src).toMatch(/^\/paper\/pictures\/.*-720\.jpg$/);
    expect(printed.offers.map(({ type }) => type)).toEqual(['image/webp']);
    expect(printed.offers[0]?.srcset.match(/\S+ \d+w(?:, |$)/g)).toHaveLength(4);
  });

  it('is the file itself where nothing is made of it', () => {
    const drawing = { path: 'content/media/map.svg', width: 30, height: 20 };

    expect(printFiles(drawing, 'card', { site: aSite() })).toEqual({
      src: '/media/map.svg',
      width: 30,
      height: 20,
      widest: 30,
      offers: [],
    });
  });
});

describe('a picture that is too large', () => {
  it.each([
    [aRaster(100, 100, { bytes: 20_000_001 }), '20.1 MB'],
    [aRaster(8000, 5001), '8000 × 5001 pixels'],
    [aRaster(10, 10, { kind: 'animation', frames: 501 }), '501 frames'],
    [aRaster(1000, 1000, { kind: 'animation', frames: 101 }), '101 frames of 1000 × 1000'],
  ])('is told of', (file, what) => {
    expect(findExcess(file)).toContain(what);
  });

  it('is none within the limits', () => {
    expect(findExcess(aRaster(8000, 5000, { bytes: 20_000_000 }))).toBeUndefined();
    expect(findExcess(aRaster(1000, 1000, { kind: 'animation', frames: 100 }))).toBeUndefined();
  });
});
