import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { type Environment, linesOf } from '../environment.ts';

const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--/i;

/** HTML in a story is printed as the text that it is; its editor is told, before quotes and dashes are typographic. */
export function htmlAsText(markdown: MarkdownIt): void {
  markdown.core.ruler.before('smartquotes', 'html-as-text', ({ tokens, env }) => {
    for (const block of tokens) {
      if (block.type === 'inline' && block.content.includes('<')) check(block, env as Environment);
    }
  });
}

function check(block: Token, environment: Environment): void {
  const children = block.children ?? [];
  const [tag] = TAG.exec(children.map((token) => (token.type === 'text' ? token.content : ' ')).join('')) ?? [];
  if (tag === undefined) return;
  const code = children.filter(({ type }) => type === 'code_inline').map(({ content }) => content);
  // What stands in code looks the same in the file; the one that is meant comes after.
  const nth = code.join(' ').split(tag).length - 1;
  environment.findings.push({
    code: 'html-shown',
    path: environment.path,
    at: { kind: 'text', lines: linesOf(environment, block.map), needles: [{ before: '', text: tag }], nth },
    message: 'Unexpected HTML, expected Markdown; readers will see it as text',
    hint: 'write it in Markdown, or put it between backticks if it is meant to be seen',
  });
}
