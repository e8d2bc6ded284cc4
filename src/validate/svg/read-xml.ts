import { parseXml, type XmlDocument, XmlDocumentType, XmlError } from '@rgrove/parse-xml';

/** What is wrong with a drawing, and where in its text. */
export interface SvgProblem {
  readonly what: string;
  readonly index: number;
}

/** A drawing as a tree. */
export interface XmlRead {
  readonly document: XmlDocument;
  /** Names of entities for which there is no text: declared nowhere here, made of others, or of markup. */
  readonly unknownEntities: ReadonlySet<string>;
}

/** Stands for what no file of ours says the meaning of, such as `&nbsp;`: no XML can have it, and the parser takes no empty text. */
const UNKNOWN = '\0';

/** A text of a document without what is not known of it. */
export function knownText(text: string): string {
  return text.includes(UNKNOWN) ? text.replaceAll(UNKNOWN, '') : text;
}

/** Browsers follow 5,000; no drawing has 100. */
const MOST_DEPTH = 1_000;
/** All that entities stand for, together. */
const MOST_EXPANDED = 1_000_000;

/** Reads XML 1.0 as browsers do, but that no entity is made of others. */
export function readXml(text: string): XmlRead | SvgProblem {
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return { what: `depth of more than ${MOST_DEPTH.toLocaleString('en')} elements`, index: deep };
  try {
    const read = readWith(text, new Map());
    const declared = entitiesOf(subsetOf(read.document) ?? '');
    return declared.size > 0 && read.unknownEntities.size > 0 ? readWith(text, declared) : read;
  } catch (fault) {
    if (fault instanceof TooMuch) return { what: 'entities that grow', index: Math.max(0, text.indexOf('<!DOCTYPE')) };
    if (fault instanceof RangeError) return { what: 'depth of elements', index: 0 };
    if (!(fault instanceof XmlError)) throw fault;
    const [reason = ''] = fault.message.split(' (line ', 1);
    const index = Math.min(unitsOf(text, fault.pos), Math.max(0, text.length - 1));
    return { what: `XML that no browser reads (${reason.slice(0, 80)})`, index };
  }
}

/** What stands between the brackets of a doctype, if it has any. */
export function subsetOf({ children }: XmlDocument): string | undefined {
  for (const child of children) if (child instanceof XmlDocumentType) return child.internalSubset ?? undefined;
  return undefined;
}

class TooMuch extends Error {}

function readWith(text: string, declared: ReadonlyMap<string, string>): XmlRead {
  const unknownEntities = new Set<string>();
  // Browsers do not read what is declared elsewhere, and leave out what is declared there.
  const mayBeDeclared = /<!DOCTYPE\s+[^\s>[]+\s*(?:\[|(?:PUBLIC|SYSTEM)\s)/.test(text);
  let expanded = 0;
  const document = parseXml(text, {
    includeOffsets: true,
    preserveCdata: true,
    preserveDocumentType: true,
    preserveXmlDeclaration: true,
    resolveUndefinedEntity: (written) => {
      if (!mayBeDeclared) return undefined;
      const value = declared.get(written.slice(1, -1));
      if (value === undefined) unknownEntities.add(written);
      expanded += value?.length ?? 0;
      if (expanded > MOST_EXPANDED) throw new TooMuch();
      return value ?? UNKNOWN;
    },
  });
  return { document, unknownEntities };
}

const ENTITY = /<!ENTITY\s+([\w:.-]{1,100})\s+(?:"((?:[^"&%<]|&#\w{1,8};)*)"|'((?:[^'&%<]|&#\w{1,8};)*)')\s*>/g;

/** Entities that are plain text; the first of a name counts. */
function entitiesOf(subset: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(ENTITY)) {
    const value = (double ?? single ?? '').replace(/&#(\w+);/g, (_written, number: string) => characterOf(number));
    if (!entities.has(name) && !/[&<\0]/.test(value)) entities.set(name, value);
  }
  return entities;
}

/** The character of a number that XML allows; none of a text otherwise. */
function characterOf(number: string): string {
  const code = /^x[\da-f]+$/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isAllowed =
    (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
  if (isAllowed) return String.fromCodePoint(code);
  return [9, 10, 13].includes(code) ? ' ' : '\0';
}

/** The parser counts characters in its faults, and units of UTF-16 elsewhere. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let count = 0; count < characters; count += 1) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/** Where the first element is that lies too deep: the parser is recursive. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = endOfMarkup(text, at);
    const kind = text[at + 1] ?? '';
    if (kind === '/') depth -= 1;
    else if (!'!?'.includes(kind) && text[end - 2] !== '/') depth += 1;
    if (depth > MOST_DEPTH) return at;
    at = end;
  }
  return undefined;
}

const ENDS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where a tag, a comment, a CDATA section or an instruction ends; the end of the text where it does not. */
function endOfMarkup(text: string, start: number): number {
  for (const [opening, closing] of ENDS) {
    if (!text.startsWith(opening, start)) continue;
    const end = text.indexOf(closing, start + opening.length);
    return end < 0 ? text.length : end + closing.length;
  }
  const stop = /["'>]/g;
  stop.lastIndex = start;
  for (let found = stop.exec(text); found; found = stop.exec(text)) {
    if (found[0] === '>') return stop.lastIndex;
    const end = text.indexOf(found[0], stop.lastIndex);
    if (end < 0) return text.length;
    stop.lastIndex = end + 1;
  }
  return text.length;
}
