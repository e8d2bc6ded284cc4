/** A table in Markdown: the first so many columns are words, the others figures. */
export function printMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: number,
): string {
  const rule = head.map((_, column) => (column < words ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
