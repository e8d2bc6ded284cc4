import type { Project } from '../project.ts';
import { cutFrontMatter } from '../values/front-matter.ts';
import { tableOf, textAt, textsOf, valueAt, type Values } from '../values/plain-values.ts';

/** Where a text lies, as cascades need to know it. */
export interface CascadePlace {
  readonly language: string;
  /** Below the folder of all texts. */
  readonly folders: readonly string[];
  /** Without its ending and its language; `_index` for the text of a section. */
  readonly name: string;
}

/** Keys that are given to all texts of a section that fit and lack them. */
interface Cascade {
  readonly language: string | undefined;
  readonly folders: readonly string[];
  readonly fits: (place: CascadePlace) => boolean;
  readonly values: Values;
}

/** How many targets a cascade may have: a hostile project could have any number. */
const MOST_TARGETS = 1000;

/**
 * The keys of a text with those that `cascade` of its sections and of the configuration gives it. What is nearer to it counts over what is further
 * away, and what it says itself over all.
 *
 * @param texts The files of all texts.
 */
export function cascadeOf(
  project: Project,
  config: Values,
  texts: readonly string[],
  located: (path: string) => CascadePlace,
): (path: string, own: Values) => Values {
  const cascades = [
    ...cascadesIn(config, { language: undefined, folders: [] }),
    ...texts
      .map((path) => ({ path, place: located(path) }))
      .filter(({ place }) => place.name === '_index')
      .sort((one, other) => one.place.folders.length - other.place.folders.length)
      .flatMap(({ path, place }) => {
        const text = project.text(path)?.text;
        return text === undefined || !/cascade/i.test(text) ? [] : cascadesIn(cutFrontMatter(text).values, place);
      }),
  ];
  if (cascades.length === 0) return (_path, own) => own;
  return (path, own) => {
    const place = located(path);
    const given = cascades.filter((cascade) => isBelow(place, cascade) && cascade.fits(place));
    return given.reduceRight((values, cascade) => withDefaults(values, cascade.values), own);
  };
}

function isBelow(place: CascadePlace, { language, folders }: Cascade): boolean {
  return (
    (language === undefined || language === place.language) &&
    folders.every((folder, index) => place.folders[index] === folder)
  );
}

/** Of several that one file has, the first that fits counts. */
function cascadesIn(
  values: Values,
  place: { readonly language: string | undefined; readonly folders: readonly string[] },
): readonly Cascade[] {
  const written = valueAt(values, 'cascade');
  const tables = (Array.isArray(written) ? (written as readonly unknown[]) : [written]).slice(0, MOST_TARGETS);
  const { language, folders } = place;
  return tables
    .flatMap((one): readonly Cascade[] => {
      const table = tableOf(one);
      if (!table) return [];
      const target = tableOf(valueAt(table, 'target')) ?? tableOf(valueAt(table, '_target'));
      const given = Object.entries(table).filter(([key]) => !/^_?target$/i.test(key));
      return [{ language, folders, fits: targetOf(target), values: Object.fromEntries(given) }];
    })
    .reverse();
}

/** Whether a text is one of those that a target names. Texts are of the kind `page`, and are built for readers. */
function targetOf(target: Values | undefined): Cascade['fits'] {
  if (!target) return () => true;
  const tests = (name: string): readonly RegExp[] => textsOf(valueAt(target, name)).map(globOf);
  const [paths, languages] = [tests('path'), tests('lang')];
  const isOfPages = tests('kind').every((kind) => kind.test('page'));
  const isForReaders =
    textAt(target, 'environment') === undefined || tests('environment').some((one) => one.test('production'));
  return ({ language, folders, name }) => {
    const own = name === 'index' || name === '_index' ? folders : [...folders, name];
    const path = `/${own.join('/')}`.toLowerCase().replaceAll(' ', '-');
    return (
      isOfPages &&
      isForReaders &&
      (paths.length === 0 || paths.some((one) => one.test(path))) &&
      (languages.length === 0 || languages.some((one) => one.test(language.toLowerCase())))
    );
  };
}

/** A longer pattern would take long where it does not fit. */
const MOST_WILDCARDS = 8;

/** A pattern of files: `/news/**`, `{/news/**,/blog/*}`. */
function globOf(pattern: string): RegExp {
  if ((pattern.match(/\*+/g)?.length ?? 0) > MOST_WILDCARDS) return /(?!)/;
  let depth = 0;
  const written = pattern
    .slice(0, 500)
    .toLowerCase()
    .replace(/\*\*|[*?{},\\^$.|+()[\]]/g, (sign) => {
      if (sign === '**') return '.*';
      if (sign === '*') return '[^/]*';
      if (sign === '?') return '[^/]';
      if (sign === '{') {
        depth += 1;
        return '(?:';
      }
      if (sign === '}' && depth > 0) {
        depth -= 1;
        return ')';
      }
      if (sign === ',') return depth > 0 ? '|' : ',';
      return `\\${sign}`;
    });
  return new RegExp(`^${written}${')'.repeat(depth)}/?$`);
}

/** A table with what others give it where it has nothing, tables within it likewise. */
function withDefaults(values: Values, defaults: Values): Values {
  const merged = Object.assign(Object.create(null) as Record<string, unknown>, values);
  for (const [key, value] of Object.entries(defaults)) {
    const own = Object.keys(merged).find((name) => name.toLowerCase() === key.toLowerCase());
    const [mine, theirs] = [own === undefined ? undefined : tableOf(merged[own]), tableOf(value)];
    if (own === undefined) merged[key] = value;
    else if (mine && theirs) merged[own] = withDefaults(mine, theirs);
  }
  return merged;
}
