import type { Facts } from '../keys/facts.ts';
import { ZOLA } from '../calls/zola.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { cutFrontMatter } from '../values/front-matter.ts';
import { flagOf, tableOf, textAt, valueAt } from '../values/plain-values.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  fileAddress,
  firstTable,
  joinUrl,
  readPath,
  latinSlug,
  splitAddress,
  titleOfFolder,
  unchanged,
} from './paths.ts';

const CONFIGURATIONS = ['zola.toml', 'config.toml'];

export const ZOLA_SYSTEM: System = {
  type: 'zola',
  name: 'Zola',
  reads: 'a project of Zola, with config.toml',
  recognises: (project) => textAt(firstTable(project, CONFIGURATIONS), 'base_url') !== undefined,
  open: openZola,
};

function openZola(project: Project): Publication {
  const config = firstTable(project, CONFIGURATIONS) ?? {};
  const base = basePathOf(textAt(config, 'base_url'));
  const main = textAt(config, 'default_language') ?? 'en';
  const others = Object.keys(tableOf(valueAt(config, 'languages')) ?? {}).filter((code) => code !== main);
  const texts = project.files('content').filter((path) => /\.md$/.test(path));
  const located = (
    path: string,
  ): { readonly folders: readonly string[]; readonly name: string; readonly language: string } => {
    const { folders, name } = readPath(path, 'content');
    const language = others.find((code) => name.endsWith(`.${code}`));
    return {
      folders,
      name: language === undefined ? name : name.slice(0, -language.length - 1),
      language: language ?? main,
    };
  };
  const titles = new Map<string, string>();
  for (const path of texts) {
    const { folders, name, language } = located(path);
    const [section] = folders;
    if (section === undefined || (titles.has(section) && name !== '_index')) continue;
    const text = name === '_index' && folders.length === 1 && language === main ? project.text(path)?.text : undefined;
    const title = text === undefined ? undefined : textAt(cutFrontMatter(text).values, 'title');
    titles.set(section, title ?? titles.get(section) ?? titleOfFolder(section));
  }
  const sorted = valueAt(config, 'taxonomies');
  const sortsBy = (name: string): boolean =>
    Array.isArray(sorted) && sorted.some((one: unknown) => textAt(tableOf(one), 'name') === name);
  const keepsNames = ['off', 'safe'].includes(textAt(config, 'slugify.paths', 'slugify_paths') ?? 'on');
  const shaped = (text: string): string => (keepsNames ? text : latinSlug(text));

  const place = (path: string, facts: Facts): Place | undefined => {
    const { folders, name, language } = located(path);
    if (name === '_index' || flagOf(valueAt(facts.values, 'render')) === false) return undefined;
    const isIndex = name === 'index' && folders.length > 0;
    const own = isIndex ? (folders.at(-1) ?? '') : name;
    const sections = isIndex ? folders.slice(0, -1) : folders;
    const { date, rest } = datedName(own);
    const slug = facts.slug ?? rest;
    const asked = textAt(facts.values, 'path');
    const prefix = language === main ? '' : language;
    const url =
      asked === undefined ? joinUrl(base, prefix, ...sections.map(shaped), shaped(slug)) : joinUrl(base, prefix, asked);
    const isStory = (facts.date ?? date) !== undefined || (facts.isDraft && sections.length > 0);
    return {
      kind: isStory && sections.length > 0 ? 'story' : 'page',
      url,
      language: others.length > 0 ? language : undefined,
      base: [...sections, own].join('/'),
      slug: shaped(slug),
      date,
      categories: sections.slice(0, 1).map((section) => categoryOf(section, titles)),
    };
  };

  return {
    site: {
      title: textAt(config, 'title'),
      description: textAt(config, 'description'),
      url: textAt(config, 'base_url'),
      language: main,
    },
    base,
    texts,
    statics: ['static', 'content'],
    format: 'fences',
    aliasesFrom: 'root',
    needsFrontMatter: false,
    values: (_path, own) => own,
    place,
    syntax: () => ZOLA,
    value: (path) => textAt(config, path.replace(/^config\./, '')),
    readAddress(written) {
      const [path, rest] = splitAddress(written);
      return path.startsWith('@/') ? fileAddress(`content/${path.slice(2)}`, rest) : unchanged(written);
    },
    feeds: ['/atom.xml', '/rss.xml'].map((feed) => `${base}${feed}`),
    feedsOf: (list) => [`${list}atom.xml`, `${list}rss.xml`],
    endings: [{ ending: 'page/:number/', ofHome: '/archive/' }],
    lists: {
      category: (id) => joinUrl(base, 'categories', id),
      topic: (name) => joinUrl(base, 'tags', latinSlug(name)),
      ...(sortsBy('authors') ? { contributor: (name: string) => joinUrl(base, 'authors', latinSlug(name)) } : {}),
      term: (taxonomy, name) => joinUrl(base, latinSlug(taxonomy), latinSlug(name)),
    },
    sections: [...titles.keys()].map((section) => ({
      url: joinUrl(base, shaped(section)),
      category: categoryOf(section, titles),
    })),
    notes: [],
  };
}
