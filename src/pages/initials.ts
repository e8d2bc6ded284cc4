/** Names that begin with the same letter. */
export interface InitialGroup<Item> {
  /** `#` where they begin with none. */
  readonly initial: string;
  readonly items: readonly Item[];
}

const NO_LETTER = '#';

/**
 * Groups names, which are in the order of a language's alphabet, by what they begin with. Letters that the language takes for
 * one are one: É is under E in English and French, Ö under O in German but on its own in Swedish.
 */
export function groupByInitial<Item extends { readonly name: string }>(
  inOrder: readonly Item[],
  language: string,
): readonly InitialGroup<Item>[] {
  const { compare } = new Intl.Collator([language, 'en'], { sensitivity: 'base' });
  const groups = new Map<string, { readonly initial: string; readonly items: Item[] }>();
  let last: { readonly initial: string; readonly items: Item[] } | undefined;
  for (const item of inOrder) {
    const initial = initialOf(item.name, language);
    const isAsLast =
      last && initial !== NO_LETTER && last.initial !== NO_LETTER && compare(last.initial, initial) === 0;
    const group = groups.get(initial) ?? (isAsLast ? last : undefined) ?? { initial, items: [] };
    groups.set(initial, group);
    group.items.push(item);
    last = group;
  }
  return [...new Set(groups.values())].map((group) => ({ ...group, initial: plainest(group, compare, language) }));
}

function initialOf(name: string, language: string): string {
  const [first = ''] = name.normalize('NFC').match(/\p{L}/u) ?? [];
  const begins = /^[\p{P}\p{S}\p{Z}]*\p{L}/u.test(name.normalize('NFC'));
  return begins ? first.toLocaleUpperCase(language) : NO_LETTER;
}

/** The letter without a mark, where the language has both for one. */
function plainest(
  { initial }: { readonly initial: string },
  compare: (a: string, b: string) => number,
  language: string,
): string {
  const bare = initial.normalize('NFD').charAt(0).toLocaleUpperCase(language);
  return bare !== '' && compare(bare, initial) === 0 ? bare : initial;
}
