import type { TextContext } from '../../../archive.ts';
import { type CallTools, printKnownCall } from '../calls/known-calls.ts';
import { dedented, fence } from '../calls/print.ts';
import { evaluate } from '../calls/expressions.ts';
import { type Call, type CallPrinter, renderCalls } from '../calls/render-calls.ts';
import type { Syntax, LookUp } from '../calls/tag.ts';
import { addressSplices, codeRanges, type ReadAddress } from './addresses.ts';
import { figureSplices } from './figures.ts';
import { withoutForeignDirectives } from './foreign-directives.ts';
import { withoutKramdownCommands } from './kramdown.ts';
import { headingSplices } from './headings.ts';
import { htmlBlockSplices } from './html-blocks.ts';
import { inlineHtmlSplices } from './inline-html.ts';
import { withoutMarkdownHolders } from './markdown-holders.ts';
import { type ParsedMarkdown, parseMarkdown, rangeOf, visitNodes } from './parse-markdown.ts';
import { type Pieces, piecesFor } from './pieces.ts';
import { applySplices, type Splice } from './splices.ts';

/** What a text is written in, and what it may name. */
export interface TextRules {
  /** The commands of its system; `undefined` for plain Markdown. */
  readonly syntax: Syntax | undefined;
  /** A heading of the first level that repeats it is left out. */
  readonly title: string;
  /** Reads how the system writes addresses: `@/posts/a.md`. */
  readonly readAddress: ReadAddress;
  /** The address of a text that a command names; `undefined` if there is none. */
  reference(name: string, language: string | undefined): string | undefined;
  /** The address of a file that a text names by its name; `undefined` if there is none. */
  file(name: string): string | undefined;
  /** A plain value of the text's front matter or of the site: `page.title`. */
  readonly value: LookUp;
}

/** What begins links, pictures, HTML and headings of the first level: a text without any is not taken apart. */
const ANYTHING = /[[<]|:\/\/|www\.|\{::|#(?:[ \t]|$)|^[ \t>]*(?:=+[ \t]*$|::)/im;

/**
 * Markdown of another system as Broadsheet's: links and media as the context has them, commands and HTML as Markdown. What need not be changed
 * stays byte for byte.
 */
export function rewriteMarkdown(text: string, rules: TextRules, context: TextContext): string {
  if (!ANYTHING.test(text) && (!rules.syntax || text.search(rules.syntax.opening) < 0)) return text;
  const pieces = piecesFor(text);
  const parsed = parseMarkdown(text);
  if ('reason' in parsed) {
    context.note({
      kind: 'look',
      what: 'text that cannot be taken apart',
      advice: 'it stands as it was, with its old links, pictures and commands',
      detail: parsed.reason,
    });
    return text;
  }
  const uncommented = withoutKramdownCommands(text, codeRanges(parsed.tree, true, text));
  const read = uncommented === text ? parsed : parseMarkdown(uncommented);
  if ('reason' in read) return text;
  const own = withoutForeignDirectives(uncommented, codeRanges(read.tree, true, uncommented));
  const first = own === uncommented ? read : parseMarkdown(own);
  if ('reason' in first) return text;
  const plain = withoutMarkdownHolders(printCalls(own, first, { rules, context, pieces }), pieces);
  const whole = plain === own ? first : parseMarkdown(plain);
  if ('reason' in whole) return pieces.expand(plain);
  const tools = {
    context,
    pieces,
    readAddress: rules.readAddress,
    line: (markdown: string) => rewriteLine(markdown, rules, context),
  };
  const figures = figureSplices(plain, whole, tools);
  const splices = [
    ...headingSplices(plain, whole, rules.title),
    ...codeSplices(plain, whole),
    ...htmlBlockSplices(plain, whole, tools),
    ...inlineHtmlSplices(plain, whole, tools),
    ...figures.splices,
    ...addressSplices(plain, whole, tools, figures.unwrapped),
    ...inlineSplices(plain, whole, pieces),
  ];
  const result = pieces.expand(applySplices(plain, splices));
  if (result === text) return text;
  const begun = result.replace(/^(?:[ \t]*\n)+/, '');
  return text.endsWith('\n') ? begun : begun.replace(/\n+$/, '');
}

/** Indented code whose first line names its language, as Python-Markdown has it: `:::python`. */
function codeSplices(text: string, { tree }: ParsedMarkdown): readonly Splice[] {
  return tree.children.flatMap((node): readonly Splice[] => {
    if (node.type !== 'code' || /[`~]/.test(text.slice(rangeOf(node).start).trimStart().slice(0, 1))) return [];
    const [, language, code] = /^:::([\w+#-]+)[ \t]*\n([\s\S]*)$/.exec(node.value) ?? [];
    return language === undefined || code === undefined ? [] : [{ ...rangeOf(node), text: fence(code, language) }];
  });
}

/** A line of Markdown, such as a caption, with its links as they are to be. */
function rewriteLine(line: string, rules: TextRules, context: TextContext): string {
  const parsed = /[[<:@]/.test(line) ? parseMarkdown(line) : undefined;
  if (!parsed || 'reason' in parsed) return line;
  const pieces = piecesFor(line);
  const tools = { context, pieces, readAddress: rules.readAddress };
  const splices = [...inlineHtmlSplices(line, parsed, tools), ...addressSplices(line, parsed, tools, new Set())];
  return pieces.expandInline(applySplices(line, splices));
}

/** Where no block can be, pieces that are blocks have another form. */
function inlineSplices(text: string, { tree }: ParsedMarkdown, pieces: Pieces): readonly Splice[] {
  const splices: Splice[] = [];
  visitNodes(tree, (node) => {
    if (!['heading', 'tableCell', 'link', 'linkReference', 'emphasis', 'strong', 'delete'].includes(node.type))
      return undefined;
    const range = rangeOf(node);
    splices.push(...pieces.inlineSplices(text, range));
    return false;
  });
  return splices;
}

/** What calls are printed with. */
interface CallRules {
  readonly rules: TextRules;
  readonly context: TextContext;
  readonly pieces: Pieces;
}

function printCalls(text: string, { tree }: ParsedMarkdown, tools: CallRules): string {
  const { syntax } = tools.rules;
  if (!syntax || text.search(syntax.opening) < 0) return text;
  return renderCalls(text, syntax, codeRanges(tree, syntax.hasIndentedCode, text), printerOf(syntax, tools));
}

/** Prints the calls of a text as Markdown. */
export function printerOf(syntax: Syntax, { rules, context, pieces }: CallRules): CallPrinter {
  const tools: CallTools = {
    pieces,
    line: (markdown) => rewriteLine(markdown, rules, context),
    note: (note) => context.note(note),
    media: (address) => context.media(rules.readAddress(address)),
    value: rules.value,
    file: rules.file,
    reference: (name, language) => {
      const address = rules.reference(name, language);
      if (address !== undefined) return encodeURI(address).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
      context.note({
        kind: 'look',
        what: 'reference to a text that is not there',
        advice: 'its link leads nowhere, or its words stand without it',
        detail: name,
      });
      return undefined;
    },
  };
  const gone = (kind: 'lost' | 'changed', what: string, advice: string, detail: string): string => {
    context.note({ kind, what, advice, detail });
    return '';
  };
  return {
    call: (call) =>
      printMapped(call, context, pieces) ?? printKnownCall(call, tools) ?? unknownCall(call, syntax, context, tools),
    value: (expression, source) => {
      const value = evaluate(expression, rules.value);
      if (value !== undefined) return value;
      context.note({
        kind: 'lost',
        what: 'expression of a template',
        advice: 'nothing stands in its place',
        detail: source,
      });
      return '';
    },
    control: (name, _rest, source) =>
      /^(?:else|end|break|continue)/.test(name)
        ? ''
        : gone('changed', `command \`${syntax.shown(name)}\``, 'it is not run; the words within it are kept', source),
    literal: (shown) =>
      shown.replace(/^\{\{?/, (signs) => signs.replaceAll('{', '\\{')).replace(/<(?=[A-Za-z/!?])/g, '\\<'),
    gap: () => pieces.block('', ''),
    stray: (source) =>
      /^<\//.test(source) ? '' : gone('changed', 'end of a command that never began', 'it is left out', source),
  };
}

/** What the mapping file has for a call. */
function printMapped(call: Call, context: TextContext, pieces: Pieces): string | undefined {
  const mapped = context.shortcode({ name: call.name, attributes: call.attributes, content: call.content });
  if (mapped === undefined) return undefined;
  const isBlock = mapped.includes('\n') || /^(?::::?[a-z]|!\[|#|>|[-*+] )/.test(mapped);
  const apart = isBlock ? pieces.block('', '') : '';
  return `${apart}${mapped}${apart}`;
}

function unknownCall(call: Call, syntax: Syntax, context: TextContext, { pieces, line }: CallTools): string {
  const { name, content, source } = call;
  context.note({
    kind: content === undefined || content.trim() === '' ? 'lost' : 'changed',
    what: `shortcode \`${syntax.shown(name.slice(0, 60))}\``,
    advice:
      'only its title and the words between its beginning and its end are kept; say in a mapping file what is to stand in its place',
    detail: source,
  });
  const apart = pieces.block('', '');
  if (content === undefined) return '';
  // Where indented lines are no code, those within a component are mostly indented.
  const inner = syntax.hasIndentedCode ? content : dedented(content);
  const { title, by } = wordsAround(call);
  if (title === undefined && by === undefined) return inner.includes('\n') ? `${apart}${inner}${apart}` : inner;
  const [over, under] = [
    title === undefined ? '' : `**${line(title)}**\n\n`,
    by === undefined ? '' : `\n\n— ${line(by)}`,
  ];
  return `${apart}${over}${inner.trim()}${under}${apart}`;
}

/** What only shows in some other way what stands within a line. */
const WITHIN_LINE =
  /^(?:a|abbr|badge|button|btn|cite|color|colour|em|footnote|fn|highlight|icon|kbd|link|mark|note|ref|sidenote|small|span|strong|sub|sup|tooltip)$/i;

/** What readers saw over and under the words of a box, which its beginning says: a title, and who said it. */
function wordsAround({ name, attributes, content = '' }: Call): {
  readonly title: string | undefined;
  readonly by: string | undefined;
} {
  const isBox = content.includes('\n') || !WITHIN_LINE.test(name);
  if (!isBox || content.trim() === '') return { title: undefined, by: undefined };
  const said = (names: readonly string[], fits: RegExp): string | undefined =>
    names.map((one) => attributes[one]?.trim()).find((value) => value !== undefined && fits.test(value));
  const title =
    said(['title', 'heading', 'header', 'summary', 'question'], /\p{L}/u) ??
    // Without a name, words are more than one, or begin as sentences do: `tip` and `left` say how it looked.
    said(['name', 'label', '0', '1'], /^\p{Lu}\p{L}|\p{L}\s+\p{L}|^[^\p{ASCII}]/u);
  return { title, by: /quote$/i.test(name) ? said(['author', 'cite', 'source', 'by'], /\p{L}/u) : undefined };
}
