import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import type { TextContext } from '../archive.ts';
import {
  attribute,
  blockDirective,
  classesOf,
  DIRECTIVE,
  element,
  FIGURE,
  figure,
  type FigureFacts,
  findAll,
  isBlank,
  isElement,
  replaceNodes,
  wordsIn,
} from './elements.ts';

/** Makes a line of Markdown of what stands in a caption. */
export type PrintLine = (nodes: readonly ElementContent[]) => string;

/** What can stand around a picture or a player, and must not: paragraphs, headings and what is within a line. */
const AROUND = new Set([
  ...[
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'a',
    'b',
    'strong',
    'i',
    'em',
    'span',
    'u',
    's',
    'del',
    'strike',
    'ins',
    'small',
  ],
  ...[
    'sub',
    'sup',
    'code',
    'q',
    'cite',
    'abbr',
    'kbd',
    'mark',
    'time',
    'dfn',
    'bdi',
    'bdo',
    'samp',
    'var',
    'summary',
    'dt',
  ],
]);

/** The name of a file that browsers show as a picture. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$/is;

/** Makes figures and galleries of all pictures that stand in a text, each alone in its place. Those of tables stay in their cells. */
export function makeFigures(tree: Root, context: TextContext, printLine: PrintLine): void {
  replaceNodes(tree, (node, parent) => (isElement(node, 'img') ? replaceLetter(node, parent) : undefined));
  replaceNodes(tree, (node) => (isElement(node, 'figure') ? replaceFigure(node, printLine) : undefined));
  const inTables = new Set(
    findAll(tree, ({ tagName }) => tagName === 'table').flatMap((table) => findAll(table, () => true)),
  );
  replaceNodes(tree, (node) => {
    if (node.type !== 'element' || inTables.has(node)) return undefined;
    if (node.tagName === 'img') return figureOf(node);
    return AROUND.has(node.tagName) && hasBlocks(node) ? parted(node, context) : undefined;
  });
}

/** Pictures that readers load when they come into sight have their address elsewhere, and often a copy for browsers without scripts. */
export function findLazyPictures(tree: Root): void {
  replaceNodes(tree, (node, parent) => {
    if (!isElement(node, 'noscript')) return undefined;
    const [copy] = findAll(node, ({ tagName }) => tagName === 'img');
    const before = parent.children.slice(0, (parent.children as readonly RootContent[]).indexOf(node)).reverse();
    const neighbour = before.find((other) => other.type === 'element');
    const picture =
      neighbour &&
      (isElement(neighbour, 'img') ? neighbour : findAll(neighbour, ({ tagName }) => tagName === 'img').at(-1));
    if (!copy || !picture) return undefined;
    if (sourceOf(picture) === undefined) picture.properties['src'] = attribute(copy, 'src') ?? '';
    return [];
  });
}

/** The address of a picture's largest file. */
export function sourceOf(img: Element): string | undefined {
  const written = ['dataOrigSrc', 'dataFullUrl', 'dataOriginal', 'dataLazySrc', 'dataSrc', 'src'].map((name) =>
    attribute(img, name)?.trim(),
  );
  const given = written.find(
    (source) => source !== undefined && source !== '' && !/^data:image\/(?:gif|svg)/i.test(source),
  );
  if (given !== undefined && !/^(?:about|blob|javascript):/i.test(given)) return given;
  return largestIn(attribute(img, 'srcSet') ?? attribute(img, 'dataSrcset') ?? '');
}

/** The entry of a `srcset` with the largest number. */
function largestIn(srcset: string): string | undefined {
  const entries = srcset.split(/,\s+/).map((entry) => entry.trim().split(/\s+/));
  const sized = entries.map(([source, size = '1x']) => ({ source, size: Number.parseFloat(size) || 1 }));
  return sized.toSorted((a, b) => b.size - a.size)[0]?.source || undefined;
}

/** A smiley becomes its letters; a picture of one pixel, which counted readers, goes. */
function replaceLetter(img: Element, _parent: Nodes): readonly ElementContent[] | undefined {
  const [width, height] = [
    Number(attribute(img, 'width') ?? Number.NaN),
    Number(attribute(img, 'height') ?? Number.NaN),
  ];
  if (width <= 1 || height <= 1) return [];
  const isSmall = (width <= 32 && !(height > 32)) || (height <= 32 && !(width > 32));
  const isLetter = classesOf(img).some((name) => /^(?:wp-smiley|emoji|emojione|emoticon|latex)$/i.test(name));
  const alt = attribute(img, 'alt') ?? '';
  if (alt !== '' && (isSmall || isLetter)) return [{ type: 'text', value: alt }];
  return sourceOf(img) === undefined ? (alt === '' ? [] : [{ type: 'text', value: alt }]) : undefined;
}

function replaceFigure(node: Element, printLine: PrintLine): readonly ElementContent[] {
  const captions = findAll(node, ({ tagName }) => tagName === 'figcaption');
  // Within figures of a gallery each has been replaced already, and its caption with it.
  const pictures = findAll(node, ({ tagName }) => tagName === 'img' || tagName === FIGURE).map((found) =>
    found.tagName === 'img' ? figureOf(found) : [found],
  );
  const caption =
    captions.length > 0
      ? captionOf(
          captions.flatMap(({ children }) => children),
          printLine,
        )
      : {};
  if (pictures.length > 1) return [blockDirective('gallery', { title: caption.caption }, pictures.flat())];
  const [only] = pictures.flat();
  const others = node.children.filter((child) => !captions.includes(child as Element));
  if (only?.tagName === FIGURE && others.every((child) => wordsIn(child).trim() === ''))
    return [figure({ ...factsOf(only), ...caption, reach: reachOf(node) ?? factsOf(only).reach })];
  const words = captions.flatMap(({ children }) => children);
  return words.some((child) => !isBlank(child)) ? [...others, element('p', {}, [element('em', {}, words)])] : others;
}

/** Caption and credit: the latter is what is marked as such. */
function captionOf(nodes: readonly ElementContent[], printLine: PrintLine): Pick<FigureFacts, 'caption' | 'credit'> {
  const isCredit = (node: Element): boolean =>
    classesOf(node).some((name) => /(?:^|[-_])(?:credits?|copyright|byline|source)(?:$|[-_])/i.test(name));
  const marked = findAll({ type: 'root', children: [...nodes] }, isCredit)[0];
  if (!marked) return { caption: printLine(nodes) || undefined };
  const holder: Root = { type: 'root', children: [...nodes] };
  replaceNodes(holder, (node) => (node === marked ? [] : undefined));
  const credit = wordsIn(marked).replace(/\s+/g, ' ').trim();
  return { caption: printLine(holder.children as ElementContent[]) || undefined, credit: credit || undefined };
}

function figureOf(img: Element): readonly Element[] {
  const src = sourceOf(img);
  if (src === undefined) return [];
  // Systems write an empty one where nobody has said anything.
  const alt = attribute(img, 'alt')?.replace(/\s+/g, ' ').trim() || undefined;
  return [figure({ src, alt, reach: reachOf(img) })];
}

export function factsOf(node: Element): FigureFacts {
  return JSON.parse(attribute(node, 'facts') ?? '{}') as FigureFacts;
}

function reachOf(node: Element): FigureFacts['reach'] {
  const classes = classesOf(node);
  if (classes.some((name) => /^(?:align|kg-width-|size-)?full(?:-bleed|width)?$/.test(name) && name !== 'size-full'))
    return 'full';
  return classes.some((name) => /^(?:align|kg-width-)wide$/.test(name)) ? 'wide' : undefined;
}

function isBlock(node: Nodes): node is Element {
  return isElement(node, FIGURE, DIRECTIVE, 'hr', 'table', 'pre', 'ul', 'ol', 'blockquote', 'p', 'div');
}

function hasBlocks(node: Element): boolean {
  return node.children.some((child) => isBlock(child));
}

/** A paragraph, or what is within a line, parted where a block stands in it. */
function parted(node: Element, context: TextContext): readonly ElementContent[] {
  const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
  const parts: ElementContent[] = [];
  let line: ElementContent[] = [];
  const endLine = (): void => {
    if (line.some((child) => !isBlank(child))) parts.push({ ...node, children: line });
    line = [];
  };
  for (const child of node.children) {
    if (isBlock(child)) {
      endLine();
      parts.push(child);
    } else line.push(child);
  }
  endLine();
  const isSilent = href === undefined || PICTURE_FILE.test(href) || !parts.some((part) => isElement(part, FIGURE));
  if (!isSilent)
    context.note({
      kind: 'changed',
      what: 'link around a picture',
      advice: 'the picture stands without it',
      detail: href,
    });
  return parts;
}
