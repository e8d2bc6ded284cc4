/** A heading whose identifiers are to be made. */
export interface Named {
  /** Its words as they were written. */
  readonly words: string;
  /** The name that its editor gave it. */
  readonly own: string | undefined;
}

/**
 * The identifiers of each of the headings of a text, of which links lead to any: the first is its name, by GitHub's rule unless it has
 * one of its own; another is what it was called before that was the rule. No two are the same, nor any one of the page's.
 */
export function nameHeadings(headings: readonly Named[], ofPage: ReadonlySet<string>): readonly (readonly string[])[] {
  const taken = new Set(ofPage);
  const take = (id: string): boolean => {
    if (taken.has(id)) return false;
    taken.add(id);
    return true;
  };
  const own = headings.map(({ own: id }) => (id !== undefined && !isReserved(id) && take(id) ? id : undefined));
  const numbers = new Map<string, number>();
  const names = headings.map(({ words }, index) => own[index] ?? firstFree(githubName(words), { numbers, take }));
  const former = formerNames(headings, ofPage);
  return names.map((name, index) => {
    const earlier = own[index] === undefined ? former[index] : undefined;
    return earlier !== undefined && take(earlier) ? [name, earlier] : [name];
  });
}

/** Footnotes, posts of live blogs, corrections and updates have identifiers like these. */
function isReserved(id: string): boolean {
  return /^(?:fn(?:ref)?|update-)\d|^(?:correction|update)_\d/.test(id);
}

function unreserved(id: string): string {
  return isReserved(id) ? `part-${id}` : id;
}

/** As GitHub has it: letters, digits, hyphens and `_` in lower case, and a hyphen for each space. */
function githubName(words: string): string {
  const lower = words.trim().toLowerCase();
  if (PLAIN.test(lower)) return unreserved(lower.replaceAll(' ', '-'));
  const name = lower.replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc} -]/gu, '').replaceAll(' ', '-');
  return unreserved(/[^-]/.test(name) ? name : 'part');
}

/** Words of which all names are alike, as most are. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

function firstFree(
  name: string,
  { numbers, take }: { readonly numbers: Map<string, number>; readonly take: (id: string) => boolean },
): string {
  let number = numbers.get(name) ?? 0;
  let id = number === 0 ? name : `${name}-${number}`;
  while (!take(id)) {
    number += 1;
    id = `${name}-${number}`;
  }
  numbers.set(name, number + 1);
  return id;
}

/** What headings were called before: their words in lower case, joined by hyphens, counted from 2 where a name was taken. */
function formerNames(headings: readonly Named[], ofPage: ReadonlySet<string>): readonly (string | undefined)[] {
  const taken = new Map([...ofPage].map((id) => [id, 1]));
  return headings.map(({ words, own }) => {
    if (own !== undefined) return undefined;
    const base = formerName(words);
    let number = (taken.get(base) ?? 0) + 1;
    while (number > 1 && taken.has(`${base}-${number}`)) number += 1;
    taken.set(base, number);
    const id = number === 1 ? base : `${base}-${number}`;
    if (id !== base) taken.set(id, 1);
    return id;
  });
}

function formerName(words: string): string {
  const lower = words.toLowerCase();
  if (PLAIN.test(lower)) return unreserved(lower.replaceAll(' ', '-'));
  return unreserved((lower.match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['part']).join('-'));
}
