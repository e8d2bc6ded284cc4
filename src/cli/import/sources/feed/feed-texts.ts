import type { Element, ElementContent, Root } from 'hast';
import type { Transform } from '../../convert/html-to-markdown.ts';
import {
  attribute,
  classesOf,
  element,
  findAll,
  isBlank,
  isElement,
  replaceNodes,
  wordsIn,
} from '../../convert/elements.ts';
import { sourceOf } from '../../convert/figures.ts';
import { textOfHtml } from '../../convert/html-to-markdown.ts';
import { pathOf } from '../media-folder.ts';
import { type FeedItem, type FeedText, hasMarkup } from './feed-item.ts';

/** A text of a feed as HTML. Where the feed does not say what it is, tags and references of HTML tell. */
export function htmlOf({ type, value }: FeedText): string {
  return type === 'html' || (type === 'guess' && hasMarkup(value)) ? value : htmlOfPlain(value);
}

/** A title as HTML of a line. Where the feed does not say what it is, only what stands within a line is taken for a tag. */
export function titleHtml({ type, value }: FeedText): string {
  if (type === 'html') return value;
  if (type === 'text') return escaped(value);
  return value.replace(
    /<(?!\/?(?:a|abbr|b|br|cite|code|del|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>)/gi,
    '&lt;',
  );
}

/** The words of a text, without markup. */
export function wordsOf(text: FeedText | undefined): string {
  return text === undefined ? '' : textOfHtml(htmlOf(text));
}

/** The sentence under the headline: a summary that stands beside the full text, and is not only its beginning. */
export function dekOf({ summary, content }: FeedItem): string | undefined {
  if (!content || !summary) return undefined;
  const words = wordsOf(summary);
  const beginning = words.replace(/(?:\s*(?:\[…\]|\[\.\.\.\]|\.\.\.|…))+$/, '');
  const isOther = !wordsOf(content).replace(/\s+/g, '').startsWith(beginning.replace(/\s+/g, ''));
  return words !== '' && words.length <= LONGEST_DEK && isOther ? words : undefined;
}

/** What is longer is no sentence under a headline, but another form of the text. */
const LONGEST_DEK = 500;

/** Whether a text ends as those do that go on elsewhere. */
export function isCutOff(text: FeedText): boolean {
  return /(?:\[…\]|\[\.\.\.\])$/.test(wordsOf({ type: text.type, value: text.value.slice(-300) }));
}

/** Puts recordings that a feed encloses before the text, which does not play them yet. */
export function withRecordings(item: FeedItem): Transform {
  return (tree) => {
    const played = new Set(
      findAll(tree, ({ tagName }) => ['audio', 'video', 'source', 'a'].includes(tagName)).flatMap((node) => [
        attribute(node, 'src'),
        isElement(node, 'a') ? undefined : attribute(node, 'href'),
      ]),
    );
    const recordings = item.media.filter(({ kind, url }) => (kind === 'audio' || kind === 'video') && !played.has(url));
    const players = recordings.map(({ kind, url, title }) => element(kind, { src: url, ...(title ? { title } : {}) }));
    tree.children.unshift(...players);
  };
}

/** Puts pictures that a feed gives beside the text under it, but for the one that stands over it, and those that the text shows anyhow. */
export function withPictures(item: FeedItem, shown: string | undefined): Transform {
  return (tree) => {
    const inText = findAll(tree, ({ tagName }) => tagName === 'img').map(sourceOf);
    const known = [shown, ...inText].filter((address) => address !== undefined);
    for (const { kind, url, caption, isThumbnail } of item.media) {
      if (kind !== 'image' || isThumbnail || known.some((address) => isSameFile(address, url))) continue;
      known.push(url);
      const words = caption ? [element('figcaption', {}, [{ type: 'text', value: textOfHtml(caption) }])] : [];
      tree.children.push(element('figure', {}, [element('img', { src: url }), ...words]));
    }
  };
}

/**
 * Shows of each picture the file that it leads to, if that is called the same: of Blogger, which shows smaller copies, the original. What Blogger makes a
 * table of for its caption is a figure.
 */
export const withOriginals: Transform = (tree) => {
  replaceNodes(tree, (node) => {
    if (!isElement(node)) return undefined;
    if (node.tagName === 'table' && classesOf(node).includes('tr-caption-container')) return captioned(node);
    const pictures = node.tagName === 'a' ? findAll(node, ({ tagName }) => tagName === 'img') : [];
    const [href, [picture]] = [attribute(node, 'href') ?? '', pictures];
    const source = picture && sourceOf(picture);
    if (pictures.length !== 1 || !picture || source === undefined || fileName(source) !== fileName(href))
      return undefined;
    return [{ ...picture, properties: { src: href, alt: attribute(picture, 'alt') ?? '' } }];
  });
};

function captioned(table: Element): readonly ElementContent[] | undefined {
  const [caption] = findAll(table, (node) => classesOf(node).includes('tr-caption'));
  const pictures = findAll(table, ({ tagName }) => tagName === 'img');
  return caption && pictures.length === 1
    ? [element('figure', {}, [...pictures, { ...caption, tagName: 'figcaption' }])]
    : undefined;
}

/** Whether a text shows a picture whose file has the same name, wherever that lies. */
export function showsIt(tree: Root, address: string): boolean {
  const shown = findAll(tree, ({ tagName }) => tagName === 'img').map((img) => sourceOf(img) ?? '');
  return shown.some((source) => fileName(source) === fileName(address));
}

function fileName(address: string): string {
  return pathOf(address).split('/').at(-1) ?? '';
}

/** Whether two addresses are of one picture, in one of its sizes. */
export function isSameFile(one: string, other: string): boolean {
  return pictureName(one) === pictureName(other);
}

/** Systems name smaller files of a picture by its size: `bridge-1024x683.jpg`. */
function pictureName(address: string): string {
  return pathOf(address).replace(/-(?:\d+x\d+|scaled)(?=\.[a-z\d]+$)/i, '');
}

/** Puts files that a feed encloses, and that are neither pictures nor recordings, under the text as links. */
export function withFiles(item: FeedItem): Transform {
  return (tree) => {
    const linked = new Set(findAll(tree, ({ tagName }) => tagName === 'a').map((node) => attribute(node, 'href')));
    const files = item.media.filter(({ kind, url }) => kind === 'file' && !linked.has(url));
    tree.children.push(
      ...files.map(({ url, title }) => {
        const name = title ?? url.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? url;
        return element('p', {}, [element('a', { href: url }, [{ type: 'text', value: name }])]);
      }),
    );
  };
}

/**
 * Takes out the line that systems print under each item of their feeds, and nowhere else: two links, to the item and to the front of the site.
 */
export function withoutFooter(item: FeedItem, site: string | undefined): Transform {
  return (tree, context) => {
    const last = tree.children.findLast((node) => node.type !== 'text' || node.value.trim() !== '');
    if (!isElement(last, 'p') || item.url === undefined || site === undefined) return;
    const links = findAll(last, ({ tagName }) => tagName === 'a');
    const [first, second] = links.map((link) => attribute(link, 'href') ?? '');
    const isFooter =
      links.length === 2 && isSame(first, item.url) && isSame(second, site) && wordsIn(last).length < LONGEST_FOOTER;
    if (!isFooter || hasOtherThan(last)) return;
    tree.children = tree.children.filter((node) => node !== last) as Root['children'];
    context.note({
      kind: 'changed',
      what: 'line under a text of a feed that says where it is from',
      advice: 'left out, for it stands on no page of the old site',
      detail: wordsIn(last),
    });
  };
}

const LONGEST_FOOTER = 400;

function hasOtherThan(paragraph: Element): boolean {
  return findAll(paragraph, ({ tagName }) => tagName !== 'a').some((node) => !isBlank(node));
}

function isSame(one: string | undefined, other: string): boolean {
  const bare = (address: string) =>
    address
      .replace(/^https?:/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '');
  return one !== undefined && bare(one) === bare(other);
}

function htmlOfPlain(text: string): string {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(escaped(line.trim()));
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `<p>${lines.join('<br>')}</p>`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
