import { parseXml, XmlCdata, XmlElement, XmlText } from '@rgrove/parse-xml';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { faultsOfFragment, faultsOfPage, type HtmlPlace, isJson } from './judge-html.ts';

/** Reads a text for programs as most of these do, with footnotes, and HTML in it too. */
const MARKDOWN = new MarkdownIt({ html: true }).use(footnotes as unknown as (markdown: MarkdownIt) => void);

/** A file that would be published. */
export interface Published {
  /** From the root of the site, not percent-encoded. */
  readonly path: string;
  readonly text: string;
}

/** What no text file has, whatever it is. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\u202d\u202e]|\p{Cs}/u;
/** Names that hosts, browsers or crawlers obey; of our own there are two. */
const OBEYED =
  /(?:^|\/)(?:\.(?!well-known\/)|_(?:headers|worker\.js|routes\.json|config\.yml)(?:\/|$)|(?:web\.config|sw\.js|service-?worker\.js|vercel\.json|cname)(?:\/|$))/i;

/** What is known of the pages that are judged, and the patterns that `redirects.yaml` has, as hosts are given them. */
type Given = Omit<HtmlPlace, 'url' | 'isRedirect'> & { readonly patterns?: ReadonlySet<string> };

/** What is wrong with a file, by its name, its characters, and what reads it. */
export function faultsOfFile({ path, text }: Published, given: Given): readonly string[] {
  return [
    ...faultsOfPath(path),
    ...(text === '' ? ['is empty'] : []),
    ...(FORBIDDEN.test(text) ? [`has ${JSON.stringify(FORBIDDEN.exec(text)?.[0])}`] : []),
    ...faultsOfText(path, text, given),
  ].map((fault) => `${JSON.stringify(path)} ${fault}`);
}

function faultsOfPath(path: string): readonly string[] {
  const names = path.slice(1).split('/');
  const isBad = names.some(
    (name, index) => (name === '' && index < names.length - 1) || /^\.+$|[\p{Cc}\p{Cs}\\]/u.test(name),
  );
  if (!path.startsWith('/') || isBad) return ['is no path of the site'];
  return OBEYED.test(path.slice(1)) && path !== '/_redirects' ? ['is obeyed by hosts'] : [];
}

function faultsOfText(path: string, text: string, given: Given): readonly string[] {
  const isRedirect = text.includes('<meta http-equiv="refresh"') && !text.includes('<main');
  if (isRedirect) return faultsOfPage(text, { ...given, url: addressOf(path), isRedirect });
  if (path === '/_redirects') return faultsOfRules(text.split('\n').slice(0, -1), given.patterns ?? new Set());
  if (path.endsWith('.json')) return isJson(text) ? faultsInJson(JSON.parse(text)) : ['is no JSON'];
  if (path.endsWith('.xml')) return faultsOfXml(text);
  if (path.endsWith('.md') || path === '/llms.txt') return faultsOfFragment(MARKDOWN.render(text));
  if (path === '/robots.txt') return text.split('\n').flatMap(faultsOfRobotsLine);
  if (!/\/$|\.html?$/.test(path)) return [];
  return faultsOfPage(text, { ...given, url: addressOf(path), isRedirect });
}

function addressOf(path: string): string {
  return `https://ledger.example${encodeURI(path)}`;
}

/** Patterns come last, and are no others than an editor has written. */
function faultsOfRules(lines: readonly string[], patterns: ReadonlySet<string>): readonly string[] {
  const ofMany = lines.findIndex((line) => patterns.has(line.split(' ')[0] ?? ''));
  const single = ofMany === -1 ? lines : lines.slice(0, ofMany);
  return [
    ...single.flatMap(faultsOfRule),
    ...lines.slice(single.length).flatMap((line) => faultsOfPattern(line, patterns)),
  ];
}

function faultsOfPattern(line: string, patterns: ReadonlySet<string>): readonly string[] {
  const [from = '', to = '', status, ...rest] = line.split(' ');
  const isGood =
    patterns.has(from) && /^(?:\/(?!\/|:splat)|https?:\/\/[^/:])/.test(to) && status === '301' && rest.length === 0;
  return isGood ? [] : [`has the line ${JSON.stringify(line)}`];
}

/** As Netlify and Cloudflare read a line: nothing in the old address stands for anything but itself. */
function faultsOfRule(line: string): readonly string[] {
  const parts = line.split(/\s+/);
  const [from = '', ...rest] = parts;
  const status = rest.at(-1) ?? '';
  const [to = ''] = rest.slice(-2);
  const query = rest.slice(0, -2);
  const isGood =
    /^\/(?!\/)/.test(from) &&
    !/[*#]|:[a-z_]/i.test(from) &&
    query.every((part) => /^[^/#=*:]+=[^/#*:]*$/.test(part)) &&
    /^(?:\/(?!\/)|https?:\/\/[^/])/.test(to) &&
    /^(?:301!?|410!)$/.test(status);
  return isGood ? [] : [`has the line ${JSON.stringify(line)}`];
}

function faultsOfRobotsLine(line: string): readonly string[] {
  return /^(?:User-agent: [\w*-]+|Disallow:(?: \/[!-~]*)?|Sitemap: https?:\/\/[!-~]+|)$/.test(line)
    ? []
    : [`has the line ${line}`];
}

function faultsInJson(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') {
    const fragment = key === 'content_html' ? faultsOfFragment(value) : [];
    return FORBIDDEN.test(value) ? [`has ${JSON.stringify(value.slice(0, 80))}`, ...fragment] : fragment;
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => faultsInJson(inner, name));
}

function faultsOfXml(text: string): readonly string[] {
  try {
    return [...elementsIn(parseXml(text).root)].flatMap(faultsOfXmlElement);
  } catch (fault) {
    return [`is no XML: ${(fault as Error).message.slice(0, 200)}`];
  }
}

function faultsOfXmlElement({ name, attributes, text, children }: XmlElement): readonly string[] {
  const isHtml = name === 'content:encoded' || (name === 'content' && attributes['type'] === 'html');
  const addresses = Object.entries(attributes)
    .filter(([key]) => /^(?:href|url)$/.test(key))
    .map(([, value]) => value);
  const isLeaf = !children.some((child) => child instanceof XmlElement);
  if (/^(?:link|url|loc|uri)$/.test(name) && isLeaf && text !== '') addresses.push(text);
  const isWhole = (address: string): boolean => /^(?:https?:\/\/|mailto:)[!-~]+$/.test(address);
  return [
    ...(isHtml ? faultsOfFragment(text) : []),
    ...addresses
      .filter((address) => !isWhole(address))
      .map((address) => `has <${name}> with ${JSON.stringify(address)}`),
    ...(/^(?:script|img|svg|x)$/.test(name) ? [`has <${name}>`] : []),
  ];
}

function* elementsIn(element: XmlElement | null): Generator<XmlElement> {
  if (!element) return;
  yield element;
  for (const child of element.children) {
    if (child instanceof XmlElement) yield* elementsIn(child);
    else if (!(child instanceof XmlText || child instanceof XmlCdata)) throw new Error(`Unexpected ${child.type}`);
  }
}
