import type { SourceFile } from '../../src/domain/source.ts';
import type { NewsroomFiles } from '../../src/newsroom/newsroom.ts';
import { aFile, type Keys } from './manuscript.ts';
import type { MediaGiven } from './media-in-memory.ts';
import { mediaOf, SITE } from './site.ts';

type Texts = Readonly<Record<string, string>>;

/** The files of a newsroom: texts by their path within their folder. */
export interface NewsroomGiven {
  /** Keys of `site.yaml` beside those that it needs, or all of its text. */
  readonly site?: Keys | string | undefined;
  readonly articles?: Texts | undefined;
  readonly contributors?: Texts | undefined;
  readonly pages?: Texts | undefined;
  readonly fronts?: Texts | undefined;
  /** The text of `redirects.yaml`, or what it maps. */
  readonly redirects?: Texts | string | undefined;
  readonly media?: Readonly<Record<string, MediaGiven>> | undefined;
}

/** A newsroom in memory. */
export function aNewsroom(given: NewsroomGiven): NewsroomFiles & { readonly articles: readonly SourceFile[] } {
  return {
    site: { path: 'content/site.yaml', text: siteText(given.site ?? {}) },
    articles: filesIn('articles', given.articles),
    contributors: filesIn('contributors', given.contributors),
    pages: filesIn('pages', given.pages),
    fronts: filesIn('fronts', given.fronts),
    redirects: redirectsFile(given.redirects),
    media: mediaOf(given.media),
    findings: [],
  };
}

function redirectsFile(redirects: Texts | string | undefined): SourceFile | undefined {
  if (redirects === undefined) return undefined;
  const text = typeof redirects === 'string' ? redirects : JSON.stringify(redirects, undefined, 1);
  return { path: 'content/redirects.yaml', text };
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
  return Object.entries(texts).map(([name, text]) => ({ path: `content/${folder}/${name}`, text }));
}
