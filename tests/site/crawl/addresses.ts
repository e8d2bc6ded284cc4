import { xmlDocumentOf } from '../../newsroom/document-of.ts';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

/** An address that a file of the output holds. */
export interface Address {
  /** What it stands in: `a href`, `meta og:image`, `loc`. */
  readonly kind: string;
  readonly written: string;
  /** Whether what follows `#` names a part of the page. In structured data it may be a mere name. */
  readonly hasParts: boolean;
}

type Node = DefaultTreeAdapterTypes.Node;
type ParsedElement = DefaultTreeAdapterTypes.Element;

/** What a page asks for and leads to, and the names of its parts. */
export interface PageAddresses {
  readonly addresses: readonly Address[];
  readonly ids: ReadonlySet<string>;
}

/** Attributes whose value is one address. */
const ADDRESSES = [
  ...['href', 'xlink:href', 'src', 'poster', 'data', 'action', 'formaction', 'cite', 'background', 'longdesc'],
  ...['data-src', 'data-href', 'data-url', 'data-updates', 'data-bundle', 'data-index'],
];
/** Attributes whose value is a list of addresses with sizes. */
const LISTS = ['srcset', 'imagesrcset', 'data-srcset'];
/** What a `meta` element says whose content is an address. */
const METAS =
  /^(?:og:(?:url|image|image:url|image:secure_url|video|audio)|twitter:(?:image|player)|article:author|msapplication-\w+)$/;

/** Reads a page, or a part of one such as the text of a story in a feed, as a browser does (the HTML standard). */
export function addressesInHtml(html: string): PageAddresses {
  const found = { addresses: [] as Address[], ids: new Set<string>() };
  walk(/^\s*<!doctype|^\s*<html/i.test(html) ? parse(html) : parseFragment(html), found);
  return found;
}

function walk(node: Node, found: { readonly addresses: Address[]; readonly ids: Set<string> }): void {
  if ('attrs' in node) {
    found.addresses.push(...addressesOf(node));
    const id = attribute(node, 'id');
    if (id !== undefined) found.ids.add(id);
  }
  if ('content' in node) walk(node.content, found);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, found);
}

function addressesOf(element: ParsedElement): readonly Address[] {
  const { tagName, attrs } = element;
  const inAttributes = attrs.flatMap(({ prefix, name: local, value }): readonly Address[] => {
    const name = prefix ? `${prefix}:${local}` : local;
    const kind = `${tagName} ${name}`;
    if (ADDRESSES.includes(name)) return [{ kind, written: value, hasParts: true }];
    if (LISTS.includes(name)) return candidatesIn(value).map((written) => ({ kind, written, hasParts: true }));
    return name === 'style' ? addressesInCss(value) : [];
  });
  if (tagName === 'meta') return [...inAttributes, ...addressesInMeta(element)];
  if (tagName === 'style') return [...inAttributes, ...addressesInCss(textOf(element))];
  if (tagName === 'script') return [...inAttributes, ...addressesInScript(element)];
  return inAttributes;
}

/** Addresses of a `srcset` (HTML standard 4.8.4.2.1), which may hold commas within. */
function candidatesIn(srcset: string): readonly string[] {
  return [...srcset.matchAll(/(?:^|,|\s)\s*([^\s,][^\s]*?),?(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g)].map(
    ([, written = '']) => written,
  );
}

function addressesInMeta(element: ParsedElement): readonly Address[] {
  const content = attribute(element, 'content') ?? '';
  if (attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') {
    const written = /^\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?(["']?)(.+)\1\s*$/i.exec(content)?.[2];
    return written === undefined ? [] : [{ kind: 'meta refresh', written, hasParts: true }];
  }
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
  return METAS.test(name) ? [{ kind: `meta ${name}`, written: content, hasParts: true }] : [];
}

function addressesInScript(element: ParsedElement): readonly Address[] {
  const text = textOf(element);
  if (/json/.test(attribute(element, 'type') ?? '')) return addressesInJson('json-ld', text, () => []);
  // The gate asks for a file that only old browsers need.
  const asked = [...text.matchAll(/["'](\/[^"'\s]*\.(?:js|css|json))["']/g)];
  return asked.map(([, written = '']) => ({ kind: 'script text', written, hasParts: false }));
}

function attribute({ attrs }: ParsedElement, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

function textOf({ childNodes }: ParsedElement): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

/**
 * The addresses in a feed or a sitemap: in every attribute and element, and in texts that are HTML. Throws where it is
 * not XML.
 */
export function addressesInXml(text: string): readonly Address[] {
  const document = xmlDocumentOf(text);
  const found: Address[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isName = name.startsWith('xmlns') || name === 'xsi:schemaLocation' || name === 'scheme';
      if (isWeb(value) && !isName) found.push({ kind: `${element.nodeName} ${name}`, written: value, hasParts: true });
    }
    if (element.childElementCount > 0) continue;
    const content = element.textContent.trim();
    const isMereName = element.nodeName === 'guid' && element.getAttribute('isPermaLink') === 'false';
    if (isWeb(content) && !isMereName) {
      found.push({ kind: element.nodeName, written: content, hasParts: element.nodeName !== 'id' });
    } else if (isHtml(element)) {
      const { addresses } = addressesInHtml(content);
      found.push(...addresses.map((address) => ({ ...address, kind: `${element.nodeName} ${address.kind}` })));
    }
  }
  return found;
}

/** Titles and summaries are texts, in which `<` means itself, unless Atom says otherwise (RFC 4287, 3.1.1). */
function isHtml(element: Element): boolean {
  return element.nodeName === 'content:encoded' || /^x?html$/.test(element.getAttribute('type') ?? '');
}

function isWeb(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Reads texts that are HTML. */
type ReadHtml = (html: string) => readonly Address[];

/**
 * The web addresses in JSON, such as structured data or a JSON Feed: every text that is one, and those in texts that are
 * HTML. Throws where it is not JSON.
 */
export function addressesInJson(kind: string, text: string, readHtml: ReadHtml): readonly Address[] {
  const found: Address[] = [];
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      found.push(...addressesAt(value, key));
    } else if (Array.isArray(value)) {
      for (const item of value) collect(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) collect(inner, name);
    }
  };
  const addressesAt = (value: string, key: string): readonly Address[] => {
    const place = `${kind} ${key}`;
    if (key === 'content_html') {
      return readHtml(value).map((address) => ({ ...address, kind: `${place} ${address.kind}` }));
    }
    if (!/^https?:\/\/\S+$/i.test(value)) return [];
    // What a reader is to fill in, and names that are no parts of a page.
    return [{ kind: place, written: value.replace(/\{\w+\}/g, 'x'), hasParts: key !== '@id' && key !== 'id' }];
  };
  collect(JSON.parse(text), '');
  return found;
}

/** What a stylesheet asks for. */
export function addressesInCss(css: string): readonly Address[] {
  const urls = [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/gi)];
  const imports = [...css.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/gi)];
  return [...urls, ...imports].map(([, one, other, plain]) => ({
    kind: 'css url',
    written: one ?? other ?? plain ?? '',
    hasParts: false,
  }));
}
