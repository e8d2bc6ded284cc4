import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceFile } from '../domain/source-file.ts';
import { type Finding, WHOLE_FILE } from '../diagnostics/finding.ts';
import type { NewsroomFiles } from '../pipeline.ts';
import { findUnsafeInSvg } from '../validate/svg.ts';
import { MediaOnDisk } from './media-on-disk.ts';
import { readText } from './read-text.ts';

/** A newsroom's files, and its media as they lie on disk. */
export interface NewsroomOnDisk extends NewsroomFiles {
  readonly media: MediaOnDisk;
}

const MEDIA = /\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|csv|mp3|m4a|ogg|opus|wav|mp4|webm|vtt)$/i;
const TEMPLATE = /\.(?:md|html|njk|liquid)$/i;

/** Reads the content folder. Hidden files are left alone; links are followed within the folder only. */
export function readNewsroom(contentFolder: string): NewsroomOnDisk {
  const reading = new Reading(realpathSync(contentFolder));
  reading.folder(contentFolder, 'content');
  const { texts, findings, mediaPaths, outside } = reading;
  const within = (folder: string): readonly SourceFile[] =>
    texts.filter(({ path }) => path.startsWith(`content/${folder}/`));
  return {
    site: texts.find(({ path }) => path === 'content/site.yaml'),
    articles: within('articles'),
    contributors: within('contributors'),
    pages: within('pages'),
    media: new MediaOnDisk(mediaPaths, outside),
    findings,
  };
}

/** Collects what is found on a walk through the content folder. */
class Reading {
  readonly texts: SourceFile[] = [];
  readonly findings: Finding[] = [];
  readonly mediaPaths = new Map<string, string>();
  readonly outside = new Set<string>();
  private readonly root: string;
  private readonly visited = new Set<string>();

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
      this.entry(entry, join(diskFolder, entry.name), `${folder}/${entry.name.normalize('NFC')}`);
    }
  }

  private entry(entry: Dirent, diskPath: string, path: string): void {
    try {
      if (entry.isSymbolicLink() && !this.isInside(diskPath)) {
        this.outside.add(path);
        this.note(
          'file-outside',
          path,
          'Unexpected symbolic link out of the content folder, expected a file in it',
          'copy the file itself to this place',
        );
        return;
      }
      const kind = entry.isSymbolicLink() ? statSync(diskPath) : entry;
      if (kind.isDirectory()) this.folder(diskPath, path);
      else if (kind.isFile()) this.file(diskPath, path);
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
      this.note(
        'file-unreadable',
        path,
        `Unexpected ${reason}, expected something that can be read`,
        'give this user the right to read it, or remove it',
      );
    }
  }

  private isInside(diskPath: string): boolean {
    const target = realpathSync(diskPath);
    return target === this.root || target.startsWith(this.root + sep);
  }

  private file(diskPath: string, path: string): void {
    const folder = path.split('/')[1] ?? '';
    if (isText(path)) this.text(diskPath, path);
    else if (folder === 'pages')
      return; // Eleventy knows what to do with it.
    else if (MEDIA.test(path) && ['media', 'articles', 'contributors'].includes(folder)) this.media(diskPath, path);
    else
      this.note(
        'file-misplaced',
        path,
        'Unexpected file, expected a kind and a place that Broadsheet publishes',
        hintForMisplaced(path),
      );
  }

  private text(diskPath: string, path: string): void {
    const read = readText(path, diskPath);
    if (read.kind === 'read') this.texts.push(read.file);
    else this.findings.push(read.finding);
  }

  private media(diskPath: string, path: string): void {
    this.mediaPaths.set(path, diskPath);
    if (!/\.svg$/i.test(path)) return;
    const read = readText(path, diskPath);
    if (read.kind === 'failed') {
      this.findings.push(read.finding);
      return;
    }
    const problem = findUnsafeInSvg(read.file.text);
    if (problem === undefined) return;
    const before = read.file.text.slice(0, problem.index).split('\n');
    this.findings.push({
      code: 'picture-unsafe',
      path,
      at: { kind: 'position', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      message: `Unexpected ${problem.what} in a picture, expected a drawing that only draws`,
      hint: 'export it again as a plain SVG without scripts and links, or as PNG',
    });
  }

  private note(code: Finding['code'], path: string, message: string, hint: string): void {
    this.findings.push({ code, path, at: WHOLE_FILE, message, hint });
  }
}

function isText(path: string): boolean {
  if (path === 'content/site.yaml') return true;
  if (/^content\/articles\/.*\.md$/s.test(path)) return true;
  if (/^content\/contributors\/[^/]+\.md$/.test(path)) return true;
  return path.startsWith('content/pages/') && TEMPLATE.test(path);
}

function hintForMisplaced(path: string): string {
  if (/\.(?:markdown|mdx?|txt)$/i.test(path))
    return 'stories are files in content/articles/ whose names end with `.md`';
  if (path === 'content/site.yml') return 'name it `site.yaml`';
  if (MEDIA.test(path)) return 'put pictures into content/media/, or beside the story that shows them';
  return 'remove it, or convert it to a picture, PDF, CSV, sound or video file in content/media/';
}
