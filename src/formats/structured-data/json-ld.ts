import { asHtml, type Html } from '../../domain/html.ts';
import type { ImageObjectLeaf, NewsMediaOrganizationLeaf, QuantitativeValueLeaf } from 'schema-dts';
import { singlePicture } from '../../domain/media/printed-picture.ts';
import { isRasterFile, type PictureShape, searchShapesOf } from '../../domain/media/recipes.ts';
import { mediaUrl, type Picture } from '../../domain/media/files.ts';
import { absoluteUrl, hrefOf, type Site } from '../../domain/site/site.ts';

/** JSON as it can stand in a `script` element: nothing in it ends the element or begins a comment. */
export function jsonForScript(value: unknown): Html {
  const spelt = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return asHtml(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, spelt));
}

/** A value whose keys may be undefined: JSON leaves them out, and so it is what it says. */
export function defined<Shape extends object>(
  shape: {
    readonly [Key in keyof Shape]: Shape[Key] | undefined;
  },
): Shape {
  return shape as Shape;
}

/** A picture in one of the shapes that are published of it as structured data: schema.org `ImageObject`, with who made it. */
export function pictureData(
  { file, caption, credit, licence, focus }: Picture,
  shape: PictureShape,
  site: Site,
): ImageObjectLeaf {
  const { url, width, height } = singlePicture(file, shape, { focus, site });
  return defined<ImageObjectLeaf>({
    '@type': 'ImageObject',
    url: absoluteUrl(site, url),
    width: width === undefined ? undefined : pixels(width),
    height: height === undefined ? undefined : pixels(height),
    caption: caption?.text,
    creditText: credit,
    license: licence,
  });
}

/** The picture of a story as structured data: in the ratios that search engines ask for, or as it is where it is too small for these. */
export function leadPictureData(picture: Picture, site: Site): ImageObjectLeaf | readonly ImageObjectLeaf[] {
  const shapes = isRasterFile(picture.file) ? searchShapesOf(picture.file) : [];
  return shapes.length > 0
    ? shapes.map((shape) => pictureData(picture, shape, site))
    : pictureData(picture, 'whole', site);
}

/** The code of pixels (UN/CEFACT Recommendation 20). A number alone would be no length. */
const PIXEL = 'E37';

function pixels(value: number): QuantitativeValueLeaf {
  return { '@type': 'QuantitativeValue', value, unitCode: PIXEL };
}

/** The organisation that publishes the site as structured data: schema.org `NewsMediaOrganization`, with its policies. */
export function publisherData(site: Site): NewsMediaOrganizationLeaf {
  const { name, logo, contact, corrections, ethics, ownership } = site.publisher;
  const elsewhere = site.social.map(({ url }) => url).filter((url) => !url.startsWith('/'));
  const absolute = (url: string | undefined): string | undefined =>
    url?.startsWith('/') ? site.origin + hrefOf(site, url) : url;
  const contactUrl = absolute(contact);
  return defined<NewsMediaOrganizationLeaf>({
    '@type': 'NewsMediaOrganization',
    name,
    url: absoluteUrl(site, '/'),
    logo: logo === undefined ? undefined : { '@type': 'ImageObject', url: absoluteUrl(site, mediaUrl(logo)) },
    correctionsPolicy: absolute(corrections),
    ethicsPolicy: absolute(ethics),
    ownershipFundingInfo: absolute(ownership),
    contactPoint: contactUrl === undefined ? undefined : { '@type': 'ContactPoint', url: contactUrl },
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  });
}
