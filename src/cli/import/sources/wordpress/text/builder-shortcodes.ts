import type { FoundShortcode } from './shortcodes.ts';
import { escapeHtml } from './text-facts.ts';

/**
 * HTML of a shortcode that has its words in attributes, as those of page builders do: headings, buttons, quotations and HTML that is stored in
 * another encoding. `undefined` if it is none of these.
 */
export function printBuilderShortcode(found: FoundShortcode): string | undefined {
  for (const { fits, print } of KINDS) if (fits.test(found.name)) return print(found);
  return undefined;
}

const KINDS: readonly { readonly fits: RegExp; readonly print: (found: FoundShortcode) => string | undefined }[] = [
  { fits: /^vc_raw_html$/, print: printRawHtml },
  { fits: /(?:^|[_-])(?:heading|headline|subheading)$/, print: printHeading },
  { fits: /(?:^|[_-])(?:btn|button)$/, print: printButton },
  { fits: /(?:quote|testimonial)s?$/, print: printQuote },
];

/** `[vc_raw_html]` has HTML whose letters are percent-encoded, and that in Base64. */
function printRawHtml({ inner = '' }: FoundShortcode): string | undefined {
  const written = inner.replace(/<[^<>]*>|\s+/g, '');
  const encoded = /^[A-Za-z0-9+/]+={0,2}$/.test(written) ? Buffer.from(written, 'base64').toString('latin1') : '';
  if (encoded === '' || !/^[\w.~%!*'()+-]+$/.test(encoded)) return undefined;
  try {
    return `<div>${decodeURIComponent(encoded)}</div>`;
  } catch {
    return undefined;
  }
}

function printHeading({ attributes, inner = '' }: FoundShortcode): string | undefined {
  const words = first(attributes, ['text', 'title', 'heading']);
  if (words === undefined || hasWords(inner)) return undefined;
  const level = /(?:^|tag:|h)([2-6])\b/.exec(attributes['font_container'] ?? attributes['tag'] ?? '')?.[1] ?? '3';
  return `<h${level}>${words}</h${level}>`;
}

function printButton({ attributes, inner = '' }: FoundShortcode): string | undefined {
  const written = first(attributes, ['url', 'href', 'link']) ?? '';
  // As the builder writes it: `url:https%3A%2F%2Fa.example|title:A`.
  const [, encoded] = /(?:^|\|)url:([^|]*)/.exec(written) ?? [];
  const url = encoded === undefined ? written : decoded(encoded);
  const words = hasWords(inner) ? inner : first(attributes, ['text', 'title', 'label', 'content']);
  if (words === undefined || !/^(?:https?:\/)?\//i.test(url)) return undefined;
  return `<a href="${escapeHtml(url)}">${words}</a>`;
}

function printQuote({ attributes, inner = '' }: FoundShortcode): string | undefined {
  const by = first(attributes, ['author', 'cite', 'source', 'by', 'name']);
  return by === undefined || !hasWords(inner) ? undefined : `<blockquote>${inner}\n<p>— ${by}</p></blockquote>`;
}

function first(attributes: FoundShortcode['attributes'], names: readonly string[]): string | undefined {
  return names.map((name) => attributes[name]?.trim()).find((value) => value !== undefined && hasWords(value));
}

function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(html.replace(/<[^<>]*>/g, ''));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
