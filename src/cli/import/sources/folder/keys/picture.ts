import type { ArchivePicture } from '../../../archive.ts';
import { tableOf, textAt, textsOf, valueAt, type Values } from '../values/plain-values.ts';

/** Keys of a lead picture, the best first. */
const NAMES = [
  'image',
  'featured_image',
  'featuredImage',
  'heroImage',
  'hero',
  'cover',
  'coverImage',
  'cover_image',
  'ogImage',
  'og_image',
  'banner',
  'images',
  'teaser',
  'thumbnail',
  'thumb',
  'img',
  'overlay_image',
  'image_path',
  'social_image',
  'featureImage',
];

/** Where a table of a picture has its address. */
const ADDRESSES = ['src', 'path', 'url', 'image', 'relative_src', 'file', 'feature', 'filename', 'teaser'];

const ALTS = ['alt', 'alternative', 'imageAlt'];
const CAPTIONS = ['caption', 'legend', 'title'];
const CREDITS = ['credit', 'attribution', 'copyright', 'creditText'];

/** The lead picture of a text. */
export function picturesIn(values: Values, used: Set<string>): ArchivePicture | undefined {
  let found: ArchivePicture | undefined;
  for (const name of NAMES) {
    const value = valueAt(values, name);
    if (value === undefined) continue;
    used.add(name.toLowerCase());
    const beside = ['Alt', '_alt', 'Caption', '_caption', 'Credit', '_credit', '-alt', '-caption', '-credit'].map(
      (end) => `${name}${end}`,
    );
    for (const key of [...beside, 'alt', 'caption'])
      if (valueAt(values, key) !== undefined) used.add(key.toLowerCase());
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const table = tableOf(first);
    const address = table ? textAt(table, ...ADDRESSES) : textsOf(first)[0];
    if (found || address === undefined || /^(?:true|false)$/i.test(address)) continue;
    const said = (ends: readonly string[], inTable: readonly string[]): string | undefined =>
      textAt(table, ...inTable) ?? textAt(values, ...ends.map((end) => `${name}${end}`));
    found = {
      address,
      alt: said(['Alt', '_alt', '-alt'], ALTS) ?? textAt(values, 'imageAlt', 'image_alt', 'alt'),
      caption:
        said(['Caption', '_caption', '-caption'], CAPTIONS) ??
        textAt(values, 'imageCaption', 'image_caption', 'caption'),
      credit: said(['Credit', '_credit', '-credit'], CREDITS),
    };
  }
  return found;
}
