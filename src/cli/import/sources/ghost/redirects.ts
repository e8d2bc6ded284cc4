import { load } from 'js-yaml';
import type { Archive, ImportNote } from '../../archive.ts';
import { isRow, rowsOf, textOf } from './fields.ts';

interface Redirects {
  readonly redirects: Archive['redirects'];
  readonly notes: readonly ImportNote[];
}

const NOT_PLAIN =
  'write it into the configuration of the host, or its addresses one by one into `content/redirects.yaml`';

/**
 * Reads the redirects of a site.
 *
 * @param text The text of `redirects.json` or `redirects.yaml`.
 */
export function readRedirects(text: string): Redirects {
  const notes: ImportNote[] = [];
  const redirects: { from: string; to: string }[] = [];
  for (const { from, to } of written(text, notes)) {
    const path = plainPath(from);
    if (path !== undefined && /^(?:\/|https?:\/\/)/.test(to) && !/\$\d/.test(to)) redirects.push({ from: path, to });
    else notes.push({ kind: 'lost', what: 'redirect with a pattern', advice: NOT_PLAIN, detail: `${from} → ${to}` });
  }
  return { redirects, notes };
}

/** `[{ from, to }]`, or `{ 301: { from: to }, 302: … }`. */
function written(text: string, notes: ImportNote[]): readonly { readonly from: string; readonly to: string }[] {
  try {
    const file: unknown = /^\s*[[{]/.test(text) ? JSON.parse(text) : load(text);
    if (!isRow(file)) return rowsOf(file).map((row) => ({ from: textOf(row, 'from'), to: textOf(row, 'to') }));
    return Object.values(file)
      .filter(isRow)
      .flatMap((redirects) => Object.entries(redirects))
      .map(([from, to]) => ({ from, to: typeof to === 'string' ? to : '' }));
  } catch (fault) {
    const detail = fault instanceof Error ? fault.message.split('\n', 1)[0] : undefined;
    const advice = 'neither JSON nor YAML: mend it and import again';
    notes.push({ kind: 'lost', what: 'file of redirects', advice, detail });
    return [];
  }
}

/** The one path that a regular expression is about: `^\/old\/?$` and `/old` mean `/old`. */
function plainPath(pattern: string): string | undefined {
  const expression = /^\/(\^?\\?\/.*)\/i?$/s.exec(pattern)?.[1] ?? pattern;
  const path = expression
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\(?\/\)?\?$/, '/')
    .replace(/\\([/.\-_~])/g, '$1');
  return /^\/[^\s()[\]{}*+?|^$\\]*$/.test(path) ? path : undefined;
}
