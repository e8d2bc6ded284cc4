import { signOfPattern } from '../../../../../validate/redirects/patterns.ts';
import type { Archive, ImportNote } from '../../../archive.ts';

/** A redirect as a program or a file for hosts has it. */
export interface WrittenRule {
  readonly from: string;
  readonly to: string;
  /** The status with which it was answered, where it is said. */
  readonly status?: number | undefined;
  /** It held for some readers only, by their country, language or what else they sent. */
  readonly isConditional?: boolean;
  /** How parts are written that stand for many: `/:slug`, `/*` and `:splat`, or `/[slug]` and `/[...slug]`, or `/:slug*`. */
  readonly signs: 'hosts' | 'routes' | 'expressions';
}

/** The redirects of a project. */
export interface ProjectRedirects {
  readonly redirects: Archive['redirects'];
  readonly patterns: NonNullable<Archive['patterns']>;
  readonly notes: readonly ImportNote[];
}

/** What the rules of a project are here. */
export function redirectsOf(rules: readonly WrittenRule[]): ProjectRedirects {
  const redirects: Archive['redirects'][number][] = [];
  const patterns: { from: string; to: string }[] = [];
  const notes: ImportNote[] = [];
  for (const rule of rules) {
    const { from, to } = rule;
    // Another page in the same place, the page of what is not found: nobody is led anywhere.
    if (rule.status !== undefined && [200, 404].includes(rule.status)) continue;
    const read = rule.status === 410 || rule.isConditional === true ? undefined : inOurForm(rule);
    if (!read) notes.push({ kind: 'lost', ...NOT_CARRIED, detail: `${from} → ${to}` });
    else if (signOfPattern(read.from) === undefined) redirects.push({ ...read, isWritten: true });
    else patterns.push(read);
  }
  return { redirects, patterns, notes };
}

const NOT_CARRIED = {
  what: 'redirect with a condition or an expression',
  advice: 'write it into the configuration of the host, or what is needed of it into `content/redirects.yaml`',
} as const;

/** A rule as `redirects.yaml` has it; undefined where that has no word for it. */
function inOurForm({ from, to, signs }: WrittenRule): { readonly from: string; readonly to: string } | undefined {
  if (!/^(?:\/|https?:\/\/)/.test(from) || !/^(?:\/|https?:\/\/)/.test(to)) return undefined;
  const [ownFrom, ownTo] =
    signs === 'routes' ? routes(from, to) : signs === 'expressions' ? expressions(from, to) : [from, to];
  const path = ownFrom.replace(/^https?:\/\/[^/]*/, '');
  // What is left of an expression.
  return /[()[\]{}|^$]|\*(?!$)|:\w+[*+?]/.test(path) || /\$\d|[[\]{}]|:\w+[*+?]/.test(ownTo)
    ? undefined
    : { from: ownFrom, to: ownTo };
}

/** `/blog/[...slug]`. */
function routes(from: string, to: string): readonly [string, string] {
  const rest = /\[\.\.\.(\w+)\]$/.exec(from)?.[1];
  const named = (text: string): string => text.replace(/\[(?!\.)(\w+)\]/g, ':$1');
  if (rest === undefined) return [named(from), named(to)];
  return [named(from.replace(/\[\.\.\.\w+\]$/, '*')), named(to.replace(`[...${rest}]`, ':splat'))];
}

/** `/blog/:slug*`, `/blog/(.*)` and `$1`, `/blog/**`. */
function expressions(from: string, to: string): readonly [string, string] {
  const rest = /\/:(\w+)(?:\*|\(\.\*\))$/.exec(from)?.[1];
  if (rest !== undefined)
    return [from.replace(/:\w+(?:\*|\(\.\*\))$/, '*'), to.replace(new RegExp(`:${rest}\\*?(?![\\w*])`), ':splat')];
  if (/\/\(\.\*\)$/.test(from)) return [from.replace(/\(\.\*\)$/, '*'), to.replace('$1', ':splat')];
  return [from.replace(/\/\*\*$/, '/*'), to];
}
