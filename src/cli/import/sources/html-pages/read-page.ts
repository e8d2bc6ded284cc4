import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ArchivePicture, Entry, ImportNote, Outline } from '../../archive.ts';
import { attribute, findAll, wordsIn } from '../../convert/elements.ts';
import { lineOfHtml, lineOfText, textOfHtml, treeToMarkdown } from '../../convert/html-to-markdown.ts';
import { pathOf, slugOf } from '../media-folder.ts';
import { readDate } from '../read-date.ts';
import { speaksOfBrowsers } from './browser-banner.ts';
import { type CleanArticle, cleanArticle } from './clean-article.ts';
import { findArticle } from './find-article.ts';
import { lettersIn } from './measure.ts';
import { factsOfPage, type PageFacts } from './page-facts.ts';
import { parsePage } from './parse-page.ts';
import { isSaidBy } from './said-text.ts';
import { choosePictures, takeNoscriptPictures } from './pictures.ts';

/** A saved page, read. */
export interface Page {
  readonly facts: PageFacts;
  readonly title: string;
  /** Why it is left out; `undefined` for an article. */
  readonly isNoArticle: ImportNote | undefined;
  readonly article: CleanArticle | undefined;
}

/** @param isThere Whether the file of a picture came with the page. */
export function readPage(html: string, isThere: (address: string) => boolean): Page {
  const tree = parsePage(html);
  const facts = factsOfPage(tree);
  choosePictures(tree, isThere);
  takeNoscriptPictures(tree);
  useBase(tree);
  const isOfBrowsers = speaksOfBrowsers([...facts.titles, facts.description].join(' '));
  const judging = { isOfBrowsers, isSaid: isSaidBy(facts.body) };
  const found = findArticle(tree, judging);
  if (!found || (facts.saysIt !== 'article' && (facts.saysIt === 'list' || isList(found.root))))
    return { facts, title: facts.titles[0] ?? '', isNoArticle: leftOut(facts.titles[0]), article: undefined };

  const article = cleanArticle(found, facts, judging);
  const title = article.heading ? textOfHtml(toHtml(article.heading)) : (facts.titles[0] ?? '');
  const isEmpty = weightOf(article.tree) < (facts.saysIt === 'article' ? 1 : SHORTEST);
  return { facts, title, isNoArticle: isEmpty ? leftOut(title) : undefined, article };
}

/** What has fewer letters, and does not say that it is an article, is none. */
const SHORTEST = 140;

/** Letters of a text; a sign of Chinese, Japanese or Korean says as much as three. */
function weightOf(tree: Root): number {
  const words = wordsIn(tree).replace(/\s+/g, '');
  return (
    words.length +
    2 * (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}

function leftOut(detail: string | undefined): ImportNote {
  return {
    kind: 'lost',
    what: 'page that is a list, or has no article',
    advice: 'left out; the new site makes its lists itself',
    detail,
  };
}

/** Whether a page is made of teasers: most of its headings lead to something else. */
function isList(root: Root | CleanArticle['tree'] | NonNullable<ReturnType<typeof findArticle>>['root']): boolean {
  const headings = findAll(root, ({ tagName }) => /^h[1-4]$/.test(tagName));
  const linked = headings.filter((heading) => {
    const links = findAll(heading, ({ tagName }) => tagName === 'a');
    const isWithin = links.reduce((sum, link) => sum + lettersIn(link), 0);
    return isWithin > 0 && isWithin >= lettersIn(heading) * 0.8;
  });
  const articles = findAll(root, ({ tagName }) => tagName === 'article').length;
  return (linked.length >= 3 && linked.length > headings.length / 2) || articles >= 3;
}

/** Addresses of a page with a `base` are relative to that. */
function useBase(tree: Root): void {
  const [base] = findAll(tree, (node) => node.tagName === 'base' && attribute(node, 'href') !== undefined);
  const address = base && attribute(base, 'href');
  if (address === undefined || !URL.canParse(address)) return;
  for (const node of findAll(tree, ({ tagName }) => tagName === 'a' || tagName === 'img')) {
    const name = node.tagName === 'a' ? 'href' : 'src';
    const written = attribute(node, name);
    if (written !== undefined && !written.startsWith('#') && URL.canParse(written, address))
      node.properties[name] = new URL(written, address).href;
  }
}

/** What is said of where a page was. */
export interface PagePlace {
  readonly key: string;
  /** Its path below the folder. */
  readonly path: string;
  readonly url: string;
}

export function outlineOfPage({ facts, title }: Page, place: PagePlace): Outline {
  const date = readDate(facts.published ?? '');
  const [section, ...others] = facts.sections;
  const isStory = facts.saysIt === 'article' || facts.published !== undefined || facts.people.length > 0;
  const language = facts.language?.trim() || undefined;
  return {
    key: place.key,
    place: place.path,
    kind: isStory ? 'story' : 'page',
    title,
    slug: slugOf(place.url),
    date: date?.date,
    url: place.url,
    status: 'published',
    language,
    categories: section === undefined ? [] : [{ id: section.toLowerCase().replace(/\s+/g, '-'), title: section }],
    contributors: facts.people.map(({ name }) => keyOfPerson(name)),
    topics: [...new Set([...others, ...facts.topics])].filter((topic) => topic !== section),
  };
}

export function keyOfPerson(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** @param isCommon Whether a picture is that of many pages, and says nothing of this one. */
export function entryOfPage(page: Page, outline: Outline, isCommon: (address: string) => boolean): Entry {
  const { facts, article } = page;
  const headline = article?.heading ? lineOfHtml(toHtml(article.heading)) : lineOfText(outline.title);
  const updated = readDate(facts.modified ?? '')?.date;
  return {
    ...outline,
    headline: headline === lineOfText(outline.title) ? undefined : headline,
    dek: article?.dek ?? dekOf(facts, article),
    updated: updated === outline.date ? undefined : updated,
    credits: outline.contributors.map((key) => ({ contributor: { key } })),
    image: pictureOf(facts, article, isCommon),
    text: (context) => {
      for (const note of [...(article?.notes ?? []), ...doubtsOf(facts)]) context.note(note);
      return article ? treeToMarkdown(article.tree, context) : '';
    },
  };
}

/** The description, where it is not only the beginning of the text. */
function dekOf({ description }: PageFacts, article: CleanArticle | undefined): string | undefined {
  if (description === undefined || description.length > 500 || !article) return undefined;
  const bare = (words: string) => words.replace(/(?:\s*(?:\[…\]|\[\.\.\.\]|\.\.\.|…))+$/, '').replace(/\s+/g, '');
  return bare(textOfHtml(toHtml(article.tree))).includes(bare(description)) ? undefined : description;
}

function pictureOf(
  { image }: PageFacts,
  article: CleanArticle | undefined,
  isCommon: (address: string) => boolean,
): ArchivePicture | undefined {
  const lead = article?.picture;
  if (lead) {
    const isSame = image !== undefined && fileName(image.address) === fileName(lead.address);
    return { ...lead, credit: lead.credit ?? (isSame ? image.credit : undefined) };
  }
  if (!image || isCommon(image.address)) return undefined;
  const { address, alt, caption, credit } = image;
  return { address, alt, caption: caption === undefined ? undefined : lineOfText(caption), credit };
}

function fileName(address: string): string | undefined {
  return pathOf(address).split('/').at(-1);
}

function doubtsOf(facts: PageFacts): ImportNote[] {
  const notes: ImportNote[] = [];
  const date = facts.published === undefined ? undefined : readDate(facts.published);
  if (facts.published !== undefined && !date)
    notes.push({
      kind: 'look',
      what: 'date that cannot be read',
      advice: 'write its `date` by hand',
      detail: facts.published,
    });
  if (date?.doubt !== undefined)
    notes.push({
      kind: 'look',
      what: 'date that is not sure',
      advice: 'compare it with the page',
      detail: facts.published,
    });
  if (facts.hasBrokenData)
    notes.push({
      kind: 'look',
      what: 'structured data with faults',
      advice: 'names, dates and sections are from the rest of the page',
    });
  return notes;
}
