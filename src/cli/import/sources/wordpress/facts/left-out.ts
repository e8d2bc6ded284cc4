import type { ImportNote } from '../../../archive.ts';
import { textOf, type WxrItem, type WxrRecord, wordsOf } from '../wxr/records.ts';
import type { Destiny } from './post-types.ts';

/** Taxonomies that are carried, or say nothing to readers. */
const KNOWN_TAXONOMIES = new Set([
  ...[
    'category',
    'post_tag',
    'author',
    'series',
    'language',
    'post_translations',
    'term_language',
    'term_translations',
  ],
  ...['post_format', 'nav_menu', 'link_category', 'wp_theme', 'wp_pattern_category', 'yst_prominent_words'],
]);

/** What of an export is not carried, counted. */
export class LeftOut {
  readonly #kinds = new Map<string, { readonly advice: string; readonly first: string; count: number }>();
  readonly #notes: ImportNote[] = [];
  #comments = 0;

  /** Enters an item that is not carried. */
  add(item: WxrItem, destiny: Destiny): void {
    const title = wordsOf(textOf(item.fields, 'title'));
    if (destiny.kind === 'left-out') this.#count(destiny.what, destiny.advice, title);
    else {
      const what = item.isWhole ? 'items without a number' : 'an item at which the export breaks off';
      this.#count(what, 'export them again', title);
    }
  }

  /** Enters what is not carried of an item that is. */
  addPartsOf(item: WxrItem): void {
    this.#comments += item.comments;
    for (const [name, words] of item.wordyFields)
      this.#count(
        `words in the custom field \`${name.slice(0, 60)}\``,
        'put into the stories what readers need',
        words,
      );
    const unknown = new Set(item.terms.map(({ domain }) => domain).filter((domain) => !KNOWN_TAXONOMIES.has(domain)));
    for (const taxonomy of unknown) {
      const names = item.terms.filter(({ domain }) => domain === taxonomy).map(({ name }) => name);
      const what = `terms of the taxonomy \`${taxonomy.slice(0, 60)}\``;
      this.#count(what, 'make topics or series of those that readers need', names.join(', '));
    }
  }

  /** Enters how a file ended. */
  addEnd(file: string, { isWhole, strayBytes }: Extract<WxrRecord, { kind: 'end' }>): void {
    if (!isWhole)
      this.#notes.push({
        kind: 'lost',
        what: 'the end of a file of the export',
        advice: 'the file breaks off; export again',
        detail: file,
      });
    if (strayBytes > 0)
      this.#notes.push({
        kind: 'look',
        what: 'signs in another encoding than the rest of the file',
        advice: 'they were read as Windows-1252; look for odd letters',
        detail: `${file}: ${strayBytes}`,
      });
  }

  notes(): readonly ImportNote[] {
    const counted = [...this.#kinds].map(([what, { advice, first, count }]) => ({
      kind: 'lost' as const,
      what,
      advice,
      detail: `${count}, such as “${first.slice(0, 100)}”`,
    }));
    const comments: ImportNote = {
      kind: 'lost',
      what: 'comments of readers',
      advice: 'keep the export if they matter: there is no place for them',
      detail: String(this.#comments),
    };
    return [...this.#notes, ...counted, ...(this.#comments > 0 ? [comments] : [])];
  }

  #count(what: string, advice: string, example: string): void {
    const known = this.#kinds.get(what);
    if (known) known.count += 1;
    else this.#kinds.set(what, { advice, first: example, count: 1 });
  }
}
