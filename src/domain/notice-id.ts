/** The identifier of a correction or an update on the page of its story. Those of headings have no underscore. */
export function noticeId(kind: 'correction' | 'update', index: number): string {
  return `${kind}_${index + 1}`;
}
