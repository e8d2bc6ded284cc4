import type MarkdownIt from 'markdown-it';

/** Typographic dashes and ellipses: `--` becomes –, `---` becomes —, `...` becomes …. */
export function dashes(markdown: MarkdownIt): void {
  markdown.core.ruler.before('smartquotes', 'dashes', ({ tokens }) => {
    for (const block of tokens) {
      if (block.type !== 'inline' || !/--|\.\.\./.test(block.content)) continue;
      for (const token of block.children ?? []) {
        if (token.type === 'text') token.content = withDashes(token.content);
      }
    }
  });
}

function withDashes(text: string): string {
  return text
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/(?<!\.)\.{3}(?!\.)/g, '…');
}
