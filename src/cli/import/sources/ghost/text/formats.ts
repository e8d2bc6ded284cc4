import type { ElementContent } from 'hast';
import { element } from '../../../convert/elements.ts';
import type { Html } from './cards.ts';

/** Words, or what stands between them, with the names of the elements that are to be around it; a break has those of what surrounds it. */
export interface Formatted {
  readonly node: ElementContent;
  readonly formats: readonly string[] | 'any';
}

/** Puts elements around words: one around all that follow each other and have it, for `<b>a</b><b>b</b>` is no Markdown. */
export function inFormats(items: readonly Formatted[]): Html {
  const nodes: ElementContent[] = [];
  for (let at = 0; at < items.length; ) {
    const { node, formats } = items[at] as Formatted;
    const own = formats === 'any' ? [] : formats;
    // Nothing can stand within code.
    const outer = own.length > 1 ? own.filter((format) => format !== 'code') : own;
    const [longest] = outer
      .map((format) => ({ format, end: endOf(format, items, at) }))
      .toSorted((one, other) => other.end - one.end);
    if (longest) {
      const inner = items.slice(at, longest.end).map((item) => without(longest.format, item));
      nodes.push(element(longest.format, {}, inFormats(inner)));
    } else nodes.push(node);
    at = longest?.end ?? at + 1;
  }
  return nodes;
}

/** Where words that have a format end; breaks behind the last of them are outside. */
function endOf(format: string, items: readonly Formatted[], start: number): number {
  let end = start;
  for (let at = start; at < items.length; at += 1) {
    const formats = items[at]?.formats;
    if (formats === 'any') continue;
    if (!formats?.includes(format)) break;
    end = at + 1;
  }
  return end;
}

function without(format: string, { node, formats }: Formatted): Formatted {
  return { node, formats: formats === 'any' ? formats : formats.filter((other) => other !== format) };
}
