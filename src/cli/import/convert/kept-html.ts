import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { isWebAddress } from './links.ts';
import type { TextContext } from '../archive.ts';
import { attribute, isElement, PLACE } from './elements.ts';
import { sourceOf } from './figures.ts';
import { linkOf } from './links.ts';

/** Elements within a line that Markdown has no signs for, and that stories keep, with the attributes that say something. */
export const KEPT_INLINE: Readonly<Record<string, readonly string[]>> = {
  abbr: ['title'],
  bdi: ['dir', 'lang'],
  bdo: ['dir', 'lang'],
  cite: [],
  dfn: ['title'],
  ins: ['dateTime', 'cite'],
  kbd: [],
  mark: [],
  q: ['cite', 'lang'],
  rp: [],
  rt: [],
  ruby: ['lang'],
  samp: [],
  small: [],
  sub: [],
  sup: [],
  time: ['dateTime'],
  u: [],
  var: [],
};

/** Blocks that are kept as they are, and what is in them. */
const KEPT_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  ...{
    caption: [],
    table: [],
    tbody: [],
    td: ['colSpan', 'rowSpan', 'headers'],
    tfoot: [],
    th: ['colSpan', 'rowSpan', 'scope', 'headers'],
  },
  ...{
    thead: [],
    tr: [],
    dl: [],
    dt: [],
    dd: [],
    p: [],
    ul: [],
    ol: ['start', 'reversed'],
    li: [],
    pre: [],
    blockquote: ['cite'],
    hr: [],
    br: [],
    wbr: [],
  },
  ...{
    a: ['href', 'title'],
    b: [],
    strong: [],
    i: [],
    em: [],
    s: [],
    del: [],
    code: [],
    span: ['lang', 'dir'],
    img: ['src', 'alt', 'width', 'height'],
  },
};

/** The tag that opens an element within a line. */
export function openingTag(node: Element, names: readonly string[]): string {
  return toHtml({ ...node, properties: propertiesOf(node, names), children: [] }, { closeSelfClosing: false }).replace(
    /<\/[a-z]+>$/,
    '',
  );
}

/**
 * A block in HTML, with links and pictures as they are in the new site: a block of Markdown, which has no empty line. Elements that are not kept
 * leave what is in them.
 */
export function printKeptBlock(node: Element, context: TextContext): string {
  const [kept] = keep(node, context);
  const html = kept ? toHtml(kept as Nodes) : '';
  // An empty line would end the block; within `pre` it is a line all the same.
  return html
    .replace(/<\/(?:tr|caption|thead|tbody|tfoot|dd|dt)>|<(?:table|thead|tbody|tfoot|dl)>/g, '$&\n')
    .replace(/\n(?:[ \t]*\n)+/g, (lines) => (html.includes('<pre') ? lines.replace(/\n/g, '&#10;') : '\n'));
}

function keep(node: ElementContent, context: TextContext): readonly ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  const children = node.children.flatMap((child) => keep(child, context));
  const { tagName } = node;
  if (tagName === PLACE) return [{ ...node, tagName: 'a', children }];
  const names = KEPT_BLOCKS[tagName] ?? (Object.hasOwn(KEPT_INLINE, tagName) ? KEPT_INLINE[tagName] : undefined);
  if (!names || (tagName === 'span' && Object.keys(propertiesOf(node, names)).length === 0))
    return isElement(node, 'div', 'section')
      ? [...children, { type: 'element', tagName: 'br', properties: {}, children: [] }]
      : children;
  const properties = propertiesOf(node, names);
  if (tagName === 'a') {
    const href = linkOf(node, context);
    if (href === undefined) return children;
    return [{ ...node, properties: { ...properties, href }, children }];
  }
  if (tagName === 'img') {
    const source = sourceOf(node);
    const src = source === undefined ? undefined : context.media(source);
    return src === undefined ? [] : [{ ...node, properties: { ...properties, src }, children: [] }];
  }
  if (typeof properties['cite'] === 'string' && !isWebAddress(properties['cite'])) delete properties['cite'];
  return [{ ...node, properties, children }];
}

function propertiesOf(node: Element, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attribute(node, name);
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}
