/** The part of an address that names one thing: `harbour-bridge-closes`. Made by {@link isSlug} only. */
export type Slug = string & { readonly brand: 'Slug' };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A name of a folder may have 255 bytes, and an address is read aloud. */
const LONGEST = 200;

/** Whether a text is a slug: lower-case a-z, digits and single hyphens between them, at most 200 of them. */
export function isSlug(text: string): text is Slug {
  return text.length <= LONGEST && SLUG.test(text);
}
