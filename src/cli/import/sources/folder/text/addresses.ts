import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast';
import { linkTo } from '../../../convert/links.ts';
import type { TextContext } from '../../../archive.ts';
import { destination, label } from '../calls/print.ts';
import { type ParsedMarkdown, type Range, rangeOf, visitNodes } from './parse-markdown.ts';
import type { Splice } from './splices.ts';

/** How a project writes addresses, beyond what any text does. */
export type ReadAddress = (written: string) => string;

/** Where links and pictures of a text lead now. What leads where it did is left as it was written. */
export interface AddressRules {
  readonly context: TextContext;
  readonly readAddress: ReadAddress;
}

/**
 * The splices that give links, pictures and definitions of a text their new addresses.
 *
 * @param gone Links that nothing is left of.
 */
export function addressSplices(
  text: string,
  parsed: ParsedMarkdown,
  rules: AddressRules,
  gone: ReadonlySet<Nodes>,
): readonly Splice[] {
  const splices: Splice[] = [];
  const definitions = readDefinitions(parsed, rules, splices);
  visitNodes(parsed.tree, (node) => {
    if (node.type === 'link' && !gone.has(node)) splices.push(...linkSplices(text, node, parsed, rules));
    if (node.type === 'image') splices.push(...imageSplices(text, node, parsed, rules));
    if ((node.type === 'linkReference' || node.type === 'imageReference') && definitions.get(node.identifier) === null)
      splices.push(...withoutReference(node));
    return undefined;
  });
  return splices;
}

/** New address by identifier; `null` where no story can have such a link or picture. The first of a name counts. */
function readDefinitions(
  parsed: ParsedMarkdown,
  rules: AddressRules,
  splices: Splice[],
): ReadonlyMap<string, string | null> {
  const found: Definition[] = [];
  const ofPictures = new Set<string>();
  visitNodes(parsed.tree, (node) => {
    if (node.type === 'definition') found.push(node);
    if (node.type === 'imageReference') ofPictures.add(node.identifier);
    return undefined;
  });
  const results = new Map<string, string | null>();
  for (const node of found) {
    if (results.has(node.identifier)) continue;
    const written = rules.readAddress(node.url);
    const to = ofPictures.has(node.identifier) ? newMedia(written, rules.context) : linkTo(written, rules.context);
    results.set(node.identifier, to ?? null);
    const range = parsed.destinationOf(node);
    if (to === undefined) splices.push({ ...rangeOf(node), text: '' });
    else if (range && !isSame(to, node.url)) splices.push({ ...range, text: destination(to) });
  }
  return results;
}

function linkSplices(text: string, node: Link, parsed: ParsedMarkdown, rules: AddressRules): readonly Splice[] {
  const whole = rangeOf(node);
  const isAutolink = text[whole.start] !== '[';
  if (/^mailto:/i.test(node.url) && isAutolink) return [];
  // A directive's line has addresses of its own.
  if (isAutolink && isDirectiveLine(text, whole.start)) return [];
  const to = linkTo(rules.readAddress(node.url), rules.context);
  if (isAutolink) {
    if (to !== undefined && isSame(to, node.url)) return [];
    const shown = text.slice(whole.start, whole.end).replace(/^<|>$/g, '');
    return [{ ...whole, text: to === undefined ? label(shown) : `[${label(shown)}](${destination(to)})` }];
  }
  if (to === undefined) return withoutLink(node);
  const range = parsed.destinationOf(node);
  if (!range) return [];
  return isSame(to, node.url) ? [] : [{ ...range, text: destination(to) }];
}

function imageSplices(text: string, node: Image, parsed: ParsedMarkdown, rules: AddressRules): readonly Splice[] {
  const to = newMedia(rules.readAddress(node.url), rules.context);
  if (to === undefined) return [{ ...rangeOf(node), text: label([node.alt, node.title].filter(Boolean).join(' ')) }];
  const range = parsed.destinationOf(node);
  return range && to !== node.url && text.slice(range.start, range.end) !== to
    ? [{ ...range, text: destination(to) }]
    : [];
}

/** The new name of a picture or a recording. */
export function newMedia(written: string, context: TextContext): string | undefined {
  return written.trim() === '' ? undefined : context.media(written);
}

/** Whether two addresses are one, written alike or not. */
function isSame(to: string, written: string): boolean {
  if (to === written) return true;
  return URL.canParse(to) && URL.canParse(written) && new URL(to).href === new URL(written).href;
}

function withoutLink(node: Link): readonly Splice[] {
  const whole = rangeOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) return [{ ...whole, text: '' }];
  return [
    { start: whole.start, end: rangeOf(first).start, text: '' },
    { start: rangeOf(last).end, end: whole.end, text: '' },
  ];
}

function withoutReference(node: LinkReference | ImageReference): readonly Splice[] {
  if (node.type === 'imageReference') return [{ ...rangeOf(node), text: label(node.alt ?? '') }];
  return withoutLink({ ...node, type: 'link', url: '' });
}

function isDirectiveLine(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  return /^[\s>]*:::?[a-z]/.test(text.slice(start, Math.min(at, start + 200)));
}

/** The places of all code in a tree. */
export function codeRanges(tree: Root, hasIndentedCode: boolean, text: string): readonly Range[] {
  const ranges: Range[] = [];
  visitNodes(tree, (node: Nodes) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return undefined;
    const range = rangeOf(node);
    if (hasIndentedCode || node.type === 'inlineCode' || /^[`~]/.test(text.slice(range.start, range.start + 1)))
      ranges.push(range);
    return undefined;
  });
  return ranges;
}
