/** The part of an address that names one thing: `harbour-bridge-closes`. Made by {@link isSlug} only. */
export type Slug = string & { readonly brand: 'Slug' };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text is a slug: lower-case a-z, digits and single hyphens between them. */
export function isSlug(text: string): text is Slug {
  return SLUG.test(text);
}
