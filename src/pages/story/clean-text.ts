import { valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import type { Claim, ClaimBeside } from '../../diagnostics/claim.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { asHtml, type Html } from '../../domain/html.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { lastChange } from '../../domain/story/changes.ts';
import {
  articleHasCleanText,
  cleanTextUrl,
  hasCleanText,
  TEXT_FORM_NAMES,
  TEXT_FORMS,
  type TextForm,
} from '../../domain/story/clean-text.ts';
import { relationsOf, type Story } from '../../domain/story/story.ts';
import { cutPosts } from '../../markdown/live-blog.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import type { FeedLink } from '../site/frame.ts';
import type { Materials } from '../surroundings.ts';
import { printBody } from './body.ts';
import type { CleanParts, CleanTextSubject } from './clean-parts.ts';
import { printCleanJson } from './clean-json.ts';
import { printCleanMarkdown } from './clean-markdown.ts';

/** The stories of a site as Markdown and as JSON, each beside its page, for programs that read it in place of somebody. */
export const cleanText: PageKind<CleanTextSubject, string> = {
  list: listCleanTexts,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeCleanText,
  sitemap: { none: 'the page of the story is to be found, and leads to them' },
  claims: { story: claimCleanTexts },
  everyShard: 'with its story',
  changesAt: noMoments,
  navigation: undefined,
};

function listCleanTexts({ site, stories, now }: Edition): readonly CleanTextSubject[] {
  return stories.flatMap((story) => {
    const { entry, translations, part } = story;
    if (!hasCleanText(entry, site)) return [];
    const series = part && { title: part.series.title, url: part.series.url };
    const changed = lastChange(entry, now);
    const { fingerprint } = entry;
    const relations = relationsOf(story);
    return TEXT_FORM_NAMES.map((form) => {
      const url = cleanTextUrl(story.url, form);
      return { url, form, story, ...relations, translations, series, changed, fingerprint };
    });
  });
}

function* claimCleanTexts({ site, checked }: EditionToBe): Generator<Claim | ClaimBeside> {
  const files = new Set<string>();
  for (const { url, entry } of checked) {
    if (!hasCleanText(entry, site)) continue;
    const isFile = !url.endsWith('/');
    // Of two stories with one address it is told once.
    if (isFile && files.has(url.toLowerCase())) continue;
    if (isFile) files.add(url.toLowerCase());
    const { path, hasPermalink } = entry;
    const at = hasPermalink ? valueAt('permalink') : WHOLE_FILE;
    const claimOf = (form: TextForm): Claim => {
      const what = `this story as ${TEXT_FORMS[form].name}`;
      return { url: cleanTextUrl(url, form), holderOf: () => ({ path, at, what }) };
    };
    if (isFile) yield* TEXT_FORM_NAMES.map(claimOf);
    else yield { page: url, beside: NAMES, claimOf: (name) => claimOf(name === JSON_NAME ? 'json' : 'markdown') };
  }
}

/** What clean texts are called beside the page of a story that has a folder of its own. */
const NAMES = TEXT_FORM_NAMES.map(nameInFolder);
const JSON_NAME = nameInFolder('json');

function nameInFolder(form: TextForm): string {
  return cleanTextUrl('/' as UrlPath, form).slice(1);
}

/** The links from the head of a story's page to its texts. */
export function linkCleanTexts({ article, url }: Pick<Story, 'article' | 'url'>, site: Site): readonly FeedLink[] {
  if (!articleHasCleanText(article, site)) return [];
  return TEXT_FORM_NAMES.map((form) => ({
    type: TEXT_FORMS[form].type,
    label: TEXT_FORMS[form].name,
    href: absoluteUrl(site, cleanTextUrl(url, form)),
  }));
}

function makeCleanText(subject: CleanTextSubject, materials: Materials): string {
  const { site } = materials;
  const away = { origin: site.origin, page: absoluteUrl(site, subject.story.url) };
  const printing = { ...subject, site, parts: cleanParts(subject, materials), away };
  return subject.form === 'json' ? printCleanJson(printing) : printCleanMarkdown(printing);
}

function cleanParts({ story, references }: CleanTextSubject, materials: Materials): CleanParts {
  const { live } = story.article;
  const print = (html: Html): Html => printBody({ html, references }, materials.site);
  const text = materials.textOf(story);
  if (!live) return { before: print(text), posts: [], after: asHtml('') };
  const { before, posts, after } = cutPosts(text);
  const known = new Map(live.updates.map((post) => [post.index, post]));
  return {
    before: print(before),
    posts: posts.flatMap(({ index, html }) => {
      const post = known.get(index);
      return post ? [{ ...post, html: print(html) }] : [];
    }),
    after: print(after),
  };
}
