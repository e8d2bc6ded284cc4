import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { escapeHtml } from '../../domain/html.ts';
import { pathOnSite } from '../../domain/site/site.ts';
import { outOfReach } from '../../domain/site/reachable.ts';
import { type Address, encodeSpaces, readAddress } from '../../domain/site/written-address.ts';
import { needlesFor, type TextPlace } from '../../domain/content/source.ts';
import { describeOutOfReach, hintForLink } from '../../diagnostics/address-faults.ts';
import { quote } from '../../diagnostics/wording.ts';
import { type Environment, linesOf } from '../environment.ts';
import { MOST } from '../slips/slip.ts';
import { slotFor } from '../slots.ts';

/**
 * Links. Those to other sites, to mail and telephone are printed as they are; those within the site are noted, and
 * stand as slots until the whole edition is known. Any other scheme is refused.
 */
export function links(markdown: MarkdownIt): void {
  // markdown-it would print an unsafe link as text without a word; here its editor is told.
  markdown.validateLink = () => true;
  const { normalizeLinkText } = markdown;
  // Shown decoded, marks of direction would make an address between `<` and `>` look like another.
  markdown.normalizeLinkText = (url) => {
    const shown = normalizeLinkText(url);
    return readAddress(shown).kind === 'fault' ? url : shown;
  };
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
      // Only what is noted needs a place, which is looked for in the text.
      const { start, end } = resolve(target, () => placeOf(target, nth, { block, environment }), environment);
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

function resolve(target: string, place: () => TextPlace, environment: Environment): { start: string; end: string } {
  const address = PLAIN.test(target) ? WEB : judge(target);
  const own = address.kind === 'web' ? pathOnSite(environment.site, target) : undefined;
  const judged = own === undefined ? address : readAddress(own);
  switch (judged.kind) {
    case 'fragment':
      environment.fragments.push({ target: target.slice(1), place: place() });
      return { start: `<a href="${escapeHtml(target)}">`, end: '</a>' };
    case 'path':
    case 'file':
      return noteLead(own ?? target, place(), environment);
    case 'fault':
      // Between files of the newsroom a path may go up.
      if (judged.fault.kind === 'dots') return noteLead(own ?? target, place(), environment);
      environment.findings.push({
        code: 'link-unsafe',
        path: environment.path,
        at: { kind: 'text', ...place() },
        message: `Unexpected link ${quote(decode(target))}, expected a page, a web address, \`mailto:\` or \`tel:\``,
        hint: hintForLink(judged, decode(target)),
      });
      return { start: '', end: '' };
    default: {
      if (address !== WEB) noteOutOfReach(target, judged, { place, environment });
      const paid = environment.sponsored && judged.kind === 'web' ? ' rel="sponsored"' : '';
      return { start: `<a href="${escapeHtml(target)}"${paid}>`, end: '</a>' };
    }
  }
}

function noteOutOfReach(
  target: string,
  address: Address,
  { place, environment }: { readonly place: () => TextPlace; readonly environment: Environment },
): void {
  const { spent } = environment;
  // Looking for the place of each of very many would take time by the square of them.
  if (spent.doubtful >= MOST) return;
  const fault = outOfReach(address, decode(target));
  if (!fault) return;
  spent.doubtful += 1;
  const { expected, hint } = describeOutOfReach(fault);
  environment.findings.push({
    code: 'address-doubtful',
    path: environment.path,
    at: { kind: 'text', ...place() },
    message: `Unexpected link ${quote(decode(target))}, expected ${expected}`,
    hint,
  });
}

function noteLead(target: string, place: TextPlace, { leads }: Environment): { start: string; end: string } {
  const index = leads.push({ kind: 'link', target: decode(target), place }) - 1;
  return { start: slotFor('open', index), end: slotFor('close', index) };
}

/** Nearly every link to another site is one of these, and needs no closer look. */
const PLAIN = /^https:\/\/(?:[\w-]+\.)+[a-z]{2,}(?:[/?#][\w/.?=&#%+~:;,!$'()*-]*)?$/;
const WEB = { kind: 'web', url: '' } as const;

/** Judges an address as it was written: what leads to a page or a file of the newsroom, markdown-it has percent-encoded. */
function judge(target: string): Address {
  return readAddress(encodeSpaces(HAS_SCHEME.test(target) ? target : decode(target)));
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
