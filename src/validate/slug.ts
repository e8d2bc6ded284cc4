import slugify from '@sindresorhus/slugify';
import { isSlug, type Slug } from '../domain/slug.ts';

const LONGEST = 120;

/**
 * The slug that a text makes: `Harbour bridge closes` → `harbour-bridge-closes`. `undefined` where a word of it has no
 * Latin letters to be written with, so that the slug would say something else (`新闻 2026` is not `2026`).
 */
export function slugFrom(text: string): Slug | undefined {
  if (isSlug(text)) return text;
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => /[^\p{ASCII}]/u.test(word) && !/[a-z]/.test(slugify(word)))) return undefined;
  const slug = shorten(slugify(text, { decamelize: false }));
  return isSlug(slug) ? slug : undefined;
}

/** A slug of whole words that is not too long for an address. */
function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const start = slug.slice(0, LONGEST);
  return start.includes('-') ? start.slice(0, start.lastIndexOf('-')) : start;
}
