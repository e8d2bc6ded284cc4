import { load } from 'js-yaml';
import { type AddressPattern, covers } from '../../../domain/redirects/patterns.ts';
import { readPattern, signOfPattern } from '../../../validate/redirects/patterns.ts';
import { yaml } from '../../init/front-matter.ts';

const OF_PATTERNS = '# Old addresses of one kind. Hosts that read no rules (`_redirects`) have nothing there.\n';

/** Lines for `content/redirects.yaml`, each old address once; patterns stay in their order, for the first that fits counts. */
export function printRedirects(
  redirects: ReadonlyMap<string, string>,
  patterns: ReadonlyMap<string, string> = new Map(),
): string {
  const lines = [...redirects].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [...lines.map(printLine), ...(patterns.size > 0 ? [OF_PATTERNS, ...[...patterns].map(printLine)] : [])].join(
    '',
  );
}

function printLine([from, to]: readonly [string, string]): string {
  return isPlain(from) && isPlain(to) ? `${from}: ${to}\n` : yaml({ [from]: to });
}

/** What YAML reads as it stands. */
function isPlain(text: string): boolean {
  return /^(?:https?:\/)?\/(?:[\w/.?=&~+%-]|:(?=\w))*$/.test(text);
}

/** The redirects of a file that is there, and it with lines for those that it lacks; what is there stays as it is. */
export function addRedirects(
  text: string,
  redirects: ReadonlyMap<string, string>,
  patterns: ReadonlyMap<string, string> = new Map(),
): { readonly text: string; readonly added: number } {
  const known = load(text);
  const keys = typeof known === 'object' && known !== null ? Object.keys(known) : [];
  const there = new Set(keys.map(samePath));
  const wider = keys.flatMap((key) => patternOf(key) ?? []);
  const missing = new Map([...redirects].filter(([from]) => !there.has(samePath(from))));
  const lacking = [...patterns].filter(([from]) => {
    const pattern = patternOf(from);
    return !there.has(samePath(from)) && !(pattern && wider.some((one) => covers(one, pattern)));
  });
  const joint = text === '' || text.endsWith('\n') ? '' : '\n';
  const added = missing.size + lacking.length;
  return { text: `${text}${joint}${printRedirects(missing, new Map(lacking))}`, added };
}

function patternOf(written: string): AddressPattern | undefined {
  const read = signOfPattern(written) === undefined ? undefined : readPattern(written);
  return read?.kind === 'pattern' ? read.pattern : undefined;
}

function samePath(path: string): string {
  return path.replace(/\/+(?=$|\?)/, '');
}
