import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { pathOnSite } from '../../domain/site/site.ts';
import { needlesFor, type TextPlace } from '../../domain/source.ts';
import { quote } from '../../diagnostics/wording.ts';
import { type Environment, linesOf } from '../environment.ts';
import { slotFor } from '../slots.ts';

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Links. Those to other sites, to mail and telephone are printed as they are; those within the site are noted, and
 * stand as slots until the whole edition is known. Any other scheme is refused.
 */
export function links(markdown: MarkdownIt): void {
  // markdown-it would print an unsafe link as text without a word; here its editor is told.
  markdown.validateLink = () => true;
  markdown.core.ruler.push('links', ({ tokens, env }) => {
    for (const block of tokens) {
      if (block.type === 'inline' && block.children) resolveLinks(block, env as Environment);
    }
  });
  const { rules } = markdown.renderer;
  rules['link_open'] = (tokens, index) => (tokens[index]?.meta as LinkMeta | null)?.html ?? '';
  rules['link_close'] = (tokens, index) => (tokens[index]?.meta as LinkMeta | null)?.html ?? '';
}

interface LinkMeta {
  readonly html: string;
}

function resolveLinks(block: Token, environment: Environment): void {
  const open: LinkMeta[] = [];
  const seen = new Map<string, number>();
  for (const token of block.children ?? []) {
    if (token.type === 'link_open') {
      const target = token.attrGet('href') ?? '';
      const nth = seen.get(target) ?? 0;
      seen.set(target, nth + 1);
      const { start, end } = resolve(target, placeOf(target, nth, { block, environment }), environment);
      token.meta = { html: start };
      open.push({ html: end });
    } else if (token.type === 'link_close') {
      token.meta = open.pop() ?? null;
    }
  }
}

/** A link's address stands behind its words, or in a line of its own further down. */
function placeOf(
  target: string,
  nth: number,
  { block, environment }: { readonly block: Token; readonly environment: Environment },
): TextPlace {
  const texts = [...new Set([target, decode(target)])];
  const needles = needlesFor(texts, ['](', '](<', '<', ': ', '']);
  const [first, last] = linesOf(environment, block.map);
  const isHere = texts.some((text) => block.content.includes(text));
  return { lines: [first, isHere ? last : environment.firstLine + environment.lineCount - 1], needles, nth };
}

function resolve(target: string, place: TextPlace, environment: Environment): { start: string; end: string } {
  const scheme = schemeOf(target);
  const own = scheme === 'relative' ? undefined : pathOnSite(environment.site, target);
  if (scheme === 'relative' || own !== undefined) {
    if (target.startsWith('#')) {
      environment.fragments.push({ target: target.slice(1), place });
      return { start: `<a href="${escapeHtml(target)}">`, end: '</a>' };
    }
    environment.leads.push({ kind: 'link', target: decode(own ?? target), place });
    const index = environment.leads.length - 1;
    return { start: slotFor('open', index), end: slotFor('close', index) };
  }
  if (!SAFE.has(scheme)) {
    environment.findings.push({
      code: 'link-unsafe',
      path: environment.path,
      at: { kind: 'text', ...place },
      message: `Unexpected link ${quote(target)}, expected a page, a web address, \`mailto:\` or \`tel:\``,
      hint: 'write an address that begins with `https://`',
    });
    return { start: '', end: '' };
  }
  const paid = environment.sponsored && scheme.startsWith('http') ? ' rel="sponsored"' : '';
  return { start: `<a href="${escapeHtml(target)}"${paid}>`, end: '</a>' };
}

/** Nearly every link to another site is one of these, and needs no closer look. */
const PLAIN = /^https:\/\/[\w.-]+(?:[/?#]|$)/;

/** The scheme that a browser would see, however the address is disguised; `relative` where there is none. */
function schemeOf(target: string): string {
  if (PLAIN.test(target)) return 'https:';
  const base = target.startsWith('//') ? 'https://base/' : 'relative://base/';
  try {
    const { protocol } = new URL(target, base);
    return protocol === 'relative:' ? 'relative' : protocol;
  } catch {
    return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target) ? 'invalid:' : 'relative';
  }
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
