import MarkdownIt, { type StateCore, type StateInline, type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { parseHtml } from '../../../convert/parse-html.ts';
import { withoutControls } from '../fields.ts';
import type { Html } from './cards.ts';

/**
 * Markdown as Ghost prints it: with HTML, each end of a line as one, addresses as links, and notes (see `notes.ts`). What of it is Markdown of
 * Broadsheet's too comes back as such when the HTML is converted.
 */
export function markdownAsHtml(markdown: string): Html {
  return parseHtml(printer().render(tidied(withoutControls(markdown)))).tree.children as Html;
}

/** More lists and quotations in each other than a story may have: the library leaves out what stands deeper than its own end. */
const TOO_DEEP = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){16})(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/;

/** A paragraph with more brackets has no links: the library looks for the end of each, in time by their square. */
const MOST_BRACKETS = 2000;

/** Takes `#Heading` for a heading, as Ghost does, and keeps lines to what can be read in time and without a loss. */
function tidied(markdown: string): string {
  let isCode = false;
  let brackets = 0;
  const lines = markdown.split('\n').map((line) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode) return line;
    brackets = line.trim() === '' ? 0 : brackets + line.split('[').length - 1;
    const flat = line.replace(/^[ \t]{60,}(?=[-*+>\d])/, ' '.repeat(60)).replace(TOO_DEEP, '$1');
    const spaced = flat.replace(/^(#{1,6})(?=[^\s#])/, '$1 ');
    return brackets > MOST_BRACKETS ? spaced.replace(/(?<!\\)\[/g, '\\[') : spaced;
  });
  return lines.join('\n');
}

let made: MarkdownIt | undefined;

function printer(): MarkdownIt {
  if (made) return made;
  made = new MarkdownIt({ html: true, breaks: true, linkify: true });
  // Their types come from another copy of markdown-it's, or from nowhere.
  for (const plugin of [footnote, mark, sub, sup] as readonly unknown[])
    (plugin as (printer: MarkdownIt) => void)(made);
  made.inline.ruler.before('footnote_ref', 'footnote_long_label', isLongLabel);
  // In place of a rule that copies all of the text for each note.
  made.core.ruler.at('footnote_tail', appendNotesInPlace);
  const { rules } = made.renderer;
  rules['footnote_ref'] = (tokens, index) =>
    `<sup class="footnote-ref"><a href="#fn${noteOf(tokens[index])}">*</a></sup>`;
  rules['footnote_reference_open'] = (tokens, index, _options, env) => {
    const { label, id } = (tokens[index]?.meta ?? {}) as { readonly label?: string; readonly id?: number };
    const { refs } = (env as FoundNotes).footnotes ?? {};
    const number = id ?? refs?.[`:${label}`];
    return `<div class="footnotes"><ul><li id="fn${number === undefined || number < 0 ? '' : number + 1}">`;
  };
  rules['footnote_reference_close'] = () => '</li></ul></div>';
  // Only what begins with `https://` and its like.
  made.linkify.set({ fuzzyLink: false });
  return made;
}

/** What markdown-it-footnote knows of notes: the number of each by its label, and the words of those that stand in the text. */
interface FoundNotes {
  readonly footnotes?: {
    readonly refs?: Readonly<Record<string, number>>;
    readonly list?: readonly { readonly content?: string; readonly tokens?: Token[] }[];
  };
}

function noteOf(token: Token | undefined): number {
  return Number((token?.meta as { readonly id?: number } | undefined)?.id ?? 0) + 1;
}

/** Notes that stand within the text (`^[words]`) behind it, like others. */
function appendNotesInPlace({ env, tokens, Token: Made }: StateCore): void {
  for (const [id, { tokens: children, content = '' }] of ((env as FoundNotes).footnotes?.list ?? []).entries()) {
    if (!children) continue;
    const opening = Object.assign(new Made('footnote_reference_open', '', 1), { meta: { id } });
    const line = Object.assign(new Made('inline', '', 0), { content, children });
    tokens.push(opening, line, new Made('footnote_reference_close', '', -1));
  }
}

/** As CommonMark has it for the labels of links. */
const LONGEST_LABEL = 999;

/** Takes the bracket of what is too long for a label as text: looking for the end of each would take time by their square. */
function isLongLabel(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith('[^', pos) || /[ \n\]]/.test(src.slice(pos + 2, pos + 3 + LONGEST_LABEL))) return false;
  if (!silent) state.pending += '[';
  state.pos += 1;
  return true;
}
