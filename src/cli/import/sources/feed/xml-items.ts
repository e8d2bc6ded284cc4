import type { ImportNote } from '../../archive.ts';
import { textOfHtml } from '../../convert/html-to-markdown.ts';
import {
  type FeedCategory,
  type FeedHead,
  type FeedItem,
  type FeedMedium,
  type FeedPerson,
  type FeedText,
  mediumKind,
  personOf,
  uniqueBy,
  wholeAddress,
} from './feed-item.ts';
import { titleHtml } from './feed-texts.ts';
import type { FeedNode } from './read-xml-feed.ts';

/** What the head of an RSS, RDF or Atom feed says. */
export function headOf(node: FeedNode): FeedHead {
  const words = (...names: string[]) => lineOf(construct(first(node, names)));
  return {
    title: words('title', 'atom:title', 'dc:title'),
    description: words('description', 'atom:subtitle', 'atom:tagline', 'dc:description'),
    url: wholeAddress(textsOf(node, ['link'])[0], node.base) ?? alternates(node)[0],
    self: linksOf(node, 'self')[0],
    language: textsOf(node, ['language', 'dc:language'])[0] ?? node.language,
    authors: namedPeople(node, ['atom:author', 'dc:creator', 'itunes:author']),
  };
}

function lineOf(text: FeedText | undefined): string | undefined {
  return text && (textOfHtml(titleHtml(text)) || undefined);
}

/** An `<item>` or `<entry>` in the shape that all formats share. */
export function itemOf(node: FeedNode, head: FeedHead | undefined): FeedItem {
  const notes: ImportNote[] = [];
  const base = node.base ?? head?.url;
  const permalink = guidAddress(node);
  const links = [
    ...textsOf(node, ['feedburner:origlink', 'link']).map((link) => wholeAddress(link, base)),
    ...alternates(node),
    permalink,
  ].filter((link) => link !== undefined);
  const otherUrls = [...links.slice(1), guidElsewhere(node, links[0])].filter((link) => link !== undefined);
  const summary = first(node, ['description', 'atom:summary', 'dc:description', 'itunes:summary']);
  const content = contentOf(node, notes);
  return {
    line: node.line,
    id: textsOf(node, ['guid', 'atom:id', 'dc:identifier']).find((id) => id !== '') ?? node.attributes.get('rdf:about'),
    url: links[0],
    otherUrls: [...new Set(otherUrls)].filter((link) => link !== links[0]),
    title: construct(first(node, ['title', 'atom:title', 'dc:title', 'media:title'])),
    summary: construct(summary),
    content: content && construct(content),
    base: (content ?? summary)?.base ?? links[0] ?? base,
    date: textsOf(node, [
      'pubdate',
      'atom:published',
      'atom:issued',
      'dcterms:issued',
      'dc:date',
      'dcterms:created',
    ])[0],
    updated: textsOf(node, ['atom:updated', 'atom:modified', 'dcterms:modified'])[0],
    language: textsOf(node, ['dc:language'])[0] ?? node.language,
    isDraft: node.children.some((child) => child.name === 'app:control' && textsOf(child, ['app:draft'])[0] === 'yes'),
    kind: kindOf(node),
    authors: namedPeople(node, ['dc:creator', 'author', 'atom:author', 'itunes:author']),
    categories: categoriesOf(node),
    media: uniqueBy(mediaOf(node, base), ({ url }) => url),
    notes,
  };
}

function first(node: FeedNode, names: readonly string[]): FeedNode | undefined {
  const all = names.flatMap((name) => node.children.filter((child) => child.name === name));
  return all.find((child) => child.text.trim() !== '') ?? undefined;
}

function textsOf(node: FeedNode, names: readonly string[]): string[] {
  return names
    .flatMap((name) => node.children.filter((child) => child.name === name))
    .map((child) => child.text.trim());
}

function alternates(node: FeedNode): string[] {
  return linksOf(node, 'alternate');
}

function linksOf(node: FeedNode, relation: 'alternate' | 'self'): string[] {
  return node.children
    .filter(({ name, attributes }) => name === 'atom:link' && (attributes.get('rel') ?? 'alternate') === relation)
    .map(({ attributes, base }) => wholeAddress(attributes.get('href'), base ?? node.base))
    .filter((link) => link !== undefined);
}

/** A `guid` is the address of its item, unless it says that it is not. */
function guidAddress(node: FeedNode): string | undefined {
  const guid = node.children.find(({ name }) => name === 'guid');
  const isPermalink = guid?.attributes.get('ispermalink')?.toLowerCase() !== 'false';
  return guid && isPermalink ? wholeAddress(guid.text, undefined) : undefined;
}

/** What is said not to be the address of its item is an older one all the same where it is on the host of the item: `/?p=31` of WordPress. */
function guidElsewhere(node: FeedNode, url: string | undefined): string | undefined {
  const address = wholeAddress(node.children.find(({ name }) => name === 'guid')?.text, undefined);
  return address !== undefined && url !== undefined && new URL(address).host === new URL(url).host
    ? address
    : undefined;
}

const HTML_TYPES = /^(?:html|xhtml|text\/html|application\/xhtml\+xml)$/i;

/** The full text, where there is one beside the summary. */
function contentOf(node: FeedNode, notes: ImportNote[]): FeedNode | undefined {
  for (const content of node.children.filter(({ name }) => name === 'atom:content')) {
    const source = content.attributes.get('src');
    const type = content.attributes.get('type') ?? 'text';
    if (source !== undefined) notes.push(elsewhere(source));
    else if (!HTML_TYPES.test(type) && !/^text(?:\/|$)/i.test(type)) notes.push(unknownType(type));
    else if (content.text.trim() !== '') return content;
  }
  return first(node, ['content:encoded', 'xhtml:body', 'xhtml:div']);
}

function elsewhere(detail: string): ImportNote {
  return {
    kind: 'lost',
    what: 'text that the feed only has the address of',
    advice: 'copy the text from there',
    detail,
  };
}

function unknownType(detail: string): ImportNote {
  return { kind: 'lost', what: 'content that is no text', advice: 'look at the page for what it was', detail };
}

function construct(node: FeedNode | undefined): FeedText | undefined {
  if (!node) return undefined;
  if (node.isMarkup) return { type: 'html', value: node.text };
  if (!node.name.startsWith('atom:')) {
    const isHtml = node.name === 'content:encoded' || node.attributes.get('type') === 'html';
    return { type: isHtml ? 'html' : 'guess', value: node.text };
  }
  const type = node.attributes.get('type') ?? 'text';
  // Atom 0.3 says by `mode` that there are tags.
  const isHtml = HTML_TYPES.test(type) || node.attributes.get('mode') === 'escaped';
  return { type: isHtml ? 'html' : 'text', value: node.text };
}

function namedPeople(node: FeedNode, names: readonly string[]): FeedPerson[] {
  for (const name of names) {
    const people = node.children
      .filter((child) => child.name === name)
      .map((child) => {
        const url = textsOf(child, ['atom:uri', 'atom:url'])[0];
        return personOf(textsOf(child, ['atom:name'])[0] ?? child.text, wholeAddress(url, child.base ?? node.base));
      })
      .filter((person) => person !== undefined);
    if (people.length > 0) return people;
  }
  return [];
}

/** The scheme by which Blogger says what an entry is. */
const KIND_SCHEME = 'http://schemas.google.com/g/2005#kind';

function kindOf(node: FeedNode): FeedItem['kind'] {
  const kind = node.children.find(
    ({ name, attributes }) => name === 'atom:category' && attributes.get('scheme') === KIND_SCHEME,
  );
  const term = kind?.attributes.get('term');
  if (term === undefined || term.endsWith('#post')) return 'story';
  return term.endsWith('#page') ? 'page' : 'none';
}

function categoriesOf(node: FeedNode): FeedCategory[] {
  return node.children
    .filter(
      ({ name, attributes }) =>
        /^(?:atom:category|category|dc:subject)$/.test(name) && attributes.get('scheme') !== KIND_SCHEME,
    )
    .map(({ text, attributes }) => {
      const term = attributes.get('term')?.trim();
      const label = attributes.get('label')?.trim() ?? '';
      return label === '' ? { title: term ?? text.trim() } : { id: term, title: label };
    })
    .filter(({ title }) => title !== '');
}

function mediaOf(node: FeedNode, base: string | undefined): FeedMedium[] {
  return node.children.flatMap((child): FeedMedium[] => {
    if (child.name === 'media:group') return formsOfOne(mediaOf(child, base));
    const { attributes } = child;
    const isLink = child.name === 'atom:link' && attributes.get('rel') === 'enclosure';
    const address = attributes.get(isLink || child.name === 'itunes:image' ? 'href' : 'url');
    const url = wholeAddress(address, child.base ?? base);
    if (url === undefined) return [];
    if (isLink || child.name === 'enclosure') {
      return [{ kind: mediumKind(attributes.get('type'), url), url, title: attributes.get('title') }];
    }
    if (child.name === 'itunes:image') return [{ kind: 'image', url }];
    if (child.name === 'media:thumbnail') return [{ kind: 'image', url, width: widthOf(child), isThumbnail: true }];
    return child.name === 'media:content' ? [mediaContent(child, node, url)] : [];
  });
}

/** A group has one thing in several forms: of pictures the widest is taken, of recordings the first. */
function formsOfOne(forms: readonly FeedMedium[]): FeedMedium[] {
  const pictures = forms.filter(({ kind, isThumbnail }) => kind === 'image' && !isThumbnail);
  const thumbnails = forms.filter(({ isThumbnail }) => isThumbnail);
  return [
    (pictures.length > 0 ? pictures : thumbnails).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0],
    ...(['audio', 'video', 'file'] as const).map((kind) => forms.find((form) => form.kind === kind)),
  ].filter((form) => form !== undefined);
}

function mediaContent(child: FeedNode, around: FeedNode, url: string): FeedMedium {
  const own = (name: string) =>
    textsOf(child, [name])[0] ?? (around.name === 'media:group' ? textsOf(around, [name])[0] : undefined);
  return {
    kind: mediumKind(child.attributes.get('type') ?? child.attributes.get('medium'), url),
    url,
    title: own('media:title'),
    caption: own('media:description'),
    credit: own('media:credit') ?? own('media:copyright'),
    width: widthOf(child),
  };
}

function widthOf({ attributes }: FeedNode): number | undefined {
  const width = Number(attributes.get('width') ?? Number.NaN);
  return Number.isFinite(width) ? width : undefined;
}
