import type { Element, Nodes, Parents, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ArchivePicture } from '../archive.ts';
import { attribute, findAll, isElement, wordsIn } from '../convert/elements.ts';
import { sourceOf } from '../convert/figures.ts';
import { lineOfHtml } from '../convert/html-to-markdown.ts';

/**
 * Takes the picture out of a tree that it begins with, if that is the one of an address: on the page of a story it stands over the text.
 *
 * @param isIt Whether an address is that of the picture.
 * @returns What the text says of it, `undefined` where it begins with something else.
 */
export function takeLeadPicture(tree: Root, isIt: (address: string) => boolean): ArchivePicture | undefined {
  const [picture] = findAll(tree, ({ tagName }) => tagName === 'img');
  const address = picture && sourceOf(picture);
  if (!picture || address === undefined || !isIt(address) || hasWordsBefore(tree, picture)) return undefined;

  const way = wayTo(tree, picture);
  // The outermost element that has nothing else to say than this picture.
  const figure = way.find((node): node is Element => isElement(node, 'figure'));
  const pictures = figure ? findAll(figure, ({ tagName }) => tagName === 'img') : [];
  if (figure && pictures.length > 1) return undefined;
  const whole =
    figure ?? way.find((node) => node === picture || (isElement(node) && wordsIn(node).trim() === '' && hasOne(node)));
  if (!whole) return undefined;

  const around = way[way.indexOf(whole) - 1] as Parents;
  around.children = (around.children as Nodes[]).filter((node) => node !== whole) as Root['children'] &
    Element['children'];
  return { address, alt: attribute(picture, 'alt')?.trim() || undefined, ...captionOf(figure) };
}

function hasOne(node: Element): boolean {
  return findAll(node, ({ tagName }) => SEEN.has(tagName)).length === 1;
}

const SEEN = new Set(['img', 'iframe', 'video', 'audio', 'embed', 'object', 'hr', 'table']);

function hasWordsBefore(tree: Root, picture: Element): boolean {
  const waiting: Nodes[] = [tree];
  for (let next = waiting.pop(); next && next !== picture; next = waiting.pop()) {
    if (next.type === 'text' && next.value.trim() !== '') return true;
    if (isElement(next, 'iframe', 'video', 'audio', 'embed', 'object', 'hr')) return true;
    if ('children' in next) waiting.push(...(next.children as Nodes[]).toReversed());
  }
  return false;
}

/** From the root to a node. */
function wayTo(tree: Root, target: Nodes): Nodes[] {
  const parents = new Map<Nodes, Nodes>();
  const waiting: Nodes[] = [tree];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!('children' in next)) continue;
    for (const child of next.children as Nodes[]) {
      parents.set(child, next);
      waiting.push(child);
    }
  }
  const way: Nodes[] = [];
  for (let node: Nodes | undefined = target; node; node = parents.get(node)) way.unshift(node);
  return way;
}

const CREDIT = /(?:^|[-_ ])(?:credits?|copyright|byline|photographer|source)(?:$|[-_ ])/i;

/** Caption, and credit where something is marked as one. */
function captionOf(figure: Element | undefined): Pick<ArchivePicture, 'caption' | 'credit'> {
  const [caption] = figure ? findAll(figure, ({ tagName }) => tagName === 'figcaption') : [];
  if (!caption) return {};
  const [marked] = findAll(
    caption,
    (node) => CREDIT.test(attribute(node, 'className') ?? '') || isCreditProperty(node),
  );
  const credit = (marked ? wordsIn(marked) : besideCaption(figure, caption)).replace(/\s+/g, ' ').trim();
  if (marked) marked.children = [];
  return { caption: lineOfHtml(toHtml(caption.children)) || undefined, credit: credit || undefined };
}

/** What stands in a figure beside its caption says whose the picture is. */
function besideCaption(figure: Element | undefined, caption: Element): string {
  const words = figure ? wordsIn(figure).replace(wordsIn(caption), '') : '';
  return words.trim().length <= LONGEST_CREDIT ? words : '';
}

const LONGEST_CREDIT = 80;

function isCreditProperty(node: Element): boolean {
  return /\b(?:copyrightHolder|creditText|author)\b/.test(attribute(node, 'itemProp') ?? '');
}
