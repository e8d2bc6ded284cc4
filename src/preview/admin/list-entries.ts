import { COLLECTIONS } from '../../newsroom/admin/config/admin-config.ts';
import { ARTICLES } from '../../domain/content-kinds.ts';
import type { Served } from '../server/route.ts';
import { readTextFile, type TextFile } from './content-file.ts';

/** So many files of a folder are listed. The editor has all that it lists in memory, and looks for others on the disk. */
const MOST_LISTED = 200;

/**
 * The files that the editor lists of a collection: of stories those with errors, drafts, and the newest; or those whose headline or file name has what
 * somebody searches for.
 *
 * @param term What is searched for; everything where it is not there.
 */
export function listEntries(folder: unknown, term: unknown, served: Served): readonly TextFile[] | undefined {
  const collection = COLLECTIONS.find((one) => one.place.folder === `${String(folder)}/`);
  if (!collection) return undefined;
  const paths = collection.place === ARTICLES ? storyPaths(served) : textPaths(collection.place.folder, served);
  const word = typeof term === 'string' ? term.trim().toLowerCase() : '';
  const listed: TextFile[] = [];
  for (const { path, headline } of paths) {
    if (listed.length >= MOST_LISTED) break;
    if (word !== '' && !`${headline}\n${path}`.toLowerCase().includes(word)) continue;
    const read = readTextFile(path, served);
    if (read.kind === 'text') listed.push({ path: read.path, text: read.text, version: read.version });
  }
  return listed;
}

interface Listed {
  readonly path: string;
  readonly headline: string;
}

/** Those with errors, which an editor looks for first, then drafts, then all others; each the newest first. */
function* storyPaths({ site }: Served): Generator<Listed> {
  const stories = site?.edition?.prepared.edition.stories ?? [];
  const heldUp = new Set([...(site?.heldUp ?? [])].filter((path) => path.startsWith(ARTICLES.folder)));
  for (const path of heldUp) yield { path, headline: '' };
  for (const isDraft of [true, false]) {
    for (const { entry } of stories) {
      if (entry.draft === isDraft && !heldUp.has(entry.path)) yield { path: entry.path, headline: entry.headline };
    }
  }
}

function textPaths(folder: string, { site }: Served): readonly Listed[] {
  const texts = site?.edition?.files.walk.texts ?? [];
  return texts.flatMap(({ path }) => (path.startsWith(folder) && /\.md$/i.test(path) ? [{ path, headline: '' }] : []));
}
