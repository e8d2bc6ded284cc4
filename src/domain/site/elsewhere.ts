/**
 * Whether a path is one of those that something else serves on the host of the site, by a pattern of `elsewhere`: `/shop/**`. `*` stands
 * for anything within a part of the path, `**` as a part of its own for any number of parts, none among them. All else stands for itself,
 * and a slash at the end makes no difference.
 */
export function isElsewhere(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    matchesAll(partsOf(pattern), partsOf(path), { isMany: isDeep, matches: matchesPart }),
  );
}

function partsOf(path: string): readonly string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/');
}

function isDeep(part: string): boolean {
  return part === '**';
}

function matchesPart(pattern: string, part: string): boolean {
  if (!pattern.includes('*')) return pattern === part;
  return matchesAll([...pattern], [...part], {
    isMany: (sign) => sign === '*',
    matches: (sign, other) => sign === other,
  });
}

/** Matches a list against a pattern of which some entries stand for any number of entries: the last of those takes what it must. */
function matchesAll(
  pattern: readonly string[],
  list: readonly string[],
  {
    isMany,
    matches,
  }: { readonly isMany: (entry: string) => boolean; readonly matches: (entry: string, other: string) => boolean },
): boolean {
  let [at, next] = [0, 0];
  let again: { readonly at: number; next: number } | undefined;
  while (next < list.length) {
    const entry = pattern[at];
    if (entry !== undefined && isMany(entry)) {
      again = { at: at + 1, next };
      at += 1;
    } else if (entry !== undefined && matches(entry, list[next] ?? '')) {
      at += 1;
      next += 1;
    } else if (again) {
      again.next += 1;
      [at, next] = [again.at, again.next];
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isMany);
}
