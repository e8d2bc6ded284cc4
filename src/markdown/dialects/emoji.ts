import type MarkdownIt from 'markdown-it';
import names from 'markdown-it-emoji/lib/data/full.mjs';

const SHORTCODE = /:([a-z\d_+-]{1,60}):/y;

/**
 * Shortcodes of emoji, `:tada:`, by the names of markdown-it-emoji. Its own rule takes time by the square of their number, and makes faces of
 * punctuation.
 */
export function emoji(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'emoji', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3a /* : */) return false;
    SHORTCODE.lastIndex = state.pos;
    const [written = '', name = ''] = SHORTCODE.exec(state.src) ?? [];
    // Names of members of objects are no names of emoji.
    const found: unknown = written === '' ? undefined : names[name];
    if (typeof found !== 'string' || state.pos + written.length > state.posMax) return false;
    if (!silent) state.pending += found;
    state.pos += written.length;
    return true;
  });
}
