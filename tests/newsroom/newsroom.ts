import { CONTENT_KINDS, type ContentKind, eachContentKind, PUBLIC } from '../../src/domain/content/content-kinds.ts';
import { isProgram } from '../../src/domain/site/programs.ts';
import type { SourceFile } from '../../src/domain/content/source.ts';
import type { NewsroomFiles } from '../../src/newsroom/newsroom.ts';
import { aFile, type Keys } from './manuscript.ts';
import type { MediaGiven } from './media-in-memory.ts';
import { mediaOf, SITE } from './site.ts';

type Texts = Readonly<Record<string, string>>;

/** The files of a newsroom: texts by their path within their folder. */
export interface NewsroomGiven
  extends Partial<Readonly<Record<Exclude<ContentKind, 'ownPages' | 'redirects'>, Texts>>> {
  /** Keys of `site.yaml` beside those that it needs, or all of its text. */
  readonly site?: Keys | string | undefined;
  readonly articles?: Texts | undefined;
  /** Of the newsroom's own. */
  readonly pages?: Texts | undefined;
  /** The text of `redirects.yaml`, or what it maps. */
  readonly redirects?: Texts | string | undefined;
  readonly media?: Readonly<Record<string, MediaGiven>> | undefined;
  /** Names of files in `content/public/`. */
  readonly publicFiles?: readonly string[] | undefined;
}

/** A newsroom in memory. */
export function aNewsroom(given: NewsroomGiven): NewsroomFiles & { readonly articles: readonly SourceFile[] } {
  const { articles, pages: ownPages } = given;
  const texts = { ...given, ownPages, redirects: redirectsFile(given.redirects) };
  return {
    site: { path: 'content/site.yaml', text: siteText(given.site ?? {}) },
    articles: filesIn('content/articles/', articles),
    ...eachContentKind((kind) => filesIn(CONTENT_KINDS[kind].folder, texts[kind])),
    media: mediaOf(given.media),
    programs: filesIn(CONTENT_KINDS.ownPages.folder, ownPages).filter(({ path }) => isProgram(path)),
    publicFiles: (given.publicFiles ?? []).map((name) => PUBLIC.folder + name),
    findings: [],
  };
}

function redirectsFile(redirects: Texts | string | undefined): Texts | undefined {
  if (redirects === undefined) return undefined;
  return { 'redirects.yaml': typeof redirects === 'string' ? redirects : JSON.stringify(redirects, undefined, 1) };
}

function siteText(site: Keys | string): string {
  return typeof site === 'string'
    ? site
    : aFile({ ...SITE, ...site }, '')
        .split('---\n')
        .slice(1, 2)
        .join('');
}

function filesIn(folder: string, texts: Texts = {}): readonly SourceFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: folder + name, text }));
}
