import { COLLECTIONS, type CollectionName } from '../../newsroom/admin/config/admin-config.ts';
import { takeApart } from '../../newsroom/admin/entries/read-entry.ts';
import { ARTICLES, isAt } from '../../domain/content/content-kinds.ts';
import type { Served } from '../server/route.ts';
import { readTextFile, type TextFile } from './content-file.ts';

/** So many files of a folder are listed. The editor has all that it lists in memory, and looks for others on the disk. */
const MOST_LISTED = 200;

/**
 * The files that the editor lists of a collection: of stories those with errors, drafts, and the newest; or those whose headline, name or title, or file name
 * has what somebody searches for, in capitals or not.
 *
 * @param term What is searched for; everything where it is not there.
 */
export function listEntries(folder: unknown, term: unknown, served: Served): readonly TextFile[] | undefined {
  const collection = COLLECTIONS.find((one) => one.place.folder === `${String(folder)}/`);
  if (!collection) return undefined;
  const word = typeof term === 'string' ? searched(term.trim()) : '';
  const listed: TextFile[] = [];
  for (const { path, title } of LISTS[collection.name](served)) {
    if (listed.length >= MOST_LISTED) break;
    if (word !== '' && title !== undefined && !searched(`${title}\n${path}`).includes(word)) continue;
    const read = readTextFile(path, served);
    if (read.kind !== 'text') continue;
    const isFound = title !== undefined || searched(`${titleIn(read.text, collection.named)}\n${path}`).includes(word);
    if (isFound) listed.push({ path: read.path, text: read.text, version: read.version });
  }
  return listed;
}

function searched(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** What a file that has no place in the edition is called. */
function titleIn(text: string, key: string): string {
  const values = takeApart(text)?.values ?? {};
  return Object.hasOwn(values, key) ? String(values[key]) : '';
}

interface Listed {
  readonly path: string;
  /** Nothing where only the file says it. */
  readonly title: string | undefined;
}

const LISTS: Readonly<Record<CollectionName, (served: Served) => Iterable<Listed>>> = {
  stories: listStories,
  contributors: (served) => listTexts('contributors', served),
  pages: (served) => listTexts('pages', served),
};

/** Those with errors, which an editor looks for first, then drafts, then all others; each the newest first. */
function* listStories({ site }: Served): Generator<Listed> {
  const stories = site?.written?.edition.stories ?? [];
  const heldUp = new Set([...(site?.heldUp ?? [])].filter((path) => isAt(ARTICLES, path)));
  for (const path of heldUp) yield { path, title: undefined };
  for (const isDraft of [true, false]) {
    for (const { entry } of stories) {
      if (entry.draft === isDraft && !heldUp.has(entry.path)) yield { path: entry.path, title: entry.headline };
    }
  }
}

function* listTexts(name: 'contributors' | 'pages', { site }: Served): Generator<Listed> {
  const { contributors, ownPages } = site?.written?.edition ?? {};
  const titles = new Map([
    ...(contributors ?? []).map(({ contributor }) => [contributor.path, contributor.name] as const),
    ...(ownPages ?? []).map(({ path, head }) => [path, head?.title] as const),
  ]);
  const place = COLLECTIONS.find((one) => one.name === name)?.place;
  for (const { path } of site?.written?.files.walk.texts ?? []) {
    if (place && isAt(place, path) && /\.md$/i.test(path)) yield { path, title: titles.get(path) };
  }
}
