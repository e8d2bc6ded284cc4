import temml from 'temml';
import { asHtml, escapeHtml, type Html } from '../../domain/html.ts';

/** What MathML Core has, and `menclose`, which two engines of three have too; nothing in it can hold HTML, lead anywhere or load anything. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'math mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts mtable mtr mtd menclose none'
  ).split(' '),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'display displaystyle scriptlevel mathvariant fence form stretchy symmetric minsize maxsize movablelimits accent ' +
    'accentunder largeop separator lspace rspace width height depth voffset linethickness notation columnspan rowspan ' +
    'mathsize'
  ).split(' '),
);

/** A length that moves nothing out of its formula; others are left out. */
const LENGTH = /^-?\d?(?:\.\d+)?(?:em|ex)$|^-?\d{0,2}(?:\.\d+)?(?:pt|px|mu)$|^\d{1,3}(?:\.\d+)?%$/;
const WORD = /^[a-z]{1,40}(?: [a-z]{1,40}){0,3}$|^\d{1,2}$/;

/** Classes of Temml that `layouts/styles/some-pages/notation.css` knows. */
const CLASSES = /^(?:tml-(?:left|right|jot|fbox|cancel|xcancel)|upstrike|downstrike|sout)$/;

/** What is defined may stand for itself a thousand times, so that a line takes seconds. */
const DEFINITION = /\\(?:[egx]?def|let|futurelet|global|long|newcommand|renewcommand|providecommand)(?![a-zA-Z])/;

/** A variable: the stylesheet sets it in italics of the page’s own face, for not every device has those of mathematics. */
const LETTER = /<mi>([A-Za-z\u0370-\u03ff])<\/mi>/g;

/** More markup than so many characters is no formula that anybody reads. */
const LONGEST = 200_000;

/** A formula as MathML, which browsers show without a script; or what is wrong with it. */
export function printMath(tex: string, isDisplay: boolean): { readonly html: Html } | { readonly fault: string } {
  const definition = DEFINITION.exec(tex)?.[0];
  if (definition !== undefined) return { fault: `\`${definition}\` defines something, which no formula may` };
  try {
    const markup = temml.renderToString(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      annotate: false,
      trust: false,
      // An object of its own: Temml notes in it.
      macros: {},
    });
    if (markup.length > LONGEST) return { fault: 'it is too long' };
    const inner = markup
      .replace(/<[^>]*>/g, cleanTag)
      .replace(/^<math[^>]*>/, '')
      .replace(LETTER, '<mi class="letter">$1</mi>');
    const display = isDisplay ? ' display="block"' : '';
    return { html: asHtml(`<math${display} alttext="${escapeHtml(tex.replace(/\s+/g, ' '))}">${inner}`) };
  } catch (fault) {
    return { fault: describe(fault) };
  }
}

/** A tag with what of it is known; nothing of an element that is not. */
function cleanTag(tag: string): string {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)[\s>]/.exec(tag) ?? [];
  if (!ELEMENTS.has(name)) return '';
  if (slash !== '') return `</${name}>`;
  let kept = '';
  for (const [, attribute = '', value = ''] of tag.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (attribute === 'class') kept += classesOf(value);
    // The one style that says something: it is the box of `\boxed`.
    else if (attribute === 'style' && value.includes('border:1px')) kept += ' class="tml-fbox"';
    else if (ATTRIBUTES.has(attribute) && (LENGTH.test(value) || WORD.test(value))) kept += ` ${attribute}="${value}"`;
  }
  return `<${name}${kept}>`;
}

function classesOf(value: string): string {
  const known = value.split(' ').filter((name) => CLASSES.test(name));
  return known.length > 0 ? ` class="${known.join(' ')}"` : '';
}

/** The first line of what Temml says, without the place that it marks in letters with lines below. */
function describe(fault: unknown): string {
  if (fault instanceof RangeError) return 'it has too much in each other';
  const message = fault instanceof Error ? fault.message : String(fault);
  return message
    .replace(/ at (?:position \d+|end of input):[\s\S]*$/, '')
    .trim()
    .split('\n', 1)
    .join()
    .slice(0, 200);
}
