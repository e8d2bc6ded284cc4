import { ARTICLES, isAt } from '../domain/content/content-kinds.ts';
import { asHtml, escapeHtml, type Html } from '../domain/html.ts';
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts';
import { causesOf } from '../diagnostics/causes.ts';
import { visible } from '../diagnostics/wording.ts';
import type { AssetFault } from '../assets/asset-fault.ts';
import { printItem, printReportHtml } from './bar/print-report-html.ts';

/** What is wrong, for the browser. */
export interface Trouble {
  readonly tone: 'error' | 'warn';
  readonly title: string;
  /** What becomes of the preview meanwhile. */
  readonly note: string;
  readonly report: Html;
  /** Whether it is for the page that is looked at, and not to be looked for. */
  readonly isOpen: boolean;
}

/** What is wrong with the content, and which stories and own pages are held up by that. */
export interface ContentNotes {
  readonly diagnostics: readonly Diagnostic[];
  readonly heldUp: ReadonlySet<string>;
}

const COMES_BACK = 'Save the file, and this page is loaded again by itself.';
/** So many things are listed of the page's own file, or where all of the site stands still. */
const MOST = 50;
/** So many are listed of other files. */
const MOST_OF_OTHERS = 20;

/** What is to be said where content with errors has the whole site stand still. */
export function troubleWithContent(diagnostics: readonly Diagnostic[], hasEdition: boolean): Trouble {
  const count = diagnostics.filter(isError).length;
  const meanwhile = hasEdition ? 'the preview shows the site as it was before' : 'there is nothing to show';
  return {
    tone: 'error',
    title: `The content has ${number(count, 'error')}`,
    note: `${untilMended(count, meanwhile)} ${COMES_BACK}`,
    report: printReportHtml(diagnostics, MOST),
    isOpen: true,
  };
}

/** What is to be said of a story or an own page with errors, at the address that it would have. */
export function troubleWithFile(path: string, { diagnostics }: ContentNotes): Trouble {
  const own = diagnostics.filter(isAbout(path));
  const meanwhile = isStory(path)
    ? 'there is no page of it, and all other pages leave it out'
    : 'it is not there, and no other page leads to it';
  return troubleWithOwn(path, { own, others: [], meanwhile });
}

/** How many stories and own pages there are among files, in words: “2 stories and 1 page”. */
export function countInWords(paths: ReadonlySet<string>): string {
  const stories = [...paths].filter(isStory).length;
  const pages = paths.size - stories;
  const parts = [
    ...(stories > 0 ? [number(stories, 'story', 'stories')] : []),
    ...(pages > 0 ? [number(pages, 'page')] : []),
  ];
  return parts.join(' and ');
}

function isStory(path: string): boolean {
  return isAt(ARTICLES, path);
}

/** What is to be said over a page of files with errors: first of its own file, then of others. Nothing where there are none; warnings stand in the bar. */
export function troubleOnPage(source: string | undefined, { diagnostics, heldUp }: ContentNotes): Trouble | undefined {
  if (heldUp.size === 0) return undefined;
  const isOwn = source === undefined ? () => false : isAbout(source);
  const errors = diagnostics.filter(isError);
  const [own, others] = [errors.filter(isOwn), errors.filter((diagnostic) => !isOwn(diagnostic))];
  if (source !== undefined && heldUp.has(source))
    return troubleWithOwn(source, { own, others, meanwhile: 'this page stays as it was before' });
  return {
    tone: 'error',
    title: `${countInWords(heldUp)} with errors`,
    note: 'What has errors is as it was before, or left out.',
    report: listOf(own, others),
    isOpen: false,
  };
}

/** What is to be said of a file with errors; `meanwhile` is what becomes of it until they are mended. */
function troubleWithOwn(
  path: string,
  {
    own,
    others,
    meanwhile,
  }: { readonly own: readonly Diagnostic[]; readonly others: readonly Diagnostic[]; readonly meanwhile: string },
): Trouble {
  const count = own.filter(isError).length;
  return {
    tone: 'error',
    title: `This ${isStory(path) ? 'story' : 'page'} has ${number(count, 'error')}`,
    note: `${untilMended(count, meanwhile)} ${COMES_BACK}`,
    report: listOf(own, others),
    isOpen: true,
  };
}

function listOf(own: readonly Diagnostic[], others: readonly Diagnostic[]): Html {
  const heading = own.length > 0 && others.length > 0 ? '\n<h2>In other files</h2>\n' : '';
  const parts = [
    own.length > 0 ? printReportHtml(own, MOST) : '',
    heading,
    others.length > 0 ? printReportHtml(others, MOST_OF_OTHERS) : '',
  ];
  return asHtml(parts.join(''));
}

/** Whether something is said of a file, or has to do with it. */
export function isAbout(path: string): (diagnostic: Diagnostic) => boolean {
  return (diagnostic) =>
    diagnostic.path === path || (isError(diagnostic) && diagnostic.related.some((place) => place.path === path));
}

/** What is to be said of a fault: of the machine, of a layout, or of the program. */
export function troubleWithFault(title: string, fault: unknown): Trouble {
  const messages = causesOf(fault).map(({ message }) => message);
  const text = messages.length > 0 ? messages.join('\n') : String(fault);
  return {
    tone: 'error',
    title,
    note: `The terminal says more. ${COMES_BACK}`,
    report: asHtml(`<pre tabindex="0">${withPlaces(text.split('\n').map(visible).join('\n'))}</pre>`),
    isOpen: true,
  };
}

/** A text in which the places of the newsroom's own layouts and rules, `layouts/article.tsx:12:3`, can be opened. */
function withPlaces(text: string): Html {
  const parts = text.split(/(\b(?:layouts|rules)\/[\w./-]{1,200}:\d{1,7}(?!\d))/);
  const printed = parts.map((part, index) => {
    if (index % 2 === 0) return escapeHtml(part);
    const [path = '', line = '1'] = part.split(':');
    return `<span class="open" data-path="${escapeHtml(path)}" data-line="${line}">${escapeHtml(part)}</span>`;
  });
  return asHtml(printed.join(''));
}

/** What is to be said of a style or a script that cannot be read. */
export function troubleWithAsset({ place, problem, hint }: AssetFault): Trouble {
  const found = { severity: 'error', ...place, length: 1, message: problem, hint } as const;
  return {
    tone: 'error',
    title: 'A style or a script cannot be read',
    note: `Until it is mended, the preview goes on with those as they were, if there were any. ${COMES_BACK}`,
    report: asHtml(`<ol class="report">${printItem({ ...found, related: [] })}</ol>`),
    isOpen: true,
  };
}

function untilMended(count: number, meanwhile: string): string {
  return `Until ${count === 1 ? 'it is' : 'they are'} mended, ${meanwhile}.`;
}

/** “an error”, “3 errors”, “1 story”: a vowel begins with its article. */
function number(count: number, one: string, many = `${one}s`): string {
  if (count === 1) return one === 'error' ? 'an error' : `1 ${one}`;
  return `${count} ${many}`;
}
