import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { nearest } from '../../diagnostics/wording.ts';
import { filesIn } from '../files.ts';
import { HAS_OWN_LAYOUTS, NEWSROOM, OWN_LAYOUTS, PROGRAM, SETTINGS } from '../project.ts';
import { readMark } from './copies.ts';
import { layoutTemplates } from './templates.ts';

/** What a newsroom's `layouts/` are compared with. Paths are from `layouts/`. */
export interface LayoutFiles {
  readonly own: readonly string[];
  /** Broadsheet's. */
  readonly ours: readonly string[];
  /** Those that are a layout each, as templates. */
  readonly templates: ReadonlySet<string>;
  /** The text of an own file. */
  readonly textOf: (path: string) => string;
  /** Texts of other files that may name one: the settings, house rules, own pages. */
  readonly others: readonly string[];
}

/** Endings of files that become something of the site. */
const MADE_OF = /\.(?:tsx?|css|m?js|njk|liquid|html|11ty\.[cm]?js)(?:\.txt)?$/i;

/** Files of the newsroom's `layouts/` that take nobody's place and that nothing uses: mostly of a name that has a slip in it. */
export function findUnusedLayouts(): readonly Finding[] {
  if (!HAS_OWN_LAYOUTS) return [];
  const textAt = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const besides = ['rules', 'content/pages'].flatMap((folder) => filesBeside(folder));
  return unusedAmong({
    own: filesIn(OWN_LAYOUTS),
    ours: filesIn(join(PROGRAM, 'layouts')),
    templates: new Set(layoutTemplates().values()),
    textOf: (path) => textAt(join(OWN_LAYOUTS, path)),
    others: [SETTINGS, ...besides].map((path) => textAt(join(NEWSROOM, path))),
  });
}

function filesBeside(folder: string): readonly string[] {
  if (!existsSync(join(NEWSROOM, folder))) return [];
  return filesIn(join(NEWSROOM, folder)).flatMap((path) => (MADE_OF.test(path) ? [`${folder}/${path}`] : []));
}

/** What is to be said of own files that nothing uses, in the order of their paths. */
export function unusedAmong({ own, ours, templates, textOf, others }: LayoutFiles): readonly Finding[] {
  const known = new Set(ours);
  const candidates = own.filter((path) => MADE_OF.test(path) && !isHidden(path) && !known.has(path));
  const unsure = candidates.filter((path) => !templates.has(path) && !isOfItself(path));
  if (unsure.length === 0) return [];
  const texts = own.filter((path) => MADE_OF.test(path)).map((path) => ({ path, text: textOf(path) }));
  return unsure.toSorted().flatMap((path): readonly Finding[] => {
    const naming = namesOf(path);
    // Of a copy whose original is gone, that is told.
    if (readMark(textOf(path))) return [];
    const isNamed = [...texts.filter((other) => other.path !== path).map(({ text }) => text), ...others].some((text) =>
      naming.test(text),
    );
    return isNamed ? [] : [describe(path, ours)];
  });
}

/** Copies that editors leave, and files that are hidden. A file `index` is imported by its folder. */
function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.|index\.)|~$/.test(path);
}

/** What is found by its place: own directives, and layouts that stories and pages name. */
function isOfItself(path: string): boolean {
  return /^directives\/[^/]+\.tsx$|^(?:article|page)-[a-z0-9-]+\.tsx$/.test(path);
}

/** Finds the name of a file in what imports or includes it, with its ending or without. */
function namesOf(path: string): RegExp {
  const stem = basename(path).replace(/\..*$/, '');
  return new RegExp(`(?:^|["'/\\s])${stem.replace(/[^\w-]/g, '\\$&')}(?=["'.)\\s]|$)`, 'm');
}

function describe(path: string, ours: readonly string[]): Finding {
  const meant = meantBy(path, ours);
  return {
    code: 'layout-unused',
    path: `layouts/${path}`,
    at: WHOLE_FILE,
    message:
      'Unexpected file that nothing uses, expected one in the place of one of Broadsheet’s, or one that another file imports',
    hint: meant === undefined ? otherwise(path) : `did you mean \`layouts/${meant}\`?`,
  };
}

/** One of Broadsheet’s of the same name in another folder, or of nearly the same path; a layout may have the ending of a template. */
function meantBy(path: string, ours: readonly string[]): string | undefined {
  const plain = path.replace(/\.txt$/i, '');
  if (/\.(?:njk|liquid|html|11ty\.[cm]?js)$/i.test(plain)) {
    const layouts = ours.flatMap((one) => /^([a-z-]+)\.tsx$/.exec(one)?.[1] ?? []);
    const [, stem = '', ending = ''] = /^(?:.*\/)?([^/.]*)\.(.*)$/.exec(plain) ?? [];
    const layout = nearest(stem, layouts);
    return layout === undefined ? undefined : `${layout}.${ending.toLowerCase()}`;
  }
  const name = basename(plain).toLowerCase();
  return ours.find((one) => basename(one) === name) ?? nearest(plain, ours);
}

function otherwise(path: string): string {
  if (/\.css$/.test(path)) return 'write an `@import` of it into `layouts/styles/theme.css`, or remove it';
  if (/\.js$/.test(path)) return 'import it where it is needed, or remove it';
  if (/\.tsx?$/.test(path)) {
    return path.includes('/')
      ? 'import it where it is to be printed, or remove it'
      : 'name it `article-….tsx` if stories are to have it, `page-….tsx` if pages are, or remove it';
  }
  return 'name it `article-….njk` if stories are to have it, `page-….njk` if pages are, include it in another one, or remove it';
}
