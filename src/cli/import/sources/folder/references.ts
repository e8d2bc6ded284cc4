import { posix } from 'node:path';
import type { ReadAddress } from './text/addresses.ts';
import type { Project } from './project.ts';
import type { Publication } from './system.ts';
import { joinUrl, MARKDOWN } from './systems/paths.ts';

/** Where the texts of a project are, and its files. */
export interface References {
  /**
   * The address of the text that a command names by path, or by the end of one: `posts/a.md`, `2019-03-01-a`. Of several versions it is that in
   * the language, or in the language of the text that names it.
   */
  find(name: string, from: string, language?: string): string | undefined;
  /** The address of a file of the project that a text names by path, or by its name alone. */
  findFile(name: string, from: string): string | undefined;
  /** Reads addresses of a text as its system writes them, and those of files of texts. */
  readAddress(from: string): ReadAddress;
}

/** What is known of the texts of a project by their files. It may be entered until the first is looked for. */
export interface KnownTexts {
  readonly urls: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, string>;
  /** The files of translations by language. */
  readonly translations: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export function referencesOf(
  project: Project,
  publication: Publication,
  { urls, languages, translations }: KnownTexts,
): References {
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  let filesByName: ReadonlyMap<string, string> | undefined;
  /** The text of a section, which is no page by itself, is where the list of the section is. */
  const sectionUrl = (path: string): string | undefined => {
    if (!/(?:^|\/)_index\.\w+$/.test(path)) return undefined;
    const section = publication.sections.find(({ url }) =>
      path.endsWith(`${url.slice(publication.base.length, -1)}/_index.md`),
    );
    return section?.url ?? joinUrl(publication.base);
  };
  const fileUrl = (path: string): string | undefined => urls.get(path) ?? sectionUrl(path);
  const inLanguage = (path: string, language: string | undefined): string => {
    const others = language === undefined || languages.get(path) === language ? undefined : translations.get(path);
    return (others && language !== undefined && Object.hasOwn(others, language) ? others[language] : undefined) ?? path;
  };
  const named = (path: string): string | undefined => {
    const stem = path.replace(MARKDOWN, '').toLowerCase();
    byName ??= textsByName(urls);
    const known = byName.get(stem.split('/').at(-1) ?? '') ?? [];
    return known.find((candidate) => stemsOf(candidate).some((own) => `/${own}`.endsWith(`/${stem}`)));
  };
  const find: References['find'] = (name, from, language) => {
    const [, written = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(name.trim()) ?? [];
    if (written === '') return rest === '' ? undefined : rest;
    const path = decoded(written).replace(/\/$/, '');
    const below = path.replace(/^\/+/, '');
    const candidates = [posix.join(posix.dirname(from), path), below, `content/${below}`].flatMap((candidate) => [
      candidate,
      `${candidate}.md`,
      `${candidate}/index.md`,
    ]);
    const file = candidates.find((candidate) => fileUrl(candidate) !== undefined) ?? named(below);
    const url = file === undefined ? undefined : fileUrl(inLanguage(file, language ?? languages.get(from)));
    return url === undefined ? undefined : `${url}${rest}`;
  };
  const findFile: References['findFile'] = (name, from) => {
    const path = decoded(name.trim());
    const candidates = [posix.join(posix.dirname(from), path), path.replace(/^\/+/, '')];
    filesByName ??= new Map(project.files('').map((file) => [posix.basename(file).toLowerCase(), file]));
    const file =
      candidates.find((candidate) => project.file(candidate) !== undefined) ??
      filesByName.get(posix.basename(path).toLowerCase());
    return file === undefined ? undefined : `/${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`;
  };
  let known: ReadonlySet<string> | undefined;
  /** Some systems put what is before all paths there by themselves. */
  const withBase = (address: string): string => {
    const { base } = publication;
    if (base === '' || !address.startsWith('/') || address.startsWith('//') || address.startsWith(`${base}/`))
      return address;
    known ??= new Set([...urls.values()].map((url) => url.replace(/\/$/, '')));
    const path = address.replace(/[?#].*$/s, '').replace(/\/$/, '');
    return !known.has(path) && known.has(`${base}${path}`) ? `${base}${address}` : address;
  };
  return {
    find,
    findFile,
    readAddress: (from) => (written) => {
      const read = publication.readAddress(written);
      if (read.kind === 'file') {
        const url = fileUrl(read.path);
        if (url !== undefined) return `${url}${read.rest}`;
        return project.file(read.path) === undefined ? written : `/${read.path}${read.rest}`;
      }
      const { address } = read;
      const isFile = !/^[a-z][a-z\d+.-]*:|^\/\//i.test(address) && MARKDOWN.test(address.replace(/[?#].*$/s, ''));
      return (isFile ? find(address, from) : undefined) ?? withBase(address);
    },
  };
}

function textsByName(urls: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of urls.keys()) {
    for (const name of new Set(stemsOf(path).map((stem) => stem.split('/').at(-1) ?? ''))) {
      const known = files.get(name);
      if (known) known.push(path);
      else files.set(name, [path]);
    }
  }
  return files;
}

/** The path of a text as it may be named: its file, or the folder of its bundle, with the language that ends its name or without it. */
function stemsOf(path: string): readonly string[] {
  const stem = path.toLowerCase().replace(MARKDOWN, '');
  const withoutLanguage = stem.replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/, '');
  return [stem, withoutLanguage].map((own) => own.replace(/\/index$/, ''));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
