import { type ComponentType, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { asHtml, type Html } from '../../src/domain/html.ts';
import { RawParts } from './raw.tsx';

/**
 * A part that many pages print from the same data, such as a card: it is rendered once for each of its data, and printed
 * from then on. The part must be a function of that data alone.
 */
export function once<Data extends object>(
  Part: ComponentType<{ readonly data: Data }>,
): (props: { readonly data: Data }) => VNode {
  const rendered = new WeakMap<Data, Html>();
  return ({ data }) => {
    const known = rendered.get(data);
    if (known !== undefined) return <RawParts html={known} />;
    const html = asHtml(renderToString(h(Part, { data })));
    rendered.set(data, html);
    return <RawParts html={html} />;
  };
}
