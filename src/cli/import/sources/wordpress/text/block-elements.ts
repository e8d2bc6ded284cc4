import type { Element, ElementContent, Root, RootContent } from 'hast';
import {
  attribute,
  blockDirective,
  classesOf,
  element,
  findAll,
  isElement,
  replaceNodes,
  wordsIn,
} from '../../../convert/elements.ts';
import { lineOfText } from '../../../convert/html-to-markdown.ts';
import { isPicture, type Pictures } from '../media/pictures.ts';
import { idOf } from '../wxr/records.ts';
import type { Attachments } from '../media/attachments.ts';

/** Makes of elements that WordPress marks with its classes what they mean; a transform. */
export function readClasses(tree: Root): void {
  replaceNodes(tree, (node) => {
    if (node.type !== 'element') return undefined;
    for (const name of classesOf(node)) {
      const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
      const others = read?.(node);
      if (others) return others;
    }
    return undefined;
  });
}

type Read = (node: Element) => readonly ElementContent[] | undefined;

const asFigure: Read = (node) => (node.tagName === 'figure' ? undefined : [{ ...node, tagName: 'figure' }]);

const READERS: Readonly<Record<string, Read>> = {
  'wp-block-pullquote': readPullquote,
  'wp-block-verse': readVerse,
  'wp-block-file': readFile,
  'wp-block-button': (node) => [element('p', {}, node.children)],
  'wp-block-cover': readCover,
  'wp-block-spacer': () => [],
  'wp-block-accordion-item': readAccordion,
  'wp-block-gallery': asFigure,
  'wp-block-jetpack-tiled-gallery': asFigure,
  'wp-block-jetpack-slideshow': asFigure,
  'wp-caption': readCaption,
};

function readPullquote(node: Element): readonly ElementContent[] | undefined {
  if (!isElement(node, 'figure', 'blockquote', 'div')) return undefined;
  const quote = node.tagName === 'blockquote' ? node : findAll(node, ({ tagName }) => tagName === 'blockquote')[0];
  if (!quote) return undefined;
  const cites = findAll(quote, ({ tagName }) => tagName === 'cite' || tagName === 'footer');
  const by = cites
    .map((cite) => wordsIn(cite))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const holder: Root = { type: 'root', children: [...quote.children] };
  replaceNodes(holder, (child) => (cites.includes(child as Element) ? [] : undefined));
  return [
    blockDirective('pullquote', { by: by === '' ? undefined : lineOfText(by) }, holder.children as ElementContent[]),
  ];
}

/** A poem: lines that end where they end. */
function readVerse(node: Element): readonly ElementContent[] | undefined {
  if (node.tagName !== 'pre') return undefined;
  const holder: Root = { type: 'root', children: [...node.children] };
  replaceNodes(holder, (child): readonly RootContent[] | undefined => {
    if (child.type !== 'text' || !child.value.includes('\n')) return undefined;
    return child.value
      .split('\n')
      .flatMap((line, index): readonly RootContent[] =>
        index === 0 ? [{ type: 'text', value: line }] : [element('br', {}), { type: 'text', value: line }],
      );
  });
  return stanzasOf(holder.children as ElementContent[]).map((lines) => element('p', {}, lines));
}

/** An empty line parts stanzas. */
function stanzasOf(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const stanzas: ElementContent[][] = [[]];
  for (const node of nodes) {
    const stanza = stanzas.at(-1) ?? [];
    const isEnd = isElement(node, 'br') && stanza.length > 0 && isBreak(stanza);
    if (isEnd) stanzas.push([]);
    else if (stanza.length > 0 || !isElement(node, 'br')) stanza.push(node);
  }
  return stanzas.map(withoutBreakAtEnd).filter((stanza) => stanza.some((node) => wordsIn(node).trim() !== ''));
}

function isBreak(stanza: readonly ElementContent[]): boolean {
  const last = stanza.findLast((node) => node.type !== 'text' || node.value.trim() !== '');
  return isElement(last, 'br');
}

function withoutBreakAtEnd(stanza: readonly ElementContent[]): readonly ElementContent[] {
  const end = stanza.findLastIndex((node) => !isElement(node, 'br') && wordsIn(node).trim() !== '');
  return stanza.slice(0, end + 1);
}

/** A file to load down: its name leads there, and so does a button, once is enough. */
function readFile(node: Element): readonly ElementContent[] | undefined {
  const links = findAll(node, ({ tagName }) => tagName === 'a');
  const link = links.find((found) => !classesOf(found).includes('wp-block-file__button')) ?? links[0];
  return link && [element('p', {}, [link])];
}

/** A picture with words on it; older ones have it as a background. */
function readCover(node: Element): readonly ElementContent[] | undefined {
  const withStyle = [node, ...findAll(node, () => true)].flatMap((found) => {
    const url = /background-image:\s*url\(\s*["']?([^"')]+)["']?\s*\)/i.exec(attribute(found, 'style') ?? '')?.[1];
    return url === undefined ? [] : [url];
  });
  const hasPicture = findAll(node, ({ tagName }) => tagName === 'img' || tagName === 'video').length > 0;
  const [url] = hasPicture ? [] : withStyle;
  return [...(url === undefined ? [] : [element('img', { src: url })]), ...node.children];
}

/** What opens below its heading; the sign beside that is no word. */
function readAccordion(node: Element): readonly ElementContent[] | undefined {
  const [heading] = findAll(node, (found) => classesOf(found).includes('wp-block-accordion-heading'));
  if (!heading || !node.children.includes(heading)) return undefined;
  const [title = heading] = findAll(heading, (found) => /__toggle-title$/.test(attribute(found, 'className') ?? ''));
  const others = node.children.filter((child) => child !== heading);
  return [element('details', {}, [element('summary', {}, title.children), ...others])];
}

/** A caption as WordPress printed it: `div.wp-caption` with `p.wp-caption-text`, before 2.6 a `dl`. */
function readCaption(node: Element): readonly ElementContent[] | undefined {
  if (!isElement(node, 'div', 'dl')) return undefined;
  const children = node.children.map((child) => {
    const isText = isElement(child) && classesOf(child).some((name) => /^wp-caption-(?:text|dd)$/.test(name));
    return isText ? { ...child, tagName: 'figcaption' } : isElement(child, 'dt') ? { ...child, tagName: 'div' } : child;
  });
  return [{ ...node, tagName: 'figure', children }];
}

/** Shows of each picture the original, with what the library says of it; a transform. */
export function findOriginals(pictures: Pictures, attachments: Attachments): (tree: Root) => void {
  return (tree) =>
    replaceNodes(tree, (node) => {
      if (isElement(node, 'img')) showOriginal(node, pictures);
      else if (isElement(node, 'a')) leadToFile(node, pictures, attachments);
      else if (isElement(node, 'video')) showPoster(node, pictures);
      return undefined;
    });
}

function showOriginal(img: Element, pictures: Pictures): void {
  const classes = classesOf(img).map((name) => /^wp-image-(\d+)$/.exec(name)?.[1]);
  const said = ['dataAttachment', 'dataId', 'dataAttachmentId'].map((name) => attribute(img, name));
  const id = [...said, ...classes].flatMap((number) => idOf(number ?? '') ?? [])[0];
  const names = ['dataOrigFile', 'dataOrigSrc', 'dataFullUrl', 'dataLargeFile', 'dataLazySrc', 'dataSrc', 'src'];
  const addresses = names.map((name) => attribute(img, name)?.trim()).filter((address) => address !== undefined);
  const address = addresses.find((written) => written !== '' && !/^(?:data|about|blob):/i.test(written));
  if (address === undefined) return;
  const original = pictures.originalOf(address, id);
  for (const name of names) delete img.properties[name];
  const isKnown = original.attachment !== undefined || original.address !== address;
  // Of the smaller copies that a browser could choose from, the largest is as good as it gets.
  const largest = isKnown ? undefined : largestOf(attribute(img, 'srcSet') ?? '');
  img.properties['src'] = largest ?? original.address;
  const alt = attribute(img, 'alt')?.trim();
  if (!alt && original.attachment?.alt !== undefined) img.properties['alt'] = original.attachment.alt;
}

/** The address of a `srcset` with the largest width. */
function largestOf(srcset: string): string | undefined {
  const entries = srcset.split(/,\s+/).map((entry) => entry.trim().split(/\s+/));
  const sized = entries.flatMap(([address = '', size = '']) =>
    /^\d+w$/.test(size) && address !== '' ? [{ address, width: Number.parseInt(size, 10) }] : [],
  );
  return sized.toSorted((one, other) => other.width - one.width)[0]?.address;
}

function showPoster(video: Element, pictures: Pictures): void {
  const poster = attribute(video, 'poster');
  if (poster !== undefined && poster !== '') video.properties['poster'] = pictures.originalOf(poster).address;
}

/** A link to the page of an attachment leads to its file, for that page showed nothing else; one to a picture leads to the original. */
function leadToFile(link: Element, pictures: Pictures, attachments: Attachments): void {
  const href = attribute(link, 'href') ?? '';
  const said = /\bwp-att-(\d+)\b/.exec(attribute(link, 'rel') ?? '')?.[1];
  const asked = /[?&]attachment_id=(\d+)/.exec(href)?.[1];
  const attachment =
    attachments.withId(idOf(said ?? asked ?? '')) ??
    (isPicture(href) ? pictures.originalOf(href).attachment : undefined);
  if (attachment) link.properties['href'] = attachment.address;
}
