/** The namespaces that decide what an element or an attribute is. */
export const NAMESPACES = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const;

/** Elements that draw, group, describe, define or move. Anything else is taken out, so that new ones are taken out too. */
const ELEMENTS = setOf(`
  a animate animatecolor animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix
  fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood
  fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight
  fespecularlighting fespotlight fetile feturbulence filter font font-face font-face-format font-face-name font-face-src g glyph
  hkern image line lineargradient marker mask metadata missing-glyph mpath path pattern polygon polyline radialgradient rect set
  stop style svg switch symbol text textpath title tspan use view vkern`);

/** Elements without which there is nothing to see. */
const DRAWING = setOf('circle ellipse image line path polygon polyline rect text use');

/** Elements that change an attribute of another while time passes. */
const ANIMATIONS = setOf('animate animatecolor animatemotion animatetransform set');

/** Attributes that may change while time passes: none that leads anywhere or runs anything. */
const ANIMATED = setOf(`
  amplitude azimuth basefrequency bias class clip-path clip-rule color cx cy d diffuseconstant display divisor dx dy elevation
  exponent fill fill-opacity fill-rule filter flood-color flood-opacity font-size font-weight fx fy gradienttransform height in in2
  intercept k1 k2 k3 k4 kernelmatrix letter-spacing lighting-color limitingconeangle marker-end marker-mid marker-start mask
  mode numoctaves offset opacity operator order orient overflow pathlength patterntransform points preserveaspectratio r radius
  refx refy result rotate rx ry scale seed slope specularconstant specularexponent spreadmethod startoffset stddeviation
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width surfacescale tablevalues targetx targety text-anchor textlength transform transform-origin type
  values viewbox visibility width word-spacing x x1 x2 y y1 y2 z`);

/** What drawing programs note for themselves: browsers neither show nor run it. */
const EDITOR_DATA = [
  /^http:\/\/sodipodi\.sourceforge\.net\//,
  /^http:\/\/www\.inkscape\.org\/namespaces\//,
  /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/,
  /^http:\/\/(?:creativecommons\.org\/ns#|web\.resource\.org\/cc\/)$/,
  /^http:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms)\/$/,
  /^(?:http:\/\/ns\.adobe\.com\/|adobe:ns:meta\/$)/,
  /^http:\/\/www\.bohemiancoding\.com\/sketch\/ns$/,
  /^https?:\/\/www\.serif\.com\/$/,
  /^http:\/\/www\.corel\.com\/coreldraw\//,
  /^http:\/\/schemas\.microsoft\.com\/visio\/2003\/SVGExtensions\/$/,
  /^https?:\/\/(?:www\.)?(?:figma\.com|vectornator\.io|boxy-svg\.com|sketchapp\.com)(?:\/|$)/,
];

/** Whether an element of the namespace of SVG may stay, by its name. */
export function isAllowedElement(name: string): boolean {
  return ELEMENTS.has(name.toLowerCase());
}

/** Whether there is something to see where an element stands. */
export function isDrawing(name: string): boolean {
  return DRAWING.has(name.toLowerCase());
}

/** Whether an element changes an attribute that leads somewhere, runs something, or that nobody knows. */
export function isUnsafeAnimation(name: string, attributeName: string | undefined): boolean {
  return ANIMATIONS.has(name.toLowerCase()) && !ANIMATED.has((attributeName ?? 'transform').toLowerCase());
}

/** Whether the elements of a namespace are notes of a drawing program. */
export function isEditorData(namespace: string): boolean {
  return EDITOR_DATA.some((pattern) => pattern.test(namespace));
}

/** Pictures of pixels that are within the address itself. */
const PIXELS = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
const SHOWS_PICTURES = setOf('image feimage');

/** Whether the address in an attribute loads nothing: a part of the drawing, or a picture that is within the address. */
export function isAllowedAddress(address: string, element: string): boolean {
  const inline = withoutSpaceBefore(address);
  return inline.startsWith('#') || (PIXELS.test(inline) && SHOWS_PICTURES.has(element.toLowerCase()));
}

const FONT =
  /^data:(?:font\/[\w.+-]+|application\/(?:(?:x-)?font-[\w-]+|vnd\.ms-(?:fontobject|opentype)|octet-stream))[;,]/i;

/** Whether an address in a style loads nothing. */
export function isAllowedInStyle(address: string): boolean {
  const inline = withoutSpaceBefore(address);
  return inline.startsWith('#') || PIXELS.test(inline) || FONT.test(inline);
}

/** As browsers read an address (URL Standard, 4.4): spaces and control characters before it count for nothing, others do. */
function withoutSpaceBefore(address: string): string {
  let at = 0;
  while (at < address.length && address.charCodeAt(at) <= 0x20) at += 1;
  return address.slice(at);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
