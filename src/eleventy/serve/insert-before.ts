/** Puts something before the last place where a text has a mark; where it has none, at its end. */
export function insertBefore(text: string, mark: string, inserted: string): string {
  const index = text.lastIndexOf(mark);
  return index < 0 ? text + inserted : text.slice(0, index) + inserted + text.slice(index);
}
