import {
  type AddressPattern,
  covers,
  fitOf,
  isFilled,
  MOST_PATTERNS,
  shapeOfTarget,
} from '../../../domain/redirects/patterns.ts';
import type { RedirectTarget } from '../../../domain/redirects/redirects.ts';
import { loopOf, type RelatedPattern } from '../../../relate/redirects/patterns.ts';
import { readPath, type UrlPath } from '../../../domain/addresses.ts';
import { faultOfNames, readPattern, signOfPattern } from '../../../validate/redirects/patterns.ts';
import type { Archive } from '../archive.ts';
import { isWebAddress } from '../convert/links.ts';

/** What decides whether a pattern may stand in the newsroom. */
export interface PatternsGiven {
  /** Addresses of pages of the new site. */
  readonly pages: () => Iterable<string>;
  /** Further addresses at which there is something, such as those that lead on. */
  readonly further: () => Iterable<string>;
  /** Whether there is a page at a path of the new site. */
  readonly isThere: (path: string) => boolean;
}

/** Lines of `redirects.yaml` for old addresses of one kind: none that `check` would find something wrong with. */
export class PatternRules {
  /** Targets by patterns, those that count first in front. */
  readonly lines = new Map<string, string>();
  private readonly given: PatternsGiven;
  private readonly rules: RelatedPattern[] = [];

  constructor(given: PatternsGiven) {
    this.given = given;
  }

  /** Adds a line, and says whether what it is about is led on now. */
  add(from: string, to: string): boolean {
    const read = signOfPattern(from) === undefined ? undefined : readPattern(from);
    if (read?.kind !== 'pattern') return false;
    const { pattern } = read;
    const target = targetOf(to);
    const fault = target && faultOfNames(target, pattern);
    // The first name of the target would be all that is left of the old address: a line for each number of parts says the same.
    if (target && fault?.part === '/:splat' && /\/\*$/.test(from)) return this.addEachDepth(from, to);
    if (!target || fault || this.rules.length >= MOST_PATTERNS) return false;
    if (this.rules.some((rule) => covers(rule.pattern, pattern))) return true;
    const rule = { key: from, pattern, to: target };
    if (this.fitsPage(pattern) || !this.leadsSomewhere(rule) || loopOf([...this.rules, rule])) return false;
    this.rules.push(rule);
    this.lines.set(from, to);
    return true;
  }

  private addEachDepth(from: string, to: string): boolean {
    const added = [1, 2, 3, 4].map((depth) => {
      const names = namesOfDepth(depth);
      return this.add(`${from.slice(0, -1)}${names}/`, `${to.replace(/:splat\/?$/, names)}/`);
    });
    return added.some(Boolean);
  }

  private fitsPage(pattern: AddressPattern): boolean {
    for (const url of this.given.pages()) if (fitOf(pattern, url)) return true;
    return fitOf(pattern, '/') !== undefined;
  }

  private leadsSomewhere({ pattern, to: target }: RelatedPattern): boolean {
    const shape = shapeOfTarget(target, pattern);
    if (target.kind === 'elsewhere' || !shape) return true;
    if (!isFilled(target, pattern)) return this.given.isThere(target.url);
    const variants = shape.isFolder ? [shape] : [shape, { ...shape, isFolder: true }];
    const fits = (url: string): boolean => variants.some((variant) => fitOf(variant, url) !== undefined);
    for (const url of this.given.pages()) if (fits(url)) return true;
    for (const url of this.given.further()) if (!url.includes('?') && fits(url)) return true;
    return false;
  }
}

function targetOf(to: string): RedirectTarget | undefined {
  if (isWebAddress(to)) return { kind: 'elsewhere', url: to };
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(to) ?? [];
  const read = readPath(path);
  if (!path.startsWith('/') || read.kind !== 'path') return undefined;
  return { kind: 'page', url: read.path as UrlPath, query, fragment };
}

/** Names for the parts of a path: `:first/:second/:slug`. */
export function namesOfDepth(depth: number): string {
  const folders = ['first', 'second', 'third', 'fourth', 'fifth'].slice(0, depth - 1);
  return [...folders, 'slug'].map((name) => `:${name}`).join('/');
}

/** The deepest addresses for which there are lines: nobody has deeper ones. */
export const DEEPEST = 5;

/** An ending of addresses of so many parts, for which there can be no pattern. */
export interface EndingLeft {
  readonly ending: string;
  readonly to: string | undefined;
  readonly depth: number;
}

/**
 * Adds what the old system answered behind and before the addresses of its stories, pages and lists. Gives what is left for lines of their own: where some page has an
 * address that ends so.
 *
 * @param depths How many parts those have.
 */
export function addEndings(
  rules: PatternRules,
  { endings = [], beginnings = [] }: Pick<Archive, 'endings' | 'beginnings'>,
  depths: ReadonlySet<number>,
): readonly EndingLeft[] {
  const left: EndingLeft[] = [];
  const known = [...depths].filter((depth) => depth > 0 && depth <= DEEPEST).toSorted((a, b) => a - b);
  for (const { ending, to, ofHome } of endings) {
    if (ofHome !== undefined) rules.add(`/${ending}`, ofHome);
    for (const depth of ofHome === undefined ? known : [...new Set([...known, ...OF_DAYS])].toSorted((a, b) => a - b)) {
      const names = namesOfDepth(depth);
      const isAdded = rules.add(`/${names}/${ending}`, to ?? `/${names}/`);
      if (!isAdded && !ending.includes(':')) left.push({ ending, to, depth });
    }
  }
  for (const beginning of beginnings)
    for (const depth of known) rules.add(`/${beginning}${namesOfDepth(depth)}/`, `/${namesOfDepth(depth)}/`);
  return left;
}

/** Lists of a year, a month and a day go on as others do. */
const OF_DAYS = [1, 2, 3];

/** What stands before a known ending of an address of the old site, with `/` at its end; undefined where none is. */
export function withoutEnding(path: string, { endings = [] }: Pick<Archive, 'endings'>): string | undefined {
  const folder = `${path.replace(/\/$/, '')}/`;
  for (const { ending, to } of endings) {
    const parts = ending.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')));
    const found = to === undefined ? new RegExp(`^(.*/)${parts.join('/')}$`).exec(folder)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
