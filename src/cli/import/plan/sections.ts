import { isSlug } from '../../../domain/addresses.ts';
import { slugFrom } from '../../../validate/story/slug.ts';
import type { Outline } from '../archive.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** Which categories of an archive are sections of the newsroom, and which are topics. */
export interface SectionPlan {
  /** The sections of `site.yaml`, in their order. */
  readonly sections: readonly Section[];
  /** Ids of sections by ids of categories. */
  readonly byCategory: ReadonlyMap<string, string>;
}

/** More than a navigation can hold at a glance. */
const MOST_SECTIONS = 8;

/** What systems call the category of what has none. */
const NONE =
  /^(?:uncategori[sz]ed|ohne kategorie|allgemein|non class[ée]|sin categor[íi]a|senza categoria|geen categorie|без рубрики|未分类)$/i;

/**
 * @param outlines Of the archive.
 * @param known Sections of a newsroom that is there already; only they are used then.
 * @param wanted Of a mapping file: ids of sections by ids or titles of categories; `topic` makes one a topic.
 * @param isTaken Whether another page has `/id/` already.
 */
export function planSections(
  outlines: readonly Outline[],
  {
    known,
    wanted,
    isTaken,
  }: {
    readonly known: readonly Section[] | undefined;
    readonly wanted: ReadonlyMap<string, string>;
    readonly isTaken: (path: string) => boolean;
  },
): SectionPlan {
  const found = countCategories(outlines);
  const byCategory = new Map<string, string>();
  const sections = new Map((known ?? []).map((section) => [section.id, section]));
  const byTitle = new Map((known ?? []).map(({ id, title }) => [title.toLowerCase(), id]));
  const chosen = [...found.values()]
    .filter(({ title }) => !NONE.test(title) || found.size === 1)
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  for (const { id, title, count } of chosen) {
    const asked = wanted.get(id) ?? wanted.get(title);
    if (asked === 'topic') continue;
    if (asked !== undefined) {
      if (!sections.has(asked)) sections.set(asked, { id: asked, title });
      byCategory.set(id, asked);
    } else if (known) {
      const same = sections.has(id) ? id : byTitle.get(title.toLowerCase());
      if (same !== undefined) byCategory.set(id, same);
    } else if (count > 0 && sections.size < MOST_SECTIONS) {
      const free = freeId(id, title, (one) => sections.has(one) || isTaken(`/${one}/`));
      sections.set(free, { id: free, title });
      byCategory.set(id, free);
    }
  }
  return { sections: [...sections.values()], byCategory };
}

/** Whether a category only says that a story has none. */
export function isNoCategory(title: string): boolean {
  return NONE.test(title);
}

/** The section of a story, and the titles of those of its categories that are topics. */
export function sectionOf(
  { categories }: Outline,
  { byCategory }: SectionPlan,
): { readonly section: string | undefined; readonly topics: readonly string[] } {
  const first = categories.find(({ id }) => byCategory.has(id));
  const topics = categories.filter(({ id, title }) => byCategory.get(id) === undefined && !NONE.test(title));
  return { section: first && byCategory.get(first.id), topics: topics.map(({ title }) => title) };
}

/** All categories of stories, and of how many each is the main one. */
function countCategories(outlines: readonly Outline[]): ReadonlyMap<string, Section & { readonly count: number }> {
  const counted = new Map<string, Section & { count: number }>();
  for (const { kind, categories } of outlines) {
    if (kind !== 'story') continue;
    for (const [index, { id, title }] of categories.entries()) {
      const known = counted.get(id) ?? { id, title, count: 0 };
      if (index === 0) known.count += 1;
      counted.set(id, known);
    }
  }
  return counted;
}

function freeId(id: string, title: string, isTaken: (id: string) => boolean): string {
  const named = isSlug(id) ? id : (slugFrom(id) ?? slugFrom(title) ?? 'section');
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? named : `${named}-${number}`;
    if (!isTaken(one)) return one;
  }
}
