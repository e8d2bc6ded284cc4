import { statSync } from 'node:fs';
import { CONTENT_KINDS } from '../../domain/content/content-kinds.ts';
import { isRaster } from '../../domain/media/files.ts';
import type { MediaFound } from '../../domain/media/library.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Fingerprint } from '../../plan/fingerprint.ts';
import type { FileKnown, SourceRow } from '../cache/cache.ts';
import { type FileState, fingerprintOfFile, isSameState, isStateOf } from '../../disk/files.ts';
import { ContentChangedError } from '../rendering/content-faults.ts';
import { isLookedThrough, lookThroughMedium } from './sanitised-media.ts';
import type { Table } from '../cache/table.ts';
import type { ContentWalk, FoundFile, KnownFiles } from '../../disk/walk-content.ts';

/** A file that was changed so shortly before it was read may be changed again without that its times show it. */
const TOO_YOUNG = { fine: 100, coarse: 2_000 };
const NEVER: FileState = [-1, -1, -1, -1];

/** What is known of the files of a content folder of which somebody says where they changed. Those of `content/pages/` Eleventy reads by itself. */
export function knownFiles(rows: Table<SourceRow>, changed: ReadonlySet<string>): KnownFiles {
  return {
    changed,
    stateOf: (path) => {
      const state = path.startsWith(CONTENT_KINDS.ownPages.folder) ? undefined : rows.get(path)?.[0];
      return state === undefined || isSameState(state, NEVER) ? undefined : state;
    },
  };
}

/** What is published of a file of `content/`. */
export type PublishedFile =
  | { readonly kind: 'file'; readonly diskPath: string }
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

/** The files of a content folder, compared with what they were when they were last read. */
export class SourceFiles {
  readonly walk: ContentWalk;
  readonly all: readonly FoundFile[];
  /** Files whose bytes may be others than they were, and those that are new. */
  readonly changed: ReadonlySet<FoundFile>;
  /** Whether a file was added, removed or changed. */
  readonly hasChanged: boolean;
  private readonly rows: Table<SourceRow>;
  private readonly started: number;

  /**
   * @param rows What was known of them; renewed as they are read.
   * @param started When the walk began, in milliseconds since 1970.
   */
  constructor(walk: ContentWalk, rows: Table<SourceRow>, started: number) {
    this.walk = walk;
    this.rows = rows;
    this.started = started;
    const { texts, media, templates, publicFiles } = walk;
    const files = [...texts, ...media.values(), ...templates, ...publicFiles.values()];
    this.all = files;
    const changed = new Set(files.filter((file) => !this.isAsItWas(file)));
    for (const file of changed) if (this.hasSameBytes(file)) changed.delete(file);
    this.changed = changed;
    this.hasChanged = changed.size > 0 || rows.size !== files.length;
  }

  isUnchanged(file: FoundFile): boolean {
    return !this.changed.has(file);
  }

  private isAsItWas({ path, state }: FoundFile): boolean {
    const row = this.rows.get(path);
    return row !== undefined && isSameState(row[0], state);
  }

  /** Looks into a file that was touched, and notes that nothing else happened to it. */
  private hasSameBytes(file: FoundFile): boolean {
    const row = this.rows.get(file.path);
    if (!row) return false;
    try {
      if (fingerprintOfFile(file.diskPath, file.state[0]) !== row[1]) return false;
    } catch {
      return false;
    }
    this.note(file, row[1], row[2]);
    return true;
  }

  /** The fingerprint of a file's bytes when it was last read. */
  contentOf(path: string): Fingerprint | undefined {
    return this.rows.get(path)?.[1];
  }

  /** The files of `content/pages/`, each with the fingerprint of its bytes. */
  get templateContents(): readonly string[] {
    return this.pages.flatMap(({ path }) => [path, this.contentOf(path) ?? '']);
  }

  private get pages(): readonly FoundFile[] {
    const { texts, templates } = this.walk;
    return [...texts, ...templates].filter(({ path }) => path.startsWith(CONTENT_KINDS.ownPages.folder));
  }

  /**
   * Makes sure that the files of `content/pages/`, which Eleventy reads by itself, still are as they were found.
   *
   * @throws {@link ContentChangedError} If one is not.
   */
  demandPagesAsFound(): void {
    for (const { path, diskPath, state } of this.pages) {
      const stats = statSync(diskPath, { throwIfNoEntry: false });
      if (!stats || !isStateOf(stats, state)) throw new ContentChangedError(path);
    }
  }

  /** What is published of a file: the file as it is, or the bytes of a drawing without what runs or loads something. */
  publishedOf(path: string): PublishedFile {
    const file = this.published(path);
    if (!this.isSanitised(path)) return { kind: 'file', diskPath: file.diskPath };
    const medium = lookThroughMedium(file);
    // It was good when it was read for this build.
    if (medium.kind === 'refused') throw new ContentChangedError(path);
    return { kind: 'bytes', bytes: medium.bytes };
  }

  /** The path on disk of a file that is published, or that something published is made of. */
  diskPathOf(path: string): string {
    return this.published(path).diskPath;
  }

  /** Whether a file that is published still is as it was found. */
  isStill(path: string): boolean {
    const { diskPath, state } = this.published(path);
    const stats = statSync(diskPath, { throwIfNoEntry: false });
    return stats !== undefined && isStateOf(stats, state);
  }

  /** Whether what is published of a file may be other bytes than its own. What lies in `content/public/` is published as it is. */
  isSanitised(path: string): boolean {
    return this.walk.media.has(path) && isLookedThrough(path);
  }

  private published(path: string): FoundFile {
    const { media, publicFiles } = this.walk;
    const file = media.get(path) ?? publicFiles.get(path);
    if (!file) throw new Error(`There is no file ${path}`);
    return file;
  }

  /** Notes what the bytes of a file are now. */
  note({ path, state }: FoundFile, content: Fingerprint, known?: FileKnown): void {
    const lasting = this.lasting(state);
    this.rows.set(path, known === undefined ? [lasting, content] : [lasting, content, known]);
  }

  /** The state of a file, if a later change would show in it. */
  private lasting(state: FileState): FileState {
    const [, modified, changed] = state;
    // Some disks count whole seconds only, or two of them.
    const isCoarse = modified % 1000 === 0 && changed % 1000 === 0;
    const young = isCoarse ? TOO_YOUNG.coarse : TOO_YOUNG.fine;
    return Math.max(modified, changed) < this.started - young ? state : NEVER;
  }

  /** Notes that a file has to be looked at again the next time. */
  forget(path: string): void {
    this.rows.delete(path);
  }

  /**
   * Reads the media, templates and public files that changed. Says what is wrong with drawings: of those that did not change, as
   * it was found before, and of those that cannot be published each time, until they are mended.
   */
  readMedia(): readonly Finding[] {
    const findings: Finding[] = [];
    for (const file of this.walk.media.values()) {
      const finding = this.isUnchanged(file) ? this.rows.get(file.path)?.[2]?.finding : this.readMedium(file);
      if (finding) findings.push(finding);
    }
    for (const file of [...this.walk.templates, ...this.walk.publicFiles.values()]) {
      if (!this.isUnchanged(file)) this.noteFile(file);
    }
    return findings;
  }

  private readMedium(file: FoundFile): Finding | undefined {
    if (!isLookedThrough(file.path)) {
      this.noteFile(file);
      return undefined;
    }
    const medium = lookThroughMedium(file);
    const { finding } = medium;
    if (medium.kind === 'refused') this.forget(file.path);
    else this.note(file, medium.content, finding && { finding });
    return finding;
  }

  /** What is known of media files that have not changed. */
  knownMedia(): ReadonlyMap<string, MediaFound> {
    const known = [...this.walk.media.values()].flatMap((file) => {
      const found = this.isUnchanged(file) ? this.rows.get(file.path)?.[2]?.found : undefined;
      return found ? [[file.path, found] as const] : [];
    });
    return new Map(known);
  }

  /** The fingerprints of pictures made of pixels, as far as they were read. */
  contentsOfPictures(): ReadonlyMap<string, Fingerprint> {
    const contents = [...this.walk.media.keys()].flatMap((path) => {
      const content = isRaster({ path }) ? this.contentOf(path) : undefined;
      return content === undefined ? [] : [[path, content] as const];
    });
    return new Map(contents);
  }

  /** Notes what was found out about media files; not of one that was saved meanwhile, for that may be true of other bytes than those noted. */
  noteMedia(found: ReadonlyMap<string, MediaFound>): void {
    for (const [path, media] of found) {
      const row = this.rows.get(path);
      if (row && this.walk.media.has(path) && this.isStill(path))
        this.rows.set(path, [row[0], row[1], { ...row[2], found: media }]);
    }
  }

  /** Forgets files that are gone. */
  forgetGone(): void {
    if (this.rows.size === this.all.length) return;
    const paths = new Set(this.all.map(({ path }) => path));
    for (const [path] of [...this.rows.entries()]) if (!paths.has(path)) this.rows.delete(path);
  }

  private noteFile(file: FoundFile): void {
    this.note(file, fingerprintOfFile(file.diskPath, file.state[0]));
  }
}
