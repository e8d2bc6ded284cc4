import type { Finding } from '../../diagnostics/finding.ts';
import { MediaOnDisk, type MediaPlaces } from '../../disk/media/media-on-disk.ts';
import type { RasterDepth } from '../../disk/media/rasters.ts';
import { readText } from '../../disk/read-text.ts';
import { CONTENT_KINDS, eachContentKind, isAt } from '../../domain/content/content-kinds.ts';
import { isProgram } from '../../domain/site/programs.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import type { SourceFile } from '../../domain/content/source.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import type { NewsroomFiles } from '../../newsroom/newsroom.ts';
import { isArticleFile, type Reading } from './read-stories.ts';
import type { SourceFiles } from './source-files.ts';

/** The files of a newsroom but its stories, as they were read from disk. */
export interface ContentFiles extends NewsroomFiles {
  readonly media: MediaOnDisk;
  readonly programs: readonly FoundFile[];
}

/** Reads the files of a content folder that are no stories: texts, which are few; and of media, which of them changed. */
export function readContentFiles({ files, depth }: Pick<Reading, 'files' | 'depth'>): ContentFiles {
  return readContentTexts(files, { findings: files.readMedia(), ...(depth && { depth }) });
}

/** Reads the texts of a content folder that are no stories. Of media it finds out which there are. */
export function readContentTexts(files: SourceFiles, { findings: ofMedia, depth }: MediaReading): ContentFiles {
  const media = new MediaOnDisk(mediaPlaces(files, depth));
  const read: SourceFile[] = [];
  const findings: Finding[] = [...files.walk.findings, ...ofMedia];
  for (const file of files.walk.texts) {
    if (isArticleFile(file)) continue;
    const found = readText(file.path, file.diskPath);
    if (found.kind === 'read') {
      read.push(found.file);
      files.note(file, found.content);
    } else {
      findings.push(found.finding);
      files.forget(file.path);
    }
  }
  return {
    site: read.find(({ path }) => path === SITE_PATH),
    ...eachContentKind((kind) => read.filter(({ path }) => isAt(CONTENT_KINDS[kind], path))),
    media,
    programs: [...files.walk.texts, ...files.walk.templates].filter(({ path }) => isProgram(path)).sort(byPath),
    publicFiles: [...files.walk.publicFiles.keys()],
    findings,
  };
}

interface MediaReading extends Pick<Reading, 'depth'> {
  /** What is wrong with media, where they were read. */
  readonly findings: readonly Finding[];
}

const byPath = (one: FoundFile, other: FoundFile): number => (one.path < other.path ? -1 : 1);

/** Where the media files of a content folder are, as it can be sent to other threads. */
export function mediaPlaces(files: SourceFiles, depth: RasterDepth = 'pixels'): MediaPlaces {
  const { media, outside } = files.walk;
  return {
    diskPaths: new Map([...media.values()].map(({ path, diskPath }) => [path, diskPath])),
    outside,
    known: files.knownMedia(),
    contents: files.contentsOfPictures(),
    depth,
  };
}
