import type { Facts } from '../keys/facts.ts';
import { jsxSyntax } from '../calls/jsx.ts';
import { wikiSyntax } from '../calls/wiki.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import {
  categoryOf,
  datedName,
  exactUrl,
  joinUrl,
  languageOf,
  MARKDOWN,
  readPath,
  slugify,
  titleOfFolder,
  unchanged,
} from './paths.ts';

/** How many folders are looked into for a text. */
const MOST_FOLDERS = 200;

export const MARKDOWN_SYSTEM: System = {
  type: 'markdown',
  name: 'Markdown',
  reads: 'a folder of Markdown files',
  recognises: hasMarkdown,
  open: openMarkdown,
};

function hasMarkdown(project: Project): boolean {
  const open = [''];
  for (let looked = 0; looked < MOST_FOLDERS; looked += 1) {
    const folder = open.shift();
    if (folder === undefined) return false;
    const names = project.names(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    const paths = names.map((name) => (folder === '' ? name : `${folder}/${name}`));
    if (paths.some((path) => MARKDOWN.test(path) && project.file(path) !== undefined)) return true;
    for (const path of paths) if (!/\.\w{1,5}$/.test(path) && project.hasFolder(path)) open.push(path);
  }
  return false;
}

function openMarkdown(project: Project): Publication {
  const texts = project.files('').filter((path) => MARKDOWN.test(path));
  const suffixed = languageSuffixes(texts);
  const isVault = project.hasFolder('.obsidian');
  const wiki = wikiSyntax(isVault);

  const place = (path: string, facts: Facts): Place => {
    const { folders, name } = readPath(path, '');
    const suffix = suffixed.get(path);
    const stem = suffix === undefined ? name : name.slice(0, -suffix.length - 1);
    const own = stem === 'index' || stem === 'README' ? folders : [...folders, stem];
    const dated = datedName(own.at(-1) ?? '');
    const folder = /^[a-z]{2}(?:-[A-Z]{2})?$/.test(folders[0] ?? '') ? folders[0] : undefined;
    const language = facts.language ?? languageOf(suffix ?? folder ?? '');
    const date = facts.date ?? dated.date;
    const rubric = folders.find(
      (part) => part !== folder && !/^(?:\d+|content|posts?|src|_posts|articles?)$/.test(part),
    );
    const parts = own.map(slugify);
    return {
      kind: date !== undefined || (facts.isDraft && folders.length > 0) ? 'story' : 'page',
      url:
        facts.permalink === undefined
          ? joinUrl(suffix, ...parts.slice(0, -1), facts.slug ?? parts.at(-1))
          : exactUrl(facts.permalink.replace(/^https?:\/\/[^/]+/, '')),
      language,
      base: own.filter((part) => part !== folder).join('/'),
      slug: facts.slug ?? dated.rest,
      date: dated.date,
      categories:
        rubric === undefined || date === undefined
          ? []
          : [categoryOf(rubric, new Map([[rubric, titleOfFolder(rubric)]]))],
    };
  };

  return {
    site: {},
    base: '',
    texts,
    statics: ['static', 'public', 'assets', 'images', 'img', 'media', ''],
    format: 'fences',
    aliasesFrom: 'root',
    needsFrontMatter: false,
    // In Obsidian, aliases are other names, and no addresses.
    values: (_path, own) =>
      isVault ? Object.assign(Object.create(null) as Record<string, unknown>, own, { aliases: undefined }) : own,
    place,
    syntax: (path, { bindings }) => (/\.mdx$/i.test(path) ? jsxSyntax(bindings) : wiki),
    value: () => undefined,
    readAddress: (written) => unchanged(written),
    feeds: [],
    lists: {},
    sections: [],
    notes: [],
  };
}

/** The language that ends the name of a file, `bridge.de.md`, where another of the same name is there. */
function languageSuffixes(texts: readonly string[]): ReadonlyMap<string, string> {
  const stems = new Map<string, number>();
  const read = texts.map((path) => {
    const [, stem = '', suffix] = /^(.*?)(?:\.([a-z]{2}(?:-[A-Z]{2})?))?\.\w+$/.exec(path) ?? [];
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
    return { path, stem, suffix };
  });
  return new Map(
    read.flatMap(({ path, stem, suffix }) =>
      suffix !== undefined && (stems.get(stem) ?? 0) > 1 ? [[path, suffix] as const] : [],
    ),
  );
}
