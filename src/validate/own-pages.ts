import type { OwnPageSource } from '../domain/edition.ts';
import { markupInKeys, PAGE_TEXTS } from './rules/markup-in-key.ts';
import type { Manuscript } from '../domain/source.ts';
import { isUrlPath, type UrlPath } from '../domain/addresses.ts';
import { type RenderedText, renderText } from '../markdown/render-text.ts';
import { wordsIn } from '../words/words.ts';
import { readAnchors } from './fragments.ts';
import { canonical } from './language-tags.ts';
import { readLayout } from './story/layout.ts';
import { Reader } from './reader.ts';
import type { Setting, Validated } from './setting.ts';

/** Keys of pages whose values are not printed. */
const WORDS: readonly unknown[] = [
  'permalink',
  'layout',
  'language',
  'date',
  'noindex',
  'tags',
  'pagination',
  'eleventyNavigation',
];

/** Whether a key of a page may be printed: any that Eleventy hands to a template, unless it is a date or a flag. */
export function isPageText([key]: readonly (string | number)[], value: unknown): boolean {
  return !WORDS.includes(key) && !/^(?:\d{4}-\d|true$|false$)/.test(String(value));
}

/** Makes a page of a template in `content/pages/`. */
export function validateOwnPage(manuscript: Manuscript, setting: Setting): Validated<OwnPageSource> {
  const { path, frontMatter } = manuscript;
  const given = frontMatter.kind === 'read' ? frontMatter.values : undefined;
  const values = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  const reader = new Reader(path, setting);
  const { language: written, layout } = values;
  if (typeof layout === 'string') readLayout(layout, { known: setting.pageLayouts, for: 'pages' }, reader);
  const language = (typeof written === 'string' ? canonical(written) : undefined) ?? languageOf(path, setting);
  const text = path.endsWith('.md') ? renderOwn(manuscript, language, setting) : undefined;
  const places = text && readAnchors(text, path);
  return {
    value: {
      path,
      url: urlOf(path, values['permalink']),
      noindex: values['noindex'] === true,
      language,
      body: text &&
        places && {
          html: text.html,
          references: text.references,
          media: [...text.usedMedia],
          anchors: places.anchors,
        },
    },
    findings: [
      ...(text?.findings ?? []),
      ...(places?.findings ?? []),
      ...reader.findings,
      ...(text ? markupInKeys(path, values, PAGE_TEXTS) : []),
    ],
  };
}

/** The language of the folder that a page is in: `content/pages/es/` holds those in Spanish. */
function languageOf(path: string, { site }: Setting): string {
  const own = site.languages.find(({ home }) => path.startsWith(`content/pages${home}`));
  return (own ?? site).language;
}

function renderOwn({ path, body, bodyLine }: Manuscript, language: string, { site, media }: Setting): RenderedText {
  const words = wordsIn(language, site.words);
  return renderText(body, language, {
    path,
    firstLine: bodyLine,
    site,
    media,
    words,
    dateline: undefined,
    sponsored: false,
  });
}

/** The address that Eleventy gives a template: its permalink, or its path as a folder. */
function urlOf(path: string, permalink: unknown): UrlPath | undefined {
  if (permalink !== undefined && typeof permalink !== 'string') return undefined;
  const url = permalink === undefined ? defaultUrl(path) : `/${permalink.replace(/^\/+/, '')}`;
  const address = url.replace(/\/index\.html$/, '/');
  return isUrlPath(address) ? address : undefined;
}

function defaultUrl(path: string): string {
  const stem = path.replace(/^content\/pages/, '').replace(/(?:\.[a-z0-9]+)+$/i, '');
  return stem.endsWith('/index') ? stem.slice(0, -'index'.length) : `${stem}/`;
}
