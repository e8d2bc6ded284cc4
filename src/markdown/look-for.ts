// Whether a text may have what a rule looks for. Most texts have not, and each rule asks; to find signs is many times as fast as to try a pattern at each character.

/**
 * Whether a pattern fits somewhere in a text.
 *
 * @param sign What each fit begins with, as it is.
 * @param pattern With the flag `y`.
 */
export function fitsAt(text: string, sign: string, pattern: RegExp): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return true;
  }
  return false;
}

/** Whether a line of a text begins as a pattern with the flag `y` says. */
export function fitsALine(text: string, pattern: RegExp): boolean {
  for (let at = 0; ; ) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return true;
    const end = text.indexOf('\n', at);
    if (end < 0) return false;
    at = end + 1;
  }
}
