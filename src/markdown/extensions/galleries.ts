import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Directive } from '../directives/directive.ts';

/** In a gallery each picture is a figure, also where several stand in one paragraph, on a line each. */
export function galleries(markdown: MarkdownIt): void {
  markdown.core.ruler.push('galleries', (state) => {
    if (!state.tokens.some((token) => isGallery(token))) return;
    let depth = 0;
    state.tokens = state.tokens.flatMap((token, index, all) => {
      if (isGallery(token)) depth += token.nesting;
      const [before, after] = [all[index - 1], all[index + 1]];
      const isBetween = before?.type === 'paragraph_open' && after?.type === 'paragraph_close';
      if (depth === 0 || token.type !== 'inline') return [token];
      for (const image of token.children ?? []) image.meta = { ...image.meta, isInGallery: true };
      if (!isBetween || !hasPicturesOnly(token)) return [token];
      return paragraphsOf(token, { open: before, close: after });
    });
  });
}

function isGallery({ meta }: Token): boolean {
  return (meta as { readonly directive?: Directive } | null)?.directive?.name === 'gallery';
}

function hasPicturesOnly({ children }: Token): boolean {
  const isBlank = ({ type, content }: Token): boolean => type.endsWith('break') || (type === 'text' && !content.trim());
  return (children ?? []).every((child) => child.type === 'image' || isBlank(child));
}

/** A paragraph for each picture, without the first opening and the last closing, which are there. */
function paragraphsOf(
  inline: Token,
  { open, close }: { readonly open: Token; readonly close: Token },
): readonly Token[] {
  let line = inline.map?.[0] ?? 0;
  const paragraphs: Token[] = [];
  for (const child of inline.children ?? []) {
    if (child.type.endsWith('break')) line += 1;
    if (child.type !== 'image') continue;
    const alone: Token = Object.assign(Object.create(Object.getPrototypeOf(inline)), inline);
    alone.children = [child];
    alone.map = [line, line + 1];
    if (paragraphs.length > 0) paragraphs.push(copyOf(close), copyOf(open));
    paragraphs.push(alone);
  }
  return paragraphs.length > 0 ? paragraphs : [inline];
}

function copyOf(token: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token);
}
