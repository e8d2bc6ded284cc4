import type * as z from 'zod';
import { PICTURE_DEFAULTS, type PictureSettings } from '../../domain/site/site.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';
import { atMost, flag, listOf, mapOf, number, oneOf } from '../shape.ts';

const FORMATS = ['avif', 'webp'] as const;
/** More would make pages longer, and pictures hardly smaller. */
const MOST_WIDTHS = 5;
const WIDTHS = { least: 16, most: 4_000 };

/** `pictures` of `content/site.yaml`. */
export const picturesSchema = mapOf(
  {
    formats: listOf(oneOf(FORMATS), 'a list of `avif` and `webp`').optional(),
    quality: number.optional(),
    widths: atMost(listOf(number, 'a list of widths in pixels'), MOST_WIDTHS).optional(),
    original: oneOf(['never', 'link']).optional(),
    cards: flag.optional(),
  },
  '`{ formats, quality, widths, original, cards }`',
);

/** Reads how pictures are published. */
export function readPictures(values: z.infer<typeof picturesSchema> | undefined, reader: Reader): PictureSettings {
  const { formats, quality, widths, original, cards } = values ?? {};
  return {
    formats: readFormats(formats, reader),
    quality: readQuality(quality, reader),
    widths: readWidths(widths, reader),
    original: original ?? PICTURE_DEFAULTS.original,
    cards: cards ?? PICTURE_DEFAULTS.cards,
  };
}

/** The order is that of the formats' own: browsers take the first that they know. */
function readFormats(
  values: readonly (typeof FORMATS)[number][] | undefined,
  reader: Reader,
): PictureSettings['formats'] {
  if (values === undefined) return PICTURE_DEFAULTS.formats;
  if (values.length > 0) return FORMATS.filter((format) => values.includes(format));
  const message = 'Unexpected empty list of formats, expected `webp`, `avif` or both';
  reader.note('value-choice', valueAt('pictures', 'formats'), message, 'write `formats: [webp]`, or remove the key');
  return PICTURE_DEFAULTS.formats;
}

function readQuality(value: number | undefined, reader: Reader): number {
  if (value === undefined) return PICTURE_DEFAULTS.quality;
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value;
  const message = `Unexpected quality ${quote(String(value))}, expected a whole number from 1 to 100`;
  reader.note(
    'value-choice',
    valueAt('pictures', 'quality'),
    message,
    'write a number around 75; more makes larger files',
  );
  return PICTURE_DEFAULTS.quality;
}

function readWidths(values: readonly number[] | undefined, reader: Reader): readonly number[] {
  if (values === undefined) return PICTURE_DEFAULTS.widths;
  const wrong = values.findIndex((width) => !Number.isInteger(width) || width < WIDTHS.least || width > WIDTHS.most);
  if (values.length === 0) {
    const message = 'Unexpected empty list of widths, expected at least one';
    reader.note(
      'value-choice',
      valueAt('pictures', 'widths'),
      message,
      'write widths like `[480, 960, 1600]`, or remove the key',
    );
    return PICTURE_DEFAULTS.widths;
  }
  if (wrong >= 0) {
    const message = `Unexpected width ${quote(String(values[wrong]))}, expected whole pixels from ${WIDTHS.least} to ${WIDTHS.most}`;
    reader.note('value-choice', valueAt('pictures', 'widths', wrong), message, 'write widths like `[480, 960, 1600]`');
    return PICTURE_DEFAULTS.widths;
  }
  return [...new Set(values)].sort((one, other) => one - other);
}
