import type { Article } from '../domain/story/article.ts';
import type { BaselineRead } from '../domain/site/baseline.ts';
import type { EachContentKind } from '../domain/content/content-kinds.ts';
import type { MediaLibrary } from '../domain/media/library.ts';
import type { Site } from '../domain/site/site.ts';
import type { Manuscript, SourceFile } from '../domain/content/source.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { readUnreadableDraft } from '../parse/unreadable-draft.ts';
import { readSite, readTextFile } from './read-files.ts';
import { textsOf } from '../validate/front-matter/takes-text.ts';
import { findByHouseRules } from '../validate/rules/house-rules.ts';
import { articleSchema } from '../validate/story/article-schema.ts';
import { validateArticle } from '../validate/story/article.ts';
import { readDefaults } from '../validate/site/defaults.ts';
import { validateSite } from '../validate/site/site.ts';
import type { Setting, Validated } from '../validate/setting.ts';

const STORY_TEXTS = textsOf(articleSchema);

/** The files of a newsroom that are read anew for each edition; stories come by their entries. */
export interface NewsroomFiles extends EachContentKind<readonly SourceFile[]> {
  readonly site: SourceFile | undefined;
  readonly media: MediaLibrary;
  /** Paths of the files of `content/public/`. */
  readonly publicFiles: readonly string[];
  /** The files of `content/pages/` that Eleventy may run, or take data from. */
  readonly programs: readonly { readonly path: string }[];
  /** What was wrong with reading them. */
  readonly findings: readonly Finding[];
}

/** What beside its files decides about the site. */
export interface SettingOptions {
  /** The site's address for this build, in place of the one in `site.yaml`. */
  readonly url: string | undefined;
  /** Derives a baseline from a browserslist query. */
  readonly baselineOf: (query: string) => BaselineRead;
  readonly storyLayouts: readonly string[];
  readonly pageLayouts: readonly string[];
}

/** Reads `site.yaml`, which all else is read by. Never throws for what is in it. */
export function readSetting(
  files: Pick<NewsroomFiles, 'site' | 'media' | 'findings'>,
  { url, baselineOf, storyLayouts, pageLayouts }: SettingOptions,
): Validated<Setting> {
  const { media } = files;
  const settingOf = (site: Site): Setting => ({ site, media, storyLayouts, pageLayouts });
  const read = readSite(files.site, files.findings, (given) => {
    const { value: site, findings } = validateSite(given, { media, url, baselineOf });
    const defaults = readDefaults(given, settingOf(site));
    return { value: { ...site, defaults: defaults.value }, findings: [...findings, ...defaults.findings] };
  });
  return { value: settingOf(read.value), findings: read.findings };
}

/** Reads one story: parse → validate. It depends on the setting and on nothing else but the program, house rules included. A draft is one even where it cannot be read. */
export function readArticle(file: SourceFile, setting: Setting): Validated<Article> {
  const validate = (manuscript: Manuscript): Validated<Article> => {
    const { value, findings } = validateArticle(manuscript, setting);
    return { value, findings: [...findings, ...findByHouseRules(value, manuscript)] };
  };
  return readTextFile(file, STORY_TEXTS, validate, readUnreadableDraft);
}
