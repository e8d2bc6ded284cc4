import type { ItemTerm, WxrRecord } from './records.ts';

/** Facts about the site that are read. */
const SITE_FACTS = new Set(['title', 'link', 'description', 'language', 'wp:base_site_url', 'wp:base_blog_url']);

/** Elements that make a record of their own. */
const RECORDS = { 'wp:author': 'author', 'wp:category': 'category', 'wp:tag': 'tag', 'wp:term': 'term' } as const;

/** Elements of which nothing is read: `image` has a `title` and a `link` too. */
const SKIPPED = new Set(['image', 'wp:comment', 'wp:termmeta']);

/** Custom fields that something is known of; others may be large, such as those of page builders. */
const KNOWN_META =
  /^(?:cap-[\w-]{1,40}|footnotes|_thumbnail_id|_wp_attachment_image_alt|_wp_old_slug|_wp_old_date|_(?:navis_)?media_credit|_yoast_wpseo_(?:primary_category|metadesc|canonical|meta-robots-noindex)|rank_math_(?:primary_category|description|canonical_url|robots)|_wpml_import_(?:language_code|translation_group)|_icl_lang_duplicate_of)$/;

/** Longer texts are cut: no post comes near it. In UTF-16 code units. */
const LONGEST_TEXT = 64_000_000;

/** Of custom fields of which nothing is known, only so much is read as shows whether they have words. */
const LONGEST_EXAMPLE = 400;

/** Texts up to this length may be kept for as long as the archive is read, such as titles. */
const LONGEST_KEPT = 4096;

/** Elements as a parser meets them, made into records. */
export class ItemInProgress {
  readonly #tell: (record: WxrRecord) => void;
  #record: RecordInProgress | undefined;
  /** The element whose text is read, with whatever elements stand within it. */
  #leaf: Leaf | undefined;
  /** How many elements are open within one that is skipped, itself included. */
  #skipped = 0;
  #meta: { key?: string; value?: string } | undefined;
  #hasEnded = false;

  constructor(tell: (record: WxrRecord) => void) {
    this.#tell = tell;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0) this.#skipped += 1;
    else if (this.#leaf && !this.#beginsAnew(name)) this.#leaf.open(name, attributes);
    else if (SKIPPED.has(name)) {
      if (name === 'wp:comment' && this.#record) this.#record.comments += 1;
      this.#skipped = 1;
    } else if (name === 'item') this.#begin('item');
    else if (!this.#record && Object.hasOwn(RECORDS, name)) this.#begin(RECORDS[name as keyof typeof RECORDS]);
    else if (name === 'wp:postmeta') this.#meta = {};
    else if (this.#record || SITE_FACTS.has(name)) {
      const key = name === 'wp:meta_value' ? this.#meta?.key : undefined;
      const isKnown = key === undefined || KNOWN_META.test(key);
      this.#leaf = new Leaf(name, attributes, isKnown ? LONGEST_TEXT : key.startsWith('_') ? 0 : LONGEST_EXAMPLE);
    }
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#leaf?.add(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (this.#leaf) {
      if (this.#leaf.close(name)) this.#endLeaf(this.#leaf);
    } else if (name === 'wp:postmeta') this.#endMeta();
    else if (this.#record?.element === name) this.#end(true);
    else if (name === 'channel' || name === 'rss') this.#hasEnded = true;
  }

  /** An element was opened of which the parser will not tell that it is closed. */
  closeUnseen(): void {
    if (this.#skipped > 1) this.#skipped -= 1;
    else this.#leaf?.closeUnseen();
  }

  /** The file has no more. Returns whether it was whole. */
  finish(): boolean {
    const isWhole = this.#hasEnded && !this.#record && !this.#leaf;
    if (this.#leaf) this.#endLeaf(this.#leaf);
    if (this.#record) this.#end(false);
    return isWhole;
  }

  /** An element was never closed: one begins that stands in no text. */
  #beginsAnew(name: string): boolean {
    if (name !== 'item' && !/^(?:wp|content|excerpt|dc):/.test(name)) return false;
    if (this.#leaf) this.#endLeaf(this.#leaf);
    return true;
  }

  #begin(kind: RecordInProgress['kind']): void {
    if (this.#record) this.#end(false);
    const element = kind === 'item' ? 'item' : `wp:${kind}`;
    this.#record = {
      kind,
      element,
      fields: new Map(),
      terms: [],
      meta: new Map(),
      wordyFields: new Map(),
      comments: 0,
    };
  }

  #endLeaf(leaf: Leaf): void {
    this.#leaf = undefined;
    const text = leaf.text();
    if (this.#meta && leaf.name === 'wp:meta_key') this.#meta.key = text;
    else if (this.#meta && leaf.name === 'wp:meta_value') this.#meta.value = text;
    else if (this.#record?.kind === 'item' && leaf.name === 'category')
      this.#record.terms.push(termOf(leaf.attributes, text));
    else if (this.#record) {
      if (!this.#record.fields.has(leaf.name)) this.#record.fields.set(leaf.name, text);
    } else this.#tell({ kind: 'site', name: leaf.name, text });
  }

  #endMeta(): void {
    const { key, value } = this.#meta ?? {};
    this.#meta = undefined;
    if (!this.#record || key === undefined || value === undefined) return;
    if (!KNOWN_META.test(key)) {
      if (isWordy(key, value)) this.#record.wordyFields.set(key, value);
      return;
    }
    const values = this.#record.meta.get(key);
    if (values) values.push(value);
    else this.#record.meta.set(key, [value]);
  }

  #end(isWhole: boolean): void {
    const record = this.#record;
    this.#record = undefined;
    this.#meta = undefined;
    if (!record) return;
    const { kind, element: _element, ...read } = record;
    const { fields } = read;
    if (kind === 'item') this.#tell({ kind, item: { ...read, isWhole } });
    else this.#tell({ kind, fields });
  }
}

interface RecordInProgress {
  readonly kind: 'item' | 'author' | 'category' | 'tag' | 'term';
  readonly element: string;
  readonly fields: Map<string, string>;
  readonly terms: ItemTerm[];
  readonly meta: Map<string, string[]>;
  readonly wordyFields: Map<string, string>;
  comments: number;
}

/** Whether a custom field has words of somebody, and is neither a number, a name nor what a program stored. */
function isWordy(key: string, value: string): boolean {
  return (
    !key.startsWith('_') &&
    /\p{L}{2,}[\s,.;:!?]+\p{L}{2,}/u.test(value) &&
    !/^\s*(?:[aOs]:\d+:|[[{]|https?:)/.test(value)
  );
}

/** An element that has a text. Elements within it are text, as in exports that have HTML outside of CDATA. */
class Leaf {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly #parts: string[] = [];
  #room: number;
  #depth = 0;

  constructor(name: string, attributes: Readonly<Record<string, string>>, room: number) {
    this.name = name;
    this.attributes = attributes;
    this.#room = room;
  }

  add(text: string): void {
    if (this.#room <= 0) return;
    this.#parts.push(text.slice(0, this.#room));
    this.#room -= text.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
    );
    this.add(`<${name}${written.join('')}>`);
    this.#depth += 1;
  }

  /** Returns whether it was the element itself that was closed. */
  close(name: string): boolean {
    if (this.#depth === 0) return true;
    this.add(`</${name}>`);
    this.#depth -= 1;
    return false;
  }

  closeUnseen(): void {
    this.#depth -= 1;
  }

  text(): string {
    const text = this.#parts.join('');
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    return lines.length <= LONGEST_KEPT ? detached(lines) : lines;
  }
}

/** A text by itself: engines keep the whole of what a part was cut from, here the file, for as long as there is the part. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** Before 2.5, WordPress named tags `tag` and categories not at all. */
function termOf(attributes: Readonly<Record<string, string>>, name: string): ItemTerm {
  const domain = attributes['domain'] ?? 'category';
  return { domain: domain === 'tag' ? 'post_tag' : domain, nicename: attributes['nicename'] ?? '', name: name.trim() };
}
