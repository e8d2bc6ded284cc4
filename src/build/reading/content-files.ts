import type { Finding } from '../../diagnostics/finding.ts';
import { MediaOnDisk, type MediaPlaces } from '../../disk/media/media-on-disk.ts';
import { readText } from '../../disk/read-text.ts';
import { CONTENT_KINDS, eachContentKind, isAt } from '../../domain/content-kinds.ts';
import { isProgram } from '../../domain/site/programs.ts';
import { SITE_PATH } from '../../domain/site/site.ts';
import type { SourceFile } from '../../domain/source.ts';
import type { FoundFile } from '../../disk/walk-content.ts';
import type { NewsroomFiles } from '../../newsroom/newsroom.ts';
import { isArticleFile } from './read-stories.ts';
import type { SourceFiles } from './source-files.ts';

/** The files of a newsroom but its stories, as they were read from disk. */
export interface ContentFiles extends NewsroomFiles {
  readonly media: MediaOnDisk;
  readonly programs: readonly FoundFile[];
}

/** Reads the files of a content folder that are no stories: texts, which are few; and of media, which of them changed. */
export function readContentFiles(files: SourceFiles): ContentFiles {
  return readContentTexts(files, files.readMedia());
}

/**
 * Reads the texts of a content folder that are no stories. Of media it finds out which there are.
 *
 * @param mediaFindings What is wrong with media, where they were read.
 */
export function readContentTexts(files: SourceFiles, mediaFindings: readonly Finding[] = []): ContentFiles {
  const media = new MediaOnDisk(mediaPlaces(files));
  const read: SourceFile[] = [];
  const findings: Finding[] = [...files.walk.findings, ...mediaFindings];
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

const byPath = (one: FoundFile, other: FoundFile): number => (one.path < other.path ? -1 : 1);

/** Where the media files of a content folder are, as it can be sent to other threads. */
export function mediaPlaces(files: SourceFiles): MediaPlaces {
  const { media, outside } = files.walk;
  return {
    diskPaths: new Map([...media.values()].map(({ path, diskPath }) => [path, diskPath])),
    outside,
    known: files.knownMedia(),
    contents: files.contentsOfPictures(),
  };
}
