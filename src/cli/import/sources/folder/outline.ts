import { posix } from 'node:path';
import { textOfHtml } from '../../convert/html-to-markdown.ts';
import type { Category, Outline } from '../../archive.ts';
import type { Contributors } from './contributors.ts';
import type { Manuscript } from './manuscript.ts';
import type { Place, Publication } from './system.ts';
import { categoryOf, exactUrl } from './systems/paths.ts';

interface OutlineTools {
  readonly publication: Publication;
  readonly contributors: Contributors;
}

/** What an archive tells of a text before it is read. */
export function outlineOf(
  { path, facts, title }: Manuscript,
  place: Place,
  { publication, contributors }: OutlineTools,
): Outline {
  const date = facts.date ?? place.date;
  const categories = categoriesOf([...facts.categories.map((name) => categoryOf(name)), ...(place.categories ?? [])]);
  const otherUrls = facts.aliases.map((alias) => aliasUrl(alias, place.url, publication));
  return {
    key: path,
    place: path,
    kind: place.kind,
    title: plainText(title),
    ...(place.slug === undefined ? {} : { slug: place.slug }),
    ...(date === undefined ? {} : { date }),
    ...(place.url === undefined ? {} : { url: place.url }),
    ...(otherUrls.length === 0 ? {} : { otherUrls }),
    status: place.status ?? (facts.isDraft || isOver(facts.expires) ? 'draft' : 'published'),
    ...(isOther(place.language, publication.site.language) ? { language: place.language } : {}),
    categories,
    contributors: facts.people.flatMap(({ name }) => contributors.keyOf(name) ?? []),
    topics: [...(place.topics ?? facts.topics)],
  };
}

/** Whether a text is in another language than its site; `de` is that of a site in `de-AT`. */
function isOther(language: string | undefined, main = ''): language is string {
  return language !== undefined && language !== main && !main.toLowerCase().startsWith(`${language.toLowerCase()}-`);
}

/** Words without HTML; only where there is some. */
export function plainText(text: string): string {
  const words = /&(?:#\d+|#x[\da-f]+|[a-z]+);|<\/?[a-z][^<>]*>/i.test(text) ? textOfHtml(text) : text;
  return words.replace(/\s+/g, ' ').trim();
}

/** Whether a moment is past, after which the old site showed a text no more. */
export function isOver(expires: string | undefined): boolean {
  return expires !== undefined && new Date(expires.replace(' ', 'T')).getTime() < Date.now();
}

function categoriesOf(all: readonly Category[]): readonly Category[] {
  const byId = new Map<string, Category>();
  for (const category of all) if (!byId.has(category.id)) byId.set(category.id, category);
  return [...byId.values()];
}

/** Another address: from the root of the site, or beside that of the text. */
function aliasUrl(alias: string, url: string | undefined, { base, aliasesFrom }: Publication): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(alias)) return alias;
  if (alias.startsWith('/')) return exactUrl(base !== '' && alias.startsWith(`${base}/`) ? '' : base, alias);
  return url === undefined || aliasesFrom === 'root'
    ? exactUrl(base, alias)
    : posix.join(posix.dirname(url.replace(/\/$/, '')), alias);
}
