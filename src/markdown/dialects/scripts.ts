import type MarkdownIt from 'markdown-it';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import { codePointBefore } from '../typography/unspaced.ts';

/** Subscript: `H~2~O`. */
export function subscript(markdown: MarkdownIt): void {
  sub(guarded(markdown, '~'));
}

/** Superscript: `m^2^`. */
export function superscript(markdown: MarkdownIt): void {
  sup(guarded(markdown, '^'));
}

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['after']>[2];

/** What may stand before it: something that it belongs to. “~5” is about five. */
const BASE = /[\p{L}\p{M}\p{N})\]}*_"'’”′″`%‰€$£]/u;

/**
 * A parser as one of the plugins sees it. Its rule is asked only where a sign begins something: not without something before it, nor
 * with a space or a great deal before the next one, nor with a figure behind that (`10^6/10^7`). It would look for the next sign through the
 * whole text, and take notes in their place (`^[…]`).
 */
function guarded(markdown: MarkdownIt, sign: '~' | '^'): unknown {
  const code = sign.charCodeAt(0);
  const escaped = sign === '^' ? '\\^' : sign;
  const whole = new RegExp(`${escaped}(?!\\[)(?:[^\\s${escaped}\\\\]|\\\\.){1,60}${escaped}(?!\\p{Nd})`, 'yu');
  const begins = (text: string, at: number): boolean => {
    if (!BASE.test(String.fromCodePoint(codePointBefore(text, at)))) return false;
    whole.lastIndex = at;
    return whole.test(text);
  };
  const after = (other: string, name: string, rule: InlineRule): void =>
    markdown.inline.ruler.after(
      other,
      name,
      (state, silent) =>
        state.src.charCodeAt(state.pos) === code && begins(state.src, state.pos) && rule(state, silent),
    );
  return { inline: { ruler: { after } } };
}
