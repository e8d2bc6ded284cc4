import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaUrl } from '../../domain/media/files.ts';
import { outputPath } from '../../domain/addresses.ts';
import { type PageSpec, specsOf, surroundingsOf } from '../../pages/page-specs.ts';
import type { Surroundings } from '../../pages/surroundings.ts';
import type { Edition } from '../../domain/edition.ts';
import { parseManuscript } from '../../parse/manuscript.ts';
import { makeAssets } from '../../assets/assets.ts';
import { MARK_ASSET } from '../publishing/workspace.ts';
import { PROJECT } from '../../disk/project.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import type { SourceFile } from '../../domain/source.ts';

/** An edition that can be published: its pages, and the files that go beside them. */
export interface PreparedBuild {
  readonly edition: Edition;
  readonly surroundings: Surroundings;
  readonly specs: readonly PageSpec[];
  /** The gate's source for a content security policy: `sha256-…`. */
  readonly gateHash: string;
  /** Files to copy: path in `content/` → path in the output. */
  readonly copies: ReadonlyMap<string, string>;
  /** Eleventy's input folder. */
  readonly pagesFolder: string;
  /** The line on which the text of a page's template begins. */
  readonly bodyLineOf: (path: string) => number;
}

/** Folder that is Eleventy's input where there are no templates to render. */
export const NO_PAGES = join(PROJECT, 'src/eleventy/no-pages');

/** What a build is prepared of. */
interface EditionRead {
  readonly edition: Edition;
  readonly media: Pick<MediaLibrary, 'paths'>;
  /** Templates of `content/pages/`. */
  readonly ownPages: readonly SourceFile[];
}

/**
 * Lists the pages of an edition without errors, and the files that go beside them.
 *
 * @param content Absolute path of the content folder.
 */
export function prepareBuild({ edition, media, ownPages }: EditionRead, content: string): PreparedBuild {
  const { baseline } = edition.site;
  if (!baseline) throw new Error('An edition with errors cannot be published');
  const { assets, files, gateHash } = makeAssets(edition, baseline);
  const published = new Set([...media.paths.filter((path) => path.startsWith('content/media/')), ...edition.files]);
  const ownFolder = join(content, 'pages');
  return {
    edition,
    surroundings: surroundingsOf(edition, assets),
    specs: [
      ...specsOf(edition),
      ...[...files, MARK_ASSET].map((subject): PageSpec => {
        return { kind: 'asset', url: subject.url, layout: 'verbatim', subject };
      }),
    ],
    gateHash,
    copies: new Map([...published].map((path) => [path, outputPath(mediaUrl(path))])),
    bodyLineOf: (path) => {
      const file = ownPages.find((page) => page.path === path);
      return file ? parseManuscript(file).bodyLine : 1;
    },
    pagesFolder: isFolder(ownFolder) ? ownFolder : NO_PAGES,
  };
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
