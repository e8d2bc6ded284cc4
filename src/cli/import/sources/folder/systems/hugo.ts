import { HUGO } from '../calls/hugo.ts';
import { cascadeOf } from './hugo-cascade.ts';
import { taxonomiesOf } from './hugo-taxonomies.ts';
import type { Facts } from '../keys/facts.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { tableOfFile } from '../values/data.ts';
import { cutFrontMatter } from '../values/front-matter.ts';
import { flagOf, tableOf, textAt, textsOf, textOf, valueAt, type Values } from '../values/plain-values.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  firstTable,
  IS_HTML,
  joinUrl,
  MARKDOWN,
  readPath,
  titleOfFolder,
  unchanged,
} from './paths.ts';
import { fillPattern } from './permalinks.ts';

const CONFIGURATIONS = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
);

export const HUGO_SYSTEM: System = {
  type: 'hugo',
  name: 'Hugo',
  reads: 'a project of Hugo, with hugo.toml or config/_default/',
  recognises(project) {
    if (project.names('').some((name) => /^hugo\.(?:toml|ya?ml|json)$/.test(name))) return true;
    const config = configurationOf(project);
    return (
      textAt(config, 'baseURL') !== undefined || (Object.keys(config).length > 0 && project.hasFolder('archetypes'))
    );
  },
  open: openHugo,
};

/** The configuration, with that of the folder `config/_default/` by the names of its files. */
function configurationOf(project: Project): Values {
  const merged = Object.create(null) as Record<string, unknown>;
  for (const name of project.names('config/_default')) {
    const values = tableOfFile(name, project.text(`config/_default/${name}`)?.text);
    const key = name.replace(/\.\w+$/, '');
    if (/^(?:hugo|config)$/.test(key)) Object.assign(merged, values);
    else if (values) merged[key] = values;
  }
  return Object.assign(merged, firstTable(project, CONFIGURATIONS));
}

interface Language {
  readonly code: string;
  readonly folder: string;
  readonly prefix: string;
}

function openHugo(project: Project): Publication {
  const config = configurationOf(project);
  const content = (textAt(config, 'contentDir') ?? 'content').replace(/\/$/, '');
  const languages = languagesOf(config, content);
  const [main] = languages;
  const base = basePathOf(textAt(config, 'baseURL'));
  const folders = [...new Set(languages.map(({ folder }) => folder))];
  const files = [...new Set(folders.flatMap((folder) => project.files(folder)))];
  const bundles = new Set(files.filter((path) => isBundle(path)).map((path) => path.slice(0, path.lastIndexOf('/'))));
  const texts = files.filter((path) => (MARKDOWN.test(path) || IS_HTML.test(path)) && !isWithin(path, bundles));
  const titles = sectionTitles(project, texts, languages);
  const [ofPages, ofAll] = ['permalinks.page', 'permalinks'].map((name) => tableOf(valueAt(config, name)));
  const hasNamedDates = textsOf(valueAt(config, 'frontmatter.date')).includes(':filename');
  const isUgly = flagOf(valueAt(config, 'uglyURLs')) === true;
  const keepsCase = flagOf(valueAt(config, 'disablePathToLower')) === true;
  const shaped = (text: string): string => (keepsCase ? hugoPath(text) : hugoPath(text).toLowerCase());

  const taxonomies = taxonomiesOf(config, { base: joinUrl(base, main.prefix), shaped });
  const cascade = cascadeOf(project, config, texts, (path) => {
    const { language, folders: parents, name } = located(path, languages);
    return { language: language.code, folders: parents, name };
  });

  const holders = new Set(
    texts.flatMap((path) => {
      const { folders: parents, name } = located(path, languages);
      const above = name === '_index' ? parents.slice(0, -1) : parents;
      return above.map((_, index) => above.slice(0, index + 1).join('/'));
    }),
  );
  const isTerms = (folder: string | undefined): boolean => folder !== undefined && taxonomies.plurals.has(folder);
  const isEmptySection = (path: string): boolean => {
    const { folders: parents } = located(path, languages);
    return parents.length > 0 && !isTerms(parents[0]) && !holders.has(parents.join('/'));
  };

  const place = (path: string, facts: Facts): Place | undefined => {
    const { language, folders: parents, name } = located(path, languages);
    if (flagOf(valueAt(facts.values, 'headless')) === true) return undefined;
    // A section that has nothing in it is a page like others.
    if (name === '_index' && !isEmptySection(path)) return undefined;
    const isIndex = name === 'index' || name === '_index';
    const own = isIndex ? (parents.at(-1) ?? '') : name;
    const sections = isIndex ? parents.slice(0, -1) : parents;
    const [section] = sections;
    const dated = datedName(own);
    const slug = facts.slug ?? (hasNamedDates && dated.date !== undefined ? dated.rest : own);
    const date = facts.date ?? dated.date;
    const pattern = section === undefined ? undefined : (textOf(ofPages?.[section]) ?? textOf(ofAll?.[section]));
    const parts = {
      date,
      title: (facts.title ?? own).replace(/<[^<>]*>/g, '').replace(/\//g, '-'),
      slug: facts.slug,
      sections,
      filename: own,
      contentbasename: own,
      shape: shaped,
    };
    const below =
      pattern === undefined ? [...sections.map(shaped), shaped(slug)].join('/') : fillPattern(pattern, parts);
    const asked = textAt(facts.values, 'url');
    const url =
      own === ''
        ? joinUrl(base, language.prefix)
        : joinUrl(
            base,
            asked === undefined ? language.prefix : '',
            asked ?? (isUgly ? `${below.replace(/\/$/, '')}.html` : below),
          );
    const isStory = section !== undefined && facts.type !== 'page' && (date !== undefined || facts.isDraft);
    return {
      kind: isStory ? 'story' : 'page',
      url,
      language: languages.length > 1 ? language.code : undefined,
      base: [...sections, own].join('/'),
      slug,
      date: dated.date,
      categories: section === undefined ? [] : [categoryOf(section, titles)],
    };
  };

  return {
    site: {
      title: textAt(config, 'title') ?? textAt(config, `languages.${main.code}.title`),
      description: textAt(config, 'params.description', 'description', `languages.${main.code}.params.description`),
      url: webUrl(textAt(config, 'baseURL')),
      language: textAt(config, 'languageCode', `languages.${main.code}.languageCode`) ?? main.code,
      timeZone: textAt(config, 'timeZone'),
    },
    base,
    texts,
    statics: [
      'static',
      ...textsOf(valueAt(config, 'staticDir')),
      'assets',
      ...project.names('themes').map((name) => `themes/${name}/static`),
    ],
    format: 'fences',
    aliasesFrom: 'text',
    needsFrontMatter: false,
    values: (path, own) => taxonomies.values(cascade(path, own)),
    place,
    syntax: () => HUGO,
    value: (path) => textAt(tableOf(valueAt(config, 'params')), path),
    readAddress: (written) => unchanged(written.replace(/^\{\{-?\s*\.?site\.baseurl\s*-?\}\}\/?/i, '/')),
    feeds: [...new Set(['', ...languages.map(({ prefix }) => prefix)])].map((prefix) =>
      joinUrl(base, prefix, 'index.xml').replace(/\/$/, ''),
    ),
    homes: languages.map(({ prefix }) => joinUrl(base, prefix)).filter((home) => home !== joinUrl(base)),
    feedsOf: (list) => [`${list}index.xml`],
    lists: taxonomies.lists,
    indexes: taxonomies.indexes,
    endings: [{ ending: 'page/:number/', ofHome: '/archive/' }],
    sections: [...new Set(texts.flatMap((path) => located(path, languages).folders[0] ?? []))].map((section) => ({
      url: joinUrl(base, main.prefix, shaped(section)),
      category: categoryOf(section, titles),
    })),
    notes: [],
  };
}

function languagesOf(config: Values, content: string): readonly [Language, ...Language[]] {
  const main = textAt(config, 'defaultContentLanguage') ?? 'en';
  const isBelow = flagOf(valueAt(config, 'defaultContentLanguageInSubdir')) === true;
  const table = tableOf(valueAt(config, 'languages')) ?? {};
  const of = (code: string): Language => ({
    code,
    folder: (textAt(tableOf(table[code]), 'contentDir') ?? content).replace(/\/$/, ''),
    prefix: code === main && !isBelow ? '' : code.toLowerCase(),
  });
  const others = Object.keys(table).filter(
    (code) => code !== main && flagOf(valueAt(tableOf(table[code]), 'disabled')) !== true,
  );
  return [of(main), ...others.map(of)];
}

/** The language of a file by its folder, or the ending of its name: `bridge.de.md`. */
function located(
  path: string,
  languages: readonly [Language, ...Language[]],
): { readonly language: Language; readonly folders: readonly string[]; readonly name: string } {
  const within = languages
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length);
  const [byFolder = languages[0]] = within;
  const { folders, name } = readPath(path, byFolder.folder);
  const suffix = /\.([^.]+)$/.exec(name)?.[1];
  const bySuffix = languages.find(({ code }) => code.toLowerCase() === suffix?.toLowerCase());
  return {
    language: bySuffix ?? byFolder,
    folders,
    name: bySuffix && suffix !== undefined ? name.slice(0, -suffix.length - 1) : name,
  };
}

function isBundle(path: string): boolean {
  return /\/index(?:\.[A-Za-z-]{2,7})?\.(?:md|markdown|html)$/i.test(path);
}

/** Whether a text is a part of a bundle, and no page. */
function isWithin(path: string, bundles: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (bundles.has(path.slice(0, end))) return !(isBundle(path) && end === path.lastIndexOf('/'));
  return false;
}

function sectionTitles(
  project: Project,
  texts: readonly string[],
  languages: readonly [Language, ...Language[]],
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const path of texts) {
    const { language, folders, name } = located(path, languages);
    const [section] = folders;
    if (section === undefined || (titles.has(section) && name !== '_index')) continue;
    const text =
      name === '_index' && folders.length === 1 && language === languages[0] ? project.text(path)?.text : undefined;
    const title = text === undefined ? undefined : textAt(cutFrontMatter(text).values, 'title');
    titles.set(section, title ?? titles.get(section) ?? titleOfFolder(section));
  }
  return titles;
}

/** What Hugo leaves of a name in an address. */
function hugoPath(text: string): string {
  return text
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\s./\\_#+~-]+/gu, '')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/[#\\]/g, '');
}

function webUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}
