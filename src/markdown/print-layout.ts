import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';

/**
 * Prints a layout of `layouts/directives/` from its data: elements, texts, functions of data. It is what `preact-render-to-string`
 * would print, but that `>` and `'` are escaped in values and texts, as they are everywhere in a story: so a tag ends at the next
 * `>`, which `src/formats/html-text.ts` relies on. There is no state, so it costs no more than putting strings together did.
 */
export function printLayout<Data extends object>(layout: (data: Data) => VNode, data: Data): Html {
  return asHtml(printNode(layout(data)));
}

/** Likewise, on a line of its own. */
export function printBlock<Data extends object>(layout: (data: Data) => VNode, data: Data): Html {
  return asHtml(`${printNode(layout(data))}\n`);
}

function printNode(node: ComponentChildren): string {
  if (typeof node === 'string') return escapeHtml(node);
  if (Array.isArray(node)) return printAll(node);
  if (isValidElement(node)) return printElement(node as VNode<Props>);
  if (typeof node === 'number') return String(node);
  if (node === undefined || node === null || typeof node === 'boolean') return '';
  throw new MarkupFault(node);
}

/** Something that is no markup was to be printed: a promise, a function. Otherwise it would be missing, and nothing would say so. */
export class MarkupFault extends TypeError {
  constructor(node: unknown) {
    const kind = typeof node === 'object' ? (node?.constructor?.name ?? 'object') : typeof node;
    super(`Unexpected value of the kind \`${kind}\` in markup`);
  }
}

function printAll(nodes: readonly ComponentChildren[]): string {
  let html = '';
  for (const node of nodes) html += printNode(node);
  return html;
}

interface Props extends Readonly<Record<string, unknown>> {
  readonly children?: ComponentChildren;
  /** HTML as it is: of {@link Raw}, and of {@link RawParts}. */
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
  readonly tpl?: readonly string[];
}

/** Elements without content (HTML “void elements”), of those that may stand in the body of a page. */
const VOID: ReadonlySet<string> = new Set([
  ...['br', 'hr', 'img', 'source', 'track', 'wbr'],
  ...['area', 'col', 'embed', 'input', 'link', 'meta'],
]);

function printElement({ type, props }: VNode<Props>): string {
  if (type === Fragment) return props.tpl === undefined ? printNode(props.children) : props.tpl.join('');
  if (typeof type === 'function') return printNode((type as (props: Props) => ComponentChildren)(props));
  let tag = `<${type}`;
  for (const name in props) {
    if (name !== 'children' && name !== 'dangerouslySetInnerHTML') tag += printAttribute(name, props[name]);
  }
  if (VOID.has(type)) return `${tag}>`;
  const raw = props.dangerouslySetInnerHTML;
  return `${tag}>${raw === undefined ? printNode(props.children) : raw.__html}</${type}>`;
}

function printAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escapeHtml(value)}"`;
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return ` ${name}`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  throw new TypeError(`Unexpected ${typeof value} as the attribute ${name} of an element, expected a text or a number`);
}
