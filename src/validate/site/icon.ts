import * as z from 'zod';
import { type SiteIcon, THEME_COLOUR } from '../../domain/site/site.ts';
import { type MediaFile, mediaType } from '../../domain/media/files.ts';
import { valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';
import { mapOf, text, word } from '../shape.ts';
import { readColour } from './colours.ts';

/** `icon` of `site.yaml`. */
export const iconSchema = z.union(
  [word, mapOf({ src: word.optional(), colour: text.optional() }, '`{ src, colour }`')],
  { error: 'the name of a PNG or SVG file, or `{ src, colour }`' },
);

/** Home screens show an icon at this size at least, in pixels. */
const SMALLEST = 180;

/** Reads `icon`: a picture that browsers and systems take for one, and the theme colour. */
export function readIcon(value: z.infer<typeof iconSchema> | undefined, reader: Reader): SiteIcon {
  const isText = typeof value === 'string';
  const { src, colour } = isText ? { src: value, colour: undefined } : (value ?? {});
  const keys = isText ? ['icon'] : ['icon', 'src'];
  const written = reader.filled(src, ...keys);
  const file = written === undefined ? undefined : reader.pictureFile(written, ...keys);
  const picture = file && isIcon(file) ? file : undefined;
  if (file && !picture) {
    const message = `Unexpected file ${quote(written)}, expected a PNG or an SVG`;
    reader.note('media-type', valueAt(...keys), message, 'export it as a square PNG of 512 × 512 pixels, or as an SVG');
  }
  if (!picture) return { picture, colour: readColour(colour, reader, 'icon', 'colour') ?? THEME_COLOUR };
  noteShape(picture, keys, reader);
  // It is published as it is: no page changes with its bytes.
  const { path, width, height } = picture;
  return { picture: { path, width, height }, colour: readColour(colour, reader, 'icon', 'colour') ?? THEME_COLOUR };
}

function isIcon({ path }: MediaFile): boolean {
  return /^image\/(?:png|svg\+xml)$/.test(mediaType(path) ?? '');
}

function noteShape({ path, width = 0, height = 0 }: MediaFile, keys: readonly string[], reader: Reader): void {
  const isSmall = /\.png$/i.test(path) && Math.min(width, height) < SMALLEST;
  if (width === height && !isSmall) return;
  const message = `Unexpected icon of ${width} × ${height} pixels, expected a square of ${SMALLEST} or more`;
  reader.note(
    'icon-shape',
    valueAt(...keys),
    message,
    'export it as a square PNG of 512 × 512 pixels, or as a square SVG',
  );
}
