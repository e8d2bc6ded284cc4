import type { Html, Parents, PhrasingContent } from 'mdast';
import { attribute } from '../../../convert/elements.ts';
import { htmlToMarkdown } from '../../../convert/html-to-markdown.ts';
import { linkTo } from '../../../convert/links.ts';
import { parseHtml } from '../../../convert/parse-html.ts';
import { destination, label } from '../calls/print.ts';
import { type AddressRules, newMedia } from './addresses.ts';
import type { Pieces } from './pieces.ts';
import { type ParsedMarkdown, type Range, rangeOf, visitNodes } from './parse-markdown.ts';
import type { Splice } from './splices.ts';
import { tagsOf } from './tags-of-html.ts';

/** Elements of a line that stories keep. */
const KEPT = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'br',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
    'ruby',
    'rb',
    'rp',
    'rt',
    's',
  ],
  ...['samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
]);

const KEPT_ATTRIBUTES = new Set(['id', 'class', 'lang', 'dir', 'title', 'href', 'cite', 'datetime']);

/** Names that HTML has others for now. */
const RENAMED: Readonly<Record<string, string>> = { strike: 's', acronym: 'abbr', tt: 'code' };

/** What is converted with all that is in it. */
const WHOLE = new Set([
  ...[
    'iframe',
    'script',
    'style',
    'video',
    'audio',
    'object',
    'embed',
    'svg',
    'canvas',
    'math',
    'noscript',
    'select',
    'textarea',
    'button',
    'input',
    'picture',
  ],
]);

/** Elements that only looked in some way. */
const LOOKS = new Set(['font', 'center', 'big', 'nobr', 'blink', 'marquee', 'label', 'form', 'source', 'data']);

const BLOCKS =
  /^(?:address|article|aside|blockquote|d[dlt]|div|fig(?:ure|caption)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|t(?:able|body|[dhr]|head|foot))$/;

/** The splices for HTML within lines: what stories keep stays, with new addresses; the rest becomes Markdown, or its words stay. */
export function inlineHtmlSplices(
  text: string,
  { tree }: ParsedMarkdown,
  rules: AddressRules & { readonly pieces: Pieces },
): readonly Splice[] {
  const splices: Splice[] = [];
  visitNodes(tree, (node, ancestors) => {
    if (
      !('children' in node) ||
      ![node, ...ancestors].some(({ type }) => type === 'paragraph' || type === 'heading' || type === 'tableCell')
    )
      return undefined;
    if (node.type === 'paragraph' && isOnlyHtml(node.children)) {
      const { start, end } = rangeOf(node);
      const markdown = rules.pieces.expand(htmlToMarkdown(text.slice(start, end), rules.context));
      splices.push({ start, end, text: rules.pieces.block(markdown, markdown.replace(/\s+/g, ' ')) });
      return false;
    }
    if ((node.children as readonly PhrasingContent[]).some(({ type }) => type === 'html'))
      splices.push(...splicesIn(text, node, rules));
    return undefined;
  });
  return splices;
}

/** Whether a paragraph has no words, but a picture or a player: `<a href="large.jpg"><img src="small.jpg"></a>`. */
function isOnlyHtml(children: readonly PhrasingContent[]): boolean {
  const isBlank = (child: PhrasingContent): boolean =>
    child.type === 'html' || child.type === 'break' || (child.type === 'text' && child.value.trim() === '');
  const names = children.flatMap((child) => (child.type === 'html' ? tagsOf(child.value) : [])).map(({ name }) => name);
  return names.some((name) => name === 'img' || WHOLE.has(name)) && children.every(isBlank);
}

function splicesIn(
  text: string,
  parent: Parents,
  rules: AddressRules & { readonly pieces: Pieces },
): readonly Splice[] {
  const splices: Splice[] = [];
  const nodes = (parent.children as readonly PhrasingContent[]).filter((child) => child.type === 'html');
  const closers = closersOf(nodes);
  let past = -1;
  for (const node of nodes) {
    const range = rangeOf(node);
    if (range.start < past) continue;
    const [tag] = tagsOf(node.value);
    if (!tag || tag.kind === 'comment') splices.push({ ...withSpace(text, range), text: '' });
    else if (WHOLE.has(tag.name)) {
      const end = closers.get(node) ?? range.end;
      past = end;
      const markdown =
        tag.kind === 'close' ? '' : rules.pieces.expand(htmlToMarkdown(text.slice(range.start, end), rules.context));
      const isLine = markdown === '' || (!markdown.includes('\n') && !/^(?::|!\[)/.test(markdown));
      splices.push({
        ...(markdown === '' ? withSpace(text, { start: range.start, end }) : { start: range.start, end }),
        text: isLine ? rules.pieces.inline(markdown) : rules.pieces.block(markdown, markdown.replace(/\s+/g, ' ')),
      });
    } else {
      const changed = newTag(node.value, tag.name, tag.kind === 'close', rules);
      if (changed !== node.value) splices.push({ ...range, text: changed });
    }
  }
  return splices;
}

/** What is left out, with the space before it where there is another behind, or the end of the line. */
function withSpace(text: string, { start, end }: Range): Range {
  const isSpace = text[start - 1] === ' ' && (end >= text.length || /\s/.test(text[end] ?? ''));
  return { start: isSpace ? start - 1 : start, end };
}

/** Where the element ends that a tag opens, for those that are converted whole. */
function closersOf(nodes: readonly Html[]): ReadonlyMap<Html, number> {
  const closers = new Map<Html, number>();
  const open = new Map<string, Html>();
  for (const node of nodes) {
    const [tag] = tagsOf(node.value);
    if (!tag || !WHOLE.has(tag.name)) continue;
    if (tag.kind === 'open' && !open.has(tag.name)) open.set(tag.name, node);
    const begun = tag.kind === 'close' ? open.get(tag.name) : undefined;
    if (!begun) continue;
    closers.set(begun, rangeOf(node).end);
    open.delete(tag.name);
  }
  return closers;
}

function newTag(
  source: string,
  name: string,
  isClosing: boolean,
  rules: AddressRules & { readonly pieces: Pieces },
): string {
  if (name === 'img') return picture(source, rules);
  const kept = Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
  if (KEPT.has(kept)) {
    if (isClosing) return kept === name ? source : `</${kept}>`;
    return keptTag(source, kept, rules);
  }
  if (BLOCKS.test(name)) return rules.pieces.block('', ' ');
  if (!LOOKS.has(name) && !isClosing)
    rules.context.note({
      kind: 'changed',
      what: `HTML \`<${name.slice(0, 40)}>\``,
      advice: 'the words in it stand without it',
      detail: source,
    });
  return '';
}

/** A tag with what stories keep of it; as it was written where that is all. */
function keptTag(source: string, name: string, rules: AddressRules): string {
  const [element] = parseHtml(source).tree.children;
  if (element?.type !== 'element') return name === 'br' || name === 'wbr' ? `<${name}>` : source;
  const written = Object.keys(element.properties).map((key) => ({
    key,
    name: HTML_NAMES.get(key) ?? key.toLowerCase(),
  }));
  const id = attribute(element, 'id') ?? (name === 'a' ? attribute(element, 'name') : undefined);
  let isChanged = name !== element.tagName;
  const attributes = new Map<string, string>();
  for (const { key, name: shown } of written) {
    if (!KEPT_ATTRIBUTES.has(shown)) isChanged = true;
    else attributes.set(shown, attribute(element, key) ?? '');
  }
  if (id !== undefined) attributes.set('id', id);
  const href = attributes.get('href');
  if (href !== undefined) {
    const to = linkTo(rules.readAddress(href), rules.context);
    if (to !== href) isChanged = true;
    if (to === undefined) attributes.delete('href');
    else attributes.set('href', to);
  }
  if (!isChanged) return source;
  const printed = [...attributes].map(
    ([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
  );
  return `<${name}${printed.join('')}>`;
}

const HTML_NAMES: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['classname', 'class'],
  ['dateTime', 'datetime'],
]);

function picture(source: string, { context, readAddress, pieces }: AddressRules & { readonly pieces: Pieces }): string {
  const [element] = parseHtml(source).tree.children;
  if (element?.type !== 'element') return '';
  const alt = attribute(element, 'alt')?.replace(/\s+/g, ' ').trim() ?? '';
  const written = attribute(element, 'src') ?? attribute(element, 'dataSrc');
  const src = written === undefined ? undefined : newMedia(readAddress(written), context);
  if (src === undefined) return pieces.inline(label(alt));
  const title = attribute(element, 'title')?.replace(/\s+/g, ' ').trim();
  return pieces.inline(`![${label(alt)}](${destination(src)}${title ? ` "${title.replace(/["\\]/g, '\\$&')}"` : ''})`);
}
