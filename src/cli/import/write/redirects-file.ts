import { load } from 'js-yaml';
import { yaml } from '../../init/front-matter.ts';

/** Lines for `content/redirects.yaml`, each old address once. */
export function printRedirects(redirects: ReadonlyMap<string, string>): string {
  const lines = [...redirects].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return lines.map(([from, to]) => (isPlain(from) && isPlain(to) ? `${from}: ${to}\n` : yaml({ [from]: to }))).join('');
}

/** What YAML reads as it stands. */
function isPlain(text: string): boolean {
  return /^(?:https?:\/)?\/[\w/.?=&~+%-]*$/.test(text);
}

/** The redirects of a file that is there, and it with lines for those that it lacks; what is there stays as it is. */
export function addRedirects(
  text: string,
  redirects: ReadonlyMap<string, string>,
): { readonly text: string; readonly added: number } {
  const known = load(text);
  const there = new Set(typeof known === 'object' && known !== null ? Object.keys(known).map(samePath) : []);
  const missing = new Map([...redirects].filter(([from]) => !there.has(samePath(from))));
  const joint = text === '' || text.endsWith('\n') ? '' : '\n';
  return { text: `${text}${joint}${printRedirects(missing)}`, added: missing.size };
}

function samePath(path: string): string {
  return path.replace(/\/+(?=$|\?)/, '');
}
