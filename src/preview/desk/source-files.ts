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
  const found = foundIn(site, content, path);
  if (found !== undefined) return within(content, found);
  // Faults of layouts and of their styles are no diagnostics.
  if (path.startsWith(LAYOUTS)) return within(join(NEWSROOM, 'layouts'), join(NEWSROOM, path));
  if (!path.startsWith(CONTENT)) return undefined;
  if (!site.isTold(path)) return undefined;
  return within(content, join(content, path.slice(CONTENT.length)));
}

/** Where a text of the newsroom was found, or would be: not looked at again, for what is only shown. */
export function foundPathOf(path: string, given: FilesGiven): string | undefined {
  return foundIn(given.site, given.content, path) ?? diskPathOf(path, given);
}

/** A place of a file as a link that editors such as VS Code follow. */
export function editorLink(path: string, line: number, given: FilesGiven): string | undefined {
  const diskPath = foundPathOf(path, given);
  return diskPath === undefined ? undefined : editorAddress(diskPath, line);
}

/** Where a text or template of the edition that is shown was found. */
function foundIn({ edition }: PreviewSite, content: string, path: string): string | undefined {
  if (!edition || !path.startsWith(CONTENT)) return undefined;
  const diskPath = join(content, path.slice(CONTENT.length));
  if (edition.fileOnDisk(diskPath)?.path === path) return diskPath;
  // Some disks store accents in another way than paths here have them; and templates are few.
  const { texts, templates } = edition.files.walk;
  const isIt = (file: { readonly path: string }): boolean => file.path === path;
  return (templates.find(isIt) ?? (IS_PLAIN.test(path) ? undefined : texts.find(isIt)))?.diskPath;
}

const IS_PLAIN = /^[ -~]*$/;

/** The path of a file that is there and lies in a folder, however links lead; nothing otherwise. */
function within(folder: string, diskPath: string): string | undefined {
  try {
    return realpathSync(diskPath).startsWith(realpathSync(folder) + sep) ? diskPath : undefined;
  } catch {
    return undefined;
  }
}
