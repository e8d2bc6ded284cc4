import type MarkdownIt from 'markdown-it';
import type { Environment } from '../environment.ts';
import { linesOf } from '../environment.ts';

/**
 * Headings begin at the second level, since the headline is the first, and carry an `id` so that a link can lead to
 * them.
 */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', ({ tokens, env }) => {
    const environment = env as Environment;
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
      const isOpen = token.type === 'heading_open';
      if (token.tag === 'h1') {
        token.tag = 'h2';
        if (isOpen) noteFirstLevel(environment, token.map);
      }
      if (isOpen) token.attrSet('id', uniqueId(environment.ids, tokens[index + 1]?.content ?? ''));
    });
  });
}

function noteFirstLevel(environment: Environment, map: [number, number] | null): void {
  environment.findings.push({
    code: 'heading-level',
    path: environment.path,
    at: { kind: 'text', lines: linesOf(environment, map), text: '#' },
    message: 'Unexpected first-level heading, expected `##`',
    hint: 'begin the line with `##`; the headline of the front matter is the first-level heading',
  });
}

/** The heading's words joined by hyphens, in any script; numbered where it is taken. */
function uniqueId(taken: Set<string>, heading: string): string {
  const words = heading.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['part'];
  const base = words.join('-');
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
