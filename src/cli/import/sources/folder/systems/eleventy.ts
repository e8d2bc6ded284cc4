import { evaluate } from '../calls/expressions.ts';
import { jsxSyntax } from '../calls/jsx.ts';
import { liquidSyntax } from '../calls/liquid.ts';
import type { Facts } from '../keys/facts.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { readDataFile, tableOfFile } from '../values/data.ts';
import { listIn, propertyIn } from '../values/program-text.ts';
import { flagOf, tableOf, textAt, textsOf, valueAt, type Values, wordsOf } from '../values/plain-values.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  exactUrl,
  joinUrl,
  languageOf,
  MARKDOWN,
  readPath,
  titleOfFolder,
  unchanged,
} from './paths.ts';

const CONFIGURATION = /^(?:\.eleventy\.[cm]?js|eleventy\.config\.(?:[cm]?js|ts))$/;

/** Names of collections that templates list stories by; no topics. */
const COLLECTIONS = new Set(['all', 'nav', 'post', 'posts', 'page', 'pages', 'article', 'articles', 'blog']);

export const ELEVENTY_SYSTEM: System = {
  type: 'eleventy',
  name: 'Eleventy',
  reads: 'a project of Eleventy, with eleventy.config.js',
  recognises: (project) => project.names('').some((name) => CONFIGURATION.test(name)),
  open: openEleventy,
};

function openEleventy(project: Project): Publication {
  const names = project.names('').filter((name) => CONFIGURATION.test(name));
  const program = names.map((name) => project.text(name)?.text ?? '').join('\n');
  const asked = (propertyIn(program, 'input') ?? '').replace(/^\.?\/+|\/+$/g, '');
  const input = asked !== '' && project.hasFolder(asked) ? asked : '';
  const base = (propertyIn(program, 'pathPrefix') ?? '').replace(/\/+$/, '');
  const output = (propertyIn(program, 'output') ?? '_site').replace(/^\.?\/+|\/+$/g, '');
  const at = (name: string): string => [input, name].filter((part) => part !== '').join('/');
  const data = globalData(project, at((propertyIn(program, 'data') ?? '_data').replace(/^\.?\/+/, '')));
  const site = tableOf(data['site']) ?? tableOf(data['metadata']) ?? tableOf(data['meta']);
  const folderData = folderDataOf(project, input);
  const url = textAt(site, 'url', 'baseUrl', 'domain');

  const place = (path: string, facts: Facts): Place | undefined => {
    const { folders, name } = readPath(path, input);
    const asked = valueAt(facts.values, 'permalink');
    if (flagOf(asked) === false) return undefined;
    const isIndex = name === 'index' || name === folders.at(-1);
    const dated = datedName(name === 'index' ? (folders.at(-1) ?? name) : name);
    const parents = name === 'index' ? folders.slice(0, -1) : folders;
    const values: Readonly<Record<string, string | undefined>> = {
      'page.fileSlug': isIndex && folders.length > 0 && name === 'index' ? (folders.at(-1) ?? '') : dated.rest,
      'page.filePathStem': `/${[...folders, dated.rest].join('/')}`,
      title: facts.title,
      slug: facts.slug,
    };
    const lookUp = (key: string): string | undefined =>
      Object.hasOwn(values, key) ? values[key] : textAt(facts.values, key);
    const filled = textsOf(asked)[0]?.replace(
      /\{\{-?([^{}]*)-?\}\}/g,
      (whole, expression: string) => evaluate(expression.trim(), lookUp) ?? whole,
    );
    const isKnown = filled !== undefined && !/\{[{%]/.test(filled);
    const own = isIndex
      ? [...folders.slice(0, name === 'index' ? undefined : -1), name === 'index' ? '' : name]
      : [...folders, name];
    const isStory = (facts.date ?? dated.date) !== undefined || (facts.isDraft && folders.length > 0);
    const language =
      facts.language ?? languageOf(/^[a-z]{2}(?:-[A-Za-z]{2})?$/.test(folders[0] ?? '') ? (folders[0] ?? '') : '');
    const rubric = parents.find((folder) => languageOf(folder) === undefined);
    const fromFolders = new Set(folderData(path).flatMap((table) => wordsOf(table['tags'])));
    return {
      kind: isStory && facts.type !== 'page' ? 'story' : 'page',
      url: isKnown ? exactUrl(base, filled.replace(/(^|\/)index\.html$/, '$1')) : joinUrl(base, own.join('/')),
      language,
      base: [...folders.slice(language === folders[0] ? 1 : 0), name].join('/'),
      slug: facts.slug ?? dated.rest,
      date: dated.date,
      categories:
        isStory && rubric !== undefined ? [categoryOf(rubric, new Map([[rubric, titleOfFolder(rubric)]]))] : [],
      topics: facts.topics.filter((topic) => !COLLECTIONS.has(topic.toLowerCase()) && !fromFolders.has(topic)),
    };
  };

  return {
    site: {
      title: textAt(site, 'title', 'name'),
      description: textAt(site, 'description'),
      url,
      language: textAt(site, 'language', 'lang', 'locale'),
    },
    base: base === '' ? basePathOf(url) : base,
    texts: project.files(input).filter((path) => MARKDOWN.test(path) && isText(path, input, output)),
    statics: [
      ...new Set([
        '',
        'public',
        'static',
        'assets',
        'src',
        'src/assets',
        'src/public',
        'src/static',
        input,
        ...passedThrough(program),
      ]),
    ],
    format: 'fences',
    aliasesFrom: 'root',
    needsFrontMatter: false,
    values(path, own) {
      const merged = Object.assign(Object.create(null) as Record<string, unknown>, ...folderData(path), own) as Record<
        string,
        unknown
      >;
      const tags = [
        ...new Set([...folderData(path).flatMap((table) => wordsOf(table['tags'])), ...wordsOf(own['tags'])]),
      ];
      return tags.length > 0 ? Object.assign(merged, { tags }) : merged;
    },
    place,
    syntax: (path, { lookUp, bindings }) => (/\.mdx$/i.test(path) ? jsxSyntax(bindings) : liquidSyntax(lookUp)),
    value: (path) => textAt(data, path),
    readAddress: (written) => unchanged(written),
    feeds: ['/feed.xml', '/feed/feed.xml', '/rss.xml', '/atom.xml'].map((feed) => `${base}${feed}`),
    lists: {},
    sections: [],
    notes: [],
  };
}

function isText(path: string, input: string, output: string): boolean {
  const below = input === '' ? path : path.slice(input.length + 1);
  if (
    path.startsWith(`${output}/`) ||
    below
      .split('/')
      .slice(0, -1)
      .some((folder) => folder.startsWith('_'))
  )
    return false;
  return !/^(?:readme|changelog|contributing|license|code_of_conduct|security)\.md$/i.test(path);
}

/** Files of data by their names, `_data/a/b.json` as `a.b`; programs among them are not read. */
function globalData(project: Project, folder: string): Record<string, unknown> {
  const data = Object.create(null) as Record<string, unknown>;
  for (const path of project.files(folder)) {
    const value = readDataFile(path, project.text(path)?.text);
    const names = path
      .slice(folder.length + 1)
      .replace(/\.\w+$/, '')
      .split('/');
    const name = names.pop() ?? '';
    let at = data;
    for (const part of names) at = tableIn(at, part);
    if (value !== undefined && !Object.hasOwn(at, name)) at[name] = value;
  }
  return data;
}

/** A table of a name within another; it is made if there is none. */
function tableIn(table: Record<string, unknown>, name: string): Record<string, unknown> {
  const own = Object.hasOwn(table, name) ? tableOf(table[name]) : undefined;
  const made = own ?? (Object.create(null) as Values);
  table[name] = made;
  return made as Record<string, unknown>;
}

/** The data that a text has by its folders and by a file beside it, those that count less first. */
function folderDataOf(project: Project, input: string): (path: string) => readonly Values[] {
  const known = new Map<string, Values | undefined>();
  const read = (stem: string): Values | undefined => {
    if (!known.has(stem)) {
      const name = ['.11tydata.json', '.json', '.11tydata.yaml', '.11tydata.yml']
        .map((end) => `${stem}${end}`)
        .find((file) => project.file(file) !== undefined);
      const program = ['.11tydata.js', '.11tydata.cjs', '.11tydata.mjs']
        .map((end) => project.text(`${stem}${end}`)?.text)
        .find((text) => text !== undefined);
      const written = program === undefined ? undefined : writtenOut(program);
      known.set(stem, name === undefined ? written : tableOfFile(name, project.text(name)?.text));
    }
    return known.get(stem);
  };
  return (path) => {
    const { folders } = readPath(path, input);
    const below = folders.map((folder, index) =>
      [input, ...folders.slice(0, index + 1), folder].filter((part) => part !== '').join('/'),
    );
    return [...below, path.replace(/\.\w+$/, '')].flatMap((stem): readonly Values[] => {
      const table = read(stem);
      return table ? [table] : [];
    });
  };
}

/** What a program of data says in so many words of the texts beside it. */
function writtenOut(program: string): Values {
  const texts = ['permalink', 'author', 'lang', 'category', 'section'].flatMap((name): [string, unknown][] => {
    const value = propertyIn(program, name);
    return value === undefined ? [] : [[name, value]];
  });
  const tags = listIn(program, 'tags');
  return Object.fromEntries(tags.length > 0 ? [...texts, ['tags', tags]] : texts);
}

/** Folders that are copied into the site as they are. */
function passedThrough(program: string): readonly string[] {
  return [...program.slice(0, 200_000).matchAll(/addPassthroughCopy\(\s*["'`]([^"'`\n*]+)["'`]/g)].map(
    ([, path = '']) => path.replace(/^\.?\/+|\/+$/g, ''),
  );
}
