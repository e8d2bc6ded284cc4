import { stylesOf } from './looks.ts';

/** What is no text of a document: what word processors and browsers put beside it. */
const NO_TEXT =
  'style, script, title, meta, link, xml, noscript, template, button, input, select, textarea, iframe, object, embed, video, audio';

/**
 * Takes out of a document what a reader of it does not see, and must not be published: what was deleted while changes were noted down, comments and their
 * marks, what is hidden. Paragraphs that Word has for entries of lists become lists.
 */
export function cleanPasted(body: Element): void {
  for (const element of body.querySelectorAll(NO_TEXT)) element.remove();
  for (const element of body.querySelectorAll('*')) if (isUnseen(element)) element.remove();
  makeLists(body);
}

function isUnseen(element: Element): boolean {
  const isDeleted = element.tagName === 'DEL' && (element.hasAttribute('datetime') || element.hasAttribute('cite'));
  const isOfComment = /\b(?:MsoCommentReference|msocomanchor|msocomtxt|MsoCommentText|msoDel)\b/.test(
    element.getAttribute('class') ?? '',
  );
  if (isDeleted || isOfComment || element.hasAttribute('hidden')) return true;
  const styles = stylesOf(element);
  return (
    styles.get('display') === 'none' ||
    styles.get('mso-hide') === 'all' ||
    /^comment/.test(styles.get('mso-element') ?? '')
  );
}

/** An entry of a list as Word has it: a paragraph with the sign before it, `level` deep, of the list of a name. */
interface WordEntry {
  readonly list: string;
  readonly level: number;
  readonly isNumbered: boolean;
}

/** Makes lists of the paragraphs that Word has for their entries. */
function makeLists(body: Element): void {
  /** The lists that are open, the outermost first. */
  let open: { readonly list: Element; readonly level: number }[] = [];
  let last: Element | undefined;
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) {
    const entry = wordEntryOf(paragraph);
    if (!entry) continue;
    if (last === undefined || nextTo(last) !== paragraph) open = [];
    while ((open.at(-1)?.level ?? 0) > entry.level) open.pop();
    if (open.length > 0 && open.at(-1)?.level === entry.level && isOther(open.at(-1)?.list, entry)) open.pop();
    const item = paragraph.ownerDocument.createElement('li');
    let list = open.at(-1)?.level === entry.level ? open.at(-1)?.list : undefined;
    if (!list) {
      list = paragraph.ownerDocument.createElement(entry.isNumbered ? 'ol' : 'ul');
      list.setAttribute('data-list', entry.list);
      const around = open.at(-1)?.list;
      if (around) (around.lastElementChild ?? around).append(list);
      else paragraph.before(list);
      open.push({ list, level: entry.level });
    }
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
    last = open[0]?.list;
  }
}

/** The element right behind another, where only white space is between. */
function nextTo(element: Element): Element | null {
  for (let next = element.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === next.ELEMENT_NODE) return next as Element;
    if ((next.textContent ?? '').trim() !== '' && next.nodeType === next.TEXT_NODE) return null;
  }
  return null;
}

function isOther(list: Element | undefined, entry: WordEntry): boolean {
  return list?.getAttribute('data-list') !== entry.list || (list?.tagName === 'OL') !== entry.isNumbered;
}

/** What a paragraph is an entry of; its sign is taken out. */
function wordEntryOf(paragraph: Element): WordEntry | undefined {
  const [, list = '', level = '1'] = /^(l\d+)\s+level(\d)/.exec(stylesOf(paragraph).get('mso-list') ?? '') ?? [];
  if (list === '') return undefined;
  const sign = [...paragraph.querySelectorAll('span')].find((span) => stylesOf(span).get('mso-list') === 'ignore');
  const written = (sign?.textContent ?? '').replaceAll(/[\s\u00a0]+/g, '');
  sign?.remove();
  return { list, level: Number(level), isNumbered: /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(written) };
}
