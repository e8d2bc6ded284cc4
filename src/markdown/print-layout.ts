import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';

/**
 * Prints a layout of `layouts/directives/` from its data: elements, texts, functions of data. It is what `preact-render-to-string`
 * prints of whole pages, but for `>` and `'`, which are escaped here as everywhere in a text. So a tag ends at the next `>`, which
 * whoever walks over texts relies on; and it takes a tenth of the time, for there is no state, and every story goes through this.
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
  if (Array.isArray(node)) return node.map(printNode).join('');
  if (isValidElement(node)) return printElement(node as VNode<Props>);
  return typeof node === 'number' ? String(node) : '';
}

interface Props extends Readonly<Record<string, unknown>> {
  readonly children?: ComponentChildren;
  /** HTML as it is: of {@link Raw}, and of {@link RawParts}. */
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
  readonly tpl?: readonly string[];
}

/** Elements without content, of those that a text may have. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'source', 'track', 'wbr']);

function printElement({ type, props }: VNode<Props>): string {
  const { children, dangerouslySetInnerHTML: raw, tpl, ...attributes } = props;
  if (type === Fragment) return tpl === undefined ? printNode(children) : tpl.join('');
  if (typeof type === 'function') return printNode((type as (props: Props) => ComponentChildren)(props));
  let tag = `<${type}`;
  for (const [name, value] of Object.entries(attributes)) tag += printAttribute(name, value);
  if (VOID.has(type)) return `${tag}>`;
  return `${tag}>${raw === undefined ? printNode(children) : raw.__html}</${type}>`;
}

function printAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
}
