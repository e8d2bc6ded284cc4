/** A text as YAML takes it whatever is in it: between the quotes that need the fewest signs more. */
export function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text}'`;
}

/** The hint that shows a text between quotes. */
export function putQuotesAround(text: string): string {
  return `put quotes around it: \`${inQuotes(text)}\``;
}

const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '「': '」',
};

/** What was meant by a text between quotes that do not do what they should: without them, where there are two. */
export function withoutQuotes(text: string): string {
  const closing = PAIRS[text[0] ?? ''];
  const isQuoted = closing !== undefined && text.length > 2 && (text.endsWith(closing) || text.endsWith('”'));
  return isQuoted ? text.slice(1, -1).trim() : text;
}
