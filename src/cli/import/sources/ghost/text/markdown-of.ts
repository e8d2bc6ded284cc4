import type { Root } from 'hast';
import type { TextContext } from '../../../archive.ts';
import { flatten } from '../../../convert/flatten.ts';
import { htmlToMarkdown, treeToMarkdown } from '../../../convert/html-to-markdown.ts';
import { type Row, textOf, withHome } from '../fields.ts';
import type { Html } from './cards.ts';
import { keepNotes } from './notes.ts';
import { readCardsOfHtml } from './kg-html.ts';
import { lexicalAsHtml } from './lexical.ts';
import { markdownAsHtml } from './markdown-card.ts';
import { mobiledocAsHtml } from './mobiledoc.ts';

/** The trees that Ghost's editors wrote, the newest first. */
const TREES: readonly (readonly [string, (tree: unknown, context: TextContext) => Html | undefined])[] = [
  ['lexical', lexicalAsHtml],
  ['mobiledoc', mobiledocAsHtml],
];

/**
 * The text of a post in Markdown of Broadsheet's: of what its editor wrote, which knows more than the HTML that Ghost made of it; otherwise of that.
 *
 * @param home What stands in the place of `__GHOST_URL__`, without `/` at its end.
 */
export function markdownOf(row: Row, home: string, context: TextContext): string {
  for (const [field, read] of TREES) {
    const written = textOf(row, field);
    if (written === '') continue;
    const html = read(parsed(withHome(written, home)), context);
    if (html && (html.length > 0 || textOf(row, 'html') === '')) return markdownOfNodes(html, context);
    if (!html) {
      const advice = 'the HTML that Ghost had made of it was taken';
      context.note({ kind: 'look', what: `text that is no tree of its editor (${field})`, advice });
    }
  }
  const html = withHome(textOf(row, 'html'), home);
  if (html !== '') return htmlToMarkdown(html, context, [readCardsOfHtml, keepNotes]);
  // Ghost before 1.0.
  return markdownOfNodes(markdownAsHtml(withHome(textOf(row, 'markdown'), home)), context);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function markdownOfNodes(html: Html, context: TextContext): string {
  const tree: Root = { type: 'root', children: [...html] };
  if (flatten(tree) > 0) {
    const advice = 'what is in them stands in the one around them';
    context.note({ kind: 'changed', what: 'lists, quotations or boxes within too many others', advice });
  }
  // HTML within cards may have been copied from another post.
  readCardsOfHtml(tree, context);
  keepNotes(tree);
  return treeToMarkdown(tree, context);
}
