import type MarkdownIt from 'markdown-it';
import type { StateCore, StateInline, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { BackLink, Footnotes } from '../../../layouts/directives/footnotes.tsx';
import type { Environment } from '../environment.ts';
import { printBlock, printLayout } from '../print-layout.ts';
import { printFolded } from './folding.ts';

/** Footnotes (`[^1]`), in a section of their own after the text, each with a named way back. */
export function footnotes(markdown: MarkdownIt): void {
  // Its types come from another copy of markdown-it's.
  (footnote as (markdown: unknown) => void)(markdown);
  markdown.inline.ruler.before('footnote_ref', 'footnote_long_label', isLongLabel);
  markdown.core.ruler.at('footnote_tail', gatherNotes);
  markdown.core.ruler.push('footnote-anchors', ({ tokens, env }) => {
    const { anchors } = env as Environment;
    for (const { type, meta } of tokens) if (type === 'footnote_open') anchors.push(`fn${Number(meta.id) + 1}`);
  });
  printFolded(markdown, 'footnote_block', (_opening, text, { words }) =>
    printBlock(Footnotes, { label: words('footnotes'), text: text() }),
  );
  const { rules } = markdown.renderer;
  // A note has one number, however often the text refers to it; the identifiers of references differ.
  rules['footnote_caption'] = (tokens, index) => `[${Number(tokens[index]?.meta?.id ?? 0) + 1}]`;
  rules['footnote_anchor'] = (tokens, index, options, env, renderer) => {
    const id = rules['footnote_anchor_name']?.(tokens, index, options, env, renderer) ?? '';
    const subId = Number(tokens[index]?.meta?.subId ?? 0);
    const suffix = subId > 0 ? `:${subId}` : '';
    const label = (env as Environment).words('backToText');
    return ` ${printLayout(BackLink, { href: `#fnref${id}${suffix}`, label })}`;
  };
}

/** As CommonMark has it for the labels of links. */
const LONGEST_LABEL = 999;

/** Takes the bracket of what is too long for a label as text: looking for the end of each would take time by their square. */
function isLongLabel(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith('[^', pos)) return false;
  const end = src.slice(pos + 2, pos + 3 + LONGEST_LABEL).search(/[ \n\]]/);
  if (end >= 0) return false;
  if (!silent) state.pending += '[';
  state.pos += 1;
  return true;
}

/** What markdown-it-footnote knows of a note: the label of one that is defined by itself, or the text of one in its place. */
interface Note {
  readonly label?: string;
  /** How often the text refers to it; a note in its place is there once. */
  readonly count?: number;
  readonly content?: string;
  readonly tokens?: Token[];
}

/**
 * Moves the notes that a text refers to behind it, in their order, each with its ways back. In place of the rule of
 * markdown-it-footnote 4.0, which copies all of the text for each note.
 */
function gatherNotes(state: StateCore): void {
  const { footnotes: found } = state.env as { readonly footnotes?: { readonly list?: readonly Note[] } };
  if (!found) return;
  const [text, definitions] = cutDefinitions(state.tokens);
  state.tokens = text;
  if (!found.list) return;
  const add = (type: string, nesting: Token['nesting'], meta?: object): void => {
    text.push(Object.assign(new state.Token(type, '', nesting), meta && { meta }));
  };
  add('footnote_block_open', 1);
  for (const [id, note] of found.list.entries()) {
    add('footnote_open', 1, { id, label: note.label });
    const tokens = note.tokens ? paragraphOf(note, state) : (definitions.get(note.label ?? '') ?? []);
    const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.at(-1) : undefined;
    for (const token of tokens) if (token !== last) text.push(token);
    for (let subId = 0; subId < Math.max(1, note.count ?? 0); subId += 1) {
      add('footnote_anchor', 0, { id, subId, label: note.label });
    }
    if (last) text.push(last);
    add('footnote_close', -1);
  }
  add('footnote_block_close', -1);
}

/** A text without the definitions of notes, and those by their labels. */
function cutDefinitions(
  tokens: readonly Token[],
): readonly [text: Token[], definitions: ReadonlyMap<string, readonly Token[]>] {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  let target = text;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      target = [];
      definitions.set((token.meta as { readonly label: string }).label, target);
    } else if (token.type === 'footnote_reference_close') {
      target = text;
    } else {
      target.push(token);
    }
  }
  return [text, definitions];
}

/** The text of a note that stands in its place, as a paragraph. */
function paragraphOf({ content = '', tokens = [] }: Note, { Token }: StateCore): readonly Token[] {
  const [opening, line, closing] = [
    new Token('paragraph_open', 'p', 1),
    new Token('inline', '', 0),
    new Token('paragraph_close', 'p', -1),
  ];
  opening.block = true;
  closing.block = true;
  return [opening, Object.assign(line, { content, children: tokens }), closing];
}
