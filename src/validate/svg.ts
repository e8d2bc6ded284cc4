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

const TAG = /<(?:!--[\s\S]*?-->|!\[CDATA\[|(![a-z]+)|\?([a-z-]+)|\/?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>)/gi;
const ATTRIBUTE = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The first thing in an SVG that could run a script or load something from elsewhere when a browser opens the file
 * itself, or `undefined` for a drawing that only draws.
 */
export function findUnsafeInSvg(svg: string): SvgProblem | undefined {
  for (const match of svg.matchAll(TAG)) {
    const [tag, declaration, instruction, name, attributes = ''] = match;
    const what = problemOf({ tag, declaration, instruction, name, attributes });
    if (what !== undefined) return { what, index: match.index };
  }
  const style = /@import|url\(\s*["']?(?!#)/i.exec(svg);
  return style ? { what: 'style that loads something', index: style.index } : undefined;
}

interface Tag {
  readonly tag: string;
  readonly declaration: string | undefined;
  readonly instruction: string | undefined;
  readonly name: string | undefined;
  readonly attributes: string;
}

function problemOf({ tag, declaration, instruction, name, attributes }: Tag): string | undefined {
  if (/^<!\[CDATA\[/i.test(tag)) return 'CDATA';
  if (declaration !== undefined) return /^!doctype$/i.test(declaration) ? undefined : `\`<${declaration}\``;
  if (instruction !== undefined) return instruction.toLowerCase() === 'xml' ? undefined : `\`<?${instruction}\``;
  if (name === undefined) return undefined;
  const local = name.toLowerCase();
  const isEditorData = /^(?:sodipodi|inkscape|rdf|cc|dc):/.test(local);
  if (!ELEMENTS.has(local.replace(/^svg:/, '')) && !isEditorData) return `\`<${name}>\``;
  for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = (double ?? single ?? '').trim();
    if (/^on/i.test(attribute)) return `\`${attribute}\``;
    if (/(?:^|:)href$/i.test(attribute) && !/^#|^data:image\/(?:png|jpe?g|gif|webp|avif);/i.test(value))
      return `\`${attribute}\``;
  }
  return undefined;
}
