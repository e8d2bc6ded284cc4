import { type Fingerprint, fingerprintOf } from '../../plan/fingerprint.ts';
import type { WantedPicture } from '../planning/wanted-pictures.ts';
import { CARD_FORM } from './draw-card.ts';
import { fingerprintOfFonts } from './fonts.ts';
import { sharpVersion } from './sharp.ts';

/** Changes with whatever decides about the bytes of a file that is made of a picture, or drawn. */
export function fingerprintOfPicture(wanted: WantedPicture): Fingerprint {
  if ('card' in wanted) return fingerprintOf(sharpVersion(), CARD_FORM, fingerprintOfFonts(), wanted.file.url);
  const { source, file } = wanted;
  return fingerprintOf(sharpVersion(), source.raster.content, file.url, String(file.scale));
}
