import { type Bracket, FARTHEST, type WrittenBlock } from './written-text.ts';

/** What stands between two brackets. */
export function labelOf({ content }: Pick<WrittenBlock, 'content'>, { open, close }: Bracket): string {
  return content.slice(open + 1, close);
}

/** Whether brackets belong to a picture, `![`, and not to a cry: “Stop![sic]”. */
export function isPicture({ content }: Pick<WrittenBlock, 'content'>, { open }: Bracket): boolean {
  return content[open - 1] === '!' && !/[^\s([{>"'“‘«*_|]$/u.test(content.slice(Math.max(0, open - 3), open - 1));
}

/** Whether brackets have words of a link in them, and not what an editor adds to a quotation: `[sic]`, `[…]`, `[1]`. */
export function isWordy(label: string): boolean {
  return /\p{L}/u.test(label) && !/^\s*(?:sic|recte|sc|i\.e\.|!|\?)\s*[!.]?\s*$/i.test(label) && !label.startsWith('^');
}

/** What stands between a parenthesis that opens at a place and the one that closes it on the same line. */
export function insideOf(content: string, open: number): string | undefined {
  let depth = 0;
  const end = Math.min(content.length, open + FARTHEST);
  for (let at = open; at < end && content[at] !== '\n'; at += 1) {
    if (content[at] === '\\') at += 1;
    else if (content[at] === '(') depth += 1;
    else if (content[at] === ')') depth -= 1;
    if (depth === 0) return content.slice(open + 1, at);
  }
  return undefined;
}

const PATH =
  /^<?(?:https?:\/\/|www\.|mailto:|\/(?!\/)|\.{1,2}\/|#)\S|^[^\s()]+\.(?:md|html?|php|pdf|jpe?g|png|gif|svg|webp|avif|csv|mp[34]|zip|docx?|xlsx?)(?:[?#]\S*)?>?$/i;

/** Whether a text can only be where a link leads or a picture lies. */
export function isPath(text: string): boolean {
  return PATH.test(text.trim());
}

/** The rest of the line from a place on. */
export function restOfLine(content: string, from: number): string {
  return content.slice(from, from + FARTHEST).split('\n', 1)[0] ?? '';
}
