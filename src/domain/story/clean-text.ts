import type { Site } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';
import type { ArticleRecord } from './article.ts';
import { type Entry, wantsToBeFound } from './entry.ts';

/** A form in which a story can be read without its page. */
interface TextFormRecord {
  /** How the name of its file ends. */
  readonly ending: string;
  /** What such a file is said to be (RFC 7763, RFC 8259). */
  readonly type: string;
  /** What it is called, in any language. */
  readonly name: string;
}

/** All forms of clean text; how each is printed, `formats/clean-text/` says. */
export const TEXT_FORMS = {
  markdown: { ending: 'md', type: 'text/markdown', name: 'Markdown' },
  json: { ending: 'json', type: 'application/json', name: 'JSON' },
} as const satisfies Readonly<Record<string, TextFormRecord>>;

export type TextForm = keyof typeof TEXT_FORMS;

export const TEXT_FORM_NAMES = Object.keys(TEXT_FORMS) as readonly TextForm[];

/** The address of what tells programs where clean texts are (llmstxt.org). */
export const LLMS_URL = '/llms.txt' as UrlPath;

/** The address of a story's text: `/2026/11/23/bridge/` → `/2026/11/23/bridge/index.md`, `/bridge.html` → `/bridge.md`. */
export function cleanTextUrl(story: UrlPath, form: TextForm): UrlPath {
  const base = story.endsWith('/') ? `${story}index` : story.replace(/\.html?$/, '');
  return `${base}.${TEXT_FORMS[form].ending}` as UrlPath;
}

/**
 * Whether a story can be read as clean text: where the site has such, what search engines may list at this address and everybody may
 * read for nothing, and no draft, in a preview either.
 */
export function hasCleanText(
  entry: Pick<Entry, 'draft' | 'noindex' | 'isRepeated' | 'isPaid'>,
  { cleanText }: Pick<Site, 'cleanText'>,
): boolean {
  return cleanText && !entry.draft && !entry.isPaid && wantsToBeFound(entry);
}

/** The same of an article. */
export function articleHasCleanText(
  { draft, noindex, canonical, free }: Pick<ArticleRecord, 'draft' | 'noindex' | 'canonical' | 'free'>,
  site: Pick<Site, 'cleanText'>,
): boolean {
  return hasCleanText({ draft, noindex, isRepeated: canonical !== undefined, isPaid: free === false }, site);
}
