import type { MediaFile } from '../domain/picture.ts';

/** Whether a picture is made of pixels: crawlers and social networks take no drawings. */
export function isRaster({ path }: Pick<MediaFile, 'path'>): boolean {
  return !/\.svg$/i.test(path);
}
