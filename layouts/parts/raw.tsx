import type { VNode } from 'preact';
import { h } from 'preact';
import type { Html } from '../../src/domain/html.ts';

/** An element whose content is HTML that Broadsheet made: the one place where markup is not escaped. */
export function Raw({
  as,
  html,
  ...attributes
}: { readonly as: string; readonly html: Html } & Readonly<Record<string, unknown>>): VNode {
  return h(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}
