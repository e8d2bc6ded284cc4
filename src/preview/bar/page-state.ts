import { CONTENT_KINDS, contentPages, isAt, pageFilesIn, pagesAt } from '../../domain/content/content-kinds.ts';
import type { Entry } from '../../domain/story/entry.ts';
import type { PageSpec } from '../../pages/page-specs.ts';
import { minutesToRead } from '../../pages/story/reading-time.ts';
import { printTime } from '../../time/print-time.ts';
import type { PreviewEdition } from '../preview-edition.ts';

/** A page that a browser gets, and what it is made of. */
export interface ShownPage {
  /** Path of its file of `content/`, if there is one; it need not be there yet. */
  readonly source: string | undefined;
  /** Nothing where a template of the newsroom's own, or a copied file, makes it. */
  readonly of: PageSpec['kind'] | undefined;
  /** Whether it stands for an address at which there is nothing. */
  readonly isMissing: boolean;
  /** Whether its file has errors, so that it is as it was before. */
  readonly isHeldUp: boolean;
}

/** What an editor is told of a page at a glance. */
export interface PageState {
  readonly tone: 'good' | 'waiting' | 'error' | 'plain';
  /** In two or three words: “Draft”. */
  readonly name: string;
  /** What that means, in sentences; backticks stand around what is written in files. */
  readonly meaning: readonly string[];
  /** “412 words, 2 min” */
  readonly length: string | undefined;
}

/** What is told of each kind of page that is made of no file, or of one of `content/fronts/`. A kind that is not here is called a page. */
const NAMES: Readonly<Partial<Record<PageSpec['kind'], string>>> = {
  home: 'Front page',
  languageFront: 'Front page',
  section: 'Section front',
  contributors: 'Contributors',
  topic: 'Topic',
  series: 'Series',
  dateArchive: 'Archive',
  day: 'Archive',
  archive: 'Archive',
  corrections: 'Corrections',
  notFound: 'Not found',
  search: 'Search',
};

/** What a page is, and whether readers see it. */
export function stateOf(page: ShownPage, edition: PreviewEdition): PageState {
  const { source, isHeldUp } = page;
  if (page.isMissing) {
    const meaning = ['There is nothing at this address. Readers who follow a link to it get this page.'];
    return { tone: 'plain', name: 'No page here', meaning, length: undefined };
  }
  const entry = source === undefined ? undefined : edition.entryOf(source);
  const state = entry ? stateOfStory(entry, edition) : stateOfPage(page, edition);
  if (!isHeldUp || source === undefined) return state;
  const meaning = `\`${source}\` has errors. Until they are mended, this page is as it was before.`;
  return { ...state, tone: 'error', name: 'Held up', meaning: [meaning, ...state.meaning] };
}

/** The file that can be opened to change a page, if it is there. */
export function openableSource({ source, isMissing }: ShownPage, edition: PreviewEdition): string | undefined {
  if (source === undefined || isMissing) return undefined;
  if (!isAt(CONTENT_KINDS.fronts, source)) return source;
  return edition.fronts.some(({ path }) => path === source) ? source : undefined;
}

function stateOfStory(entry: Entry, edition: PreviewEdition): PageState {
  const { site, now } = edition.prepared.edition;
  const { path, date, draft, noindex } = entry;
  const day = printTime({ instant: date, hasTime: true }, 'en-GB', site.timeZone).text;
  const isEarly = date > now;
  const end = draft ? 'it is not published before either' : 'it is published then';
  const meaning = [
    ...(draft ? [`Draft: not published while \`draft: true\` stands in \`${path}\`.`] : []),
    ...(isEarly ? [`Under embargo until ${day}: ${end}.`] : []),
    ...(draft || isEarly ? [] : [`Published on ${day}: the next build has it as it is here.`]),
    ...(noindex ? ['Search engines are asked not to list it: `noindex: true`.'] : []),
  ];
  const isWaiting = draft || isEarly;
  const names = [...(draft ? ['Draft'] : []), ...(isEarly ? [`Embargo until ${day}`] : [])];
  return {
    tone: isWaiting ? 'waiting' : 'good',
    name: isWaiting ? names.join(', ') : 'Published',
    meaning,
    length: lengthOf(path, edition),
  };
}

function lengthOf(path: string, edition: PreviewEdition): string {
  const article = edition.articleOf(path);
  const { wordCount } = article.body;
  const words = wordCount === 1 ? '1 word' : `${wordCount.toLocaleString('en-GB')} words`;
  const minutes = minutesToRead(article);
  return minutes === undefined ? words : `${words}, ${Math.max(1, minutes)} min`;
}

function stateOfPage({ source, of }: ShownPage, edition: PreviewEdition): PageState {
  const plain = { tone: 'plain', length: undefined } as const;
  if (source === undefined) {
    const name = of === undefined ? 'Page' : (NAMES[of] ?? 'Page');
    return { ...plain, name, meaning: ['Broadsheet makes it of the stories: there is no file of its own.'] };
  }
  if (isAt(CONTENT_KINDS.fronts, source)) {
    const isThere = edition.fronts.some(({ path }) => path === source);
    const meaning = isThere
      ? `\`${source}\` says what stands here first; the newest stories fill the rest.`
      : `The newest stories stand here. What leads can be said in \`${source}\`.`;
    return { ...plain, name: (of && NAMES[of]) ?? 'Front', meaning: [meaning] };
  }
  const files = contentPages(pageFilesIn(edition.prepared.edition));
  if (files.some(({ path, isDraft }) => path === source && isDraft)) {
    const meaning = [`Draft: not published while \`draft: true\` stands in \`${source}\`.`];
    return { tone: 'waiting', name: 'Draft page', meaning, length: undefined };
  }
  const name = pagesAt(source)?.label ?? 'Page';
  return { ...plain, name, meaning: [`It is made of \`${source}\`.`] };
}
