import type { Facts } from '../keys/facts.ts';
import { liquidSyntax } from '../calls/liquid.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { pythonValues } from '../values/program-text.ts';
import { textAt } from '../values/plain-values.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  exactUrl,
  fileAddress,
  MARKDOWN,
  readPath,
  latinSlug,
  splitAddress,
  titleOfFolder,
  unchanged,
} from './paths.ts';
import { strftime } from './permalinks.ts';

export const PELICAN_SYSTEM: System = {
  type: 'pelican',
  name: 'Pelican',
  reads: 'a project of Pelican, with pelicanconf.py',
  recognises: (project) => project.file('pelicanconf.py') !== undefined,
  open: openPelican,
};

type Settings = ReadonlyMap<string, string | readonly string[]>;

function openPelican(project: Project): Publication {
  const settings: Settings = new Map([
    ...pythonValues(project.text('pelicanconf.py')?.text ?? ''),
    // The address is mostly said in what is used to publish only.
    ...pythonValues(project.text('publishconf.py')?.text ?? ''),
  ]);
  const text = (name: string): string | undefined => {
    const value = settings.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const list = (name: string): readonly string[] | undefined => {
    const value = settings.get(name);
    return typeof value === 'string' ? [value] : value;
  };
  const content = (text('PATH') ?? 'content').replace(/^\.?\/+|\/+$/g, '');
  const root = project.hasFolder(content) ? content : '';
  const base = basePathOf(text('SITEURL'));
  const main = text('DEFAULT_LANG') ?? 'en';
  const pageFolders = (list('PAGE_PATHS') ?? ['pages']).map((folder) => folder.replace(/\/$/, ''));
  const statics = list('STATIC_PATHS') ?? ['images'];
  const usesFolders = text('USE_FOLDER_AS_CATEGORY') !== 'false';
  const at = (folder: string): string => [root, folder].filter((part) => part !== '').join('/');

  const listUrl = (kind: string, slug: string): string =>
    exactUrl(base, text(`${kind.toUpperCase()}_URL`)?.replace('{slug}', slug) ?? `${kind}/${slug}.html`);

  const place = (path: string, facts: Facts): Place => {
    const { folders, name } = readPath(path, root);
    const isPage = pageFolders.some((folder) => path.startsWith(`${at(folder)}/`));
    const dated = datedName(name);
    const suffix = languageSuffix(dated.rest);
    const language = facts.language ?? main;
    const date =
      facts.date ?? (text('FILENAME_METADATA') === undefined && dated.date === undefined ? undefined : dated.date);
    const slug =
      facts.slug ?? latinSlug(text('SLUGIFY_SOURCE') === 'basename' ? dated.rest : (facts.title ?? dated.rest));
    const folder = !isPage && usesFolders ? folders.at(-1) : undefined;
    const category = facts.categories[0] ?? folder ?? text('DEFAULT_CATEGORY') ?? 'misc';
    const kind = isPage ? 'PAGE' : 'ARTICLE';
    const isOther = language !== main;
    const pattern =
      text(isOther ? `${kind}_LANG_URL` : `${kind}_URL`) ??
      text(isOther ? `${kind}_LANG_SAVE_AS` : `${kind}_SAVE_AS`) ??
      `${isPage ? 'pages/' : ''}{slug}${isOther ? '-{lang}' : ''}.html`;
    const values = {
      slug,
      lang: language,
      category: latinSlug(category),
      author: latinSlug(facts.people[0]?.name ?? text('AUTHOR') ?? ''),
      path: name,
      base_path: folders.join('/'),
    };
    const asked = textAt(facts.values, 'url', 'save_as');
    const url = asked ?? fillBraces(pattern, values, date);
    return {
      kind: !isPage && (date !== undefined || facts.isDraft) ? 'story' : 'page',
      url: exactUrl(base, url.replace(/(^|\/)index\.html$/, '$1')),
      language: facts.language,
      base: `${kind} ${facts.translationKey ?? facts.slug ?? suffix}`,
      slug,
      date: dated.date,
      categories:
        folder === undefined || facts.categories.length > 0
          ? []
          : [categoryOf(folder, new Map([[folder, titleOfFolder(folder)]]))],
    };
  };

  return {
    site: {
      title: text('SITENAME'),
      description: text('SITESUBTITLE') ?? text('SITEDESCRIPTION'),
      url: text('SITEURL')?.startsWith('http') ? text('SITEURL') : undefined,
      language: main,
      timeZone: text('TIMEZONE'),
    },
    base,
    texts: project
      .files(root)
      .filter((path) => MARKDOWN.test(path) && !/(?:^|\/)(?:themes?|plugins|output)\//.test(path)),
    statics: [root, ...statics.map(at), at('extra')],
    format: 'header-lines',
    aliasesFrom: 'root',
    needsFrontMatter: false,
    values: (_path, own) =>
      own['author'] === undefined && own['authors'] === undefined && text('AUTHOR') !== undefined
        ? { author: text('AUTHOR'), ...own }
        : own,
    place,
    // Of the plugin `liquid_tags`; Pelican has none by itself.
    syntax: (_path, { lookUp }) =>
      list('PLUGINS')?.some((name) => /liquid/.test(name)) ? liquidSyntax(lookUp) : undefined,
    value: (path) => text(path),
    readAddress(written) {
      const [path, rest] = splitAddress(decodeBraces(written));
      const match = /^(?:\{(\w+)\}|\|(\w+)\|)(.*)$/.exec(path);
      if (!match) return unchanged(written);
      const [kind = '', named = ''] = [match[1] ?? match[2], match[3]];
      if (kind === 'index') return unchanged(`${base}/`);
      if (['category', 'tag', 'author'].includes(kind)) return unchanged(listUrl(kind, latinSlug(named)));
      return named.startsWith('/')
        ? fileAddress(at(named.slice(1)), rest)
        : { kind: 'address', address: `${named}${rest}` };
    },
    feeds: [exactUrl(base, text('FEED_ALL_ATOM') ?? 'feeds/all.atom.xml')],
    feedsOf: (list) =>
      [list.replace(/(?:category|tag|author)\/([^/]+)\.html$/, 'feeds/$1.atom.xml')].filter((feed) => feed !== list),
    lists: {
      category: (id) => listUrl('category', id),
      topic: (name) => listUrl('tag', latinSlug(name)),
      contributor: (name) => listUrl('author', latinSlug(name)),
    },
    sections: [],
    notes: [],
  };
}

/** A name without the language that ends it: `bridge-de`, `bridge.de`. */
function languageSuffix(name: string): string {
  return name.replace(/[-_.][a-z]{2}(?:[-_][A-Z]{2})?$/, '');
}

/** A pattern of Python's with its names filled in: `{date:%Y}/{slug}.html`. */
function fillBraces(pattern: string, values: Readonly<Record<string, string>>, date: string | undefined): string {
  return pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, format: string | undefined) => {
    if (name === 'date') return strftime(format ?? '%Y-%m-%d', date);
    return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
  });
}

/** Markdown encodes braces and bars of an address. */
function decodeBraces(written: string): string {
  return written.replace(/^%7B/i, '{').replace(/%7D/i, '}').replace(/%7C/gi, '|');
}
