import { liquidSyntax } from '../calls/liquid.ts';
import type { Facts } from '../keys/facts.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { flagOf, tableOf, textAt, textOf, textsOf, valueAt, type Values } from '../values/plain-values.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  exactUrl,
  firstTable,
  IS_HTML,
  MARKDOWN,
  readPath,
  slugify,
  unchanged,
} from './paths.ts';
import { fillPattern } from './permalinks.ts';

const CONFIGURATIONS = ['_config.yml', '_config.yaml', '_config.toml'];

const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

export const JEKYLL_SYSTEM: System = {
  type: 'jekyll',
  name: 'Jekyll',
  reads: 'a project of Jekyll, with _config.yml',
  recognises: (project) =>
    CONFIGURATIONS.some((name) => project.file(name) !== undefined) || project.hasFolder('_posts'),
  open: openJekyll,
};

function openJekyll(project: Project): Publication {
  const config = firstTable(project, CONFIGURATIONS) ?? {};
  // Hexo, which has the same configuration, keeps its texts there.
  const usual = !project.hasFolder('_posts') && project.hasFolder('source/_posts') ? 'source' : '';
  const source = (textAt(config, 'source') ?? usual).replace(/^\.?\/+|\/$/g, '');
  const collections = collectionsOf(config);
  const excluded = textsOf(valueAt(config, 'exclude')).map((path) => path.replace(/\/$/, ''));
  const below = (path: string): string => (source === '' ? path : path.slice(source.length + 1));
  const texts = project.files(source).filter((path) => {
    const own = below(path);
    if (!isText(own) || excluded.some((out) => own === out || own.startsWith(`${out}/`))) return false;
    const folders = own.split('/').slice(0, -1);
    return folders.every(
      (name) => !name.startsWith('_') || name === '_posts' || name === '_drafts' || collections.has(name.slice(1)),
    );
  });
  const url = textAt(config, 'url');
  const base = (textAt(config, 'baseurl') ?? basePathOf(url)).replace(/\/+$/, '');
  const defaults = defaultsOf(config);
  const asked = textAt(config, 'permalink') ?? 'date';
  const pattern = Object.hasOwn(STYLES, asked) ? (STYLES[asked] ?? '') : asked;

  const values = (path: string, own: Values): Values => {
    const type = typeOf(below(path), collections);
    const merged = Object.create(null) as Record<string, unknown>;
    for (const group of defaults) if (group.fits(below(path), type)) Object.assign(merged, group.values);
    Object.assign(merged, own);
    // A list of these may be one text, with spaces between.
    for (const name of ['categories', 'tags'])
      if (typeof merged[name] === 'string' && !/[,，]/.test(merged[name]))
        merged[name] = merged[name].trim().split(/\s+/);
    return merged;
  };

  const place = (path: string, facts: Facts): Place | undefined => {
    const { folders, name } = readPath(path, source);
    const at = folders.findIndex((folder) => folder === '_posts' || folder === '_drafts');
    const collection = folders[0]?.startsWith('_') ? folders[0].slice(1) : undefined;
    if (at >= 0) return placePost(facts, { folders, at, name });
    if (collection !== undefined && collections.has(collection))
      return placeItem(facts, { collection, folders: folders.slice(1), name });
    const own =
      name === 'index' || name === 'README' ? '' : `${name}${/\/$|:title$|pretty/.test(asked) ? '/' : '.html'}`;
    const address = facts.permalink ?? [...folders, own].join('/');
    return {
      kind: 'page',
      url: exactUrl(base, address),
      base: [...folders, name].join('/'),
      slug: name,
      language: facts.language,
    };
  };

  interface Post {
    readonly folders: readonly string[];
    readonly at: number;
    readonly name: string;
  }

  const placePost = (facts: Facts, { folders, at, name }: Post): Place => {
    const isDraft = folders[at] === '_drafts';
    const dated = isDraft ? { date: undefined, rest: datedName(name).rest } : datedName(name);
    const byFolder = [...folders.slice(0, at), ...folders.slice(at + 1)].filter((folder) => !folder.startsWith('_'));
    const categories = [...folders.slice(0, at), ...facts.categories];
    const date = facts.date ?? dated.date;
    const path = fill(facts.permalink ?? pattern, {
      facts,
      date,
      name: dated.rest,
      categories,
      path: dated.rest,
      collection: 'posts',
    });
    return {
      kind: 'story',
      url: isDraft && date === undefined && facts.permalink === undefined ? undefined : exactUrl(base, path),
      language: facts.language,
      base: `posts/${[...byFolder, name].join('/')}`,
      slug: facts.slug ?? dated.rest,
      date: dated.date,
      categories: folders.slice(0, at).map((folder) => categoryOf(folder)),
      status: isDraft ? 'draft' : undefined,
    };
  };

  const placeItem = (
    facts: Facts,
    item: { readonly collection: string; readonly folders: readonly string[]; readonly name: string },
  ): Place | undefined => {
    const { collection, folders, name } = item;
    const settings = collections.get(collection);
    if (flagOf(valueAt(settings, 'output')) !== true) return undefined;
    const dated = datedName(name);
    const date = facts.date ?? dated.date;
    const own = textAt(settings, 'permalink') ?? '/:collection/:path.html';
    const path = fill(facts.permalink ?? own, {
      facts,
      date,
      name: dated.rest,
      categories: facts.categories,
      path: [...folders, name].join('/'),
      collection,
    });
    return {
      kind: date === undefined ? 'page' : 'story',
      url: exactUrl(base, path),
      language: facts.language,
      base: [collection, ...folders, name].join('/'),
      slug: facts.slug ?? dated.rest,
      date: dated.date,
      categories: date === undefined ? [] : [categoryOf(collection)],
    };
  };

  return {
    site: {
      title: textAt(config, 'title', 'name'),
      description: textAt(config, 'description'),
      url: url === undefined || url === '' ? undefined : `${url.replace(/\/$/, '')}${base}/`,
      language: textAt(config, 'lang', 'locale', 'language'),
      timeZone: textAt(config, 'timezone'),
    },
    base,
    texts,
    statics: [source, 'assets', 'images', 'img'].map((folder) => folder.replace(/^\/|\/$/g, '')),
    format: 'fences',
    aliasesFrom: 'root',
    needsFrontMatter: true,
    values,
    place,
    syntax: (_path, { lookUp }) => liquidSyntax(lookUp),
    value: (path) => (path.startsWith('site.') ? siteValue(config, path.slice('site.'.length)) : undefined),
    // Both a filter and a tag put the base before a path, and people do too.
    readAddress: (written) => unchanged(base === '' ? written : written.replace(`${base}${base}/`, `${base}/`)),
    feeds: ['/feed.xml', '/rss.xml', '/atom.xml'].map((feed) => `${base}${feed}`),
    lists: archiveLists(config, base),
    sections: [],
    notes: [],
  };
}

/** Texts in HTML are stories only: other pages of HTML are templates. */
function isText(path: string): boolean {
  return MARKDOWN.test(path) || (IS_HTML.test(path) && /^(?:.*\/)?_[^/]+\//.test(path));
}

interface PostParts {
  readonly facts: Facts;
  readonly date: string | undefined;
  readonly name: string;
  readonly categories: readonly string[];
  readonly path: string;
  readonly collection: string;
}

function fill(pattern: string, { facts, date, name, categories, path, collection }: PostParts): string {
  const slug = facts.slug ?? name;
  const style = Object.hasOwn(STYLES, pattern) ? (STYLES[pattern] ?? '') : pattern;
  const lower = categories.map((category) => category.toLowerCase());
  const others = {
    categories: lower.join('/'),
    slugified_categories: lower.map(slugify).join('/'),
    // What Jekyll leaves of a name in an address, in its case.
    title: slug.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, ''),
    slug: slugify(slug),
    name: slugify(name),
    path,
    collection,
    output_ext: '.html',
    week: date === undefined ? undefined : weekOf(date),
  };
  return fillPattern(style, {
    date,
    title: name,
    slug,
    sections: [],
    filename: name,
    contentbasename: name,
    shape: (text) => text,
    others,
  });
}

/** The number of a week by ISO 8601. */
function weekOf(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return String(Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7)).padStart(2, '0');
}

function collectionsOf(config: Values): ReadonlyMap<string, Values> {
  const written = valueAt(config, 'collections');
  const table = tableOf(written);
  if (!table) return new Map(textsOf(written).map((name) => [name, {}]));
  return new Map(Object.entries(table).map(([name, settings]) => [name, tableOf(settings) ?? {}]));
}

function typeOf(path: string, collections: ReadonlyMap<string, Values>): string {
  if (/(?:^|\/)_posts\//.test(path)) return 'posts';
  if (/(?:^|\/)_drafts\//.test(path)) return 'drafts';
  const collection = /^_([^/]+)\//.exec(path)?.[1];
  return collection !== undefined && collections.has(collection) ? collection : 'pages';
}

interface Defaults {
  fits(path: string, type: string): boolean;
  readonly values: Values;
}

/** Keys that the configuration gives to texts of a folder or a kind; later ones count over earlier. */
function defaultsOf(config: Values): readonly Defaults[] {
  const written = valueAt(config, 'defaults');
  return (Array.isArray(written) ? (written as readonly unknown[]) : []).flatMap((group): readonly Defaults[] => {
    const [scope, values] = [tableOf(valueAt(tableOf(group), 'scope')), tableOf(valueAt(tableOf(group), 'values'))];
    if (!values) return [];
    const folder = (textOf(scope?.['path']) ?? '').replace(/^\/|\/$|\/?\*.*$/g, '');
    const type = textOf(scope?.['type']);
    return [
      {
        values,
        fits: (path, kind) =>
          (folder === '' || path === folder || path.startsWith(`${folder}/`)) && (type === undefined || type === kind),
      },
    ];
  });
}

/** Lists that the plugin `jekyll-archives` makes; Jekyll makes none by itself. */
function archiveLists(config: Values, base: string): Publication['lists'] {
  const patternOf = (kind: string): string | undefined => textAt(config, `jekyll-archives.permalinks.${kind}`);
  const listed = (pattern: string | undefined): ((name: string) => string) | undefined =>
    pattern === undefined ? undefined : (name) => exactUrl(base, pattern.replace(':name', slugify(name)));
  const [category, topic] = [listed(patternOf('category')), listed(patternOf('tag'))];
  return { ...(category ? { category } : {}), ...(topic ? { topic } : {}) };
}

function siteValue(config: Values, path: string): string | undefined {
  const value = textAt(config, path);
  // A site that is at the root of its host says so by an empty text.
  return value ?? (path === 'baseurl' || path === 'url' ? '' : undefined);
}
