import type { Pieces } from './pieces.ts';

const HOLDERS =
  /<(\/?)(div|section|article|aside|center|p|span|main|header|footer|nav)\b((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;

const HAS_MARKDOWN = /\smarkdown\s*(?:=\s*["']?(?:1|block|span)\b|\s|$)/i;

/**
 * A text without the elements that kramdown and Python-Markdown are told to look for Markdown in: `<div class="box" markdown="1">…</div>`. What is in them stays.
 */
export function withoutMarkdownHolders(text: string, pieces: Pieces): string {
  if (!/\smarkdown[\s=>]/i.test(text)) return text;
  const parts: string[] = [];
  const open: { readonly name: string; readonly isHolder: boolean }[] = [];
  let [from, holders] = [0, 0];
  for (const match of text.matchAll(HOLDERS)) {
    const name = (match[2] ?? '').toLowerCase();
    const isClosing = match[1] === '/';
    const isHolder = !isClosing && HAS_MARKDOWN.test(match[3] ?? '');
    if (!isClosing) {
      if (isHolder || holders > 0) open.push({ name, isHolder });
      if (isHolder) holders += 1;
    }
    const begun = isClosing && open.at(-1)?.name === name ? open.pop() : undefined;
    if (begun?.isHolder) holders -= 1;
    if (!isHolder && !begun?.isHolder) continue;
    parts.push(text.slice(from, match.index), name === 'span' ? '' : pieces.block('', ' '));
    from = match.index + match[0].length;
  }
  return parts.join('') + text.slice(from);
}
