import { jsxSyntax } from '../calls/jsx.ts';
import type { Facts } from '../keys/facts.ts';
import type { Project } from '../project.ts';
import type { Place, Publication, System } from '../system.ts';
import { type ProgramRules, rulesOfAstro, rulesOfNext } from '../redirects/programs.ts';
import { listIn, propertyIn } from '../values/program-text.ts';
import {
  basePathOf,
  categoryOf,
  datedName,
  exactUrl,
  fileAddress,
  joinUrl,
  languageOf,
  MARKDOWN,
  readPath,
  slugify,
  splitAddress,
  titleOfFolder,
  unchanged,
} from './paths.ts';

const ASTRO_CONFIGURATION = /^astro\.config\.(?:[cm]?js|[cm]?ts)$/;
const NEXT_CONFIGURATION = /^next\.config\.(?:[cm]?js|[cm]?ts)$/;

export const ASTRO_SYSTEM: System = {
  type: 'astro',
  name: 'Astro',
  reads: 'a project of Astro, with astro.config.mjs',
  recognises: (project) => project.names('').some((name) => ASTRO_CONFIGURATION.test(name)),
  open(project) {
    const program = programOf(project, ASTRO_CONFIGURATION);
    const site = propertyIn(program, 'site');
    const languages = listIn(program, 'locales').flatMap((code) => languageOf(code) ?? []);
    return openRoutes(project, {
      redirects: rulesOfAstro(program),
      base: (propertyIn(program, 'base') ?? basePathOf(site)).replace(/\/+$/, ''),
      site: { url: site, language: propertyIn(program, 'defaultLocale') },
      languages,
      ending: propertyIn(program, 'format') === 'file' ? '.html' : '/',
      roots: ['src/content', 'src/data', 'content'],
      pages: ['src/pages'],
      statics: ['public', 'src', 'src/assets', 'src/images', ''],
    });
  },
};

export const NEXT_SYSTEM: System = {
  type: 'next',
  name: 'Next.js',
  reads: 'a project of Next.js whose texts are files of Markdown, with next.config.js',
  recognises: (project) => project.names('').some((name) => NEXT_CONFIGURATION.test(name)),
  open(project) {
    const program = programOf(project, NEXT_CONFIGURATION);
    const settings = [
      'src/config.ts',
      'src/config.js',
      'siteMetadata.js',
      'data/siteMetadata.js',
      'config.js',
      'site.config.js',
      'config/site.ts',
    ];
    const about = settings.map((name) => project.text(name)?.text ?? '').join('\n');
    return openRoutes(project, {
      redirects: rulesOfNext(program),
      base: (propertyIn(program, 'basePath') ?? '').replace(/\/+$/, ''),
      site: {
        title: propertyIn(about, 'title'),
        description: propertyIn(about, 'description'),
        url: propertyIn(about, 'siteUrl') ?? propertyIn(about, 'url'),
        language: propertyIn(about, 'language') ?? propertyIn(program, 'defaultLocale'),
      },
      languages: listIn(program, 'locales').flatMap((code) => languageOf(code) ?? []),
      ending: /trailingSlash\s*:\s*true/.test(program) ? '/' : '',
      roots: [
        '_posts',
        'posts',
        'content',
        'data',
        'src/content',
        'src/posts',
        'src/_posts',
        'src/data',
        'articles',
        'blog',
        'markdown',
      ],
      pages: ['pages', 'app', 'src/pages', 'src/app'],
      statics: ['public', 'src', ''],
    });
  },
};

interface Routes {
  readonly redirects: ProgramRules;
  readonly base: string;
  readonly site: Publication['site'];
  readonly languages: readonly string[];
  /** Of addresses of pages. */
  readonly ending: '/' | '' | '.html';
  /** Folders of texts that programs turn into pages. */
  readonly roots: readonly string[];
  /** Folders whose files are pages by their paths. */
  readonly pages: readonly string[];
  readonly statics: readonly string[];
}

/** Projects whose texts have their addresses by folders, and by pages such as `src/pages/blog/[slug].astro` that stand for all of a folder. */
function openRoutes(project: Project, routes: Routes): Publication {
  const roots = routes.roots.filter((folder) => project.hasFolder(folder));
  const pages = routes.pages.filter((folder) => project.hasFolder(folder));
  const texts = [...new Set([...roots, ...pages].flatMap((folder) => project.files(folder)))].filter(
    (path) => MARKDOWN.test(path) && !/\/_(?!posts\/)[^/]*$/.test(path),
  );
  const dynamic = pages.flatMap((folder) => dynamicRoutes(project, folder));
  const [main] = routes.languages;

  const place = (path: string, facts: Facts): Place => {
    const page = pages.find((folder) => path.startsWith(`${folder}/`));
    const root =
      page ??
      roots.filter((folder) => path.startsWith(`${folder}/`)).sort((one, other) => other.length - one.length)[0] ??
      '';
    const { folders, name } = readPath(path, root);
    const isIndex = name === 'index' || (page !== undefined && name === 'page');
    const own = isIndex ? folders : [...folders, name];
    const collection = page === undefined ? (own.length > 1 ? own[0] : undefined) : undefined;
    const below = collection === undefined ? own : own.slice(1);
    const last = own.at(-1) ?? '';
    const dated = datedName(last);
    const language =
      facts.language ??
      own
        .slice(0, -1)
        .find(
          (folder) =>
            routes.languages.includes(folder) ||
            (routes.languages.length === 0 && /^[a-z]{2}(?:-[A-Z]{2})?$/.test(folder)),
        );
    const parents = below.slice(0, -1);
    const slug = facts.slug ?? below.map(slugify).join('/');
    const prefix = collection === undefined ? undefined : routeOf(collection, dynamic);
    const address =
      page === undefined
        ? [prefix ?? collection ?? (roots.length > 0 ? routeOf(root.replace(/^.*\/_?|^_/, ''), dynamic) : ''), slug]
        : own.filter((part) => !/^\(.*\)$/.test(part));
    const date = facts.date ?? dated.date;
    const rubrics = [collection, ...parents].filter(
      (part) => part !== undefined && part !== language && !/^\d+$/.test(part),
    );
    return {
      kind: date !== undefined || (facts.isDraft && page === undefined) ? 'story' : 'page',
      url: withEnding(joinUrl(routes.base, facts.permalink ?? address.filter(Boolean).join('/')), routes.ending),
      language: language ?? (routes.languages.length > 0 ? main : undefined),
      base: own.filter((part) => part !== language).join('/'),
      slug: facts.slug?.split('/').at(-1) ?? dated.rest,
      date: dated.date,
      categories: rubrics
        .slice(0, 1)
        .flatMap((rubric) =>
          rubric === undefined || date === undefined
            ? []
            : [categoryOf(rubric, new Map([[rubric, titleOfFolder(rubric)]]))],
        ),
    };
  };

  return {
    site: routes.site,
    base: routes.base,
    texts,
    statics: routes.statics,
    format: 'fences',
    aliasesFrom: 'root',
    needsFrontMatter: false,
    values: (_path, own) => own,
    place,
    syntax: (path, { bindings }) => (/\.mdx$/i.test(path) ? jsxSyntax(bindings) : undefined),
    value: () => undefined,
    readAddress(written) {
      const [path, rest] = splitAddress(written);
      const alias = /^(?:@|~)\/(.+)$/.exec(path) ?? /^[@~](assets\/.+|images\/.+|components\/.+)$/.exec(path);
      return alias
        ? fileAddress(project.hasFolder('src') ? `src/${alias[1]}` : (alias[1] ?? ''), rest)
        : unchanged(written);
    },
    feeds: ['/rss.xml', '/feed.xml', '/atom.xml'].map((feed) => `${routes.base}${feed}`),
    lists: {},
    // They are written without the folder that the site is in, where they lead often too.
    rules: routes.redirects.rules.map((rule) => ({
      ...rule,
      from: exactUrl(routes.base, rule.from),
      to:
        /^\/(?!\/)/.test(rule.to) && !`${rule.to}/`.startsWith(`${routes.base}/`)
          ? exactUrl(routes.base, rule.to)
          : rule.to,
    })),
    sections: [],
    notes: routes.redirects.notes,
  };
}

interface DynamicRoute {
  /** The path of its pages, without the part that each has for itself. */
  readonly path: string;
  readonly text: string;
}

/** Pages that stand for many: `blog/[slug].astro`, `blog/[...slug]/page.tsx`. */
function dynamicRoutes(project: Project, folder: string): readonly DynamicRoute[] {
  return project.files(folder).flatMap((path): readonly DynamicRoute[] => {
    const match = /^(.*?)\/?\[+\.{0,3}\w+\]+(?:\/(?:index|page))?\.(?:astro|[jt]sx?)$/.exec(
      path.slice(folder.length + 1),
    );
    if (!match || match[1]?.includes('[')) return [];
    const parts = (match[1] ?? '').split('/').filter((part) => !/^\(.*\)$/.test(part));
    return [{ path: parts.join('/'), text: (project.text(path)?.text ?? '').slice(0, 200_000) }];
  });
}

/** Where the texts of a collection are shown: a page that asks for it by name, or one of that name. */
function routeOf(collection: string, routes: readonly DynamicRoute[]): string | undefined {
  const asking = routes.find(({ text }) =>
    ["'", '"', '`'].some((quote) => text.includes(`getCollection(${quote}${collection}${quote}`)),
  );
  const named = routes.find(({ path }) => path === collection);
  const only = routes.length === 1 ? routes[0] : undefined;
  return (asking ?? named ?? only)?.path;
}

function withEnding(url: string, ending: Routes['ending']): string {
  if (url === '/' || !url.endsWith('/')) return url;
  return ending === '/' ? url : `${url.slice(0, -1)}${ending}`;
}

function programOf(project: Project, name: RegExp): string {
  return project
    .names('')
    .filter((file) => name.test(file))
    .map((file) => project.text(file)?.text ?? '')
    .join('\n');
}
