import { ARTICLES } from '../domain/content/content-kinds.ts';
import type { Entry } from '../domain/story/entry.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import { type Finding, valueAt } from '../diagnostics/finding.ts';
import { nearest, quote, quoteAll } from '../diagnostics/wording.ts';
import type { Newsroom } from './newsroom.ts';

/** Notes folders that `defaults` in `site.yaml` names and in which there is no story. */
export function checkDefaultFolders({ site, entries }: Pick<Newsroom, 'site' | 'entries'>, findings: Finding[]): void {
  for (const { folder, keys } of site.defaults) {
    if (folder === undefined || entries.some(({ path }) => path.startsWith(folder))) continue;
    findings.push({
      code: 'folder-unknown',
      path: SITE_PATH,
      at: valueAt(...keys, 'folder'),
      message: `Unexpected folder ${quote(folder.slice(ARTICLES.folder.length, -1))}, expected one in ${ARTICLES.folder} with stories in it`,
      hint: hintFor(folder, foldersOf(entries)),
    });
  }
}

function hintFor(folder: string, known: readonly string[]): string {
  const meant = nearest(folder.slice(ARTICLES.folder.length, -1), known);
  if (meant !== undefined) return `did you mean \`${meant}\`?`;
  return known.length > 0 && known.length <= MOST_NAMED
    ? `write one of ${quoteAll(known)}, or remove \`folder\` to reach all stories`
    : 'write the path of a folder from there, such as `archive/2014`, or remove `folder` to reach all stories';
}

const MOST_NAMED = 12;

/** The folders that stories are in, at any depth, from `content/articles/`. */
function foldersOf(entries: readonly Pick<Entry, 'path'>[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of entries) {
    const parts = path.slice(ARTICLES.folder.length).split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'));
  }
  return [...folders].sort();
}
