import type { Project } from '../project.ts';
import { readDataFile, tableOfFile } from '../values/data.ts';
import { listOf, tableOf, textAt, type Values, valueAt } from '../values/plain-values.ts';
import type { WrittenRule } from './rules.ts';

/**
 * The redirects that the files of a project tell its host: `_redirects`, `netlify.toml`, `vercel.json`, `firebase.json`, `staticwebapp.config.json`.
 *
 * @param statics Folders whose files are published as they are.
 */
export function rulesOfHosts(project: Project, statics: readonly string[]): readonly WrittenRule[] {
  const folders = [...new Set(['', ...statics])];
  const lists = folders.flatMap((folder) => {
    const text = project.text(folder === '' ? '_redirects' : `${folder}/_redirects`)?.text;
    return text === undefined ? [] : linesOf(text);
  });
  const table = (name: string): Values | undefined => tableOfFile(name, project.text(name)?.text);
  const rows = (name: string, key: string): readonly Values[] =>
    listOf(valueAt(table(name), key))
      .map(tableOf)
      .filter((row) => row !== undefined);
  return [
    ...lists,
    ...rows('netlify.toml', 'redirects').map((row) => ruleOf(row, { from: 'from', to: 'to', signs: 'hosts' })),
    ...['vercel.json', 'now.json'].flatMap((name) =>
      rows(name, 'redirects').map((row) => ruleOf(row, { from: 'source', to: 'destination', signs: 'expressions' })),
    ),
    ...hostingOf(readDataFile('firebase.json', project.text('firebase.json')?.text)).map((row) =>
      ruleOf(row, { from: 'source', to: 'destination', signs: 'expressions' }),
    ),
    ...rows('staticwebapp.config.json', 'routes')
      .filter((row) => textAt(row, 'redirect') !== undefined)
      .map((row) => ruleOf(row, { from: 'route', to: 'redirect', signs: 'hosts' })),
  ];
}

/** A site of Firebase, or several. */
function hostingOf(file: unknown): readonly Values[] {
  const hosting = tableOf(file)?.['hosting'];
  return (Array.isArray(hosting) ? hosting : [hosting]).flatMap((site: unknown) =>
    listOf(tableOf(site)?.['redirects'])
      .map(tableOf)
      .filter((row) => row !== undefined),
  );
}

/** Conditions of Netlify, Vercel and Next. */
const CONDITIONS = ['conditions', 'query', 'has', 'missing', 'locale'];

export function ruleOf(
  row: Values,
  names: { readonly from: string; readonly to: string; readonly signs: WrittenRule['signs'] },
): WrittenRule {
  const status = Number(textAt(row, 'status', 'statusCode', 'type') ?? Number.NaN);
  const isExpression = names.signs === 'expressions' && textAt(row, names.from) === undefined;
  return {
    from: textAt(row, names.from, 'regex') ?? '',
    to: textAt(row, names.to) ?? '',
    signs: names.signs,
    ...(Number.isNaN(status) ? {} : { status }),
    isConditional: isExpression || CONDITIONS.some((name) => valueAt(row, name) !== undefined),
  };
}

/** `/old /new 301`, `/ p=12 /new`, `/* /de/:splat 302 Country=de`. */
function linesOf(text: string): readonly WrittenRule[] {
  return text.split('\n').flatMap((line): readonly WrittenRule[] => {
    const [from, ...words] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    const at = words.findIndex((word) => /^(?:\/|https?:\/\/)/.test(word));
    const to = words[at];
    if (from === undefined || to === undefined) return [];
    const query = words.slice(0, at).map((word) => word.split('='));
    const behind = words.slice(at + 1);
    const status = behind.map((word) => /^(\d{3})!?$/.exec(word)?.[1]).find((found) => found !== undefined);
    return [
      {
        from: query.length === 0 ? from : `${from}?${query.map((pair) => pair.join('=')).join('&')}`,
        ...{ to, signs: 'hosts' },
        ...(status === undefined ? {} : { status: Number(status) }),
        isConditional:
          query.some(([, value = '']) => value === '' || value.startsWith(':')) ||
          behind.some((word) => !/^\d{3}!?$/.test(word)),
      },
    ];
  });
}
