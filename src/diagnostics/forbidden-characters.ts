import { isOpenMark } from '../domain/invisible.ts';

/** What a character is called that no text may have: `control character U+000B`. */
export function describeForbidden(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (isOpenMark(character)) return `mark of direction ${code} without its end on the same line`;
  if (/[\u202d\u202e]/.test(character)) return `mark ${code}, which turns the direction of letters around`;
  return /\p{Cs}/u.test(character) ? `half of a character, ${code}` : `control character ${code}`;
}
