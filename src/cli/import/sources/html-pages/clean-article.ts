import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ArchivePicture, ImportNote } from '../../archive.ts';
import { attribute, element, findAll, isElement, replaceNodes, wordsIn } from '../../convert/elements.ts';
import { textOfHtml } from '../../convert/html-to-markdown.ts';
import { takeLeadPicture } from '../lead-picture.ts';
import { readDate } from '../read-date.ts';
import { isBrowserBanner } from './browser-banner.ts';
import type { Found } from './find-article.ts';
import { isFurniture, type Judging, namesOf } from './furniture.ts';
import { lettersIn, measure } from './measure.ts';
import type { PageFacts } from './page-facts.ts';
import { type IsSaid, saysAll } from './said-text.ts';

/** The article of a page, without what stood around it. */
export interface CleanArticle {
  readonly tree: Root;
  /** The headline as its page had it. */
  readonly heading: Element | undefined;
  readonly dek: string | undefined;
  /** The picture that stood over the text. */
  readonly picture: ArchivePicture | undefined;
  readonly notes: readonly ImportNote[];
}

/** Takes the article out of a page, whose tree it changes. */
export function cleanArticle(found: Found, facts: PageFacts, judging: Judging): CleanArticle {
  const notes: ImportNote[] = [];
  const { root, scope } = found;
  const heading = headingOf(scope, facts);
  removeFurniture(root, found, judging, notes);
  const over = root === scope ? { picture: undefined, dek: undefined } : headOver(scope, root, judging);
  if (over.picture) removeFurniture(over.picture, found, judging, []);
  if (root !== scope) noteWordsOutside(scope, root, judging, notes);
  const title = heading && structuredClone(heading);
  const tree: Root = {
    type: 'root',
    children: [...(over.picture ? [over.picture] : []), element('div', {}, root.children)],
  };
  const dek = takeHead(tree, facts, heading, notes);
  const picture = takeLeadPicture(tree, () => true);
  return { tree, heading: title, dek: over.dek ?? dek, picture, notes };
}

/** The headline within an article: the only one of the first level, or the one that says what the page is called. */
function headingOf(scope: Element, facts: PageFacts): Element | undefined {
  const headings = findAll(scope, ({ tagName }) => tagName === 'h1').filter((heading) => lettersIn(heading) > 0);
  const same = headings.find((heading) => facts.titles.some((title) => isSameTitle(wordsIn(heading), title)));
  return same ?? (headings.length === 1 ? headings[0] : undefined);
}

function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

function bare(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function removeFurniture(root: Element, found: Found, judging: Judging, notes: ImportNote[]): void {
  const all = lettersIn(root);
  const { isSaid } = judging;
  const isAllSaid = saysAll(
    isSaid,
    findAll(root, (node) => node.tagName === 'p' && lettersIn(node) > 80),
  );
  const waiting: Element[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const children: ElementContent[] = [];
    const inner: Element[] = [];
    for (const child of next.children) {
      const isOther =
        child.type === 'element' &&
        ((isFurniture(child, judging) && lettersIn(child) < all / 2) ||
          isAside(child, next, found) ||
          (isAllSaid && isUnsaidBox(child, isSaid)));
      if (isOther) noteLost(child, notes);
      else children.push(child);
      if (!isOther && child.type === 'element') inner.push(child);
    }
    next.children = children;
    waiting.push(...inner.toReversed());
  }
}

/** What Readability left out, and what reads like it: links to other stories, labels of two words. All else is text. */
function isAside(node: Element, parent: Element, { isText }: Found): boolean {
  if (!ASIDES.has(node.tagName) || isText(node) || findAll(node, isText).length > 0) return false;
  // A list among paragraphs is one of the text, even of links.
  if (/^[uo]l$/.test(node.tagName) && parent.children.some((other) => isElement(other, 'p') && isText(other)))
    return false;
  const { words, linked } = measure(node);
  if (findAll(node, ({ tagName }) => KEPT.has(tagName)).length > 0 && linked <= words * 0.7) return false;
  return words > 0 && (linked > words * 0.5 || (words < 25 && !/[.!?。！？۔।]["”»’）)]*$/u.test(wordsIn(node).trim())));
}

/** A box with links or buttons of which nothing stands in the text that the page itself says it has. */
function isUnsaidBox(node: Element, isSaid: IsSaid): boolean {
  if (!ASIDES.has(node.tagName) || isSaid(node) !== false) return false;
  return measure(node).controls > 0 && findAll(node, ({ tagName }) => KEPT_OF_UNSAID.has(tagName)).length === 0;
}

/** What structured data leaves out of a text. */
const KEPT_OF_UNSAID = new Set(['figure', 'table', 'pre', 'blockquote', 'img', 'video', 'audio', 'iframe']);

const ASIDES = new Set(['div', 'section', 'aside', 'ul', 'ol', 'footer', 'header', 'article']);
const KEPT = new Set(['figure', 'table', 'pre', 'blockquote', 'h2', 'h3', 'h4', 'img', 'video', 'audio', 'iframe']);

const SILENT = new Set(['script', 'style', 'template', 'noscript']);

function noteLost(node: Element, notes: ImportNote[]): void {
  const detail = SILENT.has(node.tagName) ? '' : spacedWords(node);
  // A label for screen readers alone, such as “Image”.
  if (detail === '' || (detail.length < 40 && /hidden|sr only|screen ?reader|assistive/.test(namesOf(node)))) return;
  notes.push({
    kind: 'lost',
    what: 'block of a page that is no part of its text',
    advice: 'left out: a banner, a sign-up, links to other stories and the like; put it back where it is missed',
    detail,
  });
}

interface Over {
  readonly picture: Element | undefined;
  readonly dek: string | undefined;
}

/** What stands over the text in the same article: its picture, and the sentence under its headline. */
function headOver(scope: Element, root: Element, judging: Judging): Over {
  const before: Element[] = [];
  const waiting: Element[] = [scope];
  for (let next = waiting.pop(); next && next !== root; next = waiting.pop()) {
    if (next !== scope && isFurniture(next, judging)) continue;
    before.push(next);
    if (next.tagName === 'figure') continue;
    for (const child of next.children.toReversed()) if (child.type === 'element') waiting.push(child);
  }
  const below = before.slice(
    Math.max(
      0,
      before.findIndex(({ tagName }) => tagName === 'h1'),
    ),
  );
  const figure = below.find((node) => node.tagName === 'figure' && findAll(node, isPicture).length > 0);
  const dek = before.find((node) => node.tagName !== 'figure' && isDek(node));
  return { picture: figure ?? below.find((node) => isPicture(node)), dek: dek && spacedWords(dek) };
}

function isPicture(node: Element): boolean {
  const width = Number(attribute(node, 'width') ?? Number.NaN);
  return (
    node.tagName === 'img' && node.properties['src'] !== undefined && !(width < 100) && !PORTRAIT.test(namesOf(node))
  );
}

const PORTRAIT = /\b(?:avatar|author|byline|headshot|logo|icon)\b/;

const DEK =
  /\b(?:dek|deck|standfirst|subtitle|subheadline|sub headline|subhead|article (?:summary|description|intro)|entry summary|summary)\b/;
const LONGEST_DEK = 500;

function isDek(node: Element): boolean {
  const letters = lettersIn(node);
  return letters > 0 && letters <= LONGEST_DEK && DEK.test(namesOf(node));
}

/**
 * Takes out what stands over a text and is said in its keys: headline, the sentence under it, names, dates. What stands before a headline, and has
 * few words, goes with them.
 *
 * @returns The sentence under the headline.
 */
function takeHead(tree: Root, facts: PageFacts, heading: Element | undefined, notes: ImportNote[]): string | undefined {
  const blocks = findAll(tree, () => true);
  const first = blocks.findIndex((node) => isProse(node, facts));
  const head = blocks.slice(0, first === -1 ? blocks.length : first);
  const top = heading === undefined ? -1 : head.indexOf(heading);
  const taken = new Set<unknown>(heading ? [heading] : []);
  const inside = (node: Element) => findAll(node, (inner) => taken.has(inner)).length > 0;
  let dek: string | undefined;
  for (const [index, node] of head.entries()) {
    const isWhole =
      HEAD_BLOCKS.has(node.tagName) &&
      findAll(node, ({ tagName }) => tagName === 'figure').length === 0 &&
      !inside(node);
    if (!isWhole || lettersIn(node) === 0 || (first === -1 && !isByline(node, facts))) continue;
    const isFirstDek = dek === undefined && (isDek(node) || isDescription(node, facts));
    if (isFirstDek) dek = spacedWords(node);
    const isOfHead =
      isFirstDek || isByline(node, facts) || isBrowserBanner(node) || (index < top && lettersIn(node) < 100);
    if (!isOfHead) continue;
    taken.add(node);
    for (const inner of findAll(node, () => true)) taken.add(inner);
    if (!isFirstDek && !isSaid(node, facts)) noteLost(node, notes);
  }
  for (const portrait of head) if (portrait.tagName === 'img' && PORTRAIT.test(namesOf(portrait))) taken.add(portrait);
  replaceNodes(tree, (node) => (taken.has(node) ? [] : undefined));
  return dek;
}

const HEAD_BLOCKS = new Set([
  'p',
  'font',
  'center',
  'small',
  'div',
  'section',
  'header',
  'address',
  'time',
  'ul',
  'ol',
  'span',
  'a',
  'h2',
  'h3',
  'h4',
]);

/** A paragraph of the text itself. */
function isProse(node: Element, facts: PageFacts): boolean {
  if (!['p', 'blockquote', 'ul', 'ol', 'table', 'pre'].includes(node.tagName)) return false;
  // A table with headlines or paragraphs in it only stands for columns.
  if (node.tagName === 'table' && findAll(node, ({ tagName }) => tagName === 'p' || tagName === 'h1').length > 0)
    return false;
  return (
    lettersIn(node) > 80 &&
    !isDek(node) &&
    !isDescription(node, facts) &&
    !isByline(node, facts) &&
    !isBrowserBanner(node)
  );
}

function isDescription(node: Element, { description }: PageFacts): boolean {
  return description !== undefined && /^(?:h2|h3|div)$/.test(node.tagName) && bare(wordsIn(node)) === bare(description);
}

const BYLINE =
  /\b(?:byline|by line|author|authors|meta|metadata|timestamp|published|publish date|date|posted on|reading time|read time)\b/;

function isByline(node: Element, { people }: PageFacts): boolean {
  const words = spacedWords(node);
  if (words === '' || words.length > 200) return false;
  if (node.tagName === 'time' || BYLINE.test(namesOf(node)) || readDate(words) !== undefined) return true;
  return people.some(({ name }) => words.includes(name) && words.length - name.length < 20);
}

/** Whether keys say what an element says: names, the section. */
function isSaid(node: Element, { people, sections }: PageFacts): boolean {
  if (findAll(node, ({ tagName }) => tagName === 'time').length > 0 || node.tagName === 'time') return true;
  if (readDate(spacedWords(node))) return true;
  const known = [...people.map(({ name }) => name), ...sections];
  return (
    lettersIn(node) < 3 || known.reduce((words, name) => words.replaceAll(name, ''), spacedWords(node)).length < 20
  );
}

/** Sentences of the article that stand apart from its text. */
function noteWordsOutside(scope: Element, root: Element, judging: Judging, notes: ImportNote[]): void {
  const waiting: Element[] = [scope];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next === root || isFurniture(next, judging)) continue;
    const { words, linked } = next.tagName === 'p' ? measure(next) : { words: 0, linked: 0 };
    if (words > 80 && linked < words * 0.5 && !isDek(next))
      notes.push({
        kind: 'lost',
        what: 'paragraph of a page that stands apart from its text',
        advice: 'left out; put it back where it belongs to the story',
        detail: spacedWords(next),
      });
    else for (const child of next.children.toReversed()) if (child.type === 'element') waiting.push(child);
  }
}

function spacedWords(node: Element): string {
  return textOfHtml(toHtml(node));
}
