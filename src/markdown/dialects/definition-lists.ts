import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';
import deflist from 'markdown-it-deflist';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];

/**
 * Definition lists: a term on a line, and below it lines that begin with a colon and a space. markdown-it-deflist takes `~` for the colon,
 * too, which in prose is “about”.
 */
export function definitionLists(markdown: MarkdownIt): void {
  const { ruler } = markdown.block;
  const guarded = {
    utils: markdown.utils,
    block: {
      ruler: {
        before: (other: string, name: string, rule: BlockRule, options: { readonly alt: string[] }) =>
          ruler.before(
            other,
            name,
            (state, line, end, silent) => (silent || mayBegin(state, line)) && rule(state, line, end, silent),
            options,
          ),
      },
    },
  };
  deflist(guarded);
}

/** Whether what stands below a line begins with a colon, which most paragraphs are spared to be looked at for. */
function mayBegin(state: StateBlock, line: number): boolean {
  const below = line + 1 < state.lineMax && state.isEmpty(line + 1) ? line + 2 : line + 1;
  return state.src.charCodeAt((state.bMarks[below] ?? 0) + (state.tShift[below] ?? 0)) === 0x3a;
}
