import { type Ends, noAttributes, type Syntax, type Tag } from './tag.ts';

/** The name that links and embeddings have as calls; see `known-calls.ts`. */
export const WIKI_LINK = 'wiki-link';
export const WIKI_EMBED = 'wiki-embed';

const LONGEST = 1_000;

/**
 * Links as Obsidian and wikis have them: `[[Page#Heading|words]]`, `![[picture.png|300]]`.
 *
 * @param hasComments Whether `%%` is around what nobody is to see, as in Obsidian.
 */
export function wikiSyntax(hasComments: boolean): Syntax {
  return {
    shown: () => '[[…]]',
    // A name of a block, which Obsidian does not show, ends its line: `^a1b2`.
    opening: hasComments ? /!?\[\[|%%|[ \t\n]\^[A-Za-z\d-]+(?=[ \t]*(?:\n|$))/g : /!?\[\[/g,
    read,
    alsoInCode: false,
    hasIndentedCode: true,
  };
}

function read(text: string, start: number, ends: Ends): Tag | undefined {
  if (text.startsWith('%%', start)) {
    const end = ends.find('%%', start + 2);
    return end < 0 ? undefined : { start, end: end + 2, kind: 'nothing' };
  }
  if (/\s/.test(text[start] ?? '')) {
    const name = /\s\^[A-Za-z\d-]+/y;
    name.lastIndex = start;
    return { start, end: start + (name.exec(text)?.[0].length ?? 1), kind: 'nothing' };
  }
  const isEmbed = text[start] === '!';
  const from = start + (isEmbed ? 3 : 2);
  const end = ends.find(']]', from);
  const inner = end < 0 || end - from > LONGEST ? '' : text.slice(from, end);
  if (inner.trim() === '' || /[[\]\n]/.test(inner)) return undefined;
  // Within a cell of a table the bar is escaped.
  const [target = '', ...words] = inner.split(/\\?\|/);
  const attributes = noAttributes();
  attributes['0'] = target.trim();
  if (words.length > 0) attributes['1'] = words.join('|').trim();
  return { start, end: end + 2, kind: 'single', name: isEmbed ? WIKI_EMBED : WIKI_LINK, attributes };
}
