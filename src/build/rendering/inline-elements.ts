import { options, type VNode } from 'preact';
import { HAS_OWN_FOLDER, HAS_OWN_LAYOUTS } from '../../disk/project.ts';
import { addSources, inlineSources, runsAsScript } from '../../formats/content-policy.ts';
import { hasOwnDirectives } from '../../markdown/directives/own-directives.ts';

/**
 * The inline scripts and styles that layouts have printed as elements since the process began, by their text. A part may be printed once
 * for many pages, so they are not those of one page.
 */
const printed = new Set<string>();

// Broadsheet's own layouts have the gate only, and to look at each element takes a tenth of the time that rendering does.
if (HAS_OWN_LAYOUTS || !HAS_OWN_FOLDER) {
  const { diffed } = options;
  options.diffed = (vnode) => {
    if (vnode.type === 'script' || vnode.type === 'style') note(vnode as VNode<ElementProps>);
    diffed?.(vnode);
  };
}

interface ElementProps {
  readonly src?: string;
  readonly type?: string;
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
  readonly children?: unknown;
}

function note({ type: name, props }: VNode<ElementProps>): void {
  const { src, type, dangerouslySetInnerHTML: raw, children } = props;
  if (src !== undefined || (name === 'script' && !runsAsScript(type))) return;
  if (raw) printed.add(raw.__html);
  else if (children !== undefined) printed.add([children].flat(5).map(asPrinted).join(''));
}

/** A text as `preact-render-to-string` prints it. */
function asPrinted(text: unknown): string {
  if (typeof text !== 'string' && typeof text !== 'number') return '';
  return String(text).replace(/[&<"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[sign] ?? sign);
}

/**
 * Lets the inline scripts and styles of layouts through the policy of a page. One that came into the page in another way, as a part of
 * some text, is not let through; only where a newsroom has directives of its own can that not be told.
 *
 * @param known Those that the policy of the page knows.
 */
export function allowInlineOfLayouts(html: string, known: readonly string[]): string {
  const further = printed.size - known.filter((text) => printed.has(text)).length;
  if (further === 0 && !hasOwnDirectives()) return html;
  return addSources(html, inlineSources(html, hasOwnDirectives() ? undefined : (text) => printed.has(text)));
}
