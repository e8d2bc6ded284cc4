import type { Range } from '../text/parse-markdown.ts';
import { type Attributes, endsIn, type Syntax, type Tag } from './tag.ts';

/** A call as whoever prints it is told of it. */
export interface Call {
  readonly name: string;
  readonly attributes: Attributes;
  /** What stands between its beginning and its end, already printed; of one that is `verbatim` as it is. */
  readonly content: string | undefined;
  /** Its beginning, as it was written. */
  readonly source: string;
}

/** What becomes of the tags of a text. Each gives Markdown. */
export interface CallPrinter {
  call(call: Call): string;
  value(expression: string, source: string): string;
  control(name: string, rest: string, source: string): string;
  /** A tag that readers are to see; within code it is printed by nobody, and stands as it is. */
  literal(text: string): string;
  /** An end of something that never began. */
  stray(source: string): string;
  /** What stands for a line that had nothing but a tag of which nothing is left. */
  gap(): string;
}

/**
 * A text with its tags printed.
 *
 * @param code Where tags are part of a code that is shown, in the order of the text.
 */
export function renderCalls(text: string, syntax: Syntax, code: readonly Range[], printer: CallPrinter): string {
  const tags = scan(text, syntax, code);
  if (tags.length === 0) return text;
  const pairs = pairsOf(tags);
  const open: { readonly tag: number; readonly parts: string[] }[] = [];
  let parts: string[] = [];
  let from = 0;
  for (const [index, tag] of tags.entries()) {
    parts.push(text.slice(from, tag.start));
    from = tag.end;
    const source = text.slice(tag.start, tag.kind === 'verbatim' ? Math.min(tag.end, tag.start + 200) : tag.end);
    if (tag.kind === 'open' && pairs.has(index)) {
      open.push({ tag: index, parts });
      parts = [];
    } else if (tag.kind === 'close') {
      const begun = open.at(-1);
      if (begun && pairs.get(begun.tag) === index) {
        open.pop();
        const content = parts.join('');
        parts = begun.parts;
        parts.push(printPair(tags[begun.tag], content, text, printer));
      } else parts.push(printer.stray(source));
    } else parts.push(printSingle(tag, source, printer) || (isAlone(text, tag) ? printer.gap() : ''));
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Whether a line has only white space beside a tag. */
function isAlone(text: string, { start, end }: Range): boolean {
  let [before, after] = [start - 1, end];
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  while (text[after] === ' ' || text[after] === '\t') after += 1;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

function printPair(tag: Tag | undefined, content: string, text: string, printer: CallPrinter): string {
  if (tag?.kind !== 'open') return content;
  return printer.call({ name: tag.name, attributes: tag.attributes, content, source: text.slice(tag.start, tag.end) });
}

function printSingle(tag: Tag & { readonly isInCode: boolean }, source: string, printer: CallPrinter): string {
  switch (tag.kind) {
    case 'open':
    case 'single':
      return printer.call({ name: tag.name, attributes: tag.attributes, content: undefined, source });
    case 'verbatim':
      return printer.call({ name: tag.name, attributes: tag.attributes, content: tag.body, source });
    case 'value':
      return printer.value(tag.expression, source);
    case 'control':
      return printer.control(tag.name, tag.rest, source);
    case 'literal':
      return tag.isInCode ? tag.text : printer.literal(tag.text);
    case 'raw':
      return tag.isInCode ? tag.text : (tag.inText ?? tag.text);
    default:
      return '';
  }
}

type FoundTag = Tag & { readonly isInCode: boolean };

function scan(text: string, syntax: Syntax, code: readonly Range[]): readonly FoundTag[] {
  const found: FoundTag[] = [];
  const ends = endsIn(text);
  const opening = new RegExp(syntax.opening.source, 'g');
  let nextCode = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    while ((code[nextCode]?.end ?? Number.POSITIVE_INFINITY) <= match.index) nextCode += 1;
    const within = (code[nextCode]?.start ?? Number.POSITIVE_INFINITY) <= match.index ? code[nextCode] : undefined;
    if (within && !syntax.alsoInCode) {
      opening.lastIndex = within.end;
      continue;
    }
    const tag = syntax.read(text, match.index, ends);
    if (!tag || (within && tag.kind !== 'literal' && tag.kind !== 'raw')) {
      opening.lastIndex = Math.max(match.index + match[0].length, match.index + 1);
      continue;
    }
    found.push({ ...tag, isInCode: within !== undefined });
    opening.lastIndex = tag.end;
  }
  return found;
}

/** The end of each tag that has one, by the index of its beginning. Where two overlap, the one that began first has none. */
function pairsOf(tags: readonly Tag[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly index: number; readonly name: string }[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, change: number): number => {
    const next = (counts.get(name) ?? 0) + change;
    counts.set(name, next);
    return next;
  };
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'open') {
      open.push({ index, name: tag.name });
      count(tag.name, 1);
    }
    if (tag.kind !== 'close' || open.length === 0) continue;
    if (tag.name !== undefined && (counts.get(tag.name) ?? 0) === 0) continue;
    for (let begun = open.pop(); begun; begun = open.pop()) {
      count(begun.name, -1);
      if (tag.name !== undefined && begun.name !== tag.name) continue;
      pairs.set(begun.index, index);
      break;
    }
  }
  return pairs;
}
