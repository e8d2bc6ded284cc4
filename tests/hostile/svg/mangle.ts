import type { Random } from '../random.ts';

/** Changes some characters. */
export function mangled(text: string, random: Random): string {
  let changed = text;
  for (const [from, to] of random.some(3, () => random.one(MANGLES))) {
    const at = changed.indexOf(from, random.below(changed.length));
    if (at >= 0) changed = changed.slice(0, at) + to + changed.slice(at + from.length);
  }
  return changed;
}

const MANGLES = [
  ['<', '<<'],
  ['"', "'"],
  ['>', ''],
  ['/', ''],
  ['=', ' = '],
  [' ', '\u0085'],
  ['>', '\u0000>'],
  ['<g', '<g\u2028'],
  ['script', 'scr\u00adipt'],
  [':', '::'],
] as const;

/** The bytes of a text, often in another encoding than it says. */
export function encoded(text: string, random: Random): Buffer {
  const name = random.one([
    'ISO-2022-JP',
    'UTF-7',
    'Shift_JIS',
    'ISO-8859-1',
    'utf-16',
    'x-none',
    'gb18030',
    'hz-gb-2312',
    'ebcdic-cp-us',
  ]);
  const declaration = `<?xml version="1.0" encoding="${name}"?>`;
  const bare = text.replace(/^<\?xml [^>]*\?>/, '');
  return random.one([
    () => Buffer.from(text),
    () => Buffer.from(text),
    () => Buffer.from(text),
    () => Buffer.from(declaration + bare),
    () => Buffer.from(declaration + bare, 'latin1'),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(`\ufeff${declaration}${bare}`),
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ])();
}
