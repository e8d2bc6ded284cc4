import { h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Html } from '../../src/domain/html.ts';

/** An element whose content is HTML that Broadsheet made. Markup is unescaped in this file and nowhere else. */
export function Raw({
  as,
  html,
  ...attributes
}: { readonly as: string; readonly html: Html } & Readonly<Record<string, unknown>>): VNode {
  return h(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}

/** HTML that Broadsheet made, without an element around it. */
export function RawParts({ html }: { readonly html: Html }): VNode {
  return jsxTemplate([html]);
}
