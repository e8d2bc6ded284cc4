import { nearest } from '../../../diagnostics/wording.ts';

const MOST = 3;

/**
 * The stories that somebody may have meant by what is no path of one: a part of a path, a name alone, with or without its ending, the
 * address of a page, or any of these with a slip in it.
 *
 * @param paths Of all stories: `content/articles/2026/11/bridge.md`.
 */
export function storiesLike(given: string, paths: readonly string[]): readonly string[] {
  const parts = given
    .normalize('NFC')
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = nameIn(parts.at(-1) ?? '');
  if (name === '') return [];
  const named = paths.filter((path) => nameOf(path) === name);
  const ending = `/${[...parts.slice(0, -1), name].join('/')}.md`;
  const within = named.filter((path) => `/${path}`.endsWith(ending));
  if (within.length > 0) return within.slice(0, MOST);
  if (named.length > 0) return named.slice(0, MOST);
  const meant = nearest(name, [...new Set(paths.map(nameOf))]);
  return paths.filter((path) => nameOf(path) === meant).slice(0, MOST);
}

/** `bridge`, of `content/articles/2026/11/bridge.md`. */
function nameOf(path: string): string {
  return nameIn(path.replace(/^.*\//, ''));
}

function nameIn(part: string): string {
  return part.replace(/\.(?:md|markdown)$/i, '');
}
