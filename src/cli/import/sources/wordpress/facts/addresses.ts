import { idOf, textOf, type WxrItem } from '../wxr/records.ts';

/** Addresses of an item on the old site. */
export interface ItemAddresses {
  /** Not percent-encoded. */
  readonly slug: string | undefined;
  readonly url: string | undefined;
  readonly otherUrls: readonly string[];
}

/**
 * Where readers found an item: its permalink, and what else WordPress answers with it: `?p=` and its number, its former slugs and days, and the parts
 * that `<!--nextpage-->` cuts its text into.
 *
 * @param base The address of the site, with `/` at its end; `undefined` where the export does not say it.
 */
export function addressesOf(item: WxrItem, base: string | undefined): ItemAddresses {
  const { fields } = item;
  const link = webAddress(textOf(fields, 'link'));
  const id = idOf(textOf(fields, 'wp:post_id'));
  const type = textOf(fields, 'wp:post_type');
  const isPretty = link !== undefined && !/[?&](?:p|page_id|preview)=/.test(link);
  // Until it is published, a story has no other address than by its number.
  const isPublished = ['publish', ''].includes(textOf(fields, 'wp:status'));
  const numbered = id === undefined ? [] : [`?p=${id}`, ...(type === 'page' ? [`?page_id=${id}`] : [])];
  const others = [
    ...numbered.map((query) => `${base ?? '/'}${query}`),
    ...guidsOf(fields.get('guid'), id),
    ...(isPretty ? formerLinks(item, link) : []),
    ...(link === undefined ? [] : linksOfParts(textOf(fields, 'content:encoded'), link)),
  ];
  const url = isPublished || isPretty ? link : undefined;
  const name = decodePercents(textOf(fields, 'wp:post_name'));
  return {
    slug: name === '' ? undefined : name,
    url,
    otherUrls: [...new Set(others)].filter((other) => other !== url),
  };
}

/** An address on the web, or nothing. */
export function webAddress(written: string): string | undefined {
  return /^https?:\/\//i.test(written) && URL.canParse(written) ? written : undefined;
}

/** Decodes `%d8%a7`; a name that WordPress has cut within a sign loses what is left of that. */
export function decodePercents(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8').replaceAll('\ufffd', ''),
    )
    .replace(/%[0-9a-f]?$/i, '');
}

/** The item's number at the host where it was written, which may be an older one. Other identifiers are no addresses. */
function guidsOf(guid: string | undefined, id: string | undefined): readonly string[] {
  const address = webAddress(guid?.trim() ?? '');
  if (address === undefined || id === undefined) return [];
  const query = new URL(address).searchParams;
  return query.get('p') === id || query.get('page_id') === id ? [address] : [];
}

/** The permalink as it was before the slug or the day was changed. */
function formerLinks(item: WxrItem, link: string): readonly string[] {
  const slug = decodePercents(textOf(item.fields, 'wp:post_name')).toLowerCase();
  const parts = link.split('/');
  // `/2019/bridge/`, `/2019/bridge.html`
  const at = parts.findLastIndex((part) => slug !== '' && nameOf(part) === slug);
  const ending = /\.[a-z]{2,5}$/.exec(parts[at] ?? '')?.[0] ?? '';
  const ofSlugs = (item.meta.get('_wp_old_slug') ?? [])
    .filter((old) => at > 2 && /^[^/?#\s]+$/.test(old))
    .map((old) => parts.with(at, `${old}${ending}`).join('/'));
  const ofDays = (item.meta.get('_wp_old_date') ?? []).flatMap((old) =>
    withDay(parts, textOf(item.fields, 'wp:post_date'), old),
  );
  return [...ofSlugs, ...ofDays];
}

function nameOf(part: string): string {
  return decodePercents(part)
    .toLowerCase()
    .replace(/\.[a-z]{2,5}$/, '');
}

/** A permalink that has its day in it, with another day. */
function withDay(parts: readonly string[], now: string, old: string): readonly string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(old)) return [];
  const [year = '', month = '', day = ''] = now.slice(0, 10).split('-');
  const [oldYear = '', oldMonth = '', oldDay = ''] = old.split('-');
  const at = parts.findIndex((part, index) => part === year && parts[index + 1] === month);
  if (at < 3) return [];
  const dated = parts.with(at, oldYear).with(at + 1, oldMonth);
  return [(parts[at + 2] === day ? dated.with(at + 2, oldDay) : dated).join('/')];
}

/** A text of several pages has an address for each but the first. */
function linksOfParts(content: string, link: string): readonly string[] {
  const parts = Math.min(100, content.split('<!--nextpage-->').length);
  const address = (part: number): string =>
    link.includes('?') ? `${link}&page=${part}` : `${link.replace(/\/?$/, '/')}${part}${link.endsWith('/') ? '/' : ''}`;
  return Array.from({ length: parts - 1 }, (_, index) => address(index + 2));
}
