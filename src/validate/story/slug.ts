import { withoutInvisible } from '../../domain/invisible.ts';
import { isSlug, type Slug } from '../../domain/addresses.ts';
import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';
import slugify from '@sindresorhus/slugify';

/** Reads `slug`, or makes one of the file's name where a story has none. */
export function readSlug(value: string | undefined, path: string, reader: Reader): Slug {
  if (value !== undefined) {
    if (isSlug(value)) return value;
    reader.note(
      'slug-invalid',
      valueAt('slug'),
      `Unexpected slug ${quote(value)}, expected a-z, 0-9 and single hyphens, at most 200 of them`,
      'write lower-case words joined by hyphens: `harbour-bridge-closes`',
    );
  }
  const slug = slugFromPath(path);
  if (slug) return slug;
  if (value === undefined) {
    reader.note(
      'slug-missing',
      WHOLE_FILE,
      `Unexpected file name ${quote(path.split('/').at(-1))}, expected one of Latin letters or a \`slug\``,
      'add `slug: some-words` to the front matter; the address of the story is made of it',
    );
  }
  // Never published: it keeps two such files apart until they have a slug.
  return `untitled-${[...path].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)}` as Slug;
}

/** The slug of a file without a slug of its own: its name, without extension and without a date before it. */
export function slugFromPath(path: string): Slug | undefined {
  const name = path.split('/').at(-1)?.replace(/\.md$/i, '') ?? '';
  return slugFrom(name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ''));
}

const LONGEST = 120;

/**
 * The slug that a text makes: `Harbour bridge closes` → `harbour-bridge-closes`. `undefined` where a word of it has no
 * Latin letters to be written with, so that the slug would say something else (`新闻 2026` is not `2026`).
 */
export function slugFrom(text: string): Slug | undefined {
  if (isSlug(text)) return text;
  const visible = withoutInvisible(text);
  const words = visible.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => /[^\p{ASCII}]/u.test(word) && !/[a-z]/.test(slugify(word)))) return undefined;
  const slug = shorten(slugify(visible, { decamelize: false }));
  return isSlug(slug) ? slug : undefined;
}

/** A slug of whole words that is not too long for an address. */
function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const start = slug.slice(0, LONGEST);
  return start.includes('-') ? start.slice(0, start.lastIndexOf('-')) : start;
}
