import type { ArchiveContributor, TextContext } from '../../archive.ts';
import type { Project } from './project.ts';
import { readDataFile } from './values/data.ts';
import { cutFrontMatter } from './values/front-matter.ts';
import { tableOf, textAt, textOf, type Values, valueAt } from './values/plain-values.ts';

/** Where systems and their themes keep what they know of people. */
const FOLDERS = [
  ...[
    '_authors',
    'authors',
    '_people',
    'content/authors',
    'content/author',
    'content/people',
    'content/team',
    'data/authors',
    'data/author',
    'data/people',
  ],
  ...[
    '_data/authors',
    '_data/people',
    'src/_data/authors',
    'src/_authors',
    'src/content/authors',
    'src/content/author',
    'src/data/authors',
    'content/data/authors',
  ],
];
const FILES = ['_data', 'data', 'src/_data', 'src/data', 'content/data'].flatMap((folder) =>
  ['authors', 'author', 'people', 'team'].map((name) => `${folder}/${name}`),
);
const ENDINGS = ['yml', 'yaml', 'json', 'toml'];

/** Networks whose address is made of a name. */
const NETWORKS: Readonly<Record<string, string>> = {
  twitter: 'https://x.com/',
  twitter_username: 'https://x.com/',
  x: 'https://x.com/',
  github: 'https://github.com/',
  github_username: 'https://github.com/',
  linkedin: 'https://www.linkedin.com/in/',
  instagram: 'https://www.instagram.com/',
  facebook: 'https://www.facebook.com/',
  youtube: 'https://www.youtube.com/',
};

export interface Contributors {
  readonly all: readonly ArchiveContributor[];
  /** The key of whom a text names by key or by name. */
  keyOf(named: string): string | undefined;
  /** Texts that tell of people, with the keys of those. */
  readonly files: ReadonlyMap<string, string>;
}

/** Rewrites the biography of somebody, which lies in a file. */
export type Rewrite = (path: string, body: string, context: TextContext) => string;

/** Everybody whom files of data or of texts tell of. */
export function readContributors(project: Project, rewrite: Rewrite): Contributors {
  const people = new Map<string, ArchiveContributor>();
  const files = new Map<string, string>();
  const add = (key: string, values: Values, text?: ArchiveContributor['text']): void => {
    if (people.has(key)) return;
    const bio = textAt(values, 'bio', 'description', 'about', 'biography', 'excerpt');
    const own = text ?? (bio === undefined ? undefined : (context: TextContext) => rewrite('', bio, context));
    const image = textAt(values, 'avatar', 'image', 'picture', 'photo', 'portrait', 'avatar_url', 'image.src');
    people.set(key, {
      key,
      name: textAt(values, 'name', 'title', 'display_name', 'full_name', 'displayName', 'fullName') ?? key,
      role: textAt(values, 'role', 'position', 'job', 'occupation', 'job_title'),
      links: linksOf(values),
      ...(image === undefined ? {} : { image }),
      ...(own ? { text: own } : {}),
    });
  };
  for (const file of FILES.flatMap((name) => ENDINGS.map((end) => `${name}.${end}`))) {
    const data = readDataFile(file, project.text(file)?.text);
    for (const [key, values] of recordsOf(data)) add(key, values);
  }
  for (const folder of FOLDERS.filter((name) => project.hasFolder(name))) {
    for (const path of project.files(folder)) {
      const key = path.slice(folder.length + 1).replace(/\/(?:_?index)?[^/]*$|\.\w+$/g, '');
      const text = project.text(path)?.text;
      if (text === undefined || key === '_index' || key === 'index') continue;
      if (/\.(?:md|mdx|markdown)$/i.test(path)) {
        const { values, body } = cutFrontMatter(text);
        // A section of that name may have stories.
        if (textAt(values, 'date', 'pubDate', 'publishDate') !== undefined) continue;
        const own = textAt(values, 'short_name', 'username') ?? key;
        files.set(path, own);
        add(own, values, body.trim() === '' ? undefined : (context) => rewrite(path, body, context));
      } else {
        const table = tableOf(readDataFile(path, text));
        if (table) add(key, table);
      }
    }
  }
  const byName = new Map<string, string>();
  for (const { key, name } of people.values())
    for (const known of [name, key]) if (!byName.has(known.toLowerCase())) byName.set(known.toLowerCase(), key);
  for (const key of people.keys()) byName.set(key.toLowerCase(), key);
  return { all: [...people.values()], files, keyOf: (named) => byName.get(named.toLowerCase()) };
}

/** The same, and whoever is asked for is somebody from then on: of a site where everybody who was credited had a page. */
export function withEverybody(known: Contributors): Contributors {
  const others = new Map<string, ArchiveContributor>();
  return {
    get all() {
      return [...known.all, ...others.values()];
    },
    files: known.files,
    keyOf(named) {
      const key = known.keyOf(named);
      if (key !== undefined || named.trim() === '') return key;
      const lower = named.toLowerCase();
      const other = others.get(lower) ?? { key: named, name: named };
      others.set(lower, other);
      return other.key;
    },
  };
}

/** Records by their keys: of a table, or of a list whose records name themselves. */
function recordsOf(data: unknown): readonly (readonly [string, Values])[] {
  if (Array.isArray(data))
    return (data as readonly unknown[]).flatMap((one): readonly (readonly [string, Values])[] => {
      const table = tableOf(one);
      const key = textAt(table, 'id', 'key', 'slug', 'username', 'short_name', 'name');
      return table && key !== undefined ? [[key, table]] : [];
    });
  const table = tableOf(data);
  const inner = table && (valueAt(table, 'authors') ?? valueAt(table, 'people'));
  if (inner !== undefined && Object.keys(table ?? {}).length === 1) return recordsOf(inner);
  return Object.entries(table ?? {}).flatMap(([key, value]): readonly (readonly [string, Values])[] => {
    const values = tableOf(value);
    const name = textOf(value);
    if (values) return [[key, values]];
    return name === undefined ? [] : [[key, { name }]];
  });
}

function linksOf(values: Values): readonly string[] {
  const links: string[] = [];
  const add = (url: string | undefined): void => {
    if (url !== undefined && /^https?:\/\/[^\s@]+$/.test(url) && !links.includes(url)) links.push(url);
  };
  for (const key of ['url', 'web', 'website', 'homepage', 'site', 'uri', 'mastodon', 'bluesky'])
    add(textAt(values, key));
  for (const holder of [values, tableOf(valueAt(values, 'social')), tableOf(valueAt(values, 'links'))]) {
    for (const [network, address] of Object.entries(NETWORKS)) {
      const written = textAt(holder, network);
      if (written !== undefined)
        add(
          /^https?:/.test(written)
            ? written
            : /^@?[\w.-]+$/.test(written)
              ? `${address}${written.replace(/^@/, '')}`
              : undefined,
        );
    }
  }
  for (const name of ['links', 'social']) {
    const list = valueAt(values, name);
    if (Array.isArray(list))
      for (const one of list as readonly unknown[]) add(textAt(tableOf(one), 'url', 'link', 'href') ?? textOf(one));
  }
  return links;
}
