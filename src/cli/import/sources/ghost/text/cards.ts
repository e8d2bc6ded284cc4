import type { Element, ElementContent, Root } from 'hast';
import type { TextContext } from '../../../archive.ts';
import {
  attribute,
  blockDirective,
  element,
  findAll,
  isBlank,
  isElement,
  leafDirective,
  wordsIn,
} from '../../../convert/elements.ts';

/** Nodes of HTML, one after the other. */
export type Html = readonly ElementContent[];

/** A picture of a card; what is empty is not there. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly title: string;
  readonly href: string;
  readonly caption: Html;
}

export const NONE: Html = [];

/** A picture by itself. `width` is `wide` or `full`. */
export function pictureCard(picture: Picture, width: string): Html {
  if (picture.src === '') return picture.caption.length > 0 ? inBlocks(picture.caption) : NONE;
  // What Ghost shows when the mouse rests on a picture stands under it where nothing else does.
  const caption = picture.caption.length > 0 ? picture.caption : textIn(picture.title);
  return [figureOf([pictureOf(picture)], caption, width)];
}

/** Pictures side by side; the rows in which Ghost set them follow from how many there are. */
export function galleryCard(pictures: readonly Picture[], caption: Html): Html {
  const shown = pictures.filter(({ src }) => src !== '');
  const [only, ...others] = shown;
  if (!only) return inBlocks(caption);
  if (others.length === 0) return pictureCard(only.caption.length > 0 ? only : { ...only, caption }, '');
  return [
    figureOf(
      shown.map((picture) => figureOf([pictureOf(picture)], picture.caption, '')),
      caption,
      '',
    ),
  ];
}

function pictureOf({ src, alt, href }: Picture): Element {
  const img = element('img', { src, ...(alt === '' ? {} : { alt }) });
  return href === '' ? img : element('a', { href }, [img]);
}

function figureOf(nodes: Html, caption: Html, width: string): Element {
  const className = width === 'wide' || width === 'full' ? { className: `kg-width-${width}` } : {};
  return element('figure', className, [...nodes, ...(caption.length > 0 ? [element('figcaption', {}, caption)] : [])]);
}

/** Something with a caption, which stands under it. */
export function withCaption(nodes: Html, caption: Html): Html {
  return caption.some((node) => !isBlank(node)) ? [figureOf(nodes, caption, '')] : nodes;
}

/** A card that leads to a page: on the old site itself it is a link. */
export function bookmarkCard(
  bookmark: { readonly url: string; readonly title: string; readonly details: string; readonly caption: Html },
  context: TextContext,
): Html {
  const { url, title, details, caption } = bookmark;
  if (details !== '') {
    const advice = 'its card has its title only, without what Ghost had fetched of the page';
    context.note({ kind: 'changed', what: 'bookmark', advice, detail: details });
  }
  if (!/^https?:\/\//i.test(context.link(url))) return [paragraph(linkOf(url, title || url)), ...emphasised(caption)];
  return withCaption([leafDirective('embed', { url, title: title || undefined })], caption);
}

/** What another site shows: a card that leads there, with the words of a post of a social network before it. */
export function embedCard(embed: {
  readonly url: string;
  readonly title: string;
  readonly html: Html;
  readonly caption: Html;
}): Html {
  const root: Root = { type: 'root', children: [...embed.html] };
  const quotations = findAll(root, ({ tagName }) => tagName === 'blockquote').filter(
    (quotation) => wordsIn(quotation).trim() !== '',
  );
  const links = quotations.flatMap((quotation) => findAll(quotation, ({ tagName }) => tagName === 'a')).map(hrefOf);
  const [frame] = findAll(root, ({ tagName }) => tagName === 'iframe');
  const framed = (name: string): string => (frame && attribute(frame, name)) ?? '';
  const src = [embed.url, framed('src'), ...links.toReversed()].find((address) => /^(?:https?:)?\/\//i.test(address));
  // As a frame, for its address may be that of a player, and its title that of any.
  const card = src === undefined ? NONE : [element('iframe', { src, title: embed.title || framed('title') })];
  const quoted = quotations.slice(0, 1).map((quotation) => element('blockquote', {}, quotation.children));
  // Without an address nothing is known of it but what it says.
  return withCaption(src === undefined && quoted.length === 0 ? embed.html : [...quoted, ...card], embed.caption);
}

/** A player of a file. */
export function recordingCard(
  kind: 'audio' | 'video',
  recording: { readonly src: string; readonly title: string; readonly poster: string; readonly caption: Html },
): Html {
  const { src, title, poster, caption } = recording;
  if (src === '') return inBlocks([...textIn(title), ...caption]);
  const player = element(kind, { src, ...(title === '' ? {} : { title }), ...(poster === '' ? {} : { poster }) });
  return withCaption([player], caption);
}

/** A file to load down. */
export function fileCard(file: { readonly src: string; readonly title: string; readonly caption: Html }): Html {
  const { src, title, caption } = file;
  const name = title || (src.split('/').at(-1) ?? '');
  if (name === '' && caption.length === 0) return NONE;
  return [paragraph([...linkOf(src, name), ...(caption.length > 0 ? [element('br', {}), ...caption] : [])])];
}

/** A box beside the text, its emoji before its first word. */
export function calloutCard(emoji: string, words: Html): Html {
  const blocks = inBlocks(words);
  if (blocks.length === 0) return emoji === '' ? NONE : [blockDirective('aside', {}, [paragraph(textIn(emoji))])];
  const [first, ...others] = blocks;
  if (emoji === '' || !isElement(first, 'p')) return [blockDirective('aside', {}, blocks)];
  const marked = { ...first, children: [...textIn(`${emoji} `), ...first.children] };
  return [blockDirective('aside', {}, [marked, ...others])];
}

/** What readers open by its heading. */
export function toggleCard(heading: Html, words: Html): Html {
  if (!heading.some((node) => !isBlank(node))) return inBlocks(words);
  return [element('details', {}, [element('summary', {}, heading), ...inBlocks(words)])];
}

export function buttonCard(href: string, words: string, context: TextContext): Html {
  if (words === '') return NONE;
  if (href !== '')
    context.note({ kind: 'changed', what: 'button', advice: 'a link with its words stands in its place' });
  return [paragraph(linkOf(href, words))];
}

/** What only looked like more than words: the words stay, in a box if it was one. */
export interface WordsCard {
  /** As its users call it: `product`. */
  readonly name: string;
  readonly title: Html;
  readonly picture: string;
  readonly words: readonly Html[];
  readonly button: { readonly href: string; readonly words: string };
}

export function boxCard(card: WordsCard, context: TextContext): Html {
  const blocks = blocksOf(card, context);
  const title = wordsOf(card.title);
  if (blocks.length > 0) return [blockDirective('aside', { title: title || undefined }, blocks)];
  return title === '' ? NONE : [blockDirective('aside', {}, [paragraph(card.title)])];
}

/** The head of a part of a page, as wide as the window. */
export function headerCard(card: WordsCard, context: TextContext): Html {
  const title = card.title.some((node) => !isBlank(node)) ? [element('h2', {}, card.title)] : NONE;
  return [...title, ...blocksOf(card, context)];
}

function blocksOf({ name, picture, words, button }: WordsCard, context: TextContext): Html {
  context.note({ kind: 'changed', what: `${name} card`, advice: 'its words stand in its place' });
  const alone: Picture = { src: picture, alt: '', title: '', href: '', caption: NONE };
  const link = button.words === '' ? NONE : [paragraph(linkOf(button.href, button.words))];
  return [...pictureCard(alone, ''), ...words.flatMap(inBlocks), ...link];
}

/** What was never on the site: it was sent by e-mail only. */
export function unseenCard(what: string, words: string, context: TextContext): Html {
  const advice = 'left out, for it was in e-mails only';
  if (words !== '') context.note({ kind: 'lost', what, advice, detail: words });
  return NONE;
}

/** Where what follows was for members. */
export function notePaywall(context: TextContext): Html {
  const advice = 'what follows it was for members, and now stands for everybody';
  context.note({ kind: 'look', what: 'paywall within a text', advice });
  return NONE;
}

/** Nodes as blocks: what stands within lines is put into paragraphs. */
export function inBlocks(nodes: Html): Html {
  const blocks: ElementContent[] = [];
  let line: ElementContent[] = [];
  const endLine = (): void => {
    if (line.some((node) => !isBlank(node))) blocks.push(paragraph(line));
    line = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !BLOCKS.has(node.tagName)) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(node);
  }
  endLine();
  return blocks;
}

const BLOCKS = new Set([
  ...['p', 'div', 'section', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'table', 'figure', 'hr', 'details', 'x-directive'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'iframe', 'audio', 'video'],
]);

export function textIn(words: string): Html {
  return words === '' ? NONE : [{ type: 'text', value: words }];
}

/** The words of nodes in one line. */
export function wordsOf(nodes: Html): string {
  return wordsIn({ type: 'root', children: [...nodes] })
    .replace(/\s+/g, ' ')
    .trim();
}

function paragraph(nodes: Html): Element {
  return element('p', {}, nodes);
}

function emphasised(nodes: Html): Html {
  return nodes.some((node) => !isBlank(node)) ? [paragraph([element('em', {}, nodes)])] : NONE;
}

function linkOf(href: string, words: string): Html {
  return href === '' ? textIn(words) : [element('a', { href }, textIn(words))];
}

function hrefOf(link: Element): string {
  return String(link.properties['href'] ?? '');
}
