import { type AddressPattern, namesOf, type PatternPart, REST } from '../../domain/redirects/patterns.ts';
import type { RedirectTarget } from '../../domain/redirects/redirects.ts';
import { readPath } from '../../domain/addresses.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { nearest, PUT_INTO_PUBLIC, quote } from '../../diagnostics/wording.ts';

/** What stands for several paths here or elsewhere: `/blog/*`, `/old-*`, `/:slug/`. */
const PATTERN = /\/\*{1,2}(?=[/?#]|$)|\*(?=[?#]|$)|\/:[a-z_]\w*(?=[/?#]|$)|\{\w+\}|\(\.\*\)/i;

/** What of an old address that somebody wrote stands for many, or looks so. */
export function signOfPattern(written: string): string | undefined {
  return PATTERN.exec(written)?.[0];
}

/** A pattern that somebody wrote, or what was expected in its place, and what to do. */
export type PatternRead =
  | { readonly kind: 'pattern'; readonly pattern: AddressPattern }
  | { readonly kind: 'wrong'; readonly expected: string; readonly hint: string };

const EXPECTED = 'one like `/blog/:year/:slug/` or `/shop/*`';

/**
 * Reads a pattern as Netlify, Cloudflare Pages and GitLab Pages do: `:name` stands for one whole part of a path, `*` at its end for all that is left. What
 * only one of them knows is wrong.
 */
export function readPattern(given: string): PatternRead {
  const written = given.trim();
  if (/[?#]/.test(written)) return wrong('leave out what comes after `?` or `#`: a pattern is of paths alone');
  const read = readPath(written);
  if (!written.startsWith('/') || read.kind === 'impossible') return wrong('write a path that begins with one `/`');
  const obeyed = nameForHosts(written.replace(/[*:]/g, ''));
  if (obeyed !== undefined)
    return { kind: 'wrong', expected: `one without ${quote(obeyed)}, a name that hosts obey`, hint: PUT_INTO_PUBLIC };
  const [, first = ''] = written.split('/', 2);
  if (MADE.has(first)) {
    const hint = 'leave it out: nobody but pages of the site leads there';
    return {
      kind: 'wrong',
      expected: `one that does not begin with ${quote(`/${first}/`)}, where files of the site lie`,
      hint,
    };
  }
  const isFolder = written.endsWith('/');
  const names = written.slice(1, isFolder ? -1 : undefined).split('/');
  const parts: PatternPart[] = [];
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const called = /^:([A-Za-z]\w*)$/.exec(name)?.[1];
    if (name === '*' && isLast && !isFolder) parts.push({ kind: 'rest' });
    else if (called !== undefined) parts.push({ kind: 'any', called });
    else if (signOfPattern(`/${name}`) === undefined) parts.push({ kind: 'name', name: nameOf(name) });
    else return wrong(hintFor(name));
  }
  const [one, other] = sameBeginning(namesOf({ parts, isFolder }));
  if (one !== undefined)
    return wrong(`rename ${quote(`:${other}`)}: some hosts would put ${quote(`:${one}`)} in its place`);
  const last = parts.at(-1);
  // As browsers ask for it, unless it is a file.
  const isFile = last?.kind === 'rest' || (last?.kind === 'name' && /\.[a-z0-9]+$/i.test(last.name));
  return { kind: 'pattern', pattern: { parts, isFolder: isFolder || !isFile } };
}

/** Folders in which a build puts files whose names nobody writes. */
const MADE: ReadonlySet<string> = new Set(['assets', 'pictures', 'sitemaps']);

function wrong(hint: string): PatternRead {
  return { kind: 'wrong', expected: EXPECTED, hint };
}

function nameOf(written: string): string {
  const read = readPath(`/${written}`);
  return read.kind === 'path' ? read.path.slice(1) : written;
}

/** What to write for a part that stands for several in the rules of some hosts only. */
function hintFor(name: string): string {
  if (/^\*{1,2}$/.test(name))
    return 'write `*` at the end only, with no `/` behind it; in the middle `:name` stands for one part of a path';
  if (/^:/.test(name)) return 'begin what stands behind `:` with a letter';
  const called = /\{(\w+)\}/.exec(name)?.[1];
  if (called !== undefined && name === `{${called}}`) return `write \`:${called}\``;
  return 'only a whole part of a path, between two `/`, stands for several; `*`, where it is meant, is `%2A`';
}

/** Two names of which one begins with the other: they would be taken for one another. */
function sameBeginning(names: readonly string[]): readonly [string?, string?] {
  for (const [index, one] of names.entries())
    for (const [at, other] of names.entries()) if (at !== index && other.startsWith(one)) return [one, other];
  return [];
}

/** What is wrong with what a target has of a pattern: a name that stands for nothing, or one that is not a part of the path. */
export function faultOfNames(
  to: RedirectTarget,
  pattern: AddressPattern,
): { readonly part: string; readonly hint: string } | undefined {
  const names = namesOf(pattern);
  const [path = ''] = to.url.split(/[?#]/, 1);
  const parts = path.split('/');
  const unknown = parts.find((part) => /^:[A-Za-z]\w*$/.test(part) && !names.includes(part.slice(1)));
  if (unknown !== undefined) {
    const meant = nearest(unknown.slice(1), [...names]);
    return { part: unknown, hint: meant === undefined ? hintForNames(names) : `did you mean \`:${meant}\`?` };
  }
  const star = parts.find((part) => part === '*');
  if (star !== undefined)
    return { part: star, hint: names.includes(REST) ? `write \`:${REST}\`` : hintForNames(names) };
  const behind = to.kind === 'page' ? to.query + to.fragment : to.url.slice(path.length);
  const within = [...parts.filter((part) => !names.includes(part.slice(1))), behind].find((part) =>
    names.some((name) => part.includes(`:${name}`)),
  );
  if (within !== undefined)
    return { part: within, hint: 'write such a name as a whole part of the path, between two `/`' };
  const place = parts.indexOf(`:${REST}`);
  if (place >= 0 && place < parts.length - 1) return { part: `:${REST}`, hint: `write \`:${REST}\` at the end` };
  // `/blog//evil.example/` would be led to `//evil.example/`, the address of another site.
  return place === 1 && to.kind === 'page' ? { part: `/:${REST}`, hint: AT_FIRST } : undefined;
}

const AT_FIRST =
  'write a name before it, or a line for each number of parts (`/blog/:slug/: /:slug/`): some hosts would lead readers of `/blog//x.example/` to another site';

function hintForNames(names: readonly string[]): string {
  return names.length === 0
    ? 'write a path without such names'
    : `of the pattern there are ${names.map((name) => `\`:${name}\``).join(', ')}`;
}
