/** What a filter of a collection may ask of a post. */
export interface FilterFacts {
  /** By name: `tag` has the slugs of all tags, `primary_tag` that of the first. */
  readonly [name: string]: readonly string[];
}

/** Whether a filter such as `tag:news+featured:true` takes a post in. */
export type Filter = (facts: FilterFacts) => boolean;

/** Names of what may be asked, and of the facts that answer. Others are nothing that an export says of each post. */
const FACTS = new Map([
  ...['tag', 'tags', 'tags.slug'].map((name) => [name, 'tag'] as const),
  ...['author', 'authors', 'authors.slug'].map((name) => [name, 'author'] as const),
  ...['primary_tag', 'primary_author', 'featured', 'visibility', 'slug', 'id'].map((name) => [name, name] as const),
]);

const TOKEN = /\s*([()+,]|([\w.]+):(-?)(\[[^\]]*\]|'(?:[^'\\]|\\.)*'|[\w.#-]+))/y;

/** More would be a program, and none is read that stands in itself so deep. */
const DEEPEST = 50;

/**
 * Reads a filter: `+` is “and”, `,` is “or”, and binds less.
 *
 * @returns `undefined` for one that asks for something else, such as dates.
 */
export function readFilter(text: string): Filter | undefined {
  const tokens: RegExpExecArray[] = [];
  const written = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < written.length) {
    const token = TOKEN.exec(written);
    if (!token) return undefined;
    tokens.push(token);
  }
  const either = (level: number): Filter | undefined => {
    const parts = partsBy(',', () => partsBy('+', () => single(level)));
    return parts && ((facts) => parts.some((all) => all.every((part) => part(facts))));
  };
  const partsBy = <Part>(sign: string, read: () => Part | undefined): Part[] | undefined => {
    const parts: Part[] = [];
    for (;;) {
      const part = read();
      if (part === undefined) return undefined;
      parts.push(part);
      if (tokens[0]?.[1] !== sign) return parts;
      tokens.shift();
    }
  };
  const single = (level: number): Filter | undefined => {
    const token = tokens.shift();
    if (token?.[1] !== '(') return token && comparison(token);
    const inner = level < DEEPEST ? either(level + 1) : undefined;
    return tokens.shift()?.[1] === ')' ? inner : undefined;
  };
  const filter = either(0);
  return tokens.length === 0 ? filter : undefined;
}

function comparison([, , name, not, value]: RegExpExecArray): Filter | undefined {
  const fact = FACTS.get(name ?? '');
  if (fact === undefined || value === undefined) return undefined;
  const listed = value.startsWith('[') ? value.slice(1, -1).split(',') : [value];
  const wanted = new Set(listed.map((one) => one.trim().replace(/^'(.*)'$/, '$1')));
  return (facts) => (facts[fact] ?? []).some((has) => wanted.has(has)) !== (not === '-');
}
