import type { Element, Root } from 'hast';
import { attribute, findAll, isElement, wordsIn } from '../../convert/elements.ts';
import { textOfHtml } from '../../convert/html-to-markdown.ts';
import { type PagePerson, readLinkedData } from './json-ld.ts';

/** What a page says of its article, beside the article: by structured data, else by Open Graph and its kin, else by elements. */
export interface PageFacts {
  /** Candidates for its title, the likeliest first. */
  readonly titles: readonly string[];
  readonly description?: string | undefined;
  /** All of its text, plain. */
  readonly body?: string | undefined;
  /** Whole, or a path. */
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly people: readonly PagePerson[];
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  readonly image?: PagePicture | undefined;
  readonly siteName?: string | undefined;
  /** Whether it says that it is an article, or that it is a list. */
  readonly saysIt: 'article' | 'list' | undefined;
  readonly hasBrokenData: boolean;
}

export interface PagePicture {
  readonly address: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export function factsOfPage(tree: Root): PageFacts {
  const elements = findAll(tree, () => true);
  const meta = metaOf(elements);
  const data = readLinkedData(scriptsOf(elements));
  const { article } = data;
  const siteName = meta.one('og:site_name');
  const html = elements.find(({ tagName }) => tagName === 'html');
  const title = elements.find(({ tagName }) => tagName === 'title');
  const image = article?.image ?? pictureOf(meta);
  return {
    titles: [
      article?.headline,
      meta.one('og:title', 'twitter:title', 'dc.title', 'parsely-title'),
      withoutSite(title, siteName),
    ]
      .filter((candidate) => candidate !== undefined)
      .map(textOfHtml)
      .filter((candidate) => candidate !== ''),
    description: plain(
      article?.description ?? meta.one('og:description', 'description', 'twitter:description', 'dc.description'),
    ),
    body: plain(article?.body),
    url: canonicalOf(elements) ?? meta.one('og:url') ?? savedFrom(tree) ?? article?.url,
    language:
      article?.language ??
      (html && attribute(html, 'lang')) ??
      meta.one('content-language', 'og:locale')?.replace('_', '-'),
    published:
      article?.published ??
      meta.one(...PUBLISHED) ??
      timeOf(elements, /datePublished|dateCreated|pubdate/, PUBLISHED_CLASS),
    modified:
      article?.modified ??
      meta.one(...MODIFIED) ??
      timeOf(elements, /dateModified/, /(?:^|[-_ ])(?:updated|modified)(?:$|[-_ ])/i),
    people: peopleOf(elements, meta, article?.authors ?? []),
    sections: unique([...(article?.sections ?? []), ...meta.all('article:section', 'parsely-section', 'section')]),
    topics: unique([
      ...(article?.keywords ?? []),
      // One each, by the protocol; some write a list without spaces.
      ...meta.all('article:tag').flatMap((words) => words.split(/,(?=\S)/)),
      ...meta.all('news_keywords', 'parsely-tags', 'keywords').flatMap((words) => words.split(/[,;，、،]/)),
    ]),
    image: image && {
      address: image.url,
      caption: plain(image.caption),
      credit: plain(image.credit),
      alt: meta.one('og:image:alt'),
    },
    siteName,
    saysIt: saysItIs(elements, meta, data),
    hasBrokenData: data.broken > 0 && !article,
  };
}

interface Meta {
  /** The first value of the first name that has one. */
  one(...names: readonly string[]): string | undefined;
  /** All values of these names. */
  all(...names: readonly string[]): readonly string[];
}

const PUBLISHED = [
  ...['article:published_time', 'og:article:published_time', 'article.published', 'parsely-pub-date', 'sailthru.date'],
  ...[
    'datepublished',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'dcterms.date',
    'date',
    'pubdate',
    'publish-date',
  ],
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'article.updated',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
];
const PUBLISHED_CLASS = /(?:^|[-_ ])(?:published|pubdate|entry-date|post-date|posted-on|date)(?:$|[-_ ])/i;

function metaOf(elements: readonly Element[]): Meta {
  const values = new Map<string, string[]>();
  for (const node of elements) {
    if (node.tagName !== 'meta') continue;
    const value = attribute(node, 'content')?.trim();
    if (value === undefined || value === '') continue;
    for (const key of ['property', 'name', 'itemProp', 'httpEquiv']) {
      const name = attribute(node, key)?.toLowerCase();
      if (name !== undefined) values.set(name, [...(values.get(name) ?? []).slice(0, 100), value]);
    }
  }
  return {
    one: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined),
    all: (...names) => names.flatMap((name) => values.get(name) ?? []),
  };
}

function scriptsOf(elements: readonly Element[]): string[] {
  return elements
    .filter(
      (node) => node.tagName === 'script' && /^application\/ld\+json\b/i.test(attribute(node, 'type')?.trim() ?? ''),
    )
    .map((node) => node.children.map((child) => (child.type === 'text' ? child.value : '')).join(''));
}

/** The title of a window, without the name of the site that stands behind it or before it. */
function withoutSite(title: Element | undefined, siteName: string | undefined): string | undefined {
  const words = title && wordsIn(title).replace(/\s+/g, ' ').trim();
  if (words === undefined || words === '') return undefined;
  const parts = words.split(/ [|–—\-·•»«:] /);
  const isSite = (part: string | undefined) => part?.trim().toLowerCase() === siteName?.trim().toLowerCase();
  const separator = / [|–—\-·•»«:] /.exec(words);
  if (parts.length > 1 && separator && isSite(parts[0]))
    return escaped(words.slice(separator.index + separator[0].length));
  const last = parts.at(-1) ?? '';
  const rest = words.slice(0, words.length - last.length).replace(/ [|–—\-·•»«:] $/, '');
  const isCut = parts.length > 1 && (isSite(last) || (siteName === undefined && last.length < rest.length));
  return escaped(isCut ? rest : words);
}

function canonicalOf(elements: readonly Element[]): string | undefined {
  const link = elements.find(
    (node) => node.tagName === 'link' && attribute(node, 'rel')?.toLowerCase() === 'canonical',
  );
  return link && (attribute(link, 'href')?.trim() || undefined);
}

/** `<!-- saved from url=(0042)https://… -->`: browsers write it into what they save. */
function savedFrom(tree: Root): string | undefined {
  const html = tree.children.find((node) => isElement(node, 'html'));
  const comments = [...tree.children, ...(html && 'children' in html ? html.children : [])];
  for (const node of comments) {
    const saved = node.type === 'comment' ? /^\s*saved from url=\(\d+\)(\S+)\s*$/.exec(node.value)?.[1] : undefined;
    if (saved !== undefined && /^https?:/i.test(saved)) return saved;
  }
  return undefined;
}

function timeOf(elements: readonly Element[], property: RegExp, className: RegExp): string | undefined {
  const times = elements.filter((node) => property.test(attribute(node, 'itemProp') ?? '') || node.tagName === 'time');
  const marked = times.filter(
    (node) =>
      property.test(attribute(node, 'itemProp') ?? '') ||
      'pubDate' in node.properties ||
      className.test(attribute(node, 'className') ?? ''),
  );
  // A page with one moment was published then.
  const [time] = marked.length > 0 ? marked : className === PUBLISHED_CLASS && times.length === 1 ? times : [];
  return time && (attribute(time, 'dateTime') ?? attribute(time, 'content') ?? wordsIn(time).trim());
}

const BYLINE = /(?:^|[-_ ])(?:author|byline|by-line|contributor)(?:[-_]?name)?(?:$|[-_ ])/i;

function peopleOf(elements: readonly Element[], meta: Meta, linked: readonly PagePerson[]): readonly PagePerson[] {
  const said = linked.map((person) => ({ ...person, name: textOfHtml(person.name) }));
  if (said.length > 0) return uniquePeople(said);
  const marked = elements
    .filter((node) => /(?:^| )author(?: |$)/.test(attribute(node, 'rel') ?? '') && node.tagName === 'a')
    .map((node) => ({ name: wordsIn(node), url: attribute(node, 'href') }));
  const named = meta
    .all('author', 'article:author_name', 'parsely-author', 'dc.creator', 'sailthru.author')
    .map((name) => ({ name }));
  const properties = elements
    .filter((node) => /\bauthor\b/.test(attribute(node, 'itemProp') ?? '') && node.tagName !== 'meta')
    .map((node) => ({ name: wordsIn(findAll(node, (inner) => attribute(inner, 'itemProp') === 'name')[0] ?? node) }));
  const lines = elements.filter(
    (node) => BYLINE.test(attribute(node, 'className') ?? '') && findAll(node, () => true).length < 6,
  );
  // The innermost has the name and nothing else.
  const bylines = lines
    .filter((node) => !lines.some((other) => findAll(node, (inner) => inner === other).length > 0))
    .slice(0, 1)
    .map((node) => ({ name: wordsWithoutTimes(node) }));
  const found = [properties, marked, named, bylines].map(uniquePeople).find((people) => people.length > 0);
  return found ?? [];
}

function wordsWithoutTimes(node: Element): string {
  return findAll(node, ({ tagName }) => tagName === 'time').reduce(
    (words, time) => words.replace(wordsIn(time), ''),
    wordsIn(node),
  );
}

/** Names are short, and are neither addresses of pages nor of mail. */
function uniquePeople(people: readonly PagePerson[]): PagePerson[] {
  const seen = new Set<string>();
  return people
    .map(({ name, ...person }) => ({
      ...person,
      name: name
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:by|von|por|par)\s+/i, ''),
    }))
    .filter(({ name }) => {
      const isName = name !== '' && name.length <= 100 && !/^https?:|@[^\s@]+\.[a-z]/i.test(name);
      const isNew = !seen.has(name.toLowerCase());
      seen.add(name.toLowerCase());
      return isName && isNew;
    });
}

function pictureOf(
  meta: Meta,
): { readonly url: string; readonly caption?: undefined; readonly credit?: undefined } | undefined {
  const url = meta.one('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src');
  return url === undefined ? undefined : { url };
}

function saysItIs(
  elements: readonly Element[],
  meta: Meta,
  data: ReturnType<typeof readLinkedData>,
): PageFacts['saysIt'] {
  const isArticle =
    data.article !== undefined ||
    /^article$/i.test(meta.one('og:type') ?? '') ||
    elements.some((node) => /\barticleBody\b/.test(attribute(node, 'itemProp') ?? ''));
  return isArticle ? 'article' : data.isList ? 'list' : undefined;
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textOfHtml(text) || undefined;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => textOfHtml(word)).filter((word) => word !== ''))];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
