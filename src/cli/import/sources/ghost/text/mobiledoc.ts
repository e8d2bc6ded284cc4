import type { ElementContent } from 'hast';
import type { TextContext } from '../../../archive.ts';
import { element } from '../../../convert/elements.ts';
import { field, isRow, type Row, withoutControls } from '../fields.ts';
import { type Html, inBlocks, NONE, textIn } from './cards.ts';
import { type Formatted, inFormats } from './formats.ts';
import { readCard } from './payloads.ts';

/** What sections of a mobiledoc begin with. */
const [MARKUP_SECTION, IMAGE_SECTION, LIST_SECTION, CARD_SECTION] = [1, 2, 3, 10];

const LIST = ['ul', 'ol'];
const BLOCKS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const MARKUPS: Readonly<Record<string, string>> = {
  ...{ strong: 'strong', b: 'strong', em: 'em', i: 'em', s: 's', strike: 's', del: 's', u: 'u', code: 'code' },
  ...{ sub: 'sub', sup: 'sup', mark: 'mark' },
};

type List = readonly unknown[];

interface Mobiledoc {
  readonly markups: List;
  readonly atoms: List;
  readonly cards: List;
}

/**
 * A tree of Ghost's older editor (mobiledoc 0.3) as HTML.
 *
 * @returns `undefined` if it is none.
 */
export function mobiledocAsHtml(tree: unknown, context: TextContext): Html | undefined {
  if (!isRow(tree) || !Array.isArray(field(tree, 'sections')) || !Array.isArray(field(tree, 'markups')))
    return undefined;
  const document = { markups: listIn(tree, 'markups'), atoms: listIn(tree, 'atoms'), cards: listIn(tree, 'cards') };
  return inBlocks(listIn(tree, 'sections').flatMap((section) => readSection(listOf(section), document, context)));
}

function readSection(section: List, document: Mobiledoc, context: TextContext): Html {
  const [kind, second, third] = section;
  if (kind === CARD_SECTION) {
    const [name, payload] = listOf(document.cards[Number(second)]);
    return typeof name === 'string' ? readCard(name, isRow(payload) ? payload : {}, context) : NONE;
  }
  if (kind === IMAGE_SECTION) return typeof second === 'string' ? readCard('image', { src: second }, context) : NONE;
  if (kind === LIST_SECTION) {
    const items = listOf(third).map((item) => element('li', {}, readMarkers(listOf(item), document)));
    return [element(LIST.includes(String(second)) ? String(second) : 'ul', {}, items)];
  }
  // What begins with something else is words, if it has any.
  const words = readMarkers(listOf(third ?? second), document);
  if (kind !== MARKUP_SECTION) return inBlocks(words);
  if (second === 'blockquote' || second === 'aside' || second === 'pull-quote')
    return [element('blockquote', {}, inBlocks(words))];
  return words.length === 0 ? NONE : [element(BLOCKS.includes(String(second)) ? String(second) : 'p', {}, words)];
}

/** Words with the markups that are open around them: each marker says which begin, and how many end behind it. */
function readMarkers(markers: List, document: Mobiledoc): Html {
  const open: number[] = [];
  const links: { readonly href: string | undefined; items: Formatted[] }[] = [];
  const add = (href: string | undefined, item: Formatted): void => {
    const last = links.at(-1);
    if (last && last.href === href) last.items.push(item);
    else links.push({ href, items: [item] });
  };
  for (const marker of markers.map(listOf)) {
    const [kind, begin, end, value] = marker;
    // One that opens nothing may be many, so that there is an end to it.
    for (const index of listOf(begin)) if (open.length < 100) open.push(Number(index));
    const around = open.map((index) => listOf(document.markups[index]));
    const href = around.map(hrefOf).find((address) => address !== undefined);
    const formats = [...new Set(around.flatMap(([name]) => formatOf(name)))];
    const node = kind === 1 ? readAtom(listOf(document.atoms[Number(value)])) : wordsIn(value);
    if (node) add(href, { node, formats: node.type === 'element' ? 'any' : formats });
    const closed = Math.max(0, Math.min(open.length, Number(end) || 0));
    open.splice(open.length - closed, closed);
  }
  return inFormatsAndLinks(links);
}

/** Formats around links where all of a link has them, otherwise within. */
function inFormatsAndLinks(
  links: readonly { readonly href: string | undefined; readonly items: readonly Formatted[] }[],
): Html {
  const parts = links.flatMap(({ href, items }): readonly Formatted[] =>
    href === undefined ? items : [{ node: element('a', { href }, inFormats(items)), formats: [] }],
  );
  return inFormats(parts);
}

function formatOf(name: unknown): readonly string[] {
  const format =
    typeof name === 'string' && Object.hasOwn(MARKUPS, name.toLowerCase()) ? MARKUPS[name.toLowerCase()] : undefined;
  return format === undefined ? [] : [format];
}

function hrefOf([name, attributes]: List): string | undefined {
  const list = listOf(attributes);
  const at = name === 'a' || name === 'A' ? list.indexOf('href') : -1;
  const href = at < 0 ? undefined : list[at + 1];
  return typeof href === 'string' && href.trim() !== '' ? href.trim() : undefined;
}

/** An end of a line, or something of an editor's that has words. */
function readAtom([name, words]: List): ElementContent | undefined {
  return name === 'soft-return' ? element('br', {}) : wordsIn(words);
}

function wordsIn(value: unknown): ElementContent | undefined {
  return typeof value === 'string' ? textIn(withoutControls(value))[0] : undefined;
}

function listIn(tree: Row, name: string): List {
  return listOf(field(tree, name));
}

function listOf(value: unknown): List {
  return Array.isArray(value) ? value : [];
}
