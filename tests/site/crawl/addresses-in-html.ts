import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Address } from './address.ts';
import { addressesInCss } from './addresses-in-css.ts';
import { addressesInJson } from './addresses-in-json.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

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

function addressesOf(element: Element): readonly Address[] {
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

function addressesInMeta(element: Element): readonly Address[] {
  const content = attribute(element, 'content') ?? '';
  if (attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') {
    const written = /^\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?(["']?)(.+)\1\s*$/i.exec(content)?.[2];
    return written === undefined ? [] : [{ kind: 'meta refresh', written, hasParts: true }];
  }
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
  return METAS.test(name) ? [{ kind: `meta ${name}`, written: content, hasParts: true }] : [];
}

function addressesInScript(element: Element): readonly Address[] {
  const text = textOf(element);
  if (/json/.test(attribute(element, 'type') ?? '')) return addressesInJson('json-ld', text, () => []);
  // The gate asks for a file that only old browsers need.
  const asked = [...text.matchAll(/["'](\/[^"'\s]*\.(?:js|css|json))["']/g)];
  return asked.map(([, written = '']) => ({ kind: 'script text', written, hasParts: false }));
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

function textOf({ childNodes }: Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
