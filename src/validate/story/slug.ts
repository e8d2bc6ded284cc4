import { withoutInvisible } from '../../domain/invisible.ts';
import { inLatin, isSlug, isStorySlug, readPath, type Slug, type UrlPath } from '../../domain/addresses.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { ARTICLES } from '../../domain/content/content-kinds.ts';
import { fileName } from '../../domain/content/source.ts';
import { hintForImpossible } from '../../diagnostics/address-faults.ts';
import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { PUT_INTO_PUBLIC, quote } from '../../diagnostics/wording.ts';
import type { Reader } from '../reader.ts';

/** Reads `slug`, or makes one of the file's name where a story has none. */
export function readSlug(value: string | undefined, path: string, reader: Reader): Slug {
  if (value !== undefined) {
    if (isStorySlug(value)) return value;
    const meant = slugFrom(value);
    reader.note(
      'slug-invalid',
      valueAt('slug'),
      `Unexpected slug ${quote(value)}, expected A-Z, a-z, 0-9, \`-\`, \`_\` and \`.\`, at most 200 of them`,
      `write words joined by hyphens: \`${meant ?? 'harbour-bridge-closes'}\``,
    );
  }
  const slug = slugFromPath(path);
  if (slug) return slug;
  if (value === undefined) {
    reader.note(
      'slug-missing',
      WHOLE_FILE,
      `Unexpected ${describeName(path)}, expected one of Latin letters or a \`slug\``,
      'add `slug: some-words` to the front matter; the address of the story is made of it',
    );
  }
  // Never published: it keeps two such files apart until they have a slug.
  return `untitled-${standInNumber(path, 2 ** 32)}` as Slug;
}

/** A number below `most` that is another for nearly every file, where one is needed that nobody ever sees. */
export function standInNumber(path: string, most: number): number {
  return [...path].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7) % most;
}

/** Reads `permalink`, the address of one story: a folder, with or without `/` at its end, or a file of HTML. */
export function readStoryPermalink(value: string | undefined, reader: Reader): UrlPath | undefined {
  if (value === undefined) return undefined;
  const written = value.trim();
  const note = (expected: string, hint: string): undefined => {
    reader.note(
      'permalink-invalid',
      valueAt('permalink'),
      `Unexpected address ${quote(value)}, expected ${expected}`,
      hint,
    );
  };
  const address = readAddress(encodeSpaces(written));
  const isPath = address.kind === 'path' || (address.kind === 'fault' && address.fault.kind === 'dots');
  if (!isPath || !/^\/[^?#]+$/.test(written)) {
    const [meant = ''] = /^[^?#]*/.exec(`/${written.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/^\/+/, '')}`) ?? [];
    const otherwise = 'write the path after the host, beginning with `/`, without `?` and `#`';
    const hint = meant === '/' || meant === written ? otherwise : `write ${quote(meant)}`;
    return note('one like `/2014/10/old-name.html` or `/2014/10/old-name/`', hint);
  }
  if (/(?:^|\/):[a-z]|[{}]/i.test(written)) {
    return note('the address itself, and no pattern', 'write it as readers are to see it: `/2014/10/old-name/`');
  }
  const read = readPath(written);
  if (read.kind === 'impossible') return note(`one without ${quote(read.part)}`, hintForImpossible(written, read.part));
  const obeyed = nameForHosts(read.path);
  if (obeyed !== undefined) return note(`one without ${quote(obeyed)}, a name that hosts obey`, PUT_INTO_PUBLIC);
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z][a-z0-9]{1,4})?$/is.exec(read.path) ?? [];
  if (ending === '') return (read.path.endsWith('/') ? read.path : `${read.path}/`) as UrlPath;
  if (/^\.html?$/i.test(ending)) return read.path.replace(/\/index\.html$/, '/') as UrlPath;
  const hint = `write \`${stem}.html\`, and put the old address into \`aliases\``;
  return note('one that ends with `/` or `.html`, which hosts send as a page', hint);
}

/**
 * The slug of a file without a slug of its own: its name, without extension and without a date before it. `index.md` takes the name of
 * the folder that it has for itself and its pictures.
 */
export function slugFromPath(path: string): Slug | undefined {
  return slugFrom(nameOf(path).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, ''));
}

/** The name that the slug would be made of, as it stands on disk. */
function describeName(path: string): string {
  const name = nameOf(path);
  return fileName(path).startsWith(name) ? `file name ${quote(fileName(path))}` : `folder name ${quote(name)}`;
}

function nameOf(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  const name = file.replace(/\.md$/i, '');
  const isBundle = /^index$/i.test(name) && folder !== undefined && path.slice(0, -file.length) !== ARTICLES.folder;
  return isBundle ? folder : name;
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
  if (words.some((word) => /[^\p{ASCII}]/u.test(word) && !/[a-z]/.test(inLatin(word)))) return undefined;
  const slug = shorten(inLatin(visible));
  return isSlug(slug) ? slug : undefined;
}

/** A slug of whole words that is not too long for an address. */
function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const start = slug.slice(0, LONGEST);
  return start.includes('-') ? start.slice(0, start.lastIndexOf('-')) : start;
}
