import type { TextContext } from '../../../archive.ts';
import { htmlToMarkdown } from '../../../convert/html-to-markdown.ts';
import { isAddressCall } from '../calls/known-calls.ts';
import { type CallPrinter, renderCalls } from '../calls/render-calls.ts';
import type { Syntax } from '../calls/tag.ts';
import { type Pieces, piecesFor } from './pieces.ts';
import { printerOf, rewriteMarkdown, type TextRules } from './rewrite-markdown.ts';

/** A text in HTML as Markdown. What commands print in it is put into it where it is an address or a value, and else is Markdown by itself. */
export function rewriteHtml(html: string, rules: TextRules, context: TextContext): string {
  const pieces = piecesFor(html);
  const printed = rules.syntax
    ? renderCalls(html, rules.syntax, [], htmlPrinter(rules.syntax, { html, rules, context, pieces }))
    : html;
  const own: TextContext = {
    ...context,
    link: (address) => context.link(rules.readAddress(address)),
    media: (address) => context.media(rules.readAddress(address)),
  };
  return pieces.expand(htmlToMarkdown(printed, own));
}

interface HtmlRules {
  readonly html: string;
  readonly rules: TextRules;
  readonly context: TextContext;
  readonly pieces: Pieces;
}

function htmlPrinter(syntax: Syntax, { html, rules, context, pieces }: HtmlRules): CallPrinter {
  // Marks of their own: the text has those of the others by now.
  const inner = piecesFor(html + pieces.inline(''));
  const printer = printerOf(syntax, { rules, context, pieces: inner });
  return {
    ...printer,
    call(call) {
      const markdown = inner.expand(printer.call(call));
      if (isAddressCall(call) || markdown === '') return markdown;
      const finished = pieces.expand(rewriteMarkdown(markdown, { ...rules, syntax: undefined }, context)).trim();
      return pieces.block(finished, finished.replace(/\s+/g, ' '));
    },
    literal: (shown) => shown.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    gap: () => '',
  };
}
