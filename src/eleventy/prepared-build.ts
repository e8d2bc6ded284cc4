import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../domain/edition.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Page } from '../domain/page.ts';
import { outputPath } from '../domain/url-path.ts';
import { layOutPages } from '../pages/pages.ts';
import type { Publication } from '../pages/publication.ts';
import { readEdition } from '../pipeline.ts';
import { readMoment } from '../time/read-moment.ts';
import { storyLayouts } from './layouts.ts';
import type { BuildOptions } from './options.ts';
import { readNewsroom } from './read-newsroom.ts';
import { makeStylesheet } from './stylesheet.ts';

/** An edition that can be published, laid out, with the files that go beside its pages. */
export interface PreparedBuild {
  readonly publication: Publication;
  readonly pages: readonly Page[];
  /** Files to copy: path on disk → path in the output. */
  readonly copies: ReadonlyMap<string, string>;
  /** Eleventy's input folder. */
  readonly pagesFolder: string;
}

/** What a newsroom turned out to hold. */
export interface NewsroomRead {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  /** Makes the pages; for editions without errors only. */
  readonly prepare: () => PreparedBuild;
}

/** Reads a newsroom from disk and makes an edition of it. */
export function readNewsroomOnDisk(options: BuildOptions): NewsroomRead {
  const files = readNewsroom(options.content);
  const { edition, diagnostics } = readEdition(files, {
    now: ({ timeZone }) => nowOf(options, timeZone),
    withDrafts: options.drafts,
    url: options.url,
    storyLayouts: storyLayouts(),
  });
  const prepare = (): PreparedBuild => {
    const stylesheet = makeStylesheet();
    const publication = { edition, assets: { stylesheet: stylesheet.url } };
    const published = new Set([...files.media.paths.filter((path) => path.startsWith('content/media/')), ...edition.files]);
    const copies = [...published].flatMap((path) => {
      const diskPath = files.media.diskPath(path);
      return diskPath === undefined ? [] : [[diskPath, outputPath(mediaUrl(path))] as const];
    });
    const ownFolder = join(options.content, 'pages');
    return {
      publication,
      pages: [...layOutPages(publication), stylesheet],
      copies: new Map(copies),
      pagesFolder: isFolder(ownFolder) ? ownFolder : join(import.meta.dirname, 'no-pages'),
    };
  };
  return { edition, diagnostics, prepare };
}

/** The moment of publication: the clock's, unless the build was told another. */
function nowOf({ now }: BuildOptions, timeZone: string): number {
  if (now === undefined) return Date.now();
  const read = readMoment(now, timeZone);
  if (read.kind !== 'moment') throw new Error(`The time ${now} was not checked before it was used`);
  return read.moment.instant;
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
