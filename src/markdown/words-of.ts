import type { Token } from 'markdown-it';

/** What inline markup reads as: its words, without what marks them up. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return wordsOf(token.children ?? []);
      return WORDS.has(token.type) ? token.content : '';
    })
    .join('');
}

const WORDS = new Set(['text', 'text_special', 'code_inline', 'verbatim', 'address', 'math']);
