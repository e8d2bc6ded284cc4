// disk/: reading the content folder and the output, watching, locks, and what the system says of a file.
// May import: domain, plan, diagnostics.

import { describeUnreadable } from './describe-unreadable.ts';
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import { ARTICLES, CONTENT_KINDS, type ContentPlace, isAt } from '../domain/content-kinds.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { type FileState, stateOf } from './files.ts';

/** A file of the content folder. */
export interface FoundFile {
  /** From the content folder's parent: `content/articles/flood.md`. */
  readonly path: string;
  readonly diskPath: string;
  readonly state: FileState;
}

/** What lies in a content folder; none of it is read yet. */
export interface ContentWalk {
  /** Stories, `site.yaml`, and the files of all other kinds. */
  readonly texts: readonly FoundFile[];
  /** Pictures and other files, by path. */
  readonly media: ReadonlyMap<string, FoundFile>;
  /** Paths of symbolic links that leave the folder. */
  readonly outside: ReadonlySet<string>;
  /** Files that only Eleventy knows what to do with. */
  readonly templates: readonly FoundFile[];
  readonly findings: readonly Finding[];
}

const MEDIA = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|csv|tsv|mp3|m4a|ogg|opus|wav|mp4|webm|vtt)$/i;

/** Where texts lie; most are stories. */
const PLACES: readonly ContentPlace[] = [ARTICLES, ...Object.values(CONTENT_KINDS)];
const MEDIA_FOLDERS = ['content/media/', ...PLACES.filter(({ hasMedia }) => hasMedia).map(({ folder }) => folder)];

/** Finds the files of a content folder. Hidden ones are left alone; links are followed within the folder only. */
export function walkContent(contentFolder: string): ContentWalk {
  const walk = new Walk(realpathSync(contentFolder));
  walk.folder(contentFolder, 'content');
  return walk;
}

class Walk implements ContentWalk {
  readonly texts: FoundFile[] = [];
  readonly media = new Map<string, FoundFile>();
  readonly outside = new Set<string>();
  readonly templates: FoundFile[] = [];
  readonly findings: Finding[] = [];
  private readonly root: string;
  private readonly visited = new Set<string>();
  /** Paths of files. */
  private readonly taken = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  folder(diskFolder: string, folder: string): void {
    const real = realpathSync(diskFolder);
    if (this.visited.has(real)) return;
    this.visited.add(real);
    const entries = readdirSync(diskFolder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      this.entry(entry, `${diskFolder}${sep}${entry.name}`, `${folder}/${entry.name.normalize('NFC')}`);
    }
  }

  private entry(entry: Dirent, diskPath: string, path: string): void {
    try {
      if (entry.isSymbolicLink() && !this.isInside(diskPath)) {
        this.outside.add(path);
        this.note(
          'file-outside',
          path,
          'Unexpected link to something outside of the content folder, expected the file itself',
          'copy the file itself to this place',
        );
        return;
      }
      if (entry.isDirectory()) {
        this.folder(diskPath, path);
        return;
      }
      const stats = statSync(diskPath);
      if (stats.isDirectory()) this.folder(diskPath, path);
      else if (stats.isFile()) this.file(diskPath, path, stats);
      else
        this.note(
          'file-unreadable',
          path,
          'Unexpected device or pipe, expected an ordinary file',
          'remove it from the content folder',
        );
    } catch (fault) {
      const reason = (fault as NodeJS.ErrnoException).code ?? String(fault);
      if (entry.isSymbolicLink() && (reason === 'ENOENT' || reason === 'ELOOP')) {
        const message = 'Unexpected symbolic link that leads to nothing, expected a file';
        this.note('file-unreadable', path, message, 'remove the link, or put the file itself in its place');
        return;
      }
      const { message, hint } = describeUnreadable(fault, entry.isDirectory() ? 'folder' : 'file');
      this.note('file-unreadable', path, message, hint);
    }
  }

  private isInside(diskPath: string): boolean {
    const target = realpathSync(diskPath);
    return target === this.root || target.startsWith(this.root + sep);
  }

  private file(diskPath: string, path: string, stats: Stats): void {
    const file = { path, diskPath, state: stateOf(stats) };
    if (this.taken.has(path)) {
      const message =
        'Unexpected second file of this name, expected names that differ in more than how accents are stored';
      this.note('file-unreadable', path, message, 'rename one of the two, or remove it');
      return;
    }
    this.taken.add(path);
    if (isText(path)) this.texts.push(file);
    else if (path.startsWith(CONTENT_KINDS.ownPages.folder)) this.templates.push(file);
    else if (isMedium(path)) this.media.set(path, file);
    else
      this.note(
        'file-misplaced',
        path,
        'Unexpected file here, expected one of a kind that Broadsheet publishes in this folder',
        hintForMisplaced(path),
      );
  }

  private note(code: Finding['code'], path: string, message: string, hint: string): void {
    this.findings.push({ code, path, at: WHOLE_FILE, message, hint });
  }
}

function isText(path: string): boolean {
  return PLACES.some((place) => isAt(place, path)) || path === SITE_PATH;
}

/** Transcripts are the only texts among them: beside stories, a text file is mostly a story of the wrong name. */
function isMedium(path: string): boolean {
  if (path.startsWith('content/media/') && /\.txt$/i.test(path)) return true;
  return MEDIA.test(path) && MEDIA_FOLDERS.some((folder) => path.startsWith(folder));
}

function hintForMisplaced(path: string): string {
  if (path.startsWith('content/fronts/') && /\.ya?ml$/i.test(path)) {
    return 'fronts are files in content/fronts/ whose names end with `.yaml`: `home.yaml`, `es/home.yaml`';
  }
  if (/\.(?:markdown|mdx?|txt)$/i.test(path))
    return 'stories are files in content/articles/ whose names end with `.md`';
  const name = /^content\/(site|redirects)\.yml$/.exec(path)?.[1];
  if (name !== undefined) return `name it \`${name}.yaml\``;
  if (MEDIA.test(path)) return 'put pictures into content/media/, or beside the story that shows them';
  return 'remove it, or convert it to a picture, PDF, CSV, sound or video file in content/media/';
}
