import { outputPath } from '../../domain/addresses.ts';
import type { Edition } from '../../domain/edition.ts';
import type { PictureFile, RasterFile } from '../../domain/media/recipes.ts';
import { filesOfPicture } from '../../domain/media/shown-pictures.ts';
import { cardsOf, type SocialCard } from '../../pages/site/social-card.ts';

/** A file that is to be made of a picture, or drawn. */
export type WantedPicture = WantedCut | WantedCard;

export interface WantedCut {
  readonly source: RasterFile;
  readonly file: PictureFile;
}

export interface WantedCard {
  readonly card: SocialCard;
  readonly file: Pick<PictureFile, 'url'>;
}

/** The files that are made of the pictures of an edition, and its cards, by their paths in the output. Two sources of the same bytes have the same files. */
export function picturesOf(edition: Edition): ReadonlyMap<string, WantedPicture> {
  const { pictures, site } = edition;
  const wanted = new Map<string, WantedPicture>();
  for (const shown of pictures.values()) {
    for (const file of filesOfPicture(shown, site.pictures)) {
      wanted.set(outputPath(file.url), { source: shown.file, file });
    }
  }
  for (const [url, card] of cardsOf(edition)) wanted.set(outputPath(url), { card, file: { url } });
  return wanted;
}
