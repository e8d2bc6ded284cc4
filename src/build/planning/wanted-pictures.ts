import { outputPath } from '../../domain/addresses.ts';
import type { Edition } from '../../domain/edition.ts';
import type { PictureFile, RasterFile } from '../../domain/media/recipes.ts';
import { filesOfPicture } from '../../domain/media/shown-pictures.ts';

/** A file that is to be made of a picture. */
export interface WantedPicture {
  readonly source: RasterFile;
  readonly file: PictureFile;
}

/** The files that are made of the pictures of an edition, by their paths in the output. Two sources of the same bytes have the same files. */
export function picturesOf({ pictures, site }: Pick<Edition, 'pictures' | 'site'>): ReadonlyMap<string, WantedPicture> {
  const wanted = new Map<string, WantedPicture>();
  for (const shown of pictures.values()) {
    for (const file of filesOfPicture(shown, site.pictures)) {
      wanted.set(outputPath(file.url), { source: shown.file, file });
    }
  }
  return wanted;
}
