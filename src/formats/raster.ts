/** Whether a file is a picture made of pixels, by its name: crawlers and social networks take no drawings. */
export function isRaster({ path }: { readonly path: string }): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
}
