import type { Category } from '../../../archive.ts';
import { decodePercents } from './addresses.ts';
import { type Fields, idOf, type ItemTerm, textOf, wordsOf } from '../wxr/records.ts';

/** The categories and tags of the old site. */
export class Terms {
  readonly #categories = new Map<string, { readonly category: Category; readonly parent: string }>();
  /** Slugs of categories by their numbers. */
  readonly #slugs = new Map<string, string>();
  /** The same the other way around, once it is asked for. */
  #numbers: ReadonlyMap<string, string> | undefined;
  /** Names of tags by their slugs. */
  readonly #tags = new Map<string, string>();

  /** All tags: their names by their slugs. */
  get tags(): ReadonlyMap<string, string> {
    return this.#tags;
  }

  get categories(): readonly Category[] {
    return [...this.#categories.values()].map(({ category }) => category);
  }

  /** The number of a category. */
  numberOf(id: string): string | undefined {
    this.#numbers ??= new Map([...this.#slugs].map(([number, slug]) => [slug, number]));
    return this.#numbers.get(id);
  }

  /** Enters what an export says of a category or a tag. */
  add(fields: Fields): void {
    const taxonomy = textOf(fields, 'wp:term_taxonomy');
    if (fields.has('wp:category_nicename') || taxonomy === 'category') {
      const id = decodePercents(textOf(fields, 'wp:category_nicename') || textOf(fields, 'wp:term_slug'));
      const title = wordsOf(textOf(fields, 'wp:cat_name') || textOf(fields, 'wp:term_name')) || id;
      const parent = decodePercents(textOf(fields, 'wp:category_parent') || textOf(fields, 'wp:term_parent'));
      if (id !== '' && !this.#categories.has(id)) this.#categories.set(id, { category: { id, title }, parent });
      const number = idOf(textOf(fields, 'wp:term_id'));
      if (number !== undefined) this.#slugs.set(number, id);
    } else if (fields.has('wp:tag_slug') || taxonomy === 'post_tag') {
      const slug = textOf(fields, 'wp:tag_slug') || textOf(fields, 'wp:term_slug');
      this.#addTag(slug, textOf(fields, 'wp:tag_name') || textOf(fields, 'wp:term_name'));
    }
  }

  /** Enters the terms of an item: parts of an export may lack their list. */
  addOfItem(terms: readonly ItemTerm[]): void {
    for (const { domain, nicename, name } of terms) {
      const id = decodePercents(nicename);
      if (domain === 'post_tag') this.#addTag(nicename, name);
      else if (domain === 'category' && id !== '' && !this.#categories.has(id))
        this.#categories.set(id, { category: { id, title: wordsOf(name) || id }, parent: '' });
    }
  }

  /**
   * The categories of an item, its main one first.
   *
   * @param primary The number of the main one, where somebody has said it.
   */
  categoriesOf(terms: readonly ItemTerm[], primary: string | undefined): readonly Category[] {
    const own = new Map<string, Category>();
    for (const { domain, nicename, name } of terms) {
      if (domain !== 'category') continue;
      // Old exports name each category twice, once without its slug.
      const id = decodePercents(nicename) || this.#idOfTitle(name);
      if (id !== undefined && id !== '')
        own.set(id, this.#categories.get(id)?.category ?? { id, title: wordsOf(name) || id });
    }
    const main = primary === undefined ? undefined : own.get(this.#slugs.get(primary) ?? '');
    return main ? [main, ...[...own.values()].filter((category) => category !== main)] : [...own.values()];
  }

  /** The slugs in the address of a category: those of the categories that it is in, from the outermost, and its own. */
  pathOf(id: string): readonly string[] {
    const path: string[] = [];
    for (let at = id; at !== '' && !path.includes(at); at = this.#categories.get(at)?.parent ?? '') path.unshift(at);
    return path;
  }

  #addTag(slug: string, name: string): void {
    const title = wordsOf(name);
    if (slug !== '' && title !== '' && !this.#tags.has(slug)) this.#tags.set(slug, title);
  }

  #idOfTitle(name: string): string | undefined {
    const title = wordsOf(name);
    for (const { category } of this.#categories.values()) if (category.title === title) return category.id;
    return undefined;
  }
}

/** The names of an item's tags. */
export function topicsOf(terms: readonly ItemTerm[]): readonly string[] {
  const names = terms.filter(({ domain }) => domain === 'post_tag').map(({ name }) => wordsOf(name));
  return [...new Set(names)].filter((name) => name !== '');
}
