import type { Emphasis, Nodes, Paragraph, PhrasingContent, Strong, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { type DirectiveNode, type FigureNode, RAW, type RawNode } from './markdown-nodes.ts';

/** Signs of Broadsheet's Markdown that CommonMark does not have; words that have them get a backslash. */
const UNSAFE: NonNullable<Options['unsafe']> = [
  { character: ':', after: ':', atBreak: true },
  { character: '{', inConstruct: 'phrasing' },
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '~', inConstruct: 'phrasing' },
  { character: '^', inConstruct: 'phrasing' },
  { character: '$', after: '\\$', inConstruct: 'phrasing' },
  { character: '|', atBreak: true },
];

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '*',
  ruleRepetition: 3,
  incrementListMarker: true,
  // Addresses in the text are left as they are: they become links.
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown(),
    gfmTaskListItemToMarkdown(),
  ],
  unsafe: UNSAFE,
};

/** A tree of Markdown as text, with an end of a line at its end. */
export function printMarkdown(tree: Nodes): string {
  return toMarkdown(tree, { ...OPTIONS, handlers: HANDLERS });
}

/** What stands within one line. */
export function printLine(children: readonly PhrasingContent[]): string {
  const paragraph: Paragraph = { type: 'paragraph', children: [...children] };
  return printMarkdown(paragraph)
    .replace(/\\?\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Words that cannot be taken for markup, which nearly all are: letters, digits and punctuation that means nothing in Markdown, with none at the beginning that would
 * at that of a line. To know so of a text takes a fraction of what looking for all signs does.
 */
const PLAIN = /^[ \p{L}\p{M}“”‘’"'…—–,;?/%][ \p{L}\p{M}\p{N}“”‘’"'…—–,;:?!./%()-]*$/u;

/** Whether words are the same in Markdown, wherever they stand in a line. */
export function isPlain(words: string): boolean {
  // What follows a `!` may be a link.
  return PLAIN.test(words) && !words.endsWith('!');
}

const printText: Handle = (node: Text, _parent, state, info) => {
  const { value } = node;
  // A space at the end of a line or at its beginning would be lost.
  const isAtEdge =
    (value.startsWith(' ') && /^$|[\r\n]$/.test(info.before)) ||
    (value.endsWith(' ') && /^(?:$|[\r\n])/.test(info.after));
  return !isAtEdge && isPlain(value) ? value : state.safe(value, info);
};

const printFigure: Handle = (node: FigureNode, _parent, state, info) => {
  const { src, alt, caption, credit, reach } = node.facts;
  const image = state.handle(
    { type: 'image', url: src, alt: alt ?? '', title: caption || null },
    undefined,
    state,
    info,
  );
  const signs = [
    ...(alt === '' ? ['decorative'] : []),
    ...(reach ? [`.${reach}`] : []),
    ...(credit ? [`credit=${quoted(credit)}`] : []),
  ];
  return signs.length > 0 ? `${image}{${signs.join(' ')}}` : image;
};

const printDirective: Handle = (node: DirectiveNode, _parent, state, info) => {
  const given = Object.entries(node.attributes).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    return [value === true ? name : `${name}=${quoted(value)}`];
  });
  const signs = given.length > 0 ? `{${given.join(' ')}}` : '';
  if (node.children === undefined) return `::${node.name}${signs}`;
  const exit = state.enter('directive' as 'blockquote');
  const isList = node.name === 'gallery' && node.children.every(({ type }) => type === ('figure' as string));
  const inner = isList
    ? node.children.map((child) => state.handle(child, undefined, state, info)).join('\n')
    : state.containerFlow(node as never, info);
  exit();
  return `:::${node.name}${signs}\n${inner}\n:::`;
};

/** What stands in a line as it is, such as a tag of HTML. */
const printRaw = Object.assign((node: RawNode): string => node.value, { peek: () => '<' }) satisfies Handle;

/**
 * Emphasis in scripts without spaces needs none around it in Broadsheet's Markdown; elsewhere the letters around it are written as entities where
 * CommonMark would not see it.
 */
function printEmphasis(marks: string, otherwise: Handle): Handle {
  const print: Handle = (node: Emphasis | Strong, parent, state, info) => {
    if (!WITHOUT_SPACES.test(info.before.slice(-1)) && !WITHOUT_SPACES.test(info.after.slice(0, 1)))
      return otherwise(node, parent, state, info);
    const exit = state.enter(node.type);
    const inner = state.containerPhrasing(node, { ...info, before: marks, after: marks });
    exit();
    return `${marks}${inner}${marks}`;
  };
  return Object.assign(print, { peek: () => '*' });
}

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

const HANDLERS = {
  [RAW]: printRaw,
  text: printText,
  emphasis: printEmphasis('*', defaultHandlers.emphasis),
  strong: printEmphasis('**', defaultHandlers.strong),
  figure: printFigure,
  directive: printDirective,
} as NonNullable<Options['handlers']>;

/** A value of an attribute. There is no way to write both kinds of quotes within it. */
function quoted(value: string): string {
  const line = value.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (!line.includes('"')) return `"${line}"`;
  return line.includes("'") ? `"${line.replaceAll('"', '”')}"` : `'${line}'`;
}
