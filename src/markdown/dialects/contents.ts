import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { Contents } from '../../../layouts/directives/contents.tsx';
import { asHtml, escapeHtml } from '../../domain/html.ts';
import { type Environment, linesOf } from '../environment.ts';
import type { HeadingMeta } from '../extensions/headings.ts';
import { fitsAt } from '../look-for.ts';
import { printBlock } from '../print-layout.ts';
import { wordsOf } from '../words-of.ts';

/** As Python-Markdown, GitLab, Typora and kramdown have it, alone in a paragraph. */
const PLACE = /^(?:\[toc\]|\[\[_?toc_?\]\]|\{:\s*toc\s*\})$/i;

const IN_BRACKETS = /\[_?toc_?\]/iy;
const IN_BRACES = /\{:\s*toc/iy;

/**
 * A table of contents, `[TOC]`: links to the headings of the text. Those in boxes are none of it, nor are those in posts of a live blog, which may not
 * be published yet.
 */
export function contents(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'contents-place', (state) => {
    const { src } = state;
    if (fitsAt(src, '[', IN_BRACKETS) || fitsAt(src, '{', IN_BRACES)) state.tokens = withPlaces(state);
  });
  // Blocks with layouts of their own have been folded by now: what is left is the text itself.
  markdown.core.ruler.push('contents', ({ tokens, env }) => {
    if (!tokens.some(({ type }) => type === 'contents')) return;
    const places = tokens.filter(({ type }) => type === 'contents');
    const entries = entriesOf(tokens);
    const [first, ...others] = places;
    if (first && entries.length > 0) first.meta = entries;
    else if (first) note(env as Environment, first, 'in a text without headings, expected one with some');
    for (const other of others) note(env as Environment, other, 'for the second time, expected it once');
  });
  markdown.renderer.rules['contents'] = (tokens, index, _options, env) => {
    const entries = tokens[index]?.meta as readonly Entry[] | null;
    if (!entries) return '';
    return printBlock(Contents, { label: (env as Environment).words('contents'), list: asHtml(printList(entries)) });
  };
}

/** Where a table of contents is to stand. */
export function contentsToken({ Token }: StateCore, map: Token['map']): Token {
  return Object.assign(new Token('contents', '', 0), { block: true, map });
}

function withPlaces(state: StateCore): Token[] {
  const { tokens } = state;
  const left = new Set<Token>();
  const made = tokens.map((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== 'paragraph_open' || token.level > 0 || !PLACE.test(inline?.content ?? '')) return token;
    for (const part of tokens.slice(index + 1, index + 3)) left.add(part);
    return contentsToken(state, token.map);
  });
  return left.size === 0 ? tokens : made.filter((token) => !left.has(token));
}

/** A heading that the table leads to. */
interface Entry {
  /** From 2 to 6. */
  readonly level: number;
  readonly id: string;
  readonly words: string;
}

function entriesOf(tokens: readonly Token[]): readonly Entry[] {
  return tokens.flatMap((token, index): readonly Entry[] => {
    const children = tokens[index + 1]?.children ?? [];
    const anchor = children.find(({ type }) => type === 'anchor');
    const words = wordsOf(children).trim();
    const isListed =
      token.type === 'heading_open' && token.level === 0 && !(token.meta as HeadingMeta | null)?.isUnlisted;
    return isListed && anchor && words !== '' ? [{ level: Number(token.tag.slice(1)), id: anchor.content, words }] : [];
  });
}

/** Lists in lists, by the levels of headings; a level that is left out has no list of its own. */
function printList(entries: readonly Entry[]): string {
  const open: number[] = [];
  let html = '';
  for (const { level, id, words } of entries) {
    while (open.length > 1 && level < (open.at(-1) ?? 0)) {
      open.pop();
      html += '</li>\n</ol>\n';
    }
    if (open.length === 0 || level > (open.at(-1) ?? 0)) {
      open.push(level);
      html += '\n<ol>\n';
    } else {
      html += '</li>\n';
    }
    html += `<li><a href="#${escapeHtml(id)}">${escapeHtml(words)}</a>`;
  }
  return `${html}${'</li>\n</ol>\n'.repeat(open.length)}`;
}

function note(environment: Environment, { map }: Token, unexpected: string): void {
  const [line] = linesOf(environment, map);
  environment.findings.push({
    code: 'contents-misplaced',
    path: environment.path,
    at: { kind: 'position', line, column: 1 },
    message: `Unexpected table of contents ${unexpected}; it is left out`,
    hint: 'remove the line, or give the parts of the text headings: `## What we know`',
  });
}
