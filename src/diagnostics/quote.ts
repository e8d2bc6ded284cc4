const LONGEST = 60;

/** What an editor wrote, in backticks, on one line, without anything that a terminal would obey. */
export function quote(written: unknown): string {
  const text = typeof written === 'string' ? written : (JSON.stringify(written) ?? String(written));
  const line = visible(text);
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}\``;
}

/** A text whose control and bidirectional characters are spelt out, so that printing it cannot do anything. */
export function visible(text: string): string {
  return text.replace(
    /[^\P{Cc}\t]|[\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
