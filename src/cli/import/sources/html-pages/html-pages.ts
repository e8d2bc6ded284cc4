import { statSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import {
  type Archive,
  type ArchiveContributor,
  type ArchiveReader,
  type Entry,
  ImportError,
  type ImportNote,
  type OpenOptions,
  type Outline,
} from '../../archive.ts';
import { decoded, fileOfAddress, fileWithin, pathOf } from '../media-folder.ts';
import { addressByPath, hostFolderOf, isHtml, type PageFile, pagesIn, readPageText } from './page-files.ts';
import { entryOfPage, keyOfPerson, outlineOfPage, type Page, readPage } from './read-page.ts';

/** Saved pages: a folder of them, a copy that wget made, or one file. Nothing of a page is run. */
export const htmlPagesReader: ArchiveReader = {
  type: 'html',
  reads: 'saved pages of HTML: a folder, a copy by wget, or one file',
  recognises: (path, head) => (head === undefined ? pagesIn(path).length > 0 : isHtml(head)),
  open: openPages,
};

/** A picture that so many pages have as theirs is that of the site. */
const COMMON = 3;

async function openPages(path: string, options: OpenOptions): Promise<Archive> {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const files = isFolder ? pagesIn(path) : [{ path: basename(path), file: path }];
  const media = new PageMedia(folder, isFolder ? hostFolderOf(files) : undefined, options);
  const survey = new Survey(media, options);
  for (const file of files) survey.read(file);
  if (survey.outlines.size === 0)
    throw new ImportError(
      `Unexpected ${isFolder ? 'folder' : 'file'} without an article: ${path}, expected saved pages of stories, each in a file of its own`,
    );
  const site = survey.site(options);
  return {
    system: 'HTML pages',
    site,
    contributors: [...survey.contributors.values()],
    outlines: survey.withoutCommonLanguage(site.language),
    lists: [],
    redirects: [],
    notes: survey.notes,
    entries: () => survey.entries(files),
    findMedia: (address, entry) => media.find(address, entry.place),
  };
}

/** Where the media of saved pages lie. */
class PageMedia {
  readonly #folder: string;
  readonly #hostFolder: string | undefined;
  readonly #given: string | undefined;

  constructor(folder: string, hostFolder: string | undefined, { media }: OpenOptions) {
    this.#folder = folder;
    this.#hostFolder = hostFolder;
    this.#given = media;
  }

  get hostFolder(): string | undefined {
    return this.#hostFolder;
  }

  /** @param page The path of the page below the folder. */
  find(address: string, page: string): string | undefined {
    const whole = /^(?:https?:)?\/\//i.exec(address.trim());
    const found = whole ? this.#byAddress(address.trim()) : this.#byPath(address.trim(), page);
    return found ?? (this.#given === undefined ? undefined : fileOfAddress(this.#given, address));
  }

  /** A whole address, in a copy that has a folder for its host or is that of the site. */
  #byAddress(address: string): string | undefined {
    const url = URL.canParse(address, 'https://any.example') ? new URL(address, 'https://any.example') : undefined;
    if (!url) return undefined;
    const names = [url.pathname + url.search, url.pathname].map((name) => name.slice(1));
    const folders = [url.host, this.#hostFolder].filter((name) => name !== undefined);
    const paths = [...folders.flatMap((host) => names.map((name) => `${host}/${name}`)), ...names];
    return this.#first(paths);
  }

  /** A path as the page has it: beside the page, or from the root of the copy. What leads out of the folder is nothing. */
  #byPath(address: string, page: string): string | undefined {
    if (/^[a-z][a-z\d+.-]*:/i.test(address) || address.startsWith('#')) return undefined;
    const root = address.startsWith('/') ? (this.#hostFolder ?? '') : posix.dirname(page);
    const bare = [address.split('#', 1)[0] ?? '', pathOf(address)];
    return this.#first(bare.filter((name) => name !== '').map((name) => posix.join(root, name.replace(/^\/+/, ''))));
  }

  #first(paths: readonly string[]): string | undefined {
    const inside = paths
      .flatMap((path) => [path, posix.normalize(decoded(path))])
      .filter((path) => !path.startsWith('..'));
    return inside.map((path) => fileWithin(this.#folder, path)).find((file) => file !== undefined);
  }
}

/** What is known of all pages before a text is asked for. */
class Survey {
  /** By the path of their page. */
  readonly outlines = new Map<string, Outline>();
  readonly contributors = new Map<string, ArchiveContributor>();
  readonly notes: ImportNote[] = [];
  readonly #media: PageMedia;
  readonly #site: string | undefined;
  readonly #pictures = new Map<string, number>();
  readonly #addresses = new Map<string, string>();
  readonly #siteNames = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  #pages = 0;

  constructor(media: PageMedia, { site }: OpenOptions) {
    this.#media = media;
    this.#site = site.url;
  }

  read(file: PageFile): void {
    // What is to be looked at is said with the text.
    const page = this.#open(file, (note) => note.kind === 'lost' && this.notes.push(note));
    if (!page) return;
    this.#count(page);
    if (page.isNoArticle) {
      this.notes.push({ ...page.isNoArticle, detail: `${file.path}: ${page.isNoArticle.detail ?? ''}` });
      return;
    }
    const url = this.#addressOf(page, file);
    const other = this.#addresses.get(url);
    if (other !== undefined) {
      this.#noteSecond(file.path, other);
      return;
    }
    this.#addresses.set(url, file.path);
    const { facts } = page;
    this.outlines.set(file.path, outlineOfPage(page, { key: `page ${file.path}`, path: file.path, url }));
    for (const person of facts.people) this.#addPerson(person, url);
  }

  #count({ facts }: Page): void {
    this.#pages += 1;
    for (const [counts, value] of [
      [this.#pictures, facts.image?.address],
      [this.#siteNames, facts.siteName],
      [this.#languages, facts.language],
    ] as const)
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  site({ site }: OpenOptions): Archive['site'] {
    const urls = [...this.outlines.values()]
      .map(({ url }) => url)
      .filter((url) => url !== undefined && URL.canParse(url));
    const said = {
      title: mostOf(this.#siteNames, this.#pages),
      url: mostOf(countsOf(urls.map((url) => `${new URL(url as string).origin}/`)), urls.length),
      language: mostOf(this.#languages, this.#pages),
    };
    return { ...said, ...Object.fromEntries(Object.entries(site).filter(([, value]) => value !== undefined)) };
  }

  /** The outlines, without the language where it is that of the site. */
  withoutCommonLanguage(language: string | undefined): readonly Outline[] {
    for (const [path, outline] of this.outlines)
      if (outline.language === language) this.outlines.set(path, { ...outline, language: undefined });
    return [...this.outlines.values()];
  }

  async *entries(files: readonly PageFile[]): AsyncGenerator<Entry> {
    for (const file of files) {
      const outline = this.outlines.get(file.path);
      const notes: ImportNote[] = [];
      const page = outline && this.#open(file, (note) => notes.push(note));
      if (!page) continue;
      const entry = entryOfPage(page, outline, (address) => (this.#pictures.get(address) ?? 0) >= COMMON);
      yield {
        ...entry,
        text: (context) => {
          for (const note of notes) context.note(note);
          return entry.text(context);
        },
      };
    }
  }

  #open(file: PageFile, tell: (note: ImportNote) => void): Page | undefined {
    const text = readPageText(file);
    if (!text) {
      tell({
        kind: 'lost',
        what: 'page of more than 20 MB',
        advice: 'left out; no story is so long',
        detail: file.path,
      });
      return undefined;
    }
    for (const note of text.notes) tell({ ...note, detail: `${file.path}: ${note.detail}` });
    return readPage(text.html, (address) => this.#media.find(address, file.path) !== undefined);
  }

  /** Where readers found a page: as it says itself, else by its path. A front says so of itself on all its pages, where it is set up badly. */
  #addressOf({ facts }: Page, { path }: PageFile): string {
    const byPath = addressByPath(path, this.#site, this.#media.hostFolder);
    const said = facts.url?.trim();
    if (said === undefined || said === '') return byPath;
    const whole = URL.canParse(said, byPath) ? new URL(said, byPath) : URL.canParse(said) ? new URL(said) : undefined;
    if (whole && whole.protocol !== 'http:' && whole.protocol !== 'https:') return byPath;
    const isFront =
      (whole?.pathname ?? said) === '/' && (whole?.search ?? '') === '' && !/^index\.x?html?$/i.test(path);
    if (isFront) return byPath;
    return whole?.href ?? (said.startsWith('/') ? said : byPath);
  }

  #noteSecond(path: string, other: string): void {
    this.notes.push({
      kind: 'changed',
      what: 'page that says it is another one',
      advice: 'the first of those with the same address was taken',
      detail: `${path} is ${other}`,
    });
  }

  #addPerson(person: Page['facts']['people'][number], url: string): void {
    const key = keyOfPerson(person.name);
    const known = this.contributors.get(key);
    const link = person.url !== undefined && URL.canParse(person.url, url) ? new URL(person.url, url).href : undefined;
    const links = [...new Set([...(known?.links ?? []), link])].filter(
      (address) => address !== undefined && /^https?:/.test(address),
    );
    this.contributors.set(key, {
      key,
      name: person.name,
      links: links as string[],
      image: known?.image ?? person.image,
    });
  }
}

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What more than half of the pages say. */
function mostOf(counts: ReadonlyMap<string, number>, pages: number): string | undefined {
  return [...counts].find(([, count]) => count > pages / 2)?.[0];
}
