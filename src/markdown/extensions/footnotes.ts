import type MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { BackLink, Footnotes } from '../../../layouts/directives/footnotes.tsx';
import type { Environment } from '../environment.ts';
import { printBlock, printLayout } from '../print-layout.ts';
import { printFolded } from './folding.ts';

/** Footnotes (`[^1]`), in a section of their own after the text, each with a named way back. */
export function footnotes(markdown: MarkdownIt): void {
  // Its types come from another copy of markdown-it's.
  (footnote as (markdown: unknown) => void)(markdown);
  markdown.core.ruler.push('footnote-anchors', ({ tokens, env }) => {
    const { anchors } = env as Environment;
    for (const { type, meta } of tokens) if (type === 'footnote_open') anchors.push(`fn${Number(meta.id) + 1}`);
  });
  printFolded(markdown, 'footnote_block', (_opening, text, { words }) =>
    printBlock(Footnotes, { label: words('footnotes'), text: text() }),
  );
  const { rules } = markdown.renderer;
  // A note has one number, however often the text refers to it; the identifiers of references differ.
  rules['footnote_caption'] = (tokens, index) => `[${Number(tokens[index]?.meta?.id ?? 0) + 1}]`;
  rules['footnote_anchor'] = (tokens, index, options, env, renderer) => {
    const id = rules['footnote_anchor_name']?.(tokens, index, options, env, renderer) ?? '';
    const subId = Number(tokens[index]?.meta?.subId ?? 0);
    const suffix = subId > 0 ? `:${subId}` : '';
    const label = (env as Environment).words('backToText');
    return ` ${printLayout(BackLink, { href: `#fnref${id}${suffix}`, label })}`;
  };
}
