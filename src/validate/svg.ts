import {
  parseXml,
  XmlCdata,
  XmlDeclaration,
  type XmlDocument,
  XmlDocumentType,
  XmlElement,
  XmlError,
  type XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml';

/** Something in an SVG that does more than draw, and where it stands. */
export interface SvgProblem {
  readonly what: string;
  readonly index: number;
}

/** Elements that draw, group, describe or define. Anything else is refused, so that new ones are refused too. */
const ELEMENTS = new Set(
  `a circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
  fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur
  femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter g image
  line lineargradient marker mask metadata path pattern polygon polyline radialgradient rect stop style svg switch symbol
  text textpath title tspan use view`.split(/\s+/),
);

/** What drawing programs add for themselves, and what their prefixes must stand for, so that no other element hides there. */
const EDITOR_DATA: Readonly<Record<string, RegExp>> = {
  sodipodi: /^http:\/\/sodipodi\.sourceforge\.net\//,
  inkscape: /^http:\/\/www\.inkscape\.org\/namespaces\//,
  rdf: /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/,
  cc: /^http:\/\/(?:creativecommons\.org\/ns#|web\.resource\.org\/cc\/)$/,
  dc: /^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/,
};
const SVG = 'http://www.w3.org/2000/svg';

/** Stands for what no file of ours says the meaning of, such as `&nbsp;`; no XML can have it. */
const UNKNOWN = '\0';

/**
 * The first thing in an SVG that could run a script or load something from elsewhere when a browser opens the file
 * itself, or that no browser can read (XML 1.0); `undefined` for a drawing that only draws.
 */
export function findUnsafeInSvg(svg: string): SvgProblem | undefined {
  const read = readXml(svg);
  if ('what' in read) return read;
  const open: XmlNode[] = [read];
  for (let node = open.pop(); node; node = open.pop()) {
    const what = problemOf(node, svg);
    if (what !== undefined) return { what, index: node.start };
    const { children } = node as Partial<XmlElement>;
    for (let index = (children?.length ?? 0) - 1; index >= 0; index -= 1) open.push(children?.[index] as XmlNode);
  }
  return undefined;
}

function readXml(svg: string): XmlDocument | SvgProblem {
  // What a declaration elsewhere says is not known to browsers either: they leave it out.
  const isDeclaredElsewhere = /<!DOCTYPE\s+[^\s>]+\s+(?:PUBLIC|SYSTEM)\s/.test(svg);
  try {
    return parseXml(svg, {
      includeOffsets: true,
      preserveCdata: true,
      preserveDocumentType: true,
      preserveXmlDeclaration: true,
      resolveUndefinedEntity: () => (isDeclaredElsewhere ? UNKNOWN : undefined),
    });
  } catch (fault) {
    if (fault instanceof RangeError) return { what: 'depth of elements', index: 0 };
    if (!(fault instanceof XmlError)) throw fault;
    const [reason = ''] = fault.message.split(' (line ', 1);
    const index = Math.min(unitsOf(svg, fault.pos), Math.max(0, svg.length - 1));
    return { what: `XML that no browser reads (${reason.slice(0, 80)})`, index };
  }
}

/** The parser counts characters in its faults, and units of UTF-16 elsewhere. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let count = 0; count < characters; count += 1) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

function problemOf(node: XmlNode, svg: string): string | undefined {
  if (node instanceof XmlElement) return problemOfElement(node);
  if (node instanceof XmlCdata) return 'CDATA';
  if (node instanceof XmlProcessingInstruction) return 'instruction to a program';
  if (node instanceof XmlDocumentType && node.internalSubset !== null) return 'declaration of something';
  if (node instanceof XmlDeclaration && !isIn(node.encoding ?? 'utf-8', svg)) return 'encoding that it is not in';
  return undefined;
}

/** Whether a text that was read as UTF-8 is the same in the encoding that it says it has, as all English ones are in Latin 1. */
function isIn(encoding: string, svg: string): boolean {
  if (/^utf-?8$/i.test(encoding)) return true;
  try {
    return new TextDecoder(encoding).decode(Buffer.from(svg)) === svg;
  } catch {
    return false;
  }
}

function problemOfElement({ name, attributes, children }: XmlElement): string | undefined {
  const what = problemOfName(name);
  if (what !== undefined) return what;
  for (const [attribute, value] of Object.entries(attributes)) {
    const problem = problemOfAttribute(attribute, value);
    if (problem !== undefined) return problem;
  }
  if (!/^(?:svg:)?style$/i.test(name)) return undefined;
  // As browsers put it together, past all that stands between.
  const css = children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
  return findUnsafeStyle(css) ? 'style that loads something' : undefined;
}

function problemOfName(name: string): string | undefined {
  const lower = name.toLowerCase();
  const [prefix = ''] = lower.split(':');
  const isKnown =
    ELEMENTS.has(lower.replace(/^svg:/, '')) || (lower.includes(':') && Object.hasOwn(EDITOR_DATA, prefix));
  return isKnown ? undefined : `\`<${name.slice(0, 40)}>\``;
}

function problemOfAttribute(name: string, written: string): string | undefined {
  const value = written.trim();
  const lower = name.toLowerCase();
  if (lower.startsWith('on')) return `\`${name}\``;
  if (lower === 'xmlns' || lower.startsWith('xmlns:')) return isNamespace(lower, value) ? undefined : `\`${name}\``;
  if (/(?:^|:)href$/.test(lower)) {
    return /^#|^data:image\/(?:png|jpe?g|gif|webp|avif);/i.test(value) ? undefined : `\`${name}\``;
  }
  return findUnsafeStyle(value) ? `\`${name}\` that loads something` : undefined;
}

/** Whether a prefix stands for what it says. A prefix that no element may have can stand for anything but SVG. */
function isNamespace(name: string, value: string): boolean {
  if (name === 'xmlns' || name === 'xmlns:svg') return value === SVG;
  const prefix = name.slice('xmlns:'.length);
  const known = Object.hasOwn(EDITOR_DATA, prefix) ? EDITOR_DATA[prefix] : undefined;
  return known ? known.test(value) : value !== SVG && !value.includes(UNKNOWN);
}

/** Whether CSS, in an attribute or an element, loads anything: by `@import` or an address, however those are written. */
function findUnsafeStyle(css: string): boolean {
  if (css.includes(UNKNOWN)) return true;
  if (!/[\\@]|url|image-set|src/i.test(css)) return false;
  // Escapes can spell anything; a drawing needs none in its styles.
  if (/\\|@import/i.test(css)) return true;
  return [...css.matchAll(/(?:url|image-set|src)\(\s*["']?\s*(.?)/gi)].some(([, first]) => first !== '#');
}
