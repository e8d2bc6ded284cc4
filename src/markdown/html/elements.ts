import { documentAt } from '../../diagnostics/wording.ts';

/** What may stand on every element that is kept. */
const EVERYWHERE = ['id', 'class', 'lang', 'dir', 'title'] as const;

/** Elements within a line that are kept, with the attributes of their own. */
export const INLINE: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'name'],
  ...none('abbr b bdi bdo br cite code dfn em i kbd mark rb rp rt ruby s samp small span strong sub sup u var wbr'),
  del: ['cite', 'datetime'],
  img: ['src', 'alt', 'width', 'height'],
  ins: ['cite', 'datetime'],
  q: ['cite'],
  time: ['datetime'],
};

/** Blocks that are kept. */
export const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  blockquote: ['cite'],
  details: ['open'],
  ol: ['start', 'reversed'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope'],
  ...none('caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li p pre section summary'),
  ...none('table tbody tfoot thead tr ul'),
};

function none(names: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, []]));
}

/** Whether an element is kept. */
export function isKept(name: string): boolean {
  return Object.hasOwn(INLINE, name) || Object.hasOwn(BLOCKS, name);
}

/** The attributes that an element is kept with. */
export function attributesOf(name: string): readonly string[] {
  const own = Object.hasOwn(INLINE, name) ? INLINE[name] : Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined;
  return [...EVERYWHERE, ...(own ?? [])];
}

/** Elements that say the same as one that is kept (HTML, “obsolete features”), or hold blocks apart. */
const IN_PLACE: Readonly<Record<string, string>> = {
  ...{ acronym: 'abbr', dir: 'ul', listing: 'pre', menu: 'ul', strike: 's', tt: 'code' },
  ...{ address: 'div', article: 'div', aside: 'div', center: 'div', dialog: 'div', fieldset: 'div', footer: 'div' },
  ...{ form: 'div', header: 'div', hgroup: 'div', legend: 'div', main: 'div', nav: 'div', search: 'div' },
};

/** What stands in place of an element that is not kept; nothing of most. */
export function inPlaceOf(name: string): string | undefined {
  return Object.hasOwn(IN_PLACE, name) ? IN_PLACE[name] : undefined;
}

/** Those of the above that lose nothing thereby, and those whose content is all that matters: nobody is told of them. */
const SILENT: ReadonlySet<string> = new Set([
  ...['acronym', 'dir', 'listing', 'menu', 'strike', 'tt'],
  ...['body', 'col', 'colgroup', 'head', 'html', 'nobr', 'picture', 'source', 'track'],
]);

/** Whether leaving out the tags of an element changes nothing for readers. */
export function isSilent(name: string): boolean {
  return SILENT.has(name);
}

/**
 * Elements that go with all that is in them: programs and styles; what browsers never show, or in place of what they cannot do; drawings and
 * formulas, whose text alone says something else; choices without a form.
 */
const WHOLE: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'title'],
  ...['iframe', 'noembed', 'noframes', 'frameset', 'audio', 'video'],
  ...['svg', 'math', 'select', 'datalist'],
]);

/** Whether an element goes with all that is in it. */
export function isWhole(name: string): boolean {
  return WHOLE.has(name);
}

const EMBED = 'write `::embed{url="https://example.com/" title="What it is"}`';
const NO_FORM = 'remove it: pages of stories have no forms';
const LOOKS = 'remove the tags: the styles of the site say how text looks';

const INSTEAD: Readonly<Record<string, string>> = {
  script: 'remove it: nothing that stands in a story is run',
  style: 'remove it: the styles of the site say how text looks',
  iframe: EMBED,
  embed: EMBED,
  object: EMBED,
  applet: EMBED,
  frame: EMBED,
  video: 'write `::video{src=file.mp4}`',
  audio: 'write `::audio{src=file.mp3}`',
  svg: 'save the drawing in content/media/ and write `![what it shows](drawing.svg)`',
  math: 'write the formula in words, or as a picture: `![what it says](formula.svg)`',
  canvas: 'save what it draws in content/media/ and write `![what it shows](drawing.svg)`',
  map: 'remove it: a picture has one link around it at most',
  area: 'remove it: a picture has one link around it at most',
  aside: 'write `:::aside`, the text on lines of its own, and `:::`',
  ...Object.fromEntries(
    ['form', 'input', 'button', 'select', 'option', 'optgroup', 'textarea', 'label', 'fieldset', 'legend', 'datalist']
      .concat(['output', 'progress', 'meter'])
      .map((name) => [name, NO_FORM]),
  ),
  ...Object.fromEntries(['font', 'center', 'big', 'basefont', 'blink', 'marquee'].map((name) => [name, LOOKS])),
};

/** What to write instead of an element, as an imperative. */
export function insteadOf(name: string): string {
  if (Object.hasOwn(INSTEAD, name)) return INSTEAD[name] ?? '';
  return 'remove the tags, or put them between backticks if they are meant to be seen';
}

/** What a page makes of itself, or what does nothing in a browser by itself: nobody is told that it goes. */
const SILENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['decoding', 'fetchpriority', 'loading', 'referrerpolicy', 'rel', 'sizes', 'srcset', 'target'],
  ...['itemid', 'itemprop', 'itemref', 'itemscope', 'itemtype', 'property', 'typeof', 'vocab'],
]);

/** Whether leaving out an attribute changes nothing for readers. */
export function isSilentAttribute(name: string): boolean {
  return SILENT_ATTRIBUTES.has(name) || name.startsWith('data-') || name.startsWith('xmlns');
}

/** What to do about an attribute that goes, as an imperative. */
export function insteadOfAttribute(name: string): string {
  if (name.startsWith('on')) return 'remove it: nothing that stands in a story is run';
  if (/^(?:style|align|valign|bgcolor|color|face|size|border|cellpadding|cellspacing|width|height)$/.test(name)) {
    return 'remove it: the styles of the site say how text looks';
  }
  return `remove it: ${documentAt('writing.md')} lists the attributes that are kept`;
}
