import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, PROJECT } from './source-tree.ts';

/** A recipe of `docs/architecture.md`: its heading, and all that follows. */
interface Recipe {
  readonly title: string;
  readonly text: string;
}

const PAGE = readFileSync(join(PROJECT, 'docs/architecture.md'), 'utf8');
/** All the code of the largest of the examples. */
const EVENTS = readFileSync(join(PROJECT, 'docs/events-calendar.md'), 'utf8');
const recipes = readRecipes();

describe('the recipes of the architecture', () => {
  it('are there, each under a heading that the list of them leads to', () => {
    const [list = ''] = PAGE.split('\n## Recipes\n').slice(1);
    const links = [...list.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor]) => anchor);

    expect(recipes.length).toBeGreaterThan(15);
    expect(recipes.map(({ title }) => anchorOf(title)).filter((anchor) => !links.includes(anchor))).toEqual([]);
    expect(links.filter((anchor) => !recipes.some(({ title }) => anchorOf(title) === anchor))).toEqual([]);
  });

  it('name files that are there, and as new such as are not', () => {
    const missing = recipes.flatMap(({ title, text }) =>
      pathsIn(text)
        .filter((path) => existsSync(join(PROJECT, path)) === isNew(path))
        .map((path) => `${title}: ${path}`),
    );

    expect(recipes.flatMap(({ text }) => pathsIn(text)).length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('show code as it stands in the file that they name', () => {
    const frames = framesIn(PAGE).filter(({ path }) => !isNew(path));
    const changed = frames.filter(({ path, code }) => !readFileSync(join(PROJECT, path), 'utf8').includes(code));

    expect(frames.length).toBeGreaterThan(0);
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  it('have what is new import what is there', () => {
    const imports = framesIn(PAGE + EVENTS)
      .filter(({ path }) => isNew(path))
      .flatMap(importsOf);
    const others = imports.filter(({ from }) => !isNew(from));
    const missing = others.filter(({ from, name }) => !exportsOf(from).has(name));

    expect(others.length).toBeGreaterThan(50);
    expect(missing.map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
  });

  it('name what is in one of the files that they name, or in the code that they show', () => {
    const unknown = recipes.flatMap(({ title, text }) => {
      const shown = framesIn(text).map((frame) => frame.code);
      const code = [...pathsIn(text).flatMap(textsAt), ...shown].join('\n');
      return namesIn(text)
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(code))
        .map((name) => `${title}: ${name}`);
    });

    expect(recipes.flatMap(({ text }) => namesIn(text)).length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});

function readRecipes(): readonly Recipe[] {
  const [, all = ''] = PAGE.split('\n## Recipes\n');
  return all
    .split('\n### ')
    .slice(1)
    .map((part) => ({ title: part.split('\n', 1)[0] ?? '', text: part }));
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z -]/g, '')
    .replaceAll(' ', '-');
}

/** Paths of files and folders, those of examples aside: `<name>.ts`. */
function pathsIn(text: string): readonly string[] {
  const written = [...text.matchAll(/(?<=`|^```ts )(?:src|layouts|tests|content|docs)\/[\w./*{},-]+(?=`|$)/gm)];
  return written.flatMap(([path]) => spelledOut(path)).filter((path) => !path.includes('*'));
}

/** `a/{b,c}.ts` → `a/b.ts`, `a/c.ts`. */
function spelledOut(path: string): readonly string[] {
  const [, before = '', choices = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? [];
  return choices === '' ? [path] : choices.split(',').map((choice) => before + choice + after);
}

/** What the examples add: events, a directive, and a list that it names. */
function isNew(path: string): boolean {
  return /\b(?:events?|sign-up|newsletter-unknown)\b/.test(path);
}

/** Code, and the file that it stands in, or is to. */
interface Frame {
  readonly path: string;
  readonly code: string;
}

function framesIn(text: string): readonly Frame[] {
  return [...text.matchAll(/^```tsx? (\S+)\n(.*?)^```$/gms)].map(([, path = '', code = '']) => ({ path, code }));
}

/** What a file imports from others of the project, by the name that it has there. */
function importsOf({ path, code }: Frame): readonly { readonly from: string; readonly name: string }[] {
  return [...code.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']*)';$/gms)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .map((name) => ({ from: normalize(join(dirname(path), from)), name })),
  );
}

function exportsOf(path: string): ReadonlySet<string> {
  const file = join(PROJECT, path);
  const code = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Set(
    [...code.matchAll(/^export (?:\w+ )*?(?:const|function|interface|type|class) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
}

function textsAt(path: string): readonly string[] {
  const place = join(PROJECT, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [readFileSync(place, 'utf8')];
  return filesBelow(path).map((file) => readFileSync(join(PROJECT, file), 'utf8'));
}

/** Names of functions, types and tables: `printNotice`, `FEED_FORMATS`, `readTitledList(…)`. */
function namesIn(text: string): readonly string[] {
  const bare = text.replace(/^```.*?^```$/gms, '');
  const spans = [...bare.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return spans.flatMap((code) => /^(?:[a-z]+[A-Z]\w*|[A-Z]\w+)(?=\(|$)/.exec(code) ?? []);
}
