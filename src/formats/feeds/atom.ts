import type { FeedEntry, FeedPerson, PartlyPrintedFeed } from './feed.ts';
import { MEDIA_NAMESPACE, printMedia } from './feed.ts';
import type { TextParts } from '../text-parts.ts';
import { attributeList, cdata, element, emptyElement, lines } from '../xml.ts';

/** Atom asks for a time of the last change, where there never was one too. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed in the Atom Syndication Format (RFC 4287), with Media RSS's picture and the full text. */
export function printAtom(feed: PartlyPrintedFeed): TextParts {
  const { title, home, self, hub, description, language, updated, entries, logo, publisher } = feed;
  const before = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${MEDIA_NAMESPACE}${attributeList({ 'xml:lang': language })}>
${lines(
  element('id', home),
  element('title', title),
  element('subtitle', description),
  element('updated', updated?.iso ?? NEVER),
  emptyElement('link', { rel: 'alternate', type: 'text/html', href: home }),
  emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: self }),
  hub === undefined ? '' : emptyElement('link', { rel: 'hub', href: hub }),
  printPerson('author', { name: publisher, url: undefined }),
  '<generator>Broadsheet</generator>',
  element('logo', logo),
)}
`;
  const printed = entries.flatMap((entry) => [entry instanceof Uint8Array ? entry : printAtomEntry(entry), '\n']);
  return [before, ...printed, '</feed>\n'];
}

/** A story as it is in such feeds. */
export function printAtomEntry(entry: FeedEntry): string {
  const { id, url, title, language, published, updated, authors, contributors, tags, summary, picture, content } =
    entry;
  return lines(
    `<entry${attributeList({ 'xml:lang': language })}>`,
    element('id', id),
    element('title', title),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('published', published.iso),
    element('updated', updated.iso),
    ...authors.map((person) => printPerson('author', person)),
    ...contributors.map((person) => printPerson('contributor', person)),
    ...tags.map((term) => emptyElement('category', { term })),
    element('summary', summary?.text),
    printMedia(picture),
    `<content type="html">${cdata(content)}</content>`,
    '</entry>',
  );
}

function printPerson(role: 'author' | 'contributor', { name, url }: FeedPerson): string {
  return `<${role}>${element('name', name)}${element('uri', url)}</${role}>`;
}
