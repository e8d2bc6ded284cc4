import type MarkdownIt from 'markdown-it';
import { TaskBox } from '../../../layouts/directives/task-box.tsx';
import type { Environment } from '../environment.ts';
import { fitsAt } from '../look-for.ts';
import { printLayout } from '../print-layout.ts';

const MAY_BE_THERE = /\[[ xX]\]/y;
const BOX = /^\[([ xX])\][ \t\n]+(?=\S)/;

/** Tasks: `- [ ] to do` and `- [x] done`. They are printed as signs, which feeds and reader modes keep, and no form has. */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'tasks', (state) => {
    if (!fitsAt(state.src, '[', MAY_BE_THERE)) return;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== 'list_item_open') continue;
      const [paragraph, inline] = state.tokens.slice(index + 1, index + 3);
      const found = paragraph?.type === 'paragraph_open' && inline ? BOX.exec(inline.content) : null;
      if (!found || !inline) continue;
      const box = new state.Token('task_box', '', 0);
      box.meta = { isDone: found[1] !== ' ' };
      inline.content = inline.content.slice(found[0].length);
      inline.children = [box];
      token.attrJoin('class', 'task');
    }
  });
  markdown.renderer.rules['task_box'] = (tokens, index, _options, env) => {
    const isDone = tokens[index]?.meta?.isDone === true;
    const { words } = env as Environment;
    return `${printLayout(TaskBox, { isDone, label: words(isDone ? 'taskDone' : 'taskOpen') })} `;
  };
}
