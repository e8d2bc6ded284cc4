import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where a page lies, and what of its own it may have. */
export interface HtmlPlace {
  /** Whole. */
  readonly url: string;
  /** The texts of inline scripts that every page has. */
  readonly scripts: ReadonlySet<string>;
  /** Whether it may lead on by itself. */
  readonly isRedirect: boolean;
}

/** Elements that no page and no text of ours has. */
const NEVER = new Set([
  ...[
    'iframe',
    'object',
    'embed',
    'base',
    'frame',
    'frameset',
    'applet',
    'portal',
    'plaintext',
    'xmp',
    'textarea',
    'marquee',
  ],
  ...['isindex', 'param', 'foreignobject', 'mglyph', 'listing', 'bgsound'],
]);

const ADDRESSES = new Set([
  ...['href', 'src', 'action', 'formaction', 'poster', 'cite', 'ping', 'background', 'data', 'xlink:href', 'srcset'],
]);

/** What in a page would run or load something, leads elsewhere than it seems to, or is no part of it. */
export function faultsOfPage(html: string, place: HtmlPlace): readonly string[] {
  const elements = elementsIn(parse(html, { scriptingEnabled: false }));
  const counted = ['html', 'head', 'body', 'title', 'main'].flatMap((name) => {
    const count = elements.filter(
      ({ tagName, namespaceURI }) => tagName === name && !namespaceURI.endsWith('svg'),
    ).length;
    const isGood = count === 1 || (name === 'main' && place.isRedirect && count === 0);
    return isGood ? [] : [`has ${count} <${name}>`];
  });
  const found = elements.flatMap((element) => faultsOfElement(element, place));
  return [...new Set([...counted, ...found])];
}

/** Likewise of a piece of HTML that is read elsewhere than on its page, where no script is and every address is whole. */
export function faultsOfFragment(html: string): readonly string[] {
  const elements = elementsIn(parseFragment(html, { scriptingEnabled: false }));
  const place: HtmlPlace = { url: 'https://reader.example/', scripts: new Set(), isRedirect: false };
  const relative = elements.flatMap(({ attrs }) =>
    attrs.filter(
      ({ name, value }) => /^(?:href|src)$/.test(name) && !/^(?:https?:\/\/|mailto:|tel:|#fn(?:ref)?\d)/i.test(value),
    ),
  );
  return [
    ...new Set([
      ...elements.flatMap((element) => faultsOfElement(element, place)),
      ...relative.map(({ name, value }) => `has ${name}=${JSON.stringify(value)}, which is not whole`),
    ]),
  ];
}

function elementsIn(node: Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  const inTemplate = 'content' in node ? elementsIn(node.content as Node) : [];
  return 'tagName' in node ? [node, ...inTemplate, ...children] : [...inTemplate, ...children];
}

function faultsOfElement(element: Element, place: HtmlPlace): readonly string[] {
  const { tagName, attrs } = element;
  const values = new Map(attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
  return [
    ...(NEVER.has(tagName.toLowerCase()) ? [`has <${tagName}>`] : []),
    ...(tagName === 'script' ? faultsOfScript(element, values, place) : []),
    ...(tagName === 'meta' && /refresh/i.test(values.get('http-equiv') ?? '') && !place.isRedirect ? ['leads on'] : []),
    ...[...values].flatMap(([name, value]) => faultsOfAttribute(name, value, place)),
  ];
}

function faultsOfScript(
  element: Element,
  values: ReadonlyMap<string, string>,
  { scripts }: HtmlPlace,
): readonly string[] {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const src = values.get('src');
  if (src !== undefined)
    return /^(?:\/[\w%.~()!$&'*+,;=:@-]+)*\/assets\/[\w.-]+\.js$/.test(src) ? [] : [`loads the script ${src}`];
  if (values.get('type') === 'application/ld+json') return isJson(text) ? [] : ['has structured data that is no JSON'];
  return scripts.has(text) ? [] : [`has the script ${text.slice(0, 80)}`];
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function faultsOfAttribute(name: string, value: string, place: HtmlPlace): readonly string[] {
  if (/^on/i.test(name) || name === 'srcdoc') return [`has the attribute ${name}`];
  if (name === 'style') return /url|expression|import|\\|position/i.test(value) ? [`has style=${value}`] : [];
  if (/["'<>=`\s\p{Cc}]/u.test(name)) return [`has an attribute ${JSON.stringify(name)}`];
  if (!ADDRESSES.has(name.toLowerCase())) return [];
  const addresses = name === 'srcset' ? value.split(/,\s+/).map((one) => one.replace(/\s.*$/s, '')) : [value];
  return addresses.flatMap((address) =>
    faultsOfAddress(address, place.url).map((fault) => `${name}=${JSON.stringify(address)} ${fault}`),
  );
}

/** How an address leads elsewhere than it seems to, as browsers read it. */
function faultsOfAddress(address: string, page: string): readonly string[] {
  let url: URL;
  try {
    url = new URL(address, page);
  } catch {
    return ['cannot be read'];
  }
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(address)) return ['has a control character'];
  if (!/^(?:https?|mailto|tel):$/.test(url.protocol)) return [`is of ${url.protocol}`];
  if (url.username !== '' || url.password !== '') return ['names another host before its host'];
  if (!/^https?:$/.test(url.protocol)) return [];
  const isElsewhere = url.host !== new URL(page).host;
  return isElsewhere && !/^https?:\/\/[^/\\]/i.test(address) ? [`leads to ${url.host}`] : [];
}
