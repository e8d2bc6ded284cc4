import type MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { codePointBefore, isUnspaced } from '../typography/unspaced.ts';

/** Nobody writes a longer one by hand, and nothing looks farther ahead. */
const LONGEST = 2000;

/**
 * Bare web addresses are links: `https://example.com/report`. Where one ends is found by linkify-it, and then by what stands around it. It
 * is printed as it was written: nothing in it is typographic.
 */
export function addresses(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('linkify', 'address', (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== 0x3a /* : */ || !src.startsWith('//', pos + 1) || isInLink(state)) return false;
    const [scheme] = /https?$/i.exec(src.slice(Math.max(0, pos - 'https'.length), pos)) ?? [];
    if (scheme === undefined || !mayBegin(src, pos - scheme.length)) return false;
    if (!silent && state.pending.length < scheme.length) return false;
    const found = readBare(markdown, src.slice(pos - scheme.length, state.posMax), src.slice(0, pos - scheme.length));
    if (!found) return false;
    if (!silent) {
      state.pending = state.pending.slice(0, -scheme.length);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', markdown.normalizeLink(found.url)]];
      open.info = 'auto';
      state.push('address', '', 0).content = found.url;
      state.push('link_close', 'a', -1).info = 'auto';
    }
    state.pos = pos - scheme.length + found.length;
    return true;
  });
  markdown.renderer.rules['address'] = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
}

/** Within the words of another link. Its types leave it out. */
function isInLink(state: object): boolean {
  return (state as { readonly linkLevel?: number }).linkLevel !== 0;
}

/** It begins a word, and no value of an attribute: HTML that is shown is no place for links. */
function mayBegin(text: string, start: number): boolean {
  return !/[a-z0-9+.-]$|(?:^|[^=])=["']?$/i.test(text.slice(Math.max(0, start - 3), start));
}

/** An address, and how long it is as it was written. */
interface Found {
  readonly url: string;
  readonly length: number;
}

/** No address has white space, quotation marks or signs of Chinese and Japanese in it, unless these are encoded. */
const WHOLE = /^[^\s<>“”„«»‹›\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/;

/** Reads the address at the beginning of a text, which comes after another. */
function readBare(markdown: MarkdownIt, text: string, before: string): Found | undefined {
  const [written = ''] = WHOLE.exec(text.slice(0, LONGEST)) ?? [];
  if (written.length === LONGEST) return undefined;
  const { url, places } = readSigns(beforeUnspaced(beforeMarkup(written)));
  const scheme = `${url.slice(0, url.indexOf(':')).toLowerCase()}:`;
  const length = scheme.length + markdown.linkify.testSchemaAt(url, scheme, scheme.length);
  const whole = url.slice(0, length);
  const isMarked = before.endsWith('==');
  const cut = (isMarked ? whole.replace(/==$/, '') : whole).replace(/(?:[.,:;!?'"*_~]|(?![\0-\x7f])\p{P})+$/u, '');
  if (cut.length <= scheme.length + '//'.length || readAddress(encodeSpaces(cut)).kind !== 'web') return undefined;
  return { url: cut, length: places[cut.length] ?? cut.length };
}

/** What stands for one character of an address: a sign behind a backslash, `&amp;`. Any other entity ends it. */
const WRITTEN = /\\([*_~()[\]{}#+.!=|-])|&amp;|&(?=#?\w{2,32};)|./gy;

/** An address without what Markdown has for signs in it, and where each of its characters was written. */
function readSigns(written: string): { readonly url: string; readonly places: readonly number[] } {
  const [, end = ''] = /(&(?!amp;)#?\w{2,32};)/.exec(written) ?? [];
  const text = end === '' ? written : written.slice(0, written.indexOf(end));
  if (!/[\\&]/.test(text)) return { url: text, places: [] };
  let url = '';
  const places: number[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    places.push(match.index);
    url += match[1] ?? (match[0] === '&amp;' ? '&' : match[0]);
  }
  return { url, places: [...places, text.length] };
}

/** An address without what begins right behind it in other languages of markup: `[/url]`, `{: .x}`, `{{ x }}`. */
function beforeMarkup(url: string): string {
  const end = url.search(/\[\/|\{[:{%<]/);
  return end < 0 ? url : url.slice(0, end);
}

/** After these, letters of a script without spaces are a part of the path: `/wiki/北京`. */
const LEADS_ON = '/=&?#_%-';

/** An address without the words that follow it at once, where a script puts no space between: `https://example.com/a的报道`. */
function beforeUnspaced(url: string): string {
  const host = /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
  const top = host.slice(host.lastIndexOf('.') + 1);
  const own = firstUnspaced(top, 0);
  if (own > 0) return url.slice(0, host.length - top.length + own);
  for (let at = firstUnspaced(url, host.length); at >= 0; at = firstUnspaced(url, at + 1)) {
    if (isUnspaced(codePointBefore(url, at))) continue;
    if (at <= host.length + 1 || !LEADS_ON.includes(url[at - 1] ?? '')) return url.slice(0, at);
  }
  return url;
}

/** Where the next letter of such a script stands; -1 where there is none. */
function firstUnspaced(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isUnspaced(text.codePointAt(at) ?? 0)) return at;
  return -1;
}
