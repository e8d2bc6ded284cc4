import type MarkdownIt from 'markdown-it';
import type { Environment } from '../environment.ts';
import { linesOf } from '../environment.ts';

const TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--/i;

/** HTML in a story is printed as the text that it is; its editor is told. */
export function htmlAsText(markdown: MarkdownIt): void {
  markdown.core.ruler.push('html-as-text', ({ tokens, env }) => {
    const environment = env as Environment;
    for (const block of tokens) {
      if (block.type !== 'inline' || !block.content.includes('<')) continue;
      const text = (block.children ?? []).map((token) => (token.type === 'text' ? token.content : ' ')).join('');
      const tag = TAG.exec(text)?.[0];
      if (tag === undefined) continue;
      environment.findings.push({
        code: 'html-shown',
        path: environment.path,
        at: { kind: 'text', lines: linesOf(environment, block.map), text: tag },
        message: 'Unexpected HTML, expected Markdown; readers will see it as text',
        hint: 'write it in Markdown, or put it between backticks if it is meant to be seen',
      });
    }
  });
}
