import type { Site } from '../site/site.ts';
import type { UrlPath } from '../addresses.ts';
import { type RedirectTarget, targetHref } from './redirects.ts';

/** A part of the path of a pattern: a name, any one name, or all that is left. */
export type PatternPart =
  /** Not percent-encoded. */
  | { readonly kind: 'name'; readonly name: string }
  /** `:year`. */
  | { readonly kind: 'any'; readonly called: string }
  /** `*`, always the last one. */
  | { readonly kind: 'rest' };

/** An old address that stands for many, in the form that hosts read: `/:year/:slug/amp/`, `/shop/*`. */
export interface AddressPattern {
  readonly parts: readonly PatternPart[];
  /** Whether `/` stands at the end. */
  readonly isFolder: boolean;
}

/** What `*` is called in a target. */
export const REST = 'splat';

/** As many as Cloudflare Pages takes. */
export const MOST_PATTERNS = 100;

/** A line of `redirects.yaml` with a pattern, of which nobody knows yet whether anything is where it leads. */
export interface WrittenPattern {
  /** The key that it stands under. */
  readonly key: string;
  readonly pattern: AddressPattern;
  /**
   * Where it leads; a part of the path that is the name of a part of the pattern, such as `:year`, stands for that. Undefined where it cannot be read.
   */
  readonly to: RedirectTarget | undefined;
}

/** Old addresses of one kind, and where each leads. */
export type RedirectPattern = Pick<WrittenPattern, 'pattern'> & { readonly to: RedirectTarget };

/** What an address has in the places of the named parts of a pattern, not percent-encoded; undefined where it does not fit. */
export function fitOf({ parts, isFolder }: AddressPattern, url: string): ReadonlyMap<string, string> | undefined {
  const names = url.slice(1).split('/');
  const hasRest = parts.at(-1)?.kind === 'rest';
  const length = hasRest ? parts.length - 1 : parts.length;
  if (hasRest ? names.length <= length : names.length !== length + Number(isFolder)) return undefined;
  if (!hasRest && isFolder && names[length] !== '') return undefined;
  const fit = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? '';
    if (part.kind === 'rest') fit.set(REST, names.slice(index).join('/'));
    else if (part.kind === 'any' && name !== '') fit.set(part.called, name);
    else if (part.kind === 'any' || part.name !== name) return undefined;
  }
  return fit;
}

/** The names that a target may have of a pattern. */
export function namesOf({ parts }: AddressPattern): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'any' ? [part.called] : part.kind === 'rest' ? [REST] : []));
}

/** Whether a target leads to another address for each that fits. */
export function isFilled(to: RedirectTarget, pattern: AddressPattern): boolean {
  const names = namesOf(pattern);
  return to.url.split(/[/?#]/).some((part) => names.includes(part.slice(1)) && part.startsWith(':'));
}

/** Where a redirect leads for an address that fits its pattern. */
export function filledTarget(to: RedirectTarget, fit: ReadonlyMap<string, string>): RedirectTarget {
  if (to.kind === 'page') {
    const url = to.url.replace(PLACE, (part, name: string) => fit.get(name) ?? part).replace(/\/{2,}/g, '/');
    return { ...to, url: url as UrlPath };
  }
  const encoded = (text: string): string => text.split('/').map(encodeURIComponent).join('/');
  const url = to.url.replace(PLACE, (part, name: string) => {
    const value = fit.get(name);
    return value === undefined ? part : encoded(value);
  });
  return { ...to, url };
}

/** A part of a path that stands for another. */
const PLACE = /(?<=\/):([A-Za-z]\w*)(?=[/?#]|$)/g;

/** The path of a target as a pattern; undefined where it leads elsewhere. */
export function shapeOfTarget(to: RedirectTarget, pattern: AddressPattern): AddressPattern | undefined {
  if (to.kind === 'elsewhere') return undefined;
  const names = namesOf(pattern);
  const isFolder = to.url.endsWith('/');
  const written = to.url.slice(1, isFolder ? -1 : undefined);
  const parts = (written === '' ? [] : written.split('/')).map((name): PatternPart => {
    if (!name.startsWith(':') || !names.includes(name.slice(1))) return { kind: 'name', name };
    return name === `:${REST}` ? { kind: 'rest' } : { kind: 'any', called: name.slice(1) };
  });
  return { parts, isFolder };
}

/** Whether some address fits both of two patterns. What follows all that is left is taken to fit. */
export function overlap(one: AddressPattern, other: AddressPattern): boolean {
  for (let index = 0; ; index += 1) {
    const [a, b] = [one.parts[index], other.parts[index]];
    if (a?.kind === 'rest' || b?.kind === 'rest') return true;
    if (!a || !b) return !a && !b && one.isFolder === other.isFolder;
    if (a.kind === 'name' && b.kind === 'name' && a.name !== b.name) return false;
  }
}

/** Whether every address that fits the second pattern fits the first. */
export function covers(one: AddressPattern, other: AddressPattern): boolean {
  for (let index = 0; ; index += 1) {
    const [a, b] = [one.parts[index], other.parts[index]];
    if (a?.kind === 'rest') return b !== undefined || other.isFolder;
    if (!a || !b) return !a && !b && one.isFolder === other.isFolder;
    if (b.kind === 'rest' || (a.kind === 'name' && (b.kind !== 'name' || a.name !== b.name))) return false;
  }
}

/** A pattern as hosts read it, from the root of the host, names percent-encoded. */
export function patternHref(site: Pick<Site, 'basePath'>, { parts, isFolder }: AddressPattern): string {
  const written = parts.map((part) => {
    if (part.kind === 'name') return encodeURIComponent(part.name).replaceAll('*', '%2A');
    return part.kind === 'any' ? `:${part.called}` : '*';
  });
  return `${encodeURI(site.basePath)}/${written.join('/')}${isFolder && written.length > 0 ? '/' : ''}`;
}

/** Where a pattern leads, likewise, or the address elsewhere. */
export function patternTargetHref(site: Pick<Site, 'basePath'>, { pattern, to }: RedirectPattern): string {
  if (to.kind === 'elsewhere') return to.url;
  const names = namesOf(pattern);
  const written = to.url
    .split('/')
    .map((part) => (part.startsWith(':') && names.includes(part.slice(1)) ? part : encodeURIComponent(part)));
  return encodeURI(site.basePath) + written.join('/') + to.query + to.fragment;
}

/** Where the first of several patterns leads that an address fits, with `/` at its end or without, from the root of the host. */
export function patternRedirect(
  { site, redirectPatterns }: { readonly site: Site; readonly redirectPatterns: readonly RedirectPattern[] },
  url: string,
): string | undefined {
  for (const { pattern, to } of redirectPatterns) {
    const fit = fitOf(pattern, url) ?? (url.endsWith('/') ? undefined : fitOf(pattern, `${url}/`));
    if (fit) return targetHref(site, filledTarget(to, fit));
  }
  return undefined;
}
