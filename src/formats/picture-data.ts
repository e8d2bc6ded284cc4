import type { ImageObjectLeaf, QuantitativeValueLeaf } from 'schema-dts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Picture } from '../domain/picture.ts';
import { absoluteUrl, type Site } from '../domain/site.ts';
import { defined } from './defined.ts';

/** A picture as structured data: schema.org `ImageObject`, with who made it. */
export function pictureData({ file, caption, credit, licence }: Picture, site: Site): ImageObjectLeaf {
  return defined<ImageObjectLeaf>({
    '@type': 'ImageObject',
    url: absoluteUrl(site, mediaUrl(file.path)),
    width: file.width === undefined ? undefined : pixels(file.width),
    height: file.height === undefined ? undefined : pixels(file.height),
    caption: caption?.text,
    creditText: credit,
    license: licence,
  });
}

/** The code of pixels (UN/CEFACT Recommendation 20). A number alone would be no length. */
const PIXEL = 'E37';

function pixels(value: number): QuantitativeValueLeaf {
  return { '@type': 'QuantitativeValue', value, unitCode: PIXEL };
}
