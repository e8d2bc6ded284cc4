import type { Element, ElementContent, Root, RootContent } from 'hast';
import { recordingTypeOf } from '../../../domain/media/files.ts';
import type { TextContext } from '../archive.ts';
import { attribute, findAll, isElement, leafDirective, replaceNodes, wordsIn } from './elements.ts';
import { embedAddress } from './embed-address.ts';
import { madeByScript } from './script-embeds.ts';

/** What is taken out with all that is in it: it is no words of the text. */
const WITHOUT_WORDS = new Set(['style', 'link', 'meta', 'base', 'title', 'template', 'area']);

/** What readers could fill in, which no static page answers. */
const CONTROLS = new Set(['input', 'select', 'textarea', 'button', 'datalist', 'option', 'optgroup']);

/** Elements that only looked in some way: what is in them stays. */
const UNWRAPPED = new Set([
  ...[
    'font',
    'center',
    'big',
    'nobr',
    'blink',
    'marquee',
    'tt',
    'basefont',
    'label',
    'fieldset',
    'legend',
    'form',
    'hgroup',
  ],
  ...[
    'picture',
    'noscript',
    'head',
    'html',
    'body',
    'main',
    'article',
    'header',
    'footer',
    'nav',
    'address',
    'output',
    'data',
    'slot',
  ],
]);

const FRAMES = new Set(['iframe', 'embed', 'object', 'frame']);
const PLAYERS = new Set(['audio', 'video']);
const DRAWINGS = new Set(['svg', 'canvas', 'math']);

const ADVICE_LOST = 'nothing stands in its place; put it back by hand where it is missed';

/**
 * Takes out of a tree what no story can have, and says so; players and frames become directives. What is left is text, pictures, tables and the
 * elements of Broadsheet.
 */
export function cleanTree(tree: Root, context: TextContext): void {
  replaceNodes(tree, (node) => (node.type === 'element' ? madeByScript(node) : undefined));
  replaceNodes(tree, (node, parent) => {
    if (node.type === 'comment' || node.type === 'doctype') return [];
    if (node.type !== 'element') return undefined;
    if (WITHOUT_WORDS.has(node.tagName)) return [];
    if (node.tagName === 'script') return cleanScript(node, context);
    if (
      node.tagName === 'input' &&
      attribute(node, 'type') === 'checkbox' &&
      isElement(parent as RootContent, 'li', 'p')
    )
      return undefined;
    if (CONTROLS.has(node.tagName)) return cleanControl(node, context);
    if (FRAMES.has(node.tagName)) return cleanFrame(node, context);
    if (PLAYERS.has(node.tagName)) return cleanRecording(node, context);
    if (DRAWINGS.has(node.tagName)) return cleanDrawing(node, context);
    if (node.tagName === 'acronym') return [{ ...node, tagName: 'abbr' }];
    if (node.tagName === 'label' || node.tagName === 'legend') return apart(node);
    return UNWRAPPED.has(node.tagName) ? node.children : undefined;
  });
}

/** What is in an element that stood apart from its neighbours. */
function apart({ children }: Element): readonly ElementContent[] {
  return [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
}

/** Scripts are left out, but for those of which only the address says what they showed. */
function cleanScript(node: Element, context: TextContext): readonly ElementContent[] {
  const source = attribute(node, 'src') ?? '';
  const gist = /^https?:\/\/gist\.github\.com\/[\w./-]+?(?:\.js)?(?=[?#]|$)/.exec(source)?.[0];
  if (gist !== undefined) return [leafDirective('embed', { url: gist.replace(/\.js$/, '') })];
  const type = attribute(node, 'type') ?? '';
  if (/\/(?:tex|asciimath)\b/i.test(type)) {
    context.note({
      kind: 'look',
      what: 'formula',
      advice: 'carried as it was written',
      detail: wordsIn({ type: 'root', children: node.children }),
    });
    return node.children.filter((child) => child.type === 'text');
  }
  if (!/json|template/i.test(type))
    context.note({ kind: 'lost', what: 'script', advice: ADVICE_LOST, detail: source || wordsInScript(node) });
  return [];
}

function wordsInScript(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function cleanControl(node: Element, context: TextContext): readonly ElementContent[] {
  if (attribute(node, 'type') === 'hidden') return [];
  const said = attribute(node, 'value') ?? attribute(node, 'placeholder') ?? wordsIn(node);
  const hasWords = node.tagName === 'button' && wordsIn(node).trim() !== '';
  context.note({
    kind: hasWords ? 'changed' : 'lost',
    what: `form control \`${node.tagName}\``,
    advice: hasWords ? 'its words stand in its place' : ADVICE_LOST,
    detail: said,
  });
  return hasWords ? apart(node) : [];
}

function cleanFrame(node: Element, context: TextContext): readonly ElementContent[] {
  const param = findAll(
    node,
    (found) => found.tagName === 'param' && /^(?:movie|src)$/i.test(attribute(found, 'name') ?? ''),
  )[0];
  const written =
    firstOf(node, ['src', 'dataSrc', 'dataLazySrc', 'dataUrl', 'data']) ??
    (param ? attribute(param, 'value') : undefined);
  const inner = node.tagName === 'object' ? node.children.filter((child) => !isElement(child, 'param')) : [];
  // An object has others in it for browsers that could not show it.
  if (
    findAll(
      { type: 'root', children: inner },
      ({ tagName, properties }) => tagName === 'x-directive' || properties['src'] !== undefined,
    ).length > 0
  )
    return inner;
  const url = written === undefined ? undefined : embedAddress(written.trim(), context);
  if (url === undefined) {
    if (written !== undefined && written !== '' && written !== 'about:blank')
      context.note({ kind: 'lost', what: `\`${node.tagName}\``, advice: ADVICE_LOST, detail: written });
    return inner;
  }
  const title = attribute(node, 'title')?.trim();
  return [
    leafDirective('embed', {
      url,
      title: title && !/^(?:embedded|iframe|youtube video player|vimeo player)/i.test(title) ? title : undefined,
    }),
  ];
}

/** A player of a file that Broadsheet can play; other addresses are led to. Addresses stay as they are until the directive is printed. */
function cleanRecording(node: Element, context: TextContext): readonly ElementContent[] {
  const inner = findAll(node, ({ tagName }) => tagName === 'source').map((source) =>
    firstOf(source, ['src', 'dataSrc']),
  );
  const sources = [firstOf(node, ['src', 'dataSrc']), ...inner].filter((source) => source !== undefined);
  const src = sources.find((source) => recordingTypeOf(pathOf(source)) !== undefined) ?? sources[0];
  if (src === undefined) {
    context.note({ kind: 'lost', what: `\`${node.tagName}\``, advice: ADVICE_LOST, detail: wordsIn(node) });
    return node.children;
  }
  const captions = findAll(node, ({ tagName }) => tagName === 'track').map((track) => attribute(track, 'src'));
  return [
    leafDirective(node.tagName, {
      src,
      title: attribute(node, 'title'),
      poster: node.tagName === 'video' ? attribute(node, 'poster') : undefined,
      captions: captions.find((source) => source !== undefined && /\.vtt(?:[?#]|$)/.test(source)),
    }),
  ];
}

/** Drawings and formulas within the text: their words stay. */
function cleanDrawing(node: Element, context: TextContext): readonly ElementContent[] {
  const words = wordsIn(node).replace(/\s+/g, ' ').trim();
  const isIcon = node.tagName === 'svg' && words === '';
  if (!isIcon)
    context.note({
      kind: 'changed',
      what: `\`${node.tagName}\``,
      advice: 'its words stand in its place',
      detail: words,
    });
  return words === '' ? [] : [{ type: 'text', value: words }];
}

function firstOf(node: Element, names: readonly string[]): string | undefined {
  return names.map((name) => attribute(node, name)).find((value) => value !== undefined && value !== '');
}

function pathOf(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? '';
}
