import type { Element, ElementContent, Root } from 'hast';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent, Root as MarkdownRoot, RootContent } from 'mdast';
import { recordingTypeOf } from '../../../domain/media/files.ts';
import type { TextContext } from '../archive.ts';
import {
  attribute,
  DIRECTIVE,
  FIGURE,
  findAll,
  isBlank,
  isElement,
  NOTE,
  NOTE_REFERENCE,
  PLACE,
  wordsIn,
} from './elements.ts';
import { embedAddress } from './embed-address.ts';
import { factsOf, sourceOf } from './figures.ts';
import { KEPT_INLINE, openingTag, printKeptBlock } from './kept-html.ts';
import { linkOf } from './links.ts';
import { type DirectiveNode, type FigureNode, RAW, type RawNode } from './markdown-nodes.ts';
import { HEADINGS, markPlaces, PLAIN_NAME } from './places.ts';
import { isPlainTable } from './tables.ts';
import { tidyTree } from './tidy-tree.ts';

/** A cleaned tree of HTML as a tree of Markdown. */
export function markdownTree(tree: Root, context: TextContext): MarkdownRoot {
  const named = new Set(
    findAll(tree, ({ tagName }) => tagName === 'a').flatMap(
      (link) => /^#(.+)/.exec(attribute(link, 'href') ?? '')?.[1] ?? [],
    ),
  );
  markPlaces(tree, named);
  // What is empty counts as no word, and of the spaces on both sides of it one would go.
  for (const mark of findAll(tree, ({ tagName }) => tagName === NOTE_REFERENCE))
    mark.children = [{ type: 'text', value: '1' }];
  const hasTitle = findAll(tree, ({ tagName }) => tagName === 'h1').length > 0;
  const result = toMdast(tree, {
    document: true,
    handlers: { ...handlersFor(context), ...headings(hasTitle, named) } as Record<string, Handle>,
  });
  tidyTree(result);
  return result as MarkdownRoot;
}

function handlersFor(context: TextContext): Record<string, Handle> {
  return {
    ...INLINE,
    span: keepSpan,
    tt: (state, node) => defaultHandlers.code(state, node),
    a: (state, node) => linkFor(state, node, context),
    img: (_state, node) => inlinePicture(node, context),
    pre: (state, node) => codeFor(state, node),
    table: (state, node) =>
      isPlainTable(node) && hasHead(node) ? defaultHandlers.table(state, node) : html(printKeptBlock(node, context)),
    dl: (state, node) => definitionsFor(state, node, context),
    details: (state, node) => detailsFor(state, node),
    [PLACE]: (_state, node) => raw(`${openingTag({ ...node, tagName: 'a' }, ['id'])}</a>`),
    [FIGURE]: (_state, node) => figureFor(node, context),
    [DIRECTIVE]: (state, node) => directiveFor(state, node, context),
    [NOTE_REFERENCE]: (_state, node) => {
      const label = attribute(node, 'label') ?? '';
      return { type: 'footnoteReference', identifier: label, label };
    },
    [NOTE]: (state, node) => {
      const label = attribute(node, 'label') ?? '';
      return { type: 'footnoteDefinition', identifier: label, label, children: state.toFlow(state.all(node)) } as Nodes;
    },
  };
}

function html(value: string): Nodes | undefined {
  return value === '' ? undefined : { type: 'html', value };
}

function raw(value: string): Nodes {
  return { type: RAW, value } satisfies RawNode as unknown as Nodes;
}

function keepInline(names: readonly string[]): Handle {
  return (state, node) => {
    if (isBlank(node)) return state.all(node);
    return [raw(openingTag(node, names)), ...(state.all(node) as Nodes[]), raw(`</${node.tagName}>`)];
  };
}

const INLINE = Object.fromEntries(Object.entries(KEPT_INLINE).map(([name, names]) => [name, keepInline(names)]));

const keepSpan: Handle = (state, node) => {
  const language = attribute(node, 'lang') ?? attribute(node, 'dir');
  return language === undefined || isBlank(node)
    ? state.all(node)
    : keepInline(['lang', 'dir'])(state, node, undefined);
};

/** Headings: the headline is the only one of the first level, so all move down where there is another. Places that links lead to keep their names. */
function headings(hasTitle: boolean, named: ReadonlySet<string>): Record<string, Handle> {
  const handle: Handle = (state, node) => {
    if (isBlank(node)) return undefined;
    const level = Number(node.tagName.slice(1)) + (hasTitle ? 1 : 0);
    const depth = Math.min(6, Math.max(2, level)) as 2 | 3 | 4 | 5 | 6;
    const ids = [node, ...findAll(node, () => true)].map((found) => attribute(found, 'id') ?? attribute(found, 'name'));
    const id = ids.find((name) => name !== undefined && named.has(name));
    const children = state
      .all(node)
      .map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child)) as PhrasingContent[];
    const isPlain = id !== undefined && PLAIN_NAME.test(id);
    const mark: PhrasingContent[] = isPlain ? [raw(` {#${id}}`) as PhrasingContent] : [];
    return { type: 'heading', depth, children: [...children, ...mark] };
  };
  return Object.fromEntries(HEADINGS.map((name) => [name, handle]));
}

function linkFor(state: State, node: Element, context: TextContext): Nodes[] | Nodes {
  const children = state.all(node) as Nodes[];
  const url = linkOf(node, context);
  if (url === undefined || isBlank(node)) return children;
  const title = attribute(node, 'title')?.replace(/\s+/g, ' ').trim();
  const words = wordsIn(node).trim();
  return {
    type: 'link',
    url,
    title: title === undefined || title === '' || title === words ? null : title,
    children: children as PhrasingContent[],
  };
}

/** A picture in a cell of a table. */
function inlinePicture(node: Element, context: TextContext): Nodes | undefined {
  const source = sourceOf(node);
  const alt = attribute(node, 'alt')?.replace(/\s+/g, ' ').trim() ?? '';
  const url = source === undefined ? undefined : context.media(source);
  if (url !== undefined) return { type: 'image', url, alt, title: null };
  return alt === '' ? undefined : { type: 'text', value: alt };
}

/** As classes name it: `language-js`, `lang-js`, `brush: js; toolbar: false`, `highlight-source-js`. */
const LANGUAGE = /(?:^| )(?:language|lang|brush|highlight-source|sourceCode)(?:-|: ?| )([A-Za-z0-9+#.-]+)/;

/** Code: of a listing with numbers of lines beside it only the lines. */
function codeFor(_state: State, node: Element): Nodes | undefined {
  const inner = [node, ...findAll(node, () => true)];
  const language = inner
    .flatMap((found) => [
      attribute(found, 'dataLang'),
      attribute(found, 'dataLanguage'),
      LANGUAGE.exec(attribute(found, 'className') ?? '')?.[1],
    ])
    .find((name) => name !== undefined && name !== '');
  const value = codeIn(node).replace(/^\n|\n+$/g, '');
  return value.trim() === '' ? undefined : { type: 'code', lang: language ?? null, meta: null, value };
}

function codeIn(node: Element): string {
  let code = '';
  const waiting: ElementContent[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') code += next.value;
    if (isElement(next, 'br')) code += '\n';
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return code.replace(/\r\n?/g, '\n');
}

function hasHead(table: Element): boolean {
  const cells = findAll(table, ({ tagName }) => tagName === 'tr')[0]?.children ?? [];
  return cells.some((cell) => isElement(cell, 'th')) && !cells.some((cell) => isElement(cell, 'td'));
}

/** A list of terms; where one holds more than words, its parts one below the other. */
function definitionsFor(state: State, node: Element, context: TextContext): Nodes[] | Nodes | undefined {
  if (findAll(node, ({ tagName }) => [FIGURE, DIRECTIVE, NOTE_REFERENCE, 'pre'].includes(tagName)).length === 0)
    return html(printKeptBlock(node, context));
  return node.children.flatMap((child): Nodes[] => {
    if (!isElement(child, 'dt')) return state.all({ type: 'root', children: [child] }) as Nodes[];
    return [{ type: 'paragraph', children: [{ type: 'strong', children: state.all(child) as PhrasingContent[] }] }];
  });
}

function detailsFor(state: State, node: Element): Nodes[] {
  const summary = node.children.find((child): child is Element => isElement(child, 'summary'));
  const others: Element = { ...node, children: node.children.filter((child) => child !== summary) };
  const words = summary ? wordsIn(summary).replace(/\s+/g, ' ').trim() : '';
  const title = escapeText(words);
  return [
    { type: 'html', value: words === '' ? '<details>' : `<details>\n<summary>${title}</summary>` },
    ...(state.toFlow(state.all(others)) as Nodes[]),
    { type: 'html', value: '</details>' },
  ];
}

function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Nobody but who sees it can say what a picture shows. */
export const WITHOUT_ALT = {
  kind: 'look',
  what: 'picture without words for readers who cannot see it',
  advice: 'say what it shows: in `alt`, or between `![` and `]`',
} as const;

function figureFor(node: Element, context: TextContext): Nodes | undefined {
  const facts = factsOf(node);
  const url = context.media(facts.src);
  if (facts.alt === undefined && url !== undefined) context.note({ ...WITHOUT_ALT, detail: url });
  if (url !== undefined)
    return { type: 'figure', facts: { ...facts, src: url } } satisfies FigureNode as unknown as Nodes;
  const words = [
    ...textFor(facts.alt),
    ...(facts.caption ? [raw(facts.caption) as PhrasingContent] : []),
    ...textFor(facts.credit),
  ].flatMap((part, index) => (index === 0 ? [part] : [...textFor(' '), part]));
  return words.length === 0 ? undefined : { type: 'paragraph', children: words };
}

function textFor(value: string | undefined): readonly PhrasingContent[] {
  return value ? [{ type: 'text', value }] : [];
}

function directiveFor(state: State, node: Element, context: TextContext): Nodes | undefined {
  const name = attribute(node, 'name') ?? '';
  const attributes = JSON.parse(attribute(node, 'attributes') ?? '{}') as DirectiveNode['attributes'];
  const children =
    attribute(node, 'block') === undefined ? undefined : (state.toFlow(state.all(node)) as RootContent[]);
  const resolved = children === undefined ? resolve({ name, attributes }, context) : { name, attributes };
  if (!resolved) return undefined;
  return {
    type: 'directive',
    ...resolved,
    ...(children ? { children } : {}),
  } satisfies DirectiveNode as unknown as Nodes;
}

type Leaf = Pick<DirectiveNode, 'name' | 'attributes'>;

/** Players and cards with the addresses of the new site; one that has no file here leads to where it is. */
function resolve({ name, attributes }: Leaf, context: TextContext): Leaf | undefined {
  if (name === 'embed') {
    const written = String(attributes['url'] ?? '');
    const url = embedAddress(written, context);
    if (url !== undefined) return { name, attributes: { ...attributes, url } };
    context.note({
      kind: 'lost',
      what: 'embed without an address of the web',
      advice: 'put back by hand what is missed',
      detail: written,
    });
    return undefined;
  }
  if (name !== 'audio' && name !== 'video') return { name, attributes };
  const written = String(attributes['src'] ?? '');
  const kind = recordingTypeOf(written.split(/[?#]/, 1)[0] ?? '')?.kind;
  const src = kind === undefined ? undefined : context.media(written);
  if (kind === undefined || src === undefined)
    return resolve({ name: 'embed', attributes: { url: written, title: attributes['title'] } }, context);
  const media = (value: string | true | undefined): string | undefined =>
    typeof value === 'string' ? context.media(value) : undefined;
  return {
    name: kind,
    attributes: { ...attributes, src, poster: media(attributes['poster']), captions: media(attributes['captions']) },
  };
}
