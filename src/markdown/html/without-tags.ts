import { INLINE, isWhole } from './elements.ts';

/**
 * A text of Markdown without the comments and the tags of HTML that are in it, nor what goes with them: what is left are the words that
 * readers see.
 */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  let [kept, end] = ['', 0];
  const lower = new Lower(text);
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', Math.max(start + 1, end))) {
    const tag = tagAt(text, start, lower);
    if (!tag) continue;
    kept += text.slice(end, start) + tag.inPlace;
    end = tag.end;
  }
  return kept + text.slice(end);
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/iy;

function tagAt(
  text: string,
  start: number,
  lower: Lower,
): { readonly end: number; readonly inPlace: '' | ' ' } | undefined {
  if (text.startsWith('<!--', start)) {
    const end = lower.find('-->', start);
    return end < 0 ? undefined : { end: end + '-->'.length, inPlace: '' };
  }
  TAG.lastIndex = start;
  const [, slash, written = ''] = TAG.exec(text) ?? [];
  if (slash === undefined) return undefined;
  const name = written.toLowerCase();
  const close = slash === '' && isWhole(name) ? lower.find(`</${name}`, start) : -1;
  const isInline = Object.hasOwn(INLINE, name) && name !== 'br' && name !== 'img';
  return { end: close < 0 ? TAG.lastIndex : close, inPlace: isInline ? '' : ' ' };
}

/** Looks for what may be written in capitals; what is not there is not looked for again. */
class Lower {
  private readonly text: string;
  private lower: string | undefined;
  private readonly missing = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  find(words: string, from: number): number {
    if (this.missing.has(words)) return -1;
    // Of a few letters, as İ, there are more in small ones: then places would differ.
    this.lower ??= this.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const at = this.lower.indexOf(words, from);
    if (at < 0) this.missing.add(words);
    return at;
  }
}
