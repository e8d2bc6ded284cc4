import type { Html } from '../domain/html.ts';

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const ENDS = /<\/(?:p|li|h[2-6]|td|th|blockquote|figcaption|summary)>|<br>/g;

/** What HTML that Broadsheet made reads as, in one line. */
export function plainText(html: Html): string {
  return html
    .replace(ENDS, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => CHARACTERS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Elements that do nothing away from their page, or that readers of feeds refuse. */
const FURNITURE = new Set([
  ...['script', 'style', 'template', 'button', 'form', 'input', 'select', 'textarea', 'dialog'],
  ...['iframe', 'object', 'embed', 'link', 'meta'],
]);
const VOID = new Set(['input', 'embed', 'link', 'meta']);

/** What is within them is text, whatever it looks like. */
const RAW = new Set(['script', 'style', 'textarea', 'iframe']);

const LOOKS_LIKE_IT = new RegExp(`<(?:${[...FURNITURE, 'noscript'].join('|')})\\b| (?:hidden|data-page-only)`);
// In our own HTML values are in double quotes, in which quotes are escaped.
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const IS_HIDDEN = /\s(?:hidden|data-page-only)(?=\s|=|$)/;

/**
 * Our own HTML without what belongs to the page around it: scripts, buttons, whatever waits hidden for a script. What stands
 * there for readers without scripts is shown.
 */
export function withoutFurniture(html: string): string {
  if (!LOOKS_LIKE_IT.test(html)) return html;
  let kept = '';
  let end = 0;
  /** The element that is being left out, and how many of its name are open. */
  let out: { readonly name: string; depth: number } | undefined;
  for (const match of html.matchAll(TAG)) {
    const [tag, slash, name = '', attributes = ''] = match;
    if (out) {
      if (name !== out.name || (slash === '' && RAW.has(name))) continue;
      out.depth += slash === '/' ? -1 : 1;
      if (out.depth > 0) continue;
      out = undefined;
    } else {
      const isOut = FURNITURE.has(name) || (slash === '' && IS_HIDDEN.test(attributes.replace(/="[^"]*"/g, '')));
      if (!isOut && name !== 'noscript') continue;
      kept += html.slice(end, match.index);
      if (isOut && slash === '' && !VOID.has(name)) out = { name, depth: 1 };
    }
    end = match.index + tag.length;
  }
  return out ? kept : kept + html.slice(end);
}

/**
 * Our own HTML, in which addresses are from the root of the host or fragments of the page, with every address whole. What
 * only a browser on the page has a use for is left out: when to load a picture, how to get there by keyboard.
 */
export function withAbsoluteUrls(
  html: string,
  { origin, page }: { readonly origin: string; readonly page: string },
): string {
  const starts: Readonly<Record<string, string>> = {
    '#': `${page}#`,
    '/': `${origin}/`,
    '//': `${origin.slice(0, origin.indexOf('/'))}//`,
  };
  return html.replace(ATTRIBUTE, (_all: string, name?: string, start?: string, candidates?: string) => {
    if (name !== undefined) return ` ${name}="${starts[start ?? ''] ?? start}`;
    if (candidates === undefined) return '';
    const whole = candidates.replace(
      CANDIDATE,
      (_all, before: string, from: string) => before + (starts[from] ?? from),
    );
    return ` srcset="${whole}"`;
  });
}

// Quotes in texts and in the values of attributes are escaped, so this is found in tags only.
const ATTRIBUTE = / (?:(href|src|poster)="(#|\/\/?)|srcset="([^"]*)"|(?:loading|decoding|tabindex)="[^"]*")/g;

/** The beginning of each address in a list of pictures: they are parted by commas with a space behind. */
const CANDIDATE = /(^|,\s+)(\/\/?)/g;
