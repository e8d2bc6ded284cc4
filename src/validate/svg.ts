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

const NAME = /[^\s/>=]+/y;
const ATTRIBUTE = /\s*([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;

/**
 * The first thing in an SVG that could run a script or load something from elsewhere when a browser opens the file
 * itself, or `undefined` for a drawing that only draws.
 */
export function findUnsafeInSvg(svg: string): SvgProblem | undefined {
  let index = svg.indexOf('<');
  while (index >= 0) {
    const part = readPart(svg, index);
    if (part.what !== undefined) return { what: part.what, index };
    const text = svg.indexOf('<', part.end);
    const style = findUnsafeStyle(svg.slice(part.end, text < 0 ? undefined : text));
    if (part.isStyle && style) return { what: 'style that loads something', index: part.end };
    index = text;
  }
  return undefined;
}

/** A tag, comment or declaration: where it ends, and what is wrong with it. */
interface Part {
  readonly end: number;
  readonly what?: string;
  readonly isStyle?: boolean;
}

function readPart(svg: string, index: number): Part {
  if (svg.startsWith('<!--', index)) return upTo(svg, '-->', index, 'comment that is not closed');
  if (svg.startsWith('<![CDATA[', index)) return { end: index, what: 'CDATA' };
  if (/^<!doctype\b[^[\]<>]*>/i.test(svg.slice(index, index + 300))) return upTo(svg, '>', index, 'declaration');
  if (svg.startsWith('<!', index)) return { end: index, what: 'declaration of something' };
  if (/^<\?xml\s/i.test(svg.slice(index, index + 6))) return upTo(svg, '?>', index, 'declaration');
  if (svg.startsWith('<?', index)) return { end: index, what: 'instruction to a program' };
  if (svg.startsWith('</', index)) return upTo(svg, '>', index, 'tag that is not closed');
  return readTag(svg, index);
}

function upTo(svg: string, end: string, index: number, what: string): Part {
  const found = svg.indexOf(end, index);
  return found < 0 ? { end: index, what } : { end: found + end.length };
}

function readTag(svg: string, index: number): Part {
  NAME.lastIndex = index + 1;
  const name = NAME.exec(svg)?.[0] ?? '';
  const what = problemOfName(name);
  if (what !== undefined) return { end: index, what };
  let position = index + 1 + name.length;
  for (;;) {
    while (/[\s/]/.test(svg[position] ?? '')) position += 1;
    if (svg[position] === '>') break;
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(svg);
    if (!match) return { end: index, what: 'tag that is not closed' };
    const problem = problemOfAttribute(match[1] ?? '', match[2] ?? match[3] ?? '');
    if (problem !== undefined) return { end: index, what: problem };
    position = ATTRIBUTE.lastIndex;
  }
  return { end: position + 1, isStyle: /^(?:svg:)?style$/i.test(name) };
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
  const known = EDITOR_DATA[name.slice('xmlns:'.length)];
  return known ? known.test(value) : value !== SVG && !value.includes('&');
}

/** Whether CSS, in an attribute or an element, loads anything: by `@import` or an address, however those are written. */
function findUnsafeStyle(css: string): boolean {
  if (!/[\\@&]|url|image-set|src/i.test(css)) return false;
  // Escapes and entities can spell anything; a drawing needs none in its styles.
  if (/\\|&#|@import/i.test(css)) return true;
  return [...css.matchAll(/(?:url|image-set|src)\(\s*(?:"|'|&quot;|&apos;)?\s*(.?)/gi)].some(
    ([, first]) => first !== '#',
  );
}
