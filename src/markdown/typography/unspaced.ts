/** First and last code point of blocks of scripts that put no space between words or around signs, in their order. */
const BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0fff], // Thai, Lao, Tibetan
  [0x1000, 0x109f], // Burmese
  [0x1100, 0x11ff], // Korean, whose particles follow a mark at once
  [0x1780, 0x17ff], // Khmer
  [0x2e80, 0x2fff], // Radicals
  [0x3001, 0xa4cf], // Signs, kana, Chinese, Yi; before them is the ideographic space
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff], // Korean
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xffef], // Full-width and half-width forms
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3ffff], // Rare Chinese letters
];
const FIRST = 0x0e00;

/** Whether a code point is a letter or a sign of a script that puts no spaces between words, or a full-width form. */
export function isUnspaced(codePoint: number): boolean {
  return codePoint >= FIRST && BLOCKS.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** The code point that ends right before a place of a text; a space where there is none. */
export function codePointBefore(text: string, index: number): number {
  if (index <= 0) return SPACE;
  const isPair = (text.charCodeAt(index - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 2) & 0xfc00) === 0xd800;
  return text.codePointAt(isPair ? index - 2 : index - 1) ?? SPACE;
}

/** The code point at a place of a text; a space where there is none. */
export function codePointAfter(text: string, index: number): number {
  return text.codePointAt(index) ?? SPACE;
}

const SPACE = 0x20;
