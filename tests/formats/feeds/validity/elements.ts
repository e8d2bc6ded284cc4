import { xmlDocumentOf } from '../../../newsroom/document-of.ts';

/** The names of the namespaces that feeds use, by their addresses. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://search.yahoo.com/mrss/': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'https://podcastindex.org/namespace/1.0': 'podcast',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** The root of a document of XML. Throws where that is not well-formed. */
export function rootOf(xml: string): Element {
  return xmlDocumentOf(xml).documentElement;
}

/** Its name with that of its namespace, whatever prefix the document gives it: `title`, `atom:link`. */
export function nameOf({ namespaceURI, localName }: Element | Attr): string {
  if (namespaceURI === null) return localName;
  return `${NAMESPACES[namespaceURI] ?? namespaceURI}:${localName}`;
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return [...element.children].filter((child) => nameOf(child) === name);
}

export function textsOf(element: Element, name: string): readonly string[] {
  return childrenOf(element, name).map(({ textContent }) => textContent);
}

/** How often an element may be there. */
export type Cardinality = 'one' | 'optional' | 'any';

/** How the children and attributes of an element differ from what a specification allows. */
export function shapeFaults(
  element: Element,
  allowed: { readonly children: Readonly<Record<string, Cardinality>>; readonly attributes?: readonly string[] },
): readonly string[] {
  const { children, attributes = [] } = allowed;
  const found = [...element.children].map(nameOf);
  const name = nameOf(element);
  return [
    ...[...new Set(found)].filter((child) => !(child in children)).map((child) => `${child} in ${name}`),
    ...Object.entries(children).flatMap(([child, cardinality]) => {
      const count = found.filter((other) => other === child).length;
      const isRight = cardinality === 'any' || count === 1 || (cardinality === 'optional' && count === 0);
      return isRight ? [] : `${count} ${child} in ${name}`;
    }),
    ...[...element.attributes]
      .filter(({ prefix, localName }) => prefix !== 'xmlns' && localName !== 'xmlns')
      .map(nameOf)
      .filter((attribute) => attribute !== 'xml:lang' && !attributes.includes(attribute))
      .map((attribute) => `${attribute} of ${name}`),
  ];
}
