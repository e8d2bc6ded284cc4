import { type ComponentType, h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import { asHtml, type Html } from '../../src/domain/html.ts';

/** An element whose content is HTML that Broadsheet made. Markup is unescaped in this file and nowhere else. */
export function Raw({
  as,
  html,
  ...attributes
}: { readonly as: string; readonly html: Html } & Readonly<Record<string, unknown>>): VNode {
  return h(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}

/** HTML that Broadsheet made, without an element around it. */
export function RawHtml({ html }: { readonly html: Html }): VNode {
  return jsxTemplate([html]);
}

/**
 * A part that many pages print from the same data, such as a card: it is rendered once for each of its data, and printed
 * from then on. The part must be a function of that data alone.
 */
export function renderedOnce<Data extends object>(
  Part: ComponentType<{ readonly data: Data }>,
): (props: { readonly data: Data }) => VNode {
  const rendered = new WeakMap<Data, Html>();
  return ({ data }) => {
    const known = rendered.get(data);
    if (known !== undefined) return <RawHtml html={known} />;
    const html = asHtml(inOnePiece(renderToString(h(Part, { data }))));
    rendered.set(data, html);
    return <RawHtml html={html} />;
  };
}

/** The same text, which V8 would otherwise keep as the hundreds of pieces that it was put together of, and walk through for every page that has it. */
function inOnePiece(text: string): string {
  return text.split('\0').join('\0');
}
