import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { fromParse5 } from 'hast-util-from-parse5';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { parseFragment } from 'parse5';
import { asHtml, type Html } from '../../../domain/html.ts';

/** What a reader mode makes of a page, or why it is not offered. */
export type ReaderMode =
  | {
      readonly kind: 'text';
      readonly headline: string;
      readonly byline: string | undefined;
      readonly excerpt: string | undefined;
      /** BCP 47. */
      readonly language: string;
      readonly direction: 'ltr' | 'rtl';
      readonly words: number;
      /** Without links, scripts, styles and attributes but those of pictures of the site. */
      readonly text: Html;
    }
  | { readonly kind: 'nothing'; readonly reason: string };

const SHOWN: Schema = {
  strip: ['script', 'style', 'template'],
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'code', 'br', 'hr'],
    ...['em', 'strong', 'b', 'i', 'sub', 'sup', 'time', 'figure', 'figcaption', 'img'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { img: ['alt', ['src', /^\/(?!\/)/]], td: ['colSpan', 'rowSpan'], th: ['colSpan', 'rowSpan'] },
  clobber: [],
};

/** So deep do elements stand in each other, and so many are there, on no page that people read; Readability's time grows with the third power of the depth. */
const DEEPEST = 80;
const MOST = 5000;
const TOO_MUCH =
  'The page has too many elements, or too many within each other, to be read here as a reader mode does.';

/** Has Readability read a page. */
export function readAsReaderMode(html: string): ReaderMode {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > MOST) return { kind: 'nothing', reason: TOO_MUCH };
  const { document } = parseHTML(html);
  if (isTooDeep(document.documentElement)) return { kind: 'nothing', reason: TOO_MUCH };
  if (!isProbablyReaderable(document as unknown as Document))
    return {
      kind: 'nothing',
      reason: 'Browsers offer no reader mode here: the page has too little text in one place.',
    };
  const root = document.documentElement;
  const [language, direction] = [root.getAttribute('lang') ?? 'en', root.getAttribute('dir')];
  const found = new Readability(document as unknown as Document, { keepClasses: false }).parse();
  if (!found?.content) return { kind: 'nothing', reason: 'A reader mode finds no text on this page.' };
  const text = toHtml(sanitize(fromParse5(parseFragment(found.content)), SHOWN));
  return {
    kind: 'text',
    headline: found.title ?? '',
    byline: found.byline ?? undefined,
    excerpt: found.excerpt ?? undefined,
    language,
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    words: (found.textContent ?? '').split(/\s+/).filter((word) => word !== '').length,
    text: asHtml(text),
  };
}

function isTooDeep(root: Element | null): boolean {
  let depth = 0;
  for (let node: Element | null = root; node; ) {
    if (depth > DEEPEST) return true;
    const child: Element | null = node.firstElementChild;
    if (child) {
      depth += 1;
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextElementSibling) {
      depth -= 1;
      node = node.parentElement;
    }
    node = node && node !== root ? node.nextElementSibling : null;
  }
  return false;
}
