import { needlesFor } from '../../domain/content/source.ts';
import { withoutInvisible } from '../../domain/invisible.ts';
import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { type Environment, linesOf } from '../environment.ts';
import { nameHeadings } from '../heading-names.ts';
import { wordsOf } from '../words-of.ts';

/** What dialects say of a heading. */
export interface HeadingMeta {
  /** The name that its editor gave it. */
  readonly id?: string;
  /** The name that it has in HTML. */
  readonly writtenId?: string;
  /** Whether a table of contents leaves it out. */
  readonly isUnlisted?: true;
}

/**
 * Headings begin at the second level, since the headline is the first. Each has an identifier, so that a link can lead
 * to it; it stands on an element of its own because reader modes judge a heading by its identifier, and throw away one
 * that says “share” or “comments”. Names are made of the words as they were written, before dashes and quotes are typographic.
 */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.before('dashes', 'headings', (state) => {
    const environment = state.env as Environment;
    const found: { readonly heading: Token; readonly inline: Token }[] = [];
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
      const isOpen = token.type === 'heading_open';
      if (token.tag === 'h1') {
        token.tag = 'h2';
        if (isOpen) noteFirstLevel(environment, token.map);
      }
      const inline = state.tokens[index + 1];
      if (!isOpen || !inline) return;
      const { writtenId } = (token.meta ?? {}) as HeadingMeta;
      // It is among the names of the text already.
      if (writtenId !== undefined) inline.children?.unshift(anchorOf(state, writtenId));
      else found.push({ heading: token, inline });
    });
    if (found.length === 0) return;
    const words = found.map(({ heading, inline }) => ({
      words: withoutInvisible(wordsOf(inline.children ?? [])),
      own: (heading.meta as HeadingMeta | null)?.id,
    }));
    for (const [index, ids] of nameHeadings(words, environment.ids).entries()) {
      const { heading, inline } = found[index] as (typeof found)[number];
      const own = words[index]?.own;
      if (own !== undefined && ids[0] !== own) noteTaken(environment, heading.map, own);
      environment.anchors.push(...ids);
      inline.children?.unshift(...ids.map((id) => anchorOf(state, id)));
    }
  });
  markdown.renderer.rules['anchor'] = (tokens, index) =>
    `<span id="${escapeHtml(tokens[index]?.content ?? '')}"></span>`;
}

function anchorOf(state: StateCore, id: string): Token {
  return Object.assign(new state.Token('anchor', '', 0), { content: id });
}

function noteFirstLevel(environment: Environment, map: [number, number] | null): void {
  environment.findings.push({
    code: 'heading-level',
    path: environment.path,
    at: { kind: 'text', lines: linesOf(environment, map), needles: needlesFor(['#', '<h1', '<H1'], ['']), nth: 0 },
    message: 'Unexpected first-level heading, expected `##`',
    hint: 'begin the line with `##`; the headline of the front matter is the first-level heading',
  });
}

function noteTaken(environment: Environment, map: [number, number] | null, id: string): void {
  noteName(environment, map, {
    id,
    expected: 'one that nothing else on the page has',
    hint: 'write another one: it is the end of an address, such as `#what-we-know`',
  });
}

/** Tells of a name that a heading cannot have. */
export function noteName(
  environment: Environment,
  map: [number, number] | null,
  { id, expected, hint }: { readonly id: string; readonly expected: string; readonly hint: string },
): void {
  const [first, last] = linesOf(environment, map);
  environment.findings.push({
    code: 'heading-id',
    path: environment.path,
    // kramdown has it on the line below.
    at: { kind: 'text', lines: [first, last + 1], needles: [{ before: '#', text: id }], nth: 0 },
    message: `Unexpected name \`${id}\` of a heading, expected ${expected}`,
    hint,
  });
}
