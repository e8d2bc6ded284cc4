import type MarkdownIt from 'markdown-it';
import { needlesFor } from '../../domain/content/source.ts';
import type { Directive, DirectiveUse } from '../directives/directive.ts';
import { type Environment, linesOf } from '../environment.ts';

/**
 * Refuses footnotes in the posts of a live blog: they stand below the text, where one would show before its post is
 * published.
 */
export function posts(markdown: MarkdownIt): void {
  markdown.core.ruler.push('posts', ({ tokens, env }) => {
    let depth = 0;
    for (const token of tokens) {
      const { directive } = (token.meta ?? {}) as { readonly directive?: Directive; readonly use?: DirectiveUse };
      if (directive?.name === 'update') depth += token.nesting;
      if (depth > 0 && token.children?.some(({ type }) => type === 'footnote_ref')) note(env as Environment, token.map);
    }
  });
}

function note(environment: Environment, map: [number, number] | null): void {
  environment.findings.push({
    code: 'footnote-misplaced',
    path: environment.path,
    at: {
      kind: 'text',
      lines: linesOf(environment, map),
      needles: needlesFor(['[^', '^['], ['']),
      nth: 0,
    },
    message: 'Unexpected footnote in an update, expected one in the text before the updates',
    hint: 'write the note into the update itself, in brackets',
  });
}
