import sax from 'sax';
import { wholeAddress } from './feed-item.ts';

/** An element of a feed, with what its surroundings say of it. */
export interface FeedNode {
  /** In small letters, with the usual prefix of its namespace: `title`, `atom:title`, `dc:creator`. */
  readonly name: string;
  /** By name in small letters, prefixes as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: FeedNode[];
  readonly line: number;
  /** `xml:base`, whole. */
  readonly base: string | undefined;
  /** `xml:lang`. */
  readonly language: string | undefined;
  /** Its own text, or where `isMarkup` the HTML of what stands within it. */
  text: string;
  isMarkup: boolean;
}

/** What the text of an XML feed was found to be, once it is read to its end. */
export interface XmlReading {
  /** `channel`, or `atom:feed`; without its items. */
  readonly head: FeedNode | undefined;
  /** The first thing that is no XML, if there is one. */
  readonly fault: { readonly line: number; readonly message: string } | undefined;
}

/**
 * The items of an RSS, RDF or Atom feed, one after the other. What is no XML is read all the same, as far as it goes: nothing but a tag, a text
 * or an item is lost by it. Entities of a doctype are not expanded.
 *
 * @param done Called at the end.
 * @returns Each with what was read of the head until then.
 */
export async function* readXmlFeed(
  text: AsyncIterable<string>,
  done: (reading: XmlReading) => void,
): AsyncGenerator<{ readonly node: FeedNode; readonly head: FeedNode | undefined }> {
  const tree = new FeedTree();
  const parser = makeParser(tree);
  try {
    for await (const chunk of text) {
      withoutTraces(() => parser.write(chunk));
      yield* tree.takeItems();
    }
    parser.flush();
    tree.end(parser.line + 1);
    parser.close();
  } catch (error) {
    if (!(error instanceof TooManyFaults)) throw error;
    tree.end(parser.line + 1);
  }
  yield* tree.takeItems();
  done({ head: tree.head, fault: tree.fault });
}

/** A tag that closes nothing costs as many of them as there are tags open. */
const MOST_FAULTS = 500_000;

class TooManyFaults extends Error {}

/** The parser makes an error of each fault, and most of the time that takes is for the places in its own code. */
function withoutTraces(run: () => void): void {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function makeParser(tree: FeedTree): sax.SAXParser {
  // Strict, for only so faults are told; each is forgiven, and then it goes on as if it were not.
  const parser = sax.parser(true, { position: true });
  // Without a prototype `&constructor;` is no entity.
  const { ENTITIES } = sax as unknown as { readonly ENTITIES: object };
  Object.assign(parser, { ENTITIES: Object.assign(Object.create(null), ENTITIES) });
  let faults = 0;
  parser.onerror = (error) => {
    faults += 1;
    if (faults > MOST_FAULTS) throw new TooManyFaults();
    const message = error.message.split('\n', 1)[0] ?? '';
    // A text or an address that is long is no fault.
    if (!message.startsWith('Max buffer length')) tree.fault ??= { line: parser.line + 1, message };
    (parser as { error: Error | null }).error = null;
  };
  parser.onopentagstart = (tag) => {
    // An attribute of this name would take the place of the method that the parser asks.
    Object.defineProperty(tag.attributes, 'hasOwnProperty', { value: Object.prototype.hasOwnProperty });
  };
  parser.onopentag = (tag) => tree.open(tag.name, tag.attributes as Record<string, string>, parser.line + 1);
  parser.onclosetag = () => tree.close();
  parser.ontext = (text) => tree.addText(text);
  parser.oncdata = (text) => tree.addText(text);
  return parser;
}

/** The prefixes that feeds have for the namespaces that are read here. */
const NAMESPACES: readonly [prefix: string, ...names: readonly string[]][] = [
  ['', 'purl.org/rss/1.0', 'my.netscape.com/rdf/simple/0.9', 'backend.userland.com/rss2', 'backend.userland.com/rss'],
  ['atom', 'www.w3.org/2005/atom', 'purl.org/atom/ns#'],
  ['content', 'purl.org/rss/1.0/modules/content'],
  ['dc', 'purl.org/dc/elements/1.1'],
  ['dcterms', 'purl.org/dc/terms'],
  ['media', 'search.yahoo.com/mrss'],
  ['itunes', 'www.itunes.com/dtds/podcast-1.0.dtd'],
  ['rdf', 'www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['xhtml', 'www.w3.org/1999/xhtml'],
  ['feedburner', 'rssnamespace.org/feedburner/ext/1.0'],
  ['app', 'www.w3.org/2007/app', 'purl.org/atom/app#'],
];

const PREFIXES = new Map(NAMESPACES.flatMap(([prefix, ...names]) => names.map((name) => [name, prefix] as const)));

/** Elements within which others are markup of a text. */
const TEXTS = new Set([
  ...['title', 'description', 'content:encoded', 'xhtml:body', 'xhtml:div', 'media:description', 'media:title'],
  ...[
    'atom:title',
    'atom:subtitle',
    'atom:tagline',
    'atom:summary',
    'atom:content',
    'atom:rights',
    'dc:title',
    'dc:description',
  ],
]);

const ITEMS = new Set(['item', 'atom:entry']);
const HEADS = new Set(['channel', 'atom:feed']);
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Elements of a head after these are no news of it, and might be without end. */
const LONGEST_HEAD = 1000;

interface OpenNode {
  readonly node: FeedNode;
  readonly namespace: string;
}

/** The tree of what is open in a feed; items leave it as they are closed. */
class FeedTree {
  head: FeedNode | undefined;
  fault: XmlReading['fault'];
  #open: OpenNode[] = [];
  /** Names of the elements of HTML that are open within the innermost node, which is a text. */
  #markup: string[] = [];
  #item: FeedNode | undefined;
  #items: FeedNode[] = [];
  #prefixes = new Map<string, string>();

  takeItems(): { readonly node: FeedNode; readonly head: FeedNode | undefined }[] {
    return this.#items.splice(0).map((node) => ({ node, head: this.head }));
  }

  open(qualified: string, raw: Record<string, string>, line: number): void {
    const outer = this.#open.at(-1);
    if (outer && TEXTS.has(outer.node.name)) {
      this.#openMarkup(outer.node, qualified, raw);
      return;
    }

    const attributes = new Map(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]));
    for (const [name, value] of attributes) if (name.startsWith('xmlns:')) this.#prefixes.set(name.slice(6), value);
    const namespace = attributes.get('xmlns') ?? outer?.namespace ?? '';
    const name = this.#nameOf(qualified.toLowerCase(), namespace);
    const base = wholeAddress(attributes.get('xml:base'), outer?.node.base) ?? outer?.node.base;
    const language = attributes.get('xml:lang') ?? outer?.node.language;
    const node: FeedNode = { name, attributes, children: [], line, base, language, text: '', isMarkup: false };
    this.#open.push({ node, namespace });

    if (ITEMS.has(name)) this.#beginItem(node);
    else if (HEADS.has(name)) this.head ??= node;
    else if (this.#item || (outer?.node.children.length ?? 0) < LONGEST_HEAD) outer?.node.children.push(node);
  }

  close(): void {
    const closed = this.#markup.pop();
    const inner = this.#open.at(-1);
    if (closed !== undefined) {
      if (inner && !VOID.has(closed)) inner.node.text += `</${closed}>`;
      return;
    }
    this.#open.pop();
    if (inner?.node === this.#item) this.#endItem();
  }

  addText(text: string): void {
    const node = this.#open.at(-1)?.node;
    if (node) node.text += node.isMarkup ? escapeText(text) : text;
  }

  /** Closes what is still open: the text has come to its end. */
  end(line: number): void {
    if (this.#open.length > 0) this.fault ??= { line, message: 'Unexpected end' };
    while (this.#open.length > 0) this.close();
  }

  #nameOf(qualified: string, namespace: string): string {
    const colon = qualified.indexOf(':');
    const local = qualified.slice(colon + 1);
    const prefix = colon === -1 ? undefined : qualified.slice(0, colon);
    const known = knownPrefix(prefix === undefined ? namespace : (this.#prefixes.get(prefix) ?? ''));
    const usual = known ?? prefix ?? '';
    return usual === '' ? local : `${usual}:${local}`;
  }

  #openMarkup(node: FeedNode, qualified: string, attributes: Record<string, string>): void {
    if (!node.isMarkup) {
      node.text = escapeText(node.text);
      node.isMarkup = true;
    }
    const name = qualified.slice(qualified.indexOf(':') + 1).toLowerCase();
    const written = Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => ` ${key === 'xml:lang' ? 'lang' : key}="${escapeText(value)}"`);
    node.text += `<${name}${written.join('')}>`;
    this.#markup.push(name);
  }

  #beginItem(node: FeedNode): void {
    // An item within another: the end of the first is missing.
    if (this.#item) this.#endItem();
    this.#item = node;
  }

  #endItem(): void {
    if (this.#item) this.#items.push(this.#item);
    this.#item = undefined;
  }
}

function knownPrefix(namespace: string): string | undefined {
  return PREFIXES.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, ''),
  );
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
