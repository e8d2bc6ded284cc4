import { needlesFor } from '../../domain/source.ts';
import { withoutInvisible } from '../../domain/invisible.ts';
import type MarkdownIt from 'markdown-it';
import { type Environment, linesOf } from '../environment.ts';
import { wordsOf } from '../words-of.ts';

/**
 * Headings begin at the second level, since the headline is the first. Each has an identifier, so that a link can lead
 * to it; it stands on an element of its own because reader modes judge a heading by its identifier, and throw away one
 * that says “share” or “comments”.
 */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', (state) => {
    const environment = state.env as Environment;
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
      const isOpen = token.type === 'heading_open';
      if (token.tag === 'h1') {
        token.tag = 'h2';
        if (isOpen) noteFirstLevel(environment, token.map);
      }
      if (!isOpen) return;
      const anchor = new state.Token('anchor', '', 0);
      const { id: own } = (token.meta ?? {}) as { readonly id?: string };
      anchor.content = own ?? uniqueId(environment.ids, wordsOf(state.tokens[index + 1]?.children ?? []));
      // One that was written in HTML is among them.
      if (own === undefined) environment.anchors.push(anchor.content);
      state.tokens[index + 1]?.children?.unshift(anchor);
    });
  });
  // Its letters, digits and hyphens need no escaping.
  markdown.renderer.rules['anchor'] = (tokens, index) => `<span id="${tokens[index]?.content ?? ''}"></span>`;
}

function noteFirstLevel(environment: Environment, map: [number, number] | null): void {
  environment.findings.push({
    code: 'heading-level',
    path: environment.path,
    at: { kind: 'text', lines: linesOf(environment, map), needles: needlesFor(['#', '<h1', '<H1'], ['']), nth: 0 },
    message: 'Unexpected first-level heading, expected `##`',
    hint: 'begin the line with `##`; the headline of the front matter is the first-level heading',
  });
}

/** The heading's words joined by hyphens, in any script; numbered where it is taken. */
function uniqueId(taken: Map<string, number>, heading: string): string {
  const words = withoutInvisible(heading)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['part'];
  const joined = words.join('-');
  // Footnotes and updates have identifiers like these.
  const base = /^(?:fn(?:ref)?|update-)\d/.test(joined) ? `part-${joined}` : joined;
  let number = (taken.get(base) ?? 0) + 1;
  while (number > 1 && taken.has(`${base}-${number}`)) number += 1;
  taken.set(base, number);
  const id = number === 1 ? base : `${base}-${number}`;
  if (id !== base) taken.set(id, 1);
  return id;
}
