import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { NEWSROOM } from '../../disk/project.ts';
import type { PreviewSite } from '../preview-site.ts';
import { editorAddress } from './story-links.ts';

/** What the files of a newsroom are looked up in. */
export interface FilesGiven {
  readonly site: PreviewSite;
  /** Absolute path of the content folder. */
  readonly content: string;
}

const CONTENT = 'content/';
const LAYOUTS = 'layouts/';

/**
 * Where a text of the newsroom lies on disk: a story or another text of `content/` that was found there, or a file in which something is
 * wrong. No other file is to be had by any path, wherever that leads.
 */
export function diskPathOf(path: string, { site, content }: FilesGiven): string | undefined {
  const found = filesOf(site).get(path);
  if (found !== undefined) return within(content, found);
  // Faults of layouts and of their styles are no diagnostics.
  if (path.startsWith(LAYOUTS)) return within(join(NEWSROOM, 'layouts'), join(NEWSROOM, path));
  if (!path.startsWith(CONTENT)) return undefined;
  if (!site.heldUp.has(path) && !site.diagnostics.some((diagnostic) => diagnostic.path === path)) return undefined;
  return within(content, join(content, path.slice(CONTENT.length)));
}

/** Where a text of the newsroom was found, or would be: not looked at again, for what is only shown. */
export function foundPathOf(path: string, given: FilesGiven): string | undefined {
  return filesOf(given.site).get(path) ?? diskPathOf(path, given);
}

/** A place of a file as a link that editors such as VS Code follow. */
export function editorLink(path: string, line: number, given: FilesGiven): string | undefined {
  const diskPath = foundPathOf(path, given);
  return diskPath === undefined ? undefined : editorAddress(diskPath, line);
}

const paths = new WeakMap<object, ReadonlyMap<string, string>>();

/** The texts and templates of the edition that is shown, by their paths. */
function filesOf({ edition }: PreviewSite): ReadonlyMap<string, string> {
  if (!edition) return new Map();
  const { files } = edition;
  const known = paths.get(files);
  if (known) return known;
  const all = [...files.walk.texts, ...files.walk.templates];
  const made = new Map(all.map(({ path, diskPath }) => [path, diskPath]));
  paths.set(files, made);
  return made;
}

/** The path of a file that is there and lies in a folder, however links lead; nothing otherwise. */
function within(folder: string, diskPath: string): string | undefined {
  try {
    return realpathSync(diskPath).startsWith(realpathSync(folder) + sep) ? diskPath : undefined;
  } catch {
    return undefined;
  }
}
