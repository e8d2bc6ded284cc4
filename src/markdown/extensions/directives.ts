import type MarkdownIt from 'markdown-it';
import { CLOSING, noteStrayClosing, OPENING, textOfLine } from '../directives/lines.ts';
import type { Directive, DirectiveUse } from '../directives/directive.ts';
import { printFolded } from './folding.ts';
import { readDirective } from '../directives/read-directive.ts';

/** Directives: `::name{key=value}` on one line, `:::name{key=value}` … `:::` around a block. Blocks nest. */
export function directives(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'directive',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
      const text = textOfLine(state, startLine);
      if (!text.startsWith('::')) return false;
      const opening = OPENING.exec(text);
      if (!opening && !CLOSING.test(text)) return false;
      if (silent) return true;
      if (opening) readDirective(state, { startLine, endLine, opening });
      else noteStrayClosing(state, startLine);
      return true;
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  );
  printFolded(markdown, 'directive', ({ meta }, text) => {
    const { directive, use } = (meta ?? {}) as Partial<DirectiveMeta>;
    return directive && use ? directive.print(use, text) : text();
  });
}

interface DirectiveMeta {
  readonly directive: Directive;
  readonly use: DirectiveUse;
}
