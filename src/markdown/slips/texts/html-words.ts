import { quote } from '../../../diagnostics/wording.ts';
import { MOST, type Slip, type SlipRule } from '../slip.ts';
import { slipsOfLine } from './line-slips.ts';

/**
 * Words between tags. CommonMark ends a block of HTML at an empty line, and reads no Markdown in it before that: readers see `**never**`, and
 * `- ` in front of what was meant for items.
 */
export const wordsOfHtml: SlipRule = ({ tokens, lines }) => {
  const slips: Slip[] = [];
  for (const { type, map } of tokens) {
    if (type !== 'html_block' || !map) continue;
    const [first, end] = map;
    const rows = withoutTags(lines.slice(first, end).join('\n')).split('\n');
    for (const [index, row] of rows.entries()) {
      const line = first + index;
      const column = row.search(/\S/);
      if (column < 0) continue;
      const words = row.trim();
      if (isItem(words) && isItem(rows[index + 1]?.trim()) && !isItem(rows[index - 1]?.trim()))
        slips.push(ofItems({ line, column }, words));
      for (const { index: within, ...note } of slipsOfLine(words, 'html')) {
        slips.push({ ...note, place: { line, column: column + within } });
      }
      if (slips.length >= MOST) return slips;
    }
  }
  return slips;
};

function isItem(words: string | undefined): boolean {
  return words !== undefined && /^(?:[-*+]|\d{1,3}[.)])[ \t]+\S/.test(words);
}

function ofItems(place: Slip['place'], words: string): Slip {
  const [sign = ''] = /^\S+/.exec(words) ?? [];
  return {
    code: 'markdown-in-html',
    place,
    length: sign.length,
    message: `Unexpected ${quote(sign)} of a list between tags, where Markdown is not read`,
    hint: 'put an empty line above the list and another one below it, or write `<ul>` and `<li>`',
  };
}

/** Elements whose words are shown as they are, or not at all. */
const AS_WRITTEN = /^(?:pre|code|kbd|samp|script|style|textarea|template|svg|math|iframe|object|title)$/i;
const TAG = /<!--|<(\/?)([a-z][\w-]*)((?:"[^"\n]*"|'[^'\n]*'|[^<>"'])*)>?|<[!?][^<>]*>/gi;
/** Attributes that readers see or hear. */
const SEEN = /(?<=\s(?:alt|title|aria-label)\s*=\s*)(?:"([^"\n]*)"|'([^'\n]*)')/gi;

/** HTML with spaces in the place of all that nobody reads. */
function withoutTags(html: string): string {
  let text = '';
  let last = 0;
  let hidden: string | undefined;
  const keep = (end: number): void => {
    const words = html.slice(last, end);
    text += hidden === undefined ? words : blank(words);
    last = end;
  };
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    keep(found.index);
    const [tag, isEnd, name = '', attributes = ''] = found;
    let end = found.index + tag.length;
    if (tag === '<!--') {
      const close = html.indexOf('-->', end);
      end = close < 0 ? html.length : close + 3;
      TAG.lastIndex = end;
    } else if (hidden === undefined && !isEnd && AS_WRITTEN.test(name)) {
      hidden = name.toLowerCase();
    } else if (isEnd && name.toLowerCase() === hidden) {
      hidden = undefined;
    }
    text += hidden === undefined && attributes.includes('=') ? seenOf(tag) : blank(html.slice(found.index, end));
    last = end;
  }
  keep(html.length);
  return text;
}

function seenOf(tag: string): string {
  let text = '';
  let last = 0;
  for (const { 0: written, index } of tag.matchAll(SEEN)) {
    text += `${blank(tag.slice(last, index + 1))}${written.slice(1, -1)} `;
    last = index + written.length;
  }
  return text + blank(tag.slice(last));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
