// disk/: reading the content folder and the output, watching, locks, and what the system says of a file.
// May import: domain, plan, diagnostics.

import { describeUnreadable } from './describe-unreadable.ts';
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import {
  ARTICLES,
  CONTENT_KINDS,
  COPY_DESK,
  type ContentPlace,
  isAt,
  MEDIA_FOLDER,
  PUBLIC,
} from '../domain/content/content-kinds.ts';
import { isMedium, isNeverPublished } from '../domain/media/kinds.ts';
import { isScript, PAGES_FOLDER, programRole, templateStem } from '../domain/site/programs.ts';
import { SITE_PATH } from '../domain/site/site.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import { type FileState, stateOf, statIfThere } from './files.ts';
import { hintForMisplaced } from './misplaced.ts';

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
  /** Files of `content/pages/` that only Eleventy knows what to do with: templates that are programs, and data. */
  readonly templates: readonly FoundFile[];
  /** Files that are copied to the root of the site as they are, by path. */
  readonly publicFiles: ReadonlyMap<string, FoundFile>;
  readonly findings: readonly Finding[];
}

/** What is known of the files of a content folder, so that most of them need no look. */
export interface KnownFiles {
  /** Where files may be others than they were, and folders with any such in them: see `changed-paths.ts`. */
  readonly changed: ReadonlySet<string>;
  /** What the system said of the file of a path when it was read, `content/articles/flood.md`; nothing of one that needs a look. */
  readonly stateOf: (path: string) => FileState | undefined;
}

/** Where texts lie; most are stories. */
const PLACES: readonly ContentPlace[] = [ARTICLES, COPY_DESK, ...Object.values(CONTENT_KINDS)];
const MEDIA_FOLDERS = [MEDIA_FOLDER, ...PLACES.filter(({ hasMedia }) => hasMedia).map(({ folder }) => folder)];

/** So many folders may lie in each other. What systems take to find one of them grows with its depth. */
const MOST_FOLDERS = 64;

/** Files of `content/` by their paths, and the path on disk of the file that is read in their place; `undefined` where none is to be there. */
export type Instead = ReadonlyMap<string, string | undefined>;

const AS_IT_IS: Instead = new Map();

/**
 * Finds the files of a content folder. Hidden ones are left alone but in `content/public/`; links are followed within the folder only.
 *
 * @param instead What is found in place of files, whether those are there or not.
 */
export function walkContent(contentFolder: string, instead = AS_IT_IS): ContentWalk {
  return walkWith(contentFolder, { instead });
}

/**
 * Finds them likewise, by the names that folders have, and looks only at those that are unknown, that may have changed, and that are
 * links. Where something that may have changed is there and was not met, it looks at all.
 */
export function walkChanged(contentFolder: string, known: KnownFiles): ContentWalk {
  const walk = walkWith(contentFolder, { instead: AS_IT_IS, known });
  const isKnownOf = (path: string): boolean => walk.met.has(path) || !statIfThere(path) || walk.isHidden(path);
  return [...known.changed].every(isKnownOf) ? walk : walkContent(contentFolder);
}

interface WalkGiven {
  readonly instead: Instead;
  readonly known?: KnownFiles;
}

function walkWith(contentFolder: string, given: WalkGiven): Walk {
  const root = realpathSync(contentFolder);
  const walk = new Walk(root, given);
  walk.folder({ disk: contentFolder, path: 'content', real: root, isLookedAt: given.known === undefined });
  walk.others();
  walk.end();
  return walk;
}

/** A file or a folder that was found. */
interface Found {
  readonly disk: string;
  readonly path: string;
  /** Its path on disk without links, if it is none itself. To ask the system for that of each would take time by the cube of their depth. */
  readonly real: string;
  /** Whether what is known of it, and of all in it, does not count. */
  readonly isLookedAt: boolean;
}

class Walk implements ContentWalk {
  readonly texts: FoundFile[] = [];
  readonly media = new Map<string, FoundFile>();
  readonly outside = new Set<string>();
  readonly templates: FoundFile[] = [];
  readonly publicFiles = new Map<string, FoundFile>();
  readonly findings: Finding[] = [];
  /** Of what may have changed, what was met. */
  readonly met = new Set<string>();
  private readonly root: string;
  private readonly instead: Instead;
  private readonly known: KnownFiles | undefined;
  /** The names of what may have changed, by the folders that it is in. */
  private readonly changedIn: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly visited = new Set<string>();
  /** Paths of files. */
  private readonly taken = new Set<string>();
  /** Files of `content/pages/` that may be data of a template, or be imported by one. */
  private readonly undecided: FoundFile[] = [];

  constructor(root: string, { instead, known }: WalkGiven) {
    this.root = root;
    this.instead = instead;
    this.known = known;
    this.changedIn = namesByFolder(known?.changed ?? []);
  }

  /** Takes the files that are read in place of others. */
  others(): void {
    for (const [path, diskPath] of this.instead) {
      const names = path.split('/');
      const isOurs = names.every((name, depth) => !isLeftAlone(name, `${names.slice(0, depth).join('/')}/`));
      if (diskPath !== undefined && isOurs) this.file(diskPath, path, stateOf(statSync(diskPath)));
    }
  }

  /** Whether something within the folder is left alone for its name, or that of a folder around it. */
  isHidden(place: string): boolean {
    const names = relative(this.root, place).split(sep);
    const around = names[0] === basename(PUBLIC.folder) ? PUBLIC.folder : 'content/';
    return names.some((name) => isLeftAlone(name, around));
  }

  /** Decides about the files of which it depends on all others what they are. */
  end(): void {
    const pages = [...this.texts, ...this.templates].filter(({ path }) => path.startsWith(PAGES_FOLDER));
    const named = new Set(pages.map(({ path }) => templateStem(path)));
    const canImport = this.templates.some(({ path }) => isScript(path));
    for (const file of this.undecided) {
      const { path } = file;
      if (named.has(templateStem(path)) || (canImport && isScript(path))) this.templates.push(file);
      else if (isMedium(path)) this.media.set(path, file);
      else this.misplaced(path);
    }
    this.templates.sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  folder({ disk, path, real, isLookedAt }: Found): void {
    if (this.visited.has(real)) return;
    this.visited.add(real);
    const place = real.normalize('NFC');
    const isChanged = this.known?.changed.has(place) === true;
    if (isChanged) this.met.add(place);
    const changed = this.changedIn.get(place);
    const entries = readdirSync(disk, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = entry.name.normalize('NFC');
      const isNamed = changed?.has(name) === true;
      if (isNamed) this.met.add(`${place}${sep}${name}`);
      if (isLeftAlone(entry.name, `${path}/`) || this.instead.has(`${path}/${name}`)) continue;
      this.entry(entry, {
        disk: `${disk}${sep}${entry.name}`,
        path: `${path}/${name}`,
        real: `${real}${sep}${entry.name}`,
        isLookedAt: isLookedAt || isChanged || isNamed,
      });
    }
  }

  private entry(entry: Dirent, found: Found): void {
    const { disk, path } = found;
    try {
      const known = found.isLookedAt || !entry.isFile() ? undefined : this.known?.stateOf(path);
      if (known) {
        this.file(disk, path, known);
        return;
      }
      if (entry.isSymbolicLink() && !this.isInside(disk)) {
        this.outside.add(path);
        this.note(
          'file-outside',
          path,
          'Unexpected link to something outside of the content folder, expected the file itself',
          'copy the file itself to this place',
        );
        return;
      }
      if (entry.isDirectory() && path.split('/').length > MOST_FOLDERS + 1) {
        const message = `Unexpected ${MOST_FOLDERS + 1} folders in each other, expected at most ${MOST_FOLDERS}`;
        this.note('nesting-too-deep', path, message, 'move the files into a folder further up');
        return;
      }
      if (entry.isDirectory()) {
        this.folder(found);
        return;
      }
      const stats = statSync(disk);
      if (stats.isDirectory()) this.folder({ ...found, real: realpathSync(disk) });
      else if (stats.isFile()) this.file(disk, path, stateOf(stats));
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

  private file(diskPath: string, path: string, state: FileState): void {
    const file = { path, diskPath, state };
    if (this.taken.has(path)) {
      const message =
        'Unexpected second file of this name, expected names that differ in more than how accents are stored';
      this.note('file-unreadable', path, message, 'rename one of the two, or remove it');
      return;
    }
    this.taken.add(path);
    if (isAt(PUBLIC, path)) this.publicFiles.set(path, file);
    else if (isText(path)) this.texts.push(file);
    else if (programRole(path) === 'by-name') this.undecided.push(file);
    else if (programRole(path) !== undefined) this.templates.push(file);
    else if (MEDIA_FOLDERS.some((folder) => path.startsWith(folder)) && isMedium(path)) this.media.set(path, file);
    else this.misplaced(path);
  }

  private misplaced(path: string): void {
    const message = isNeverPublished(path)
      ? 'Unexpected program or web page, expected a kind of file that runs nothing'
      : 'Unexpected file here, expected one of a kind that Broadsheet publishes in this folder';
    this.note('file-misplaced', path, message, hintForMisplaced(path));
  }

  private note(code: Finding['code'], path: string, message: string, hint: string): void {
    this.findings.push({ code, path, at: WHOLE_FILE, message, hint });
  }
}

function namesByFolder(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = dirname(path);
    const known = names.get(folder);
    if (known) known.add(basename(path));
    else names.set(folder, new Set([basename(path)]));
  }
  return names;
}

function isText(path: string): boolean {
  return PLACES.some((place) => isAt(place, path)) || path === SITE_PATH;
}

/** Names that systems and tools leave everywhere, and those that hold secrets; nobody means them to be published. */
const LEFT_BEHIND = [
  /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i,
  /^(?:\.git.*|\.hg|\.svn|\.vscode|\.idea|node_modules)$/i,
  // Open files and old copies of editors.
  /^(?:\..*\.sw[a-p]|.*~|\.#.*|#.*#|.*\.(?:bak|tmp))$/i,
  /^(?:\.(?:env(?:\..*)?|npmrc|netrc|ssh|gnupg|aws)|id_(?:rsa|dsa|ecdsa|ed25519))$/i,
];

/** Whether a file or folder is none of Broadsheet's business: hidden, but that in `content/public/` dot names are meant. */
function isLeftAlone(name: string, folder: string): boolean {
  if (folder.startsWith(PUBLIC.folder)) return LEFT_BEHIND.some((pattern) => pattern.test(name));
  return name.startsWith('.') || name === 'node_modules';
}
