/**
 * What may stand before the body of a page and look like it, and the tag that opens it. What has no end goes on to the end of the
 * page, as browsers have it.
 */
const BODY =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|template|noscript)(?=[\s/>])[\s\S]*?(?:<\/\1(?=[\s/>])|$)|<body(?:\s(?:[^"'<>]|"[^"<]*"|'[^'<]*')*)?>/gi;

/** Puts something before all else of a page's body; where its beginning is not written, at the end of the page. */
export function insertIntoBody(text: string, inserted: string): string {
  for (const { 0: found, index } of text.matchAll(BODY)) {
    if (!/^<body/i.test(found)) continue;
    const end = index + found.length;
    return text.slice(0, end) + inserted + text.slice(end);
  }
  return text + inserted;
}
