import type { Image, ImageReference, Link, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { TextContext } from '../../../archive.ts';
import type { Pieces } from './pieces.ts';
import { type ParsedMarkdown, rangeOf, visitNodes } from './parse-markdown.ts';
import type { Splice } from './splices.ts';

/** The name of a file that browsers show as a picture. */
export const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$/is;

interface FigureRules {
  readonly context: TextContext;
  readonly pieces: Pieces;
  /** A line of Markdown with its links as they are to be. */
  line(markdown: string): string;
}

/**
 * The splices that make figures of the pictures of a paragraph that has nothing else but links around them, ends of lines between them, or a line in
 * italics below, which is a caption. `unwrapped` are the links that are gone with them.
 */
export function figureSplices(
  text: string,
  { tree }: ParsedMarkdown,
  rules: FigureRules,
): { readonly splices: readonly Splice[]; readonly unwrapped: ReadonlySet<Nodes> } {
  const splices: Splice[] = [];
  const unwrapped = new Set<Nodes>();
  visitNodes(tree, (node) => {
    if (node.type !== 'paragraph') return undefined;
    const own = paragraphSplices(text, node, rules);
    splices.push(...own);
    if (own.length > 0)
      for (const child of node.children) if (child.type === 'link' && imageIn(child)) unwrapped.add(child);
    return false;
  });
  return { splices, unwrapped };
}

function paragraphSplices(text: string, node: Paragraph, rules: FigureRules): readonly Splice[] {
  const { children } = node;
  const caption = captionOf(children);
  const pictures = caption ? children.slice(0, caption.from) : children;
  if (!pictures.some(isPicture) || !pictures.every((child) => isPicture(child) || isBlank(child))) return [];
  const splices: Splice[] = [];
  const all = pictures.filter(isPicture);
  if (caption && all.length > 1) return [];
  for (const [index, picture] of all.entries()) {
    const next = all[index + 1];
    if (next)
      splices.push({ start: rangeOf(picture).end, end: rangeOf(next).start, text: rules.pieces.block('', ' ') });
    if (picture.type === 'link') splices.push(...unwrapped(picture, rules.context));
  }
  const image = imageIn(all[0]);
  const last = children.at(-1);
  if (caption && last && image?.type === 'image' && !image.title) {
    const words = rules
      .line(text.slice(caption.start, caption.end))
      .replace(/\\?"/g, '\\"')
      .replace(/\s+/g, ' ')
      .trim();
    const end = rangeOf(image).end;
    splices.push(
      { start: end - 1, end, text: ` "${words}")` },
      { start: rangeOf(all[0] ?? image).end, end: rangeOf(last).end, text: '' },
    );
  }
  return splices;
}

interface Caption {
  /** Index of the first child of the paragraph that is no picture any more. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Words in italics on a line of their own, to the end of the paragraph. */
function captionOf(children: readonly PhrasingContent[]): Caption | undefined {
  const [between, last] = children.slice(-2);
  if (last?.type !== 'emphasis' || children.length < 3 || !between) return undefined;
  const isBelow = between.type === 'break' || (between.type === 'text' && /^[ \t]*\n[ \t]*$/.test(between.value));
  if (!isBelow) return undefined;
  const { start, end } = rangeOf(last);
  return { from: children.length - 2, start: start + 1, end: end - 1 };
}

function isPicture(node: PhrasingContent): node is Image | ImageReference | Link {
  return imageIn(node) !== undefined;
}

function imageIn(node: PhrasingContent | undefined): Image | ImageReference | undefined {
  if (node?.type === 'image' || node?.type === 'imageReference') return node;
  const [only, ...others] = node?.type === 'link' ? node.children : [];
  return others.length === 0 && (only?.type === 'image' || only?.type === 'imageReference') ? only : undefined;
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** A figure stands without the link around it; one to a larger file of the picture needs no word. */
function unwrapped(node: Link, context: TextContext): readonly Splice[] {
  const [image] = node.children;
  if (!image) return [];
  if (!PICTURE_FILE.test(node.url))
    context.note({
      kind: 'changed',
      what: 'link around a picture',
      advice: 'the picture stands without it',
      detail: node.url,
    });
  const [whole, inner] = [rangeOf(node), rangeOf(image)];
  return [
    { start: whole.start, end: inner.start, text: '' },
    { start: inner.end, end: whole.end, text: '' },
  ];
}
