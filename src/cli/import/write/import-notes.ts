import type { ImportNote } from '../archive.ts';

const GONE = {
  kind: 'look',
  what: 'story or page that the archive has no more',
  advice:
    'it stays as the last import left it; take it away by hand if it is to be gone, with a line in `content/redirects.yaml`',
} as const;

export const OF_NO_KIND = {
  what: 'picture or file of a kind that is not published',
  advice: 'its words stand in its place; save a picture as JPEG or PNG, and put it back by hand',
} as const;

export const OF_PAGE = {
  what: 'medium of a page that is not there',
  advice: 'its words stand in its place; run the import again with `--fetch`, or put it there by hand',
} as const;

/** A redirect of the old site that the newsroom cannot have. */
export function noteOfRedirect({ from, to }: { readonly from: string; readonly to: string }): ImportNote {
  return {
    kind: 'lost',
    what: 'redirect to what is not there, or from where pages are',
    advice: 'write where it is to lead now into `content/redirects.yaml`; a pattern must fit the address of no page',
    detail: `${from} → ${to}`,
  };
}

/**
 * What an earlier import wrote and the archive has no more: it stays. Most of another archive's would be so, and is not told of.
 *
 * @param known Files by what they were made of.
 * @param entries What the archive has, likewise.
 * @param files That are there, from the content folder.
 */
export function notesOfGone(
  known: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, unknown>,
  files: readonly string[],
): readonly ImportNote[] {
  const there = new Set(files);
  const written = [...known].filter(([, path]) => /^(?:articles|pages)\//.test(path));
  const gone = written.filter(([key, path]) => !entries.has(key) && there.has(path));
  return gone.length > written.length / 2 ? [] : gone.map(([, detail]) => ({ ...GONE, detail }));
}
