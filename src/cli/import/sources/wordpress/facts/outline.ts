import type { Entry, ImportNote, Outline } from '../../../archive.ts';
import { lineOfHtml } from '../../../convert/html-to-markdown.ts';
import { addressesOf, webAddress } from './addresses.ts';
import { datesOf } from './dates.ts';
import { idOf, metaOf, textOf, type WxrItem, wordsOf } from '../wxr/records.ts';
import { standingOf } from './post-types.ts';
import { isShortcode } from '../text/is-shortcode.ts';
import { replaceShortcodes } from '../text/shortcodes.ts';
import type { People } from './people.ts';
import { type Terms, topicsOf } from './terms.ts';

/** What an item's outline is made with beside the item. */
export interface OutlineFacts {
  readonly terms: Terms;
  readonly people: People;
  /** The address of the site, with `/` at its end. */
  readonly base: string | undefined;
  /** BCP 47. */
  readonly language: string | undefined;
}

/** What is known of an entry but its picture and its text. */
export type EntryFacts = Omit<Entry, 'text' | 'image' | 'translations'>;

/** The key of an item, if it has a number: without one nobody knows it again. */
export function keyOf(item: WxrItem): string | undefined {
  const id = idOf(textOf(item.fields, 'wp:post_id'));
  return id === undefined ? undefined : `post ${id}`;
}

/** An item as a story or a page, without its text. */
export function outlineOf(
  item: WxrItem,
  key: string,
  kind: Outline['kind'],
  { terms, people, base, language }: OutlineFacts,
): Outline {
  const primary = metaOf(item, '_yoast_wpseo_primary_category') || metaOf(item, 'rank_math_primary_category');
  const { slug, url, otherUrls } = addressesOf(item, base);
  const credits = kind === 'page' ? [] : people.creditsOf(item);
  return {
    key,
    place: key.replace('post', kind === 'page' ? 'page' : 'post'),
    kind,
    title: wordsOf(textOf(item.fields, 'title')),
    slug,
    date: datesOf(item).date,
    url,
    otherUrls,
    status: standingOf(item).status,
    language: isOther(languageOf(item), language) ? languageOf(item) : undefined,
    categories: terms.categoriesOf(item.terms, idOf(primary)),
    contributors: credits.flatMap(({ contributor }) => ('key' in contributor ? [contributor.key] : [])),
    topics: topicsOf(item.terms),
  };
}

/** An item as an entry, without its picture and its text. */
export function entryFactsOf(item: WxrItem, outline: Outline): EntryFacts {
  const title = textOf(item.fields, 'title');
  return {
    ...outline,
    ...(/<(?:em|i|strong|b|cite|code|su[bp])\b/i.test(title) ? { headline: lineOfHtml(title) } : {}),
    dek: dekOf(item),
    updated: datesOf(item).updated,
    credits: outline.contributors.map((key) => ({ contributor: { key } })),
    keys: keysOf(item, outline),
  };
}

/** The common name of the versions of one story in several languages: a term of the plugin Polylang's, a number of WPML's, or the key of the original. */
export function translationGroupOf(item: WxrItem): string | undefined {
  const ofPolylang = item.terms.find(({ domain }) => domain === 'post_translations')?.nicename;
  if (ofPolylang) return `polylang ${ofPolylang}`;
  const ofWpml = metaOf(item, '_wpml_import_translation_group');
  return ofWpml === '' ? originalOf(item) : `wpml ${ofWpml}`;
}

/** The key of the story that an item was made from for another language, by WPML. */
export function originalOf(item: WxrItem): string | undefined {
  const id = idOf(metaOf(item, '_icl_lang_duplicate_of'));
  return id === undefined ? undefined : `post ${id}`;
}

/** What an editor should know of an item itself. */
export function notesOf(item: WxrItem): readonly ImportNote[] {
  const { why } = standingOf(item);
  const notes: ImportNote[] = [];
  if (why === 'password')
    notes.push({
      kind: 'look',
      what: 'stories behind a password',
      advice: 'they are drafts, for there is nothing that would ask for it; publish those that everybody may read',
    });
  if (why === 'private')
    notes.push({
      kind: 'look',
      what: 'private stories',
      advice: 'they are drafts; publish those that everybody may read',
    });
  if (!item.isWhole)
    notes.push({ kind: 'lost', what: 'the end of a story at which the export breaks off', advice: 'export it again' });
  return notes;
}

/** Whether a language is another than the site's: `de` is that of a site in `de-AT`. */
function isOther(language: string | undefined, site = ''): boolean {
  const [one, other] = [language ?? site, site].map((code) => `${code.toLowerCase()}-`);
  return !(one?.startsWith(other ?? '') || other?.startsWith(one ?? ''));
}

/** The language that Polylang or WPML says, where it is a code. */
export function languageOf(item: WxrItem): string | undefined {
  const named = item.terms.find(({ domain }) => domain === 'language')?.nicename;
  const written = named || metaOf(item, '_wpml_import_language_code') || languageInAddress(item);
  const code = written?.replaceAll('_', '-');
  try {
    return code === undefined || code === '' ? undefined : Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

/** Of an export that says which story was made from which and no languages, what WPML puts into addresses: `/de/bridge/`, `?lang=de`. */
function languageInAddress(item: WxrItem): string | undefined {
  const link = originalOf(item) === undefined ? undefined : webAddress(textOf(item.fields, 'link'));
  if (link === undefined) return undefined;
  const { pathname, searchParams } = new URL(link);
  return searchParams.get('lang') ?? /^(?:\/[^/]+)*?\/([a-z]{2}(?:-[a-z]{2,4})?)\//.exec(pathname)?.[1];
}

/** The excerpt that somebody wrote, otherwise what they wrote for search engines, unless that is a pattern of a plugin's. */
function dekOf(item: WxrItem): string | undefined {
  const written = textOf(item.fields, 'excerpt:encoded');
  const excerpt = wordsOf(
    replaceShortcodes(
      written,
      (found) => isShortcode(found, () => false),
      ({ inner }) => inner ?? '',
    ),
  );
  if (excerpt !== '') return excerpt;
  const descriptions = [metaOf(item, '_yoast_wpseo_metadesc'), metaOf(item, 'rank_math_description')];
  const description = descriptions.find((text) => text !== '' && !/%%?\w+%/.test(text));
  return (description && wordsOf(description)) || undefined;
}

function keysOf(item: WxrItem, { url }: Outline): Readonly<Record<string, unknown>> {
  const said = metaOf(item, '_yoast_wpseo_canonical') || metaOf(item, 'rank_math_canonical_url');
  const canonical = webAddress(said);
  const isHidden =
    metaOf(item, '_yoast_wpseo_meta-robots-noindex') === '1' || metaOf(item, 'rank_math_robots').includes('"noindex"');
  const series = item.terms.find(({ domain }) => domain === 'series')?.nicename ?? '';
  return {
    ...(canonical !== undefined && canonical !== url ? { canonical } : {}),
    ...(isHidden ? { noindex: true } : {}),
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(series) ? { series } : {}),
  };
}
