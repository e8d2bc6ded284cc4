const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * A text without the characters that nobody sees: soft hyphens, spaces of no width, joiners, marks of direction, variation selectors. A
 * text keeps them, for the shape of Persian and Indic words and of emoji depends on them; where words are compared, or make an
 * address, they neither divide nor tell apart.
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
