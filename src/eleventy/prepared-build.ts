import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { pinpoint } from '../diagnostics/pinpoint.ts';
import type { Edition } from '../domain/edition.ts';
import { mediaUrl } from '../domain/media-url.ts';
import type { Page } from '../domain/page.ts';
import { outputPath } from '../domain/url-path.ts';
import { layOutPages } from '../pages/pages.ts';
import type { Publication } from '../pages/publication.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { readEdition } from '../pipeline.ts';
import { readMoment } from '../time/read-moment.ts';
import { findBaseline } from './find-baseline.ts';
import { pageLayouts, storyLayouts } from './layouts.ts';
import { makeAssets } from './make-assets.ts';
import type { BuildOptions } from './options.ts';
import { PROJECT } from './project.ts';
import { MARK_PAGE } from './publish.ts';
import { readNewsroom } from './read-newsroom.ts';

/** An edition that can be published, laid out, with the files that go beside its pages. */
export interface PreparedBuild {
  readonly publication: Publication;
  readonly pages: readonly Page[];
  /** The gate's source for a content security policy: `sha256-…`. */
  readonly gateHash: string;
  /** Files to copy: path on disk → path in the output. */
  readonly copies: ReadonlyMap<string, string>;
  /** Eleventy's input folder. */
  readonly pagesFolder: string;
  /** The line on which the text of a page's template begins. */
  readonly bodyLineOf: (path: string) => number;
}

/** What a newsroom turned out to hold. */
export interface NewsroomRead {
  readonly edition: Edition;
  readonly diagnostics: readonly Diagnostic[];
  /** Makes the pages; for editions without errors only. */
  readonly prepare: () => PreparedBuild;
  /** Turns findings that come later into diagnostics. */
  readonly pinpoint: (findings: readonly Finding[]) => readonly Diagnostic[];
}

/** Reads a newsroom from disk and makes an edition of it. */
export function readNewsroomOnDisk(options: BuildOptions): NewsroomRead {
  const files = readNewsroom(options.content);
  const { edition, diagnostics } = readEdition(files, {
    now: ({ timeZone }) => nowOf(options, timeZone),
    withDrafts: options.drafts,
    url: options.url,
    baselineOf: (query) => findBaseline(query, nowOf(options, 'UTC')),
    storyLayouts: storyLayouts(),
    pageLayouts: pageLayouts(),
  });
  const prepare = (): PreparedBuild => {
    const { baseline } = edition.site;
    if (!baseline) throw new Error('An edition with errors cannot be published');
    const { assets, pages, gateHash } = makeAssets(edition, baseline);
    const publication = { edition, assets };
    const published = new Set([
      ...files.media.paths.filter((path) => path.startsWith('content/media/')),
      ...edition.files,
    ]);
    const copies = [...published].flatMap((path) => {
      const diskPath = files.media.diskPath(path);
      return diskPath === undefined ? [] : [[diskPath, outputPath(mediaUrl(path))] as const];
    });
    const ownFolder = join(options.content, 'pages');
    return {
      publication,
      pages: [...layOutPages(publication), ...pages, MARK_PAGE],
      gateHash,
      copies: new Map(copies),
      bodyLineOf: (path) => {
        const file = files.pages.find((page) => page.path === path);
        return file ? parseManuscript(file).bodyLine : 1;
      },
      pagesFolder: isFolder(ownFolder) ? ownFolder : join(PROJECT, 'src/eleventy/no-pages'),
    };
  };
  const textOf = (path: string): string | undefined => files.pages.find((file) => file.path === path)?.text;
  return {
    edition,
    diagnostics,
    prepare,
    pinpoint: (findings) => pinpoint(findings, { textOf, standards: edition.site.standards }),
  };
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
